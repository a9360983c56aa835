//! Leaves out what is too small to be seen.

use libm::sqrt;

use crate::publish::map::projection::Point;

/// A line without the points that are closer than `tolerance` to the line without them (D. H. Douglas and T. K. Peucker,
/// Algorithms for the Reduction of the Number of Points, Cartographica 10:2, 1973). Its ends stay.
pub fn simplified(line: &[Point], tolerance: f64) -> Vec<Point> {
    let mut stays = vec![false; line.len()];
    [stays.first_mut()].into_iter().flatten().for_each(|first| *first = true);
    [stays.last_mut()].into_iter().flatten().for_each(|last| *last = true);
    let mut parts = vec![(0, line.len().saturating_sub(1))];
    while let Some((first, last)) = parts.pop() {
        if let Some((at, far)) = furthest(line, first, last)
            && far > tolerance
        {
            stays[at] = true;
            parts.extend([(first, at), (at, last)]);
        }
    }
    line.iter().zip(stays).filter(|(_, stays)| *stays).map(|(point, _)| *point).collect()
}

/// A ring without such points; its first point stands once. It is taken for two lines, between its first point and the one
/// furthest from that.
pub fn simplified_ring(ring: &[Point], tolerance: f64) -> Vec<Point> {
    let Some(first) = ring.first() else { return Vec::new() };
    let mut far = (0, 0.0);
    for (at, point) in ring.iter().enumerate() {
        let distance = distance(*point, *first);
        if distance > far.1 {
            far = (at, distance);
        }
    }
    let mut closed = ring.to_vec();
    closed.push(*first);
    let mut simple = simplified(&closed[..=far.0], tolerance);
    simple.pop();
    simple.extend(simplified(&closed[far.0..], tolerance));
    simple.pop();
    simple
}

/// Which point between two others of a line is furthest from the line between those, and how far it is.
fn furthest(line: &[Point], first: usize, last: usize) -> Option<(usize, f64)> {
    let mut furthest: Option<(usize, f64)> = None;
    for at in first + 1..last {
        let far = from_line(line[at], line[first], line[last]);
        if furthest.is_none_or(|(_, before)| far > before) {
            furthest = Some((at, far));
        }
    }
    furthest
}

/// How far a point is from the line between two others.
fn from_line(of: Point, from: Point, to: Point) -> f64 {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let square = x * x + y * y;
    if square == 0.0 {
        return distance(of, from);
    }
    let along = (((of.0 - from.0) * x + (of.1 - from.1) * y) / square).clamp(0.0, 1.0);
    distance(of, (from.0 + x * along, from.1 + y * along))
}

fn distance(a: Point, b: Point) -> f64 {
    sqrt((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1))
}

/// The area within a ring.
pub fn area(ring: &[(i32, i32)]) -> i64 {
    let mut twice = 0;
    let mut before = ring.last().copied().unwrap_or_default();
    for to in ring {
        twice += i64::from(before.0) * i64::from(to.1) - i64::from(to.0) * i64::from(before.1);
        before = *to;
    }
    twice.abs() / 2
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn corners_stay_and_what_lies_between_them_goes() {
        let square = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0), (5.0, 9.9), (0.0, 10.0)];
        assert_eq!(simplified_ring(&square, 0.5), [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]);
        assert_eq!(simplified(&[(0.0, 0.0), (1.0, 0.1), (2.0, 0.0)], 0.5), [(0.0, 0.0), (2.0, 0.0)]);
        assert_eq!(area(&[(0, 0), (10, 0), (10, 10), (0, 10)]), 100);
        assert!(simplified(&[], 1.0).is_empty() && simplified_ring(&[], 1.0).is_empty());
    }

    proptest! {
        #[test]
        fn nothing_that_goes_was_further_away_than_it_may(line in vec((0.0..50.0f64, 0.0..50.0f64), 2..30)) {
            let simple = simplified(&line, 2.0);
            let far = |of: &Point| simple.windows(2).map(|two| from_line(*of, two[0], two[1])).fold(f64::MAX, f64::min);
            prop_assert!(line.iter().all(|point| far(point) <= 2.0));
        }
    }
}
