//! `archive import`: what people have in, one dataset out.

mod readers;
