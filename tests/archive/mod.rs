mod changed;
mod check;
mod doubles;
mod facets;
mod faults;
mod format;
mod later;
mod signs;
