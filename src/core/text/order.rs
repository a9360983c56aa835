//! The one sort of the program. The standard library writes its sort anew for every type, some 5 kB of WASM each, so
//! everything here is put in order by its positions.

use std::cmp::Ordering;

/// The positions `0..count` in the order of `compare`; what compares equal keeps its order.
pub fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    sort(&mut positions, compare);
    positions
}

/// Puts positions in the order of `compare`; what compares equal keeps its order.
pub fn sort(positions: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    positions.sort_by(|a, b| compare(*a, *b));
}

/// The first number of a range, in which `is_past` is at first false and then true, for which it is true; the range's
/// end where it never is.
pub fn first_that(range: std::ops::Range<usize>, is_past: &dyn Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (range.start, range.end);
    while low < high {
        let middle = low + (high - low) / 2;
        if is_past(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}
