mod changed;
mod check;
mod facets;
mod format;
mod later;
mod signs;
mod times;
