mod changed;
mod check;
mod every;
mod facets;
mod format;
mod later;
mod signs;
mod times;
