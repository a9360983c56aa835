//! What was published, and where it can stand, as the keeper is told at the end.

use std::fmt::Write;
use std::path::Path;
use std::time::Duration;

use crate::cli::hosts::{TooMuch, hosts};
use crate::language::messages::number;
use crate::publish::extent::Extent;

/// The pages, files, megabytes and seconds of the site in a folder, and the hosts that it fits.
pub fn summary(folder: &Path, pages: usize, extent: &Extent, took: Duration) -> String {
    let (fit, unfit) = hosts(extent);
    let mut text = format!(
        "{}: {} pages, {} files, {}, in {:.1} s.\n",
        folder.display(),
        number(pages),
        number(extent.files),
        megabytes(extent.bytes),
        took.as_secs_f64()
    );
    if !fit.is_empty() {
        let _ = writeln!(text, "It fits {}, and any server of files.", fit.join("; "));
    }
    for (host, what) in unfit {
        let _ = match what {
            TooMuch::Bytes(most) => {
                writeln!(text, "It does not fit {host}: {} are more than {}.", megabytes(extent.bytes), megabytes(most))
            }
            TooMuch::Files(most) => {
                writeln!(text, "It does not fit {host}, which takes {} files and folders at most.", number(most))
            }
            TooMuch::File(path, most) => {
                writeln!(text, "It does not fit {host}: {path} is larger than {}.", megabytes(most))
            }
            TooMuch::Crowd(most) => {
                writeln!(text, "It does not fit {host}, which takes {} files in a folder at most.", number(most))
            }
        };
    }
    text
}

/// A number of bytes in millions of them, with a decimal where that tells anything.
fn megabytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100_000);
    if tenths < 1_000 {
        return format!("{}.{} MB", tenths / 10, tenths % 10);
    }
    format!("{} MB", number(usize::try_from(bytes.div_ceil(1_000_000)).unwrap_or(usize::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_published_is_told_with_the_hosts_that_it_fits() {
        let extent = Extent { files: 20_001, folders: 5, crowd: 20_001, bytes: 1_234_567_890, largest: None };
        assert_eq!(
            summary(Path::new("site"), 6_008, &extent, Duration::from_millis(31_240)),
            "site: 6,008 pages, 20,001 files, 1,235 MB, in 31.2 s.\n\
             It fits Cloudflare Pages, paid; Netlify, and any server of files.\n\
             It does not fit GitHub Pages: 1,235 MB are more than 1,000 MB.\n\
             It does not fit GitLab Pages: 1,235 MB are more than 1,000 MB.\n\
             It does not fit Cloudflare Pages, free, which takes 20,000 files and folders at most.\n"
        );
        assert_eq!([megabytes(0), megabytes(1), megabytes(3_210_000)], ["0.0 MB", "0.1 MB", "3.3 MB"]);
    }
}
