//! The keeper's tool as a person and a program read it.

mod check;
mod encodings;
mod places;
mod serve;
