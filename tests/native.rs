//! Tests of what runs natively, and of the shipped archive: plain data in, plain data out. The folders are the rooms'.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod archive;
mod cli;
mod export;
mod guide;
mod house;
mod import;
mod publish;
mod search;
mod support;
