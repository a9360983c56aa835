mod counts;
mod declared;
mod explore;
mod letters;
mod pieces;
mod spellings;
