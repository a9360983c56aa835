//! Tests of the core and of the shipped archive: plain data in, plain data out.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod check;
mod dataset;
mod explore;
mod export;
mod pages;
mod publish;
