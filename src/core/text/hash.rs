//! A short hash of a text, the same on every machine and for good.

/// FNV-1a with 32 bits (draft-eastlake-fnv), as eight hexadecimal digits. It tells texts apart, but not from one that was
/// made to have the same.
///
/// ```
/// assert_eq!(meetings::core::text::hash::hash("foobar"), "bf9cf968");
/// ```
pub fn hash(text: &str) -> String {
    let hash = text.bytes().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    // Eight digits of four bits, written by hand: numbers with leading zeros would bring more than they are worth.
    (0..8).rev().filter_map(|at| char::from_digit(hash >> (4 * at) & 0xf, 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_those_of_the_draft() {
        assert_eq!(hash(""), "811c9dc5");
        assert_eq!(hash("a"), "e40c292c");
    }
}
