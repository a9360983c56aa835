//! The guides for keepers: what they show is what there is.

mod format;
mod run;
