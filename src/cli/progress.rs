//! How far a long step is, on the error output of a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// Whether progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loudness {
    /// As the call asks for with `--quiet`.
    Quiet,
    /// Where the error output is a terminal.
    Told,
}

/// A bar that tells how far a step is. It is gone once the step is over.
pub struct Progress(ProgressBar);

impl Progress {
    /// A bar for a step that has a name, such as "Pages", of which is not yet known how long it is.
    pub fn new(loudness: Loudness, name: &'static str) -> Self {
        if loudness == Loudness::Quiet {
            return Self(ProgressBar::hidden());
        }
        let bar = ProgressBar::new_spinner().with_message(name);
        bar.enable_steady_tick(Duration::from_millis(100));
        Self(bar)
    }

    /// Tells that so many of so many are done.
    pub fn at(&self, done: usize, all: usize) {
        if self.0.length() != Some(all as u64) {
            self.0.set_length(all as u64);
            if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {human_pos} of {human_len}, {eta} left") {
                self.0.set_style(style);
            }
        }
        self.0.set_position(done as u64);
    }

    /// Tells what is done now that the step itself is over, however long that takes.
    pub fn goes_on(&self, name: &'static str) {
        self.0.set_style(ProgressStyle::default_spinner());
        self.0.set_message(name);
    }

    /// Tells that so many are done where nobody knows how many there will be.
    pub fn count(&self, done: usize) {
        self.0.set_message(format!("{done} meetings"));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
