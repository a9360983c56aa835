//! What a site is made of, and when it changes.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant, SystemTime};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::cli::site_file;
use crate::publish::kept;

/// So long nothing has happened any more before files are looked at: an editor writes one in several steps.
const QUIET: Duration = Duration::from_millis(30);

/// So long they are waited for at most.
const MOST: Duration = Duration::from_millis(300);

/// So often files are looked at where nothing tells that they have changed: on a share of another machine, in a folder that has
/// been replaced, or where the system tells no more.
const SLOWLY: Duration = Duration::from_secs(1);

/// The files as they are: the size of each, and when it was written. What is not there is not among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

impl Look {
    fn take(&mut self, path: PathBuf, found: &Metadata) {
        self.0.insert(path, (found.len(), found.modified().ok()));
    }

    fn take_below(&mut self, folder: &Path) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => self.take_below(&entry.path()),
                _ => _ = fs::metadata(entry.path()).map(|found| self.take(entry.path(), &found)),
            }
        }
    }
}

/// Watches a dataset and what stands beside it. What happened is not asked, only that something did: the systems tell it too
/// differently. Whether anything has changed is seen by looking.
pub struct Watch {
    dataset: PathBuf,
    /// None where the system lets nothing be watched.
    watcher: Option<RecommendedWatcher>,
    happened: Receiver<()>,
    /// Keeps the way open where there is no watcher.
    _happens: Sender<()>,
}

impl Watch {
    /// Begins to watch.
    pub fn new(dataset: &Path) -> Self {
        let (happens, happened) = channel();
        let tell = happens.clone();
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if event.is_ok_and(|event| is_change(event.kind)) {
                // Who does not listen any more has ended.
                let _ = tell.send(());
            }
        });
        let mut watch = Self { dataset: dataset.to_owned(), watcher: watcher.ok(), happened, _happens: happens };
        // Of a file itself nothing is told once another has taken its name.
        let beside = dataset.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
        watch.also(beside, RecursiveMode::NonRecursive);
        watch.also(&kept::folder(dataset), RecursiveMode::Recursive);
        watch
    }

    fn also(&mut self, folder: &Path, mode: RecursiveMode) {
        if let Some(watcher) = &mut self.watcher {
            // What cannot be watched is looked at slowly.
            let _ = watcher.watch(folder, mode);
        }
    }

    /// The files as they are now.
    pub fn look(&self) -> Look {
        let mut look = Look::default();
        for path in [self.dataset.clone(), self.dataset.with_file_name(site_file::NAME)] {
            if let Ok(found) = fs::metadata(&path) {
                look.take(path, &found);
            }
        }
        look.take_below(&kept::folder(&self.dataset));
        look
    }

    /// Waits until files should be looked at again.
    pub fn wait(&self) {
        if self.happened.recv_timeout(SLOWLY).is_err() {
            return;
        }
        let began = Instant::now();
        while began.elapsed() < MOST && self.happened.recv_timeout(QUIET).is_ok() {}
    }
}

/// Whether something may have changed: that a file was read, as each build does, is told too.
fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(of) if of != AccessKind::Close(AccessMode::Write))
}
