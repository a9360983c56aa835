//! How far two words are from each other.

/// The number of mistakes between two words: letters changed, dropped, added, or swapped with their neighbour (optimal
/// string alignment).
pub fn mistakes(wanted: &[char], other: &str) -> usize {
    // The rows of the table for the last two letters of the second word, and for this one.
    let [mut before_last, mut last, mut row]: [Vec<usize>; 3] = [0, 1, 2].map(|_| (0..=wanted.len()).collect());
    let mut previous = None;
    for (at, letter) in other.chars().enumerate() {
        row[0] = at + 1;
        for (column, of) in wanted.iter().enumerate() {
            let mut least = (last[column] + usize::from(*of != letter)).min(last[column + 1] + 1).min(row[column] + 1);
            if column > 0 && previous == Some(*of) && wanted[column - 1] == letter {
                least = least.min(before_last[column - 1] + 1);
            }
            row[column + 1] = least;
        }
        previous = Some(letter);
        std::mem::swap(&mut before_last, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    last[wanted.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_counted_as_people_make_them() {
        for (wanted, other, count) in [
            ("rovaniemi", "rovaniemi", 0),
            ("rovanemi", "rovaniemi", 1),
            ("rovainemi", "rovaniemi", 1),
            ("rovvaniemi", "rovaniemi", 1),
            ("rovaxiemi", "rovaniemi", 1),
            ("rvaan", "rovaniemi", 6),
            ("", "abc", 3),
            ("abc", "", 3),
        ] {
            let wanted: Vec<char> = wanted.chars().collect();
            assert_eq!(mistakes(&wanted, other), count, "{other}");
        }
    }
}
