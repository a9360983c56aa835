//! The browser's entry point for archives in parts.

fn main() {
    meetings::shell::start();
}
