mod counts;
mod declared;
mod explore;
mod fields;
mod letters;
mod map;
mod pieces;
mod spellings;
