//! Tests of the core and of the shipped archive: plain data in, plain data out.

mod check;
mod dataset;
mod explore;
mod pages;
