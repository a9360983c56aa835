mod check;
mod facets;
mod format;
