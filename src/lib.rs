//! An archive of meetings, published as static files: a pure core, what it says in a language, one set of views for
//! browser and build, and what carries them. ARCHITECTURE.md has a chapter for each room.

#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "native")]
pub mod cli;
pub mod core;
#[cfg(any(feature = "native", feature = "module"))]
pub mod engine;
#[cfg(feature = "native")]
pub mod import;
pub mod language;
#[cfg(feature = "native")]
pub mod publish;
#[cfg(any(feature = "native", feature = "browser"))]
pub mod views;
