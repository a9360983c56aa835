//! Paths as addresses have them.

/// A path in percent signs, step by step: the slashes between its steps stay, and all that may mean something else in an
/// address goes. So a name of a file may have any sign in it.
pub fn encoded(path: &str) -> String {
    let mut written = String::new();
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                written.push(char::from(byte))
            }
            _ => written.push_str(&format!("%{byte:02X}")),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_is_encoded_and_the_slashes_stay() {
        assert_eq!(encoded("2011/programme_1.2-a~b.pdf"), "2011/programme_1.2-a~b.pdf");
        assert_eq!(encoded("møter/50 % & #1?.pdf"), "m%C3%B8ter/50%20%25%20%26%20%231%3F.pdf");
    }
}
