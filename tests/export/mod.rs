mod every;
mod files;
mod hard;
mod times;
