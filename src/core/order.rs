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
