//! The engine alone, as a module.

// What it gives is exported by the library; it only has to be linked.
use meetings as _;

fn main() {}
