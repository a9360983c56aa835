//! Writing the files of a site.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;

/// Why a site could not be written.
#[derive(Debug)]
pub enum PublishError {
    /// A file could not be read or written.
    File(PathBuf, io::Error),
    /// The app is not in the folder where it should be.
    NoApp(PathBuf),
    /// The built app lacks a file; with its name.
    NoAppFile(String),
    /// This stands in the folder that is to hold the site, and is of no site that was written before.
    NotOurs(PathBuf),
    /// What is to be a folder for a site is something else.
    NoFolder(PathBuf),
    /// A folder cannot be given another content, for nothing can be put beside it.
    Beside(PathBuf, io::Error),
    /// Another program is writing a site into this folder.
    Busy(PathBuf),
}

/// What makes of a file's path why it could not be read or written.
pub fn failed(path: &Path) -> impl Fn(io::Error) -> PublishError + use<> {
    let path = path.to_owned();
    move |error| PublishError::File(path.clone(), error)
}

/// From so many bytes on, files are compressed quickly rather than well.
const LARGE: usize = 4 << 20;

/// Writes a file below the folder, and the folders it stands in.
///
/// # Errors
/// Where that is not possible.
pub fn write(folder: &Path, name: &str, content: &[u8]) -> Result<(), PublishError> {
    let path = folder.join(name);
    let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, content));
    written.map_err(|error| PublishError::File(path, error))
}

/// The qualities of Brotli: for what every reader fetches, and for the many pages of lists, of which each is fetched by few. The
/// best takes ten times as long, and makes a page a tenth smaller.
pub const BEST: i32 = 11;
/// The same for pages of lists.
pub const QUICK: i32 = 9;

/// Writes a file's compressed forms beside it, for hosts that send them.
///
/// # Errors
/// Where that is not possible.
pub fn compress(folder: &Path, name: &str, content: &[u8], quality: i32) -> Result<(), PublishError> {
    let failed = |error| PublishError::File(folder.join(name), error);
    // More would take minutes for what is very large.
    let quality = if content.len() > LARGE { 5 } else { quality };
    // Told how much is coming, Brotli finds better what repeats itself.
    let known = BrotliEncoderParams { quality, size_hint: content.len(), ..Default::default() };
    let mut encoder = brotli::CompressorWriter::with_params(Vec::new(), 4096, &known);
    encoder.write_all(content).map_err(failed)?;
    let brotli = encoder.into_inner();
    write(folder, &format!("{name}.br"), &brotli)?;
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let gzip = encoder.write_all(content).and_then(|()| encoder.finish()).map_err(failed)?;
    write(folder, &format!("{name}.gz"), &gzip)
}
