//! The search alone, for whoever wants to drive or to measure it: read meeting by meeting, and built as a module.

#[cfg(feature = "module")]
pub mod module;
pub mod stream;
