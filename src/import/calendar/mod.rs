//! Calendars (RFC 5545).

use crate::import::fault::Fault;
use crate::import::piece::{Asked, Piece};
use crate::import::source::Source;
use crate::import::told::Told;

/// Reads a source of this kind; see [`Reader`](crate::import::piece::Reader).
///
/// # Errors
/// Where nothing of it can be read.
pub fn read(_: &Source, _: &Asked, _: &mut Told, _: &mut dyn FnMut(Piece)) -> Result<(), Fault> {
    Err(Fault::Kind("a file of a kind that is yet to be read"))
}
