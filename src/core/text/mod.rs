//! What a text is, whoever wrote it: letters, words, dates, and lists of texts in order.

pub mod clock;
pub mod date;
pub mod distance;
pub mod fold;
pub mod hash;
pub mod ids;
pub mod interner;
pub mod letters;
pub mod order;
pub mod ordinal;
pub mod percent;
pub mod slug;
pub mod typed_date;
pub mod vocabulary;
