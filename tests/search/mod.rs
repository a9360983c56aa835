mod counts;
mod declared;
mod explore;
mod fields;
mod letters;
mod pieces;
mod spellings;
mod timeline;
