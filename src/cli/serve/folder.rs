//! The folder that the sites of a preview are in, which is gone when the preview is over.

use std::io::{self, BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;
use std::{env, fs};

use crate::cli::failure::Failure;

/// A folder that another process holds. That one removes it when this one has ended, however it has: of Ctrl-C, a closed
/// window or a signal this program itself is told nothing.
pub struct Held {
    /// The folder.
    pub path: PathBuf,
    /// Waits for the end of its input, which comes when nobody can write there any more.
    _holder: Child,
}

impl Held {
    /// Lets this program, called once more by a name, make a folder.
    ///
    /// # Errors
    /// Where it cannot be called, or can make none.
    pub fn new(name: &str) -> Result<Self, Failure> {
        let failed = |error| Failure::File(env::temp_dir(), error);
        let mut call = Command::new(env::current_exe().map_err(failed)?);
        call.args([name, "hold"]).stdin(Stdio::piped()).stdout(Stdio::piped());
        apart(&mut call);
        let mut holder = call.spawn().map_err(failed)?;
        let mut folder = String::new();
        if let Some(told) = holder.stdout.take() {
            BufReader::new(told).read_line(&mut folder).map_err(failed)?;
        }
        match folder.trim_end() {
            "" => Err(failed(io::ErrorKind::Other.into())),
            folder => Ok(Self { path: env::temp_dir().join(folder), _holder: holder }),
        }
    }
}

/// Keeps away what a terminal sends to all that was started from it, as with Ctrl-C.
fn apart(call: &mut Command) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(call, 0);
    #[cfg(windows)]
    std::os::windows::process::CommandExt::creation_flags(call, 0x200);
}

/// What the other process does: makes a folder, tells its name, and removes it at the end of the input.
///
/// # Errors
/// Where no folder can be made.
pub fn hold() -> Result<(), Failure> {
    let made = tempfile::Builder::new().prefix("archive-preview-").tempdir();
    let folder = made.map_err(|error| Failure::File(env::temp_dir(), error))?;
    outln!("{}", folder.path().file_name().unwrap_or_default().display())?;
    let _ = io::copy(&mut io::stdin(), &mut io::sink());
    let path = folder.keep();
    // A build that was going on may still write while it ends.
    let mut removed = fs::remove_dir_all(&path);
    for _ in 0..10 {
        sleep(Duration::from_millis(50));
        if !path.exists() {
            return Ok(());
        }
        removed = fs::remove_dir_all(&path);
    }
    removed.map_err(|error| Failure::File(path, error))
}
