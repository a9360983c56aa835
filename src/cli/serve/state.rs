//! What there is to see at a moment.

use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::watch::{Receiver, Sender};

/// A site that was built.
#[derive(Debug, Clone)]
pub struct Site {
    /// The name of this build, which its pages know.
    pub name: String,
    /// Where it is.
    pub folder: PathBuf,
}

/// What there is to see.
#[derive(Debug)]
pub struct State {
    /// A name of its own, other than that of any state before, of an earlier server too.
    pub name: String,
    /// The last site that could be built, if one could.
    pub site: Option<Site>,
    /// What is wrong with the files as they are now.
    pub problem: Option<String>,
}

impl State {
    /// The name that the pages have which are to be seen. While there is no site, each state has a page of its own.
    pub fn shown(&self) -> &str {
        self.site.as_ref().map_or(&self.name, |site| &site.name)
    }
}

/// Where the builds tell what there is to see; nothing before the first.
pub type Tell = Sender<Option<Arc<State>>>;

/// Where the server is told.
pub type Told = Receiver<Option<Arc<State>>>;
