//! The browser's entry point.

fn main() {
    meetings::shell::start();
}
