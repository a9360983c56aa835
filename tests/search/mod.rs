mod counts;
mod declared;
mod explore;
mod pieces;
mod spellings;
