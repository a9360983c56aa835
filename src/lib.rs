//! An archive of meetings, published as static files: a pure core, one set of views for browser and build, and a thin
//! shell around them. ARCHITECTURE.md tells how they fit together.

#[cfg(any(feature = "native", feature = "browser"))]
pub mod app;
pub mod core;
#[cfg(feature = "native")]
pub mod keeper;
#[cfg(feature = "browser")]
pub mod shell;
pub mod wording;
