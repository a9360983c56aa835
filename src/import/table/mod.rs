//! Tables of any make: what each column is, what each cell says, and which rows are one meeting.

pub mod agenda;
pub mod attendance;
pub mod columns;
pub mod comma;
pub mod csv;
pub mod dates;
pub mod documents;
pub mod drafts;
pub mod find;
pub mod header;
pub mod lists;
pub mod mapping;
pub mod names;
pub mod ods;
pub mod own;
pub mod people;
pub mod plan;
pub mod role;
pub mod rows;
pub mod stats;
pub mod turned;
pub mod unused;
pub mod when;
pub mod xlsx;
