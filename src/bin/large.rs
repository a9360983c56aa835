//! The browser's entry point for archives in pieces.

fn main() {
    meetings::browser::start::start();
}
