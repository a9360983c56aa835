//! Numbers as bytes: LEB128, seven bits a byte, the lowest first, the highest bit where more follow. What ends too early or
//! makes no sense reads as what can be made of it, never as a panic.

/// Appends a number.
pub fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads a number.
pub fn read(bytes: &mut std::slice::Iter<u8>) -> u32 {
    let (mut number, mut shift) = (0, 0);
    for byte in bytes {
        number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or_default();
        if byte & 0x80 == 0 {
            break;
        }
        shift += 7;
    }
    number
}

/// Reads all numbers.
pub fn read_all(bytes: &[u8]) -> Vec<u32> {
    let mut bytes = bytes.iter();
    let mut numbers = Vec::new();
    while !bytes.as_slice().is_empty() {
        numbers.push(read(&mut bytes));
    }
    numbers
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_are_read_as_written(numbers in vec(any::<u32>(), 0..9)) {
            let mut bytes = Vec::new();
            numbers.iter().for_each(|number| write(&mut bytes, *number));
            let mut bytes = bytes.iter();
            prop_assert_eq!(numbers.iter().map(|_| read(&mut bytes)).collect::<Vec<_>>(), numbers);
        }
    }
}
