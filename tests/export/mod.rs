mod files;
mod hard;
mod times;
