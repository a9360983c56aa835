//! The browser's entry point.

fn main() {
    meetings::browser::start::start();
}
