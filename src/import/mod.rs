//! What keepers have, read as it is: bytes of any kind in, records of the format out, and a line for everything that was
//! done. Native only.

pub mod assemble;
pub mod calendar;
pub mod draft;
pub mod encoding;
pub mod fault;
pub mod json;
pub mod merge;
pub mod origin;
pub mod piece;
pub mod plain;
pub mod report;
pub mod run;
pub mod source;
pub mod table;
pub mod times;
pub mod told;
pub mod xml;
pub mod zip;
