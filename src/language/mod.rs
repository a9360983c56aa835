//! Everything that a visitor or a keeper reads besides the data itself: a folder a language, each with the same
//! functions. Which language the program speaks is said here, and nowhere else.

pub mod en;
pub mod order;

#[cfg(feature = "native")]
pub use self::en::checks;
pub use self::en::{NAMES, TAG, dates, kept, labels, map, messages, met, problems, timeline, world};
