//! Which of the hosts that serve files a site fits.

use crate::publish::extent::Extent;

/// What a host takes of one site; what it does not limit is the most that there is.
struct Host {
    name: &'static str,
    /// Bytes in all.
    bytes: u64,
    /// Entries in all: files, and folders where the host counts them.
    files: usize,
    are_folders_counted: bool,
    /// Bytes of one file.
    file: u64,
    /// Entries of one folder.
    crowd: usize,
}

const ANY: Host = Host {
    name: "",
    bytes: u64::MAX,
    files: usize::MAX,
    are_folders_counted: false,
    file: u64::MAX,
    crowd: usize::MAX,
};

/// What hosts said of themselves in 2026: docs.github.com “GitHub Pages limits”; docs.gitlab.com “GitLab.com settings”;
/// developers.cloudflare.com “Pages limits”; Netlify's support, “files per directory”.
const HOSTS: [Host; 5] = [
    Host { name: "GitHub Pages", bytes: 1_000_000_000, ..ANY },
    Host { name: "GitLab Pages", bytes: 1_000_000_000, files: 200_000, are_folders_counted: true, ..ANY },
    Host { name: "Cloudflare Pages, free", files: 20_000, file: 25 << 20, ..ANY },
    Host { name: "Cloudflare Pages, paid", files: 100_000, file: 25 << 20, ..ANY },
    Host { name: "Netlify", crowd: 54_000, ..ANY },
];

/// The names of the hosts that a site fits, and of each other one what is too much for it.
pub fn hosts(extent: &Extent) -> (Vec<&'static str>, Vec<(&'static str, TooMuch)>) {
    let (mut fit, mut unfit) = (Vec::new(), Vec::new());
    for host in HOSTS {
        match too_much(&host, extent) {
            None => fit.push(host.name),
            Some(what) => unfit.push((host.name, what)),
        }
    }
    (fit, unfit)
}

/// What of a site is too much for a host; with the most that it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TooMuch {
    /// The site is too large.
    Bytes(u64),
    /// It has too many files, or files and folders.
    Files(usize),
    /// This file is too large.
    File(String, u64),
    /// A folder has too many entries.
    Crowd(usize),
}

fn too_much(host: &Host, extent: &Extent) -> Option<TooMuch> {
    let files = extent.files + if host.are_folders_counted { extent.folders } else { 0 };
    if extent.bytes > host.bytes {
        return Some(TooMuch::Bytes(host.bytes));
    }
    if files > host.files {
        return Some(TooMuch::Files(host.files));
    }
    if extent.crowd > host.crowd {
        return Some(TooMuch::Crowd(host.crowd));
    }
    let (bytes, path) = extent.largest.as_ref()?;
    (*bytes > host.file).then(|| TooMuch::File(path.clone(), host.file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_takes_what_it_says_and_no_more() {
        let small = Extent { files: 90, folders: 20, crowd: 40, bytes: 5_000_000, largest: None };
        assert_eq!(hosts(&small).0.len(), HOSTS.len());
        let unfit = |change: &dyn Fn(&mut Extent)| {
            let mut extent = small.clone();
            change(&mut extent);
            hosts(&extent).1
        };
        assert_eq!(unfit(&|of| of.files = 20_000), []);
        assert_eq!(unfit(&|of| of.files = 20_001), [("Cloudflare Pages, free", TooMuch::Files(20_000))]);
        let many = unfit(&|of| (of.files, of.folders) = (150_000, 50_001));
        assert_eq!(
            many.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
            ["GitLab Pages", "Cloudflare Pages, free", "Cloudflare Pages, paid"]
        );
        let large = unfit(&|of| of.bytes = 1_000_000_001);
        assert_eq!(large[0], ("GitHub Pages", TooMuch::Bytes(1_000_000_000)));
        assert_eq!(large.len(), 2);
        let file = unfit(&|of| of.largest = Some(((25 << 20) + 1, "documents/film.mp4".to_owned())));
        assert_eq!(file[1], ("Cloudflare Pages, paid", TooMuch::File("documents/film.mp4".to_owned(), 25 << 20)));
        assert_eq!(unfit(&|of| of.crowd = 54_001), [("Netlify", TooMuch::Crowd(54_000))]);
    }
}
