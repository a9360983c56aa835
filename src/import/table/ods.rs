//! Workbooks of LibreOffice: read as a stream, since a few bytes of it can claim a million cells.

use crate::import::fault::Fault;
use crate::import::piece::Table;
use crate::import::source::Source;
use crate::import::told::Told;

/// Reads the sheets of a workbook, each a table.
///
/// # Errors
/// Where it is broken, or takes too much memory.
pub fn read_ods(_: &Source, _: &mut Told, _: &mut dyn FnMut(Table, &mut Told)) -> Result<(), Fault> {
    Err(Fault::Kind("a workbook of LibreOffice"))
}
