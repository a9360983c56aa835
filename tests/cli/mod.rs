//! The keeper's tool as a person and a program read it.

mod check;
mod encodings;
mod links;
mod new;
mod newer;
mod output;
mod places;
mod seen;
mod serve;
mod stats;
