mod files;
mod hard;
