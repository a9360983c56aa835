mod changed;
mod check;
mod doubles;
mod facets;
mod format;
mod later;
mod signs;
