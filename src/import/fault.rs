//! Why a file cannot be read, or not without an answer to a question.

use std::fmt;

use crate::import::origin::Origin;

/// Why nothing of a file can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It has nothing in it.
    Empty,
    /// It is larger than what is read: its size and the limit, in bytes.
    TooLarge(u64, u64),
    /// What is packed in it is larger than what is read.
    Bomb,
    /// It is of a kind that is not read; what it is.
    Kind(&'static str),
    /// It is of its kind, but broken: where, and why.
    Broken(Origin, String),
    /// It is of its kind, but there is no meeting in it; why.
    NoMeetings(&'static str),
    /// What can mean two things: a sentence that says which, and the option that decides it.
    Ambiguous(String),
    /// The mapping beside says what cannot be meant: a sentence.
    Mapping(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("the file is empty."),
            Self::TooLarge(size, limit) => write!(
                formatter,
                "it has {} MB, and up to {} MB are read; divide it, by years for example, and import one part after another.",
                size.div_ceil(1 << 20),
                limit >> 20
            ),
            Self::Bomb => formatter.write_str(
                "what is packed in it is very much larger than the file and is not unpacked; save it again with the program \
                 that it comes from.",
            ),
            Self::Kind(what) => write!(formatter, "it is not read, since it is {what}."),
            Self::Broken(origin, why) if *origin == Origin::whole() => write!(formatter, "it cannot be read: {why}."),
            Self::Broken(origin, why) => write!(formatter, "it cannot be read from {origin} on: {why}."),
            Self::NoMeetings(why) => write!(formatter, "there is no meeting in it: {why}."),
            Self::Ambiguous(what) | Self::Mapping(what) => formatter.write_str(what),
        }
    }
}
