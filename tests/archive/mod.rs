mod changed;
mod check;
mod facets;
mod forgiven;
mod format;
mod later;
mod signs;
mod times;
