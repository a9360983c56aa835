//! Cuts areas and lines to a rectangle.

use crate::publish::map::projection::Point;

/// A rectangle with its sides along the axes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rectangle {
    /// The least of both numbers.
    pub low: Point,
    /// The greatest of both.
    pub high: Point,
}

/// A half of the plane: what is on this side of one of a rectangle's sides.
#[derive(Clone, Copy)]
struct Half {
    /// Whether it is bounded up and down, not to the left and right.
    is_vertical: bool,
    /// Where it is bounded.
    at: f64,
    /// Whether what is more than that is within.
    is_above: bool,
}

impl Half {
    /// How far a point is within; less than nothing where it is not.
    fn within(self, point: Point) -> f64 {
        let value = if self.is_vertical { point.1 } else { point.0 };
        if self.is_above { value - self.at } else { self.at - value }
    }

    /// Where a line from one point to another crosses the bound, exactly on it.
    fn crossing(self, from: Point, to: Point) -> Point {
        let (before, behind) = (self.within(from), self.within(to));
        let share = before / (before - behind);
        let between = |a: f64, b: f64| a + (b - a) * share;
        if self.is_vertical { (between(from.0, to.0), self.at) } else { (self.at, between(from.1, to.1)) }
    }
}

impl Rectangle {
    fn halves(&self) -> [Half; 4] {
        let half = |is_vertical, at, is_above| Half { is_vertical, at, is_above };
        let (low, high) = (self.low, self.high);
        [half(false, low.0, true), half(false, high.0, false), half(true, low.1, true), half(true, high.1, false)]
    }

    /// The same with its sides further out.
    pub fn grown(&self, by: f64) -> Self {
        Self { low: (self.low.0 - by, self.low.1 - by), high: (self.high.0 + by, self.high.1 + by) }
    }

    /// What of the area within a ring is in the rectangle: a ring again (I. E. Sutherland and G. W. Hodgman, Reentrant
    /// Polygon Clipping, Communications of the ACM 17:1, 1974), empty where nothing is. Where several pieces are left, they
    /// hang together by lines along the rectangle's sides.
    pub fn area(&self, ring: &[Point]) -> Vec<Point> {
        let mut ring = ring.to_vec();
        for half in self.halves() {
            let mut inside = Vec::with_capacity(ring.len());
            let mut before = ring.last().copied();
            for point in ring {
                let from = before.replace(point).unwrap_or(point);
                let (was_within, is_within) = (half.within(from) >= 0.0, half.within(point) >= 0.0);
                if was_within != is_within {
                    inside.push(half.crossing(from, point));
                }
                if is_within {
                    inside.push(point);
                }
            }
            ring = inside;
        }
        ring
    }

    /// What of a line is in the rectangle: lines again.
    pub fn line(&self, line: &[Point]) -> Vec<Vec<Point>> {
        let mut lines = vec![line.to_vec()];
        for half in self.halves() {
            lines = lines.iter().flat_map(|line| within(half, line)).collect();
        }
        lines
    }
}

/// What of a line is in a half of the plane.
fn within(half: Half, line: &[Point]) -> Vec<Vec<Point>> {
    let mut lines = Vec::new();
    let mut current: Vec<Point> = Vec::new();
    let mut before: Option<Point> = None;
    for point in line {
        let is_within = half.within(*point) >= 0.0;
        if let Some(from) = before.replace(*point)
            && (half.within(from) >= 0.0) != is_within
        {
            current.push(half.crossing(from, *point));
        }
        if is_within {
            current.push(*point);
        } else if !current.is_empty() {
            lines.push(std::mem::take(&mut current));
        }
    }
    lines.push(current);
    lines.retain(|line| line.len() > 1);
    lines
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    const FRAME: Rectangle = Rectangle { low: (0.0, 0.0), high: (20.0, 10.0) };

    fn is_inside(point: Point) -> bool {
        let (x, y) = point;
        (0.0..=20.0).contains(&x) && (0.0..=10.0).contains(&y)
    }

    /// Whether a point is within a ring, by the even and odd of what lies to its right.
    fn holds(ring: &[Point], (x, y): Point) -> bool {
        let mut is_within = false;
        for (at, to) in ring.iter().enumerate() {
            let from = ring[(at + ring.len() - 1) % ring.len()];
            if (from.1 > y) != (to.1 > y) && x < from.0 + (to.0 - from.0) * (y - from.1) / (to.1 - from.1) {
                is_within = !is_within;
            }
        }
        is_within
    }

    #[test]
    fn a_ring_around_the_frame_becomes_the_frame_and_one_beside_it_nothing() {
        let around = [(-5.0, -5.0), (30.0, -5.0), (30.0, 30.0), (-5.0, 30.0)];
        let mut cut = FRAME.area(&around);
        cut.sort_by(|a, b| a.partial_cmp(b).unwrap());
        assert_eq!(cut, [(0.0, 0.0), (0.0, 10.0), (20.0, 0.0), (20.0, 10.0)]);
        assert_eq!(FRAME.area(&[(30.0, 1.0), (40.0, 1.0), (40.0, 5.0)]), []);
    }

    #[test]
    fn a_line_through_the_frame_ends_at_its_sides_and_comes_back_as_another() {
        let line = [(-10.0, 5.0), (10.0, 5.0), (10.0, 20.0), (15.0, 20.0), (15.0, 5.0)];
        let cut = FRAME.line(&line);
        assert_eq!(cut, [vec![(0.0, 5.0), (10.0, 5.0), (10.0, 10.0)], vec![(15.0, 10.0), (15.0, 5.0)]]);
    }

    proptest! {
        #[test]
        fn what_is_cut_is_within_the_frame_and_covers_what_it_covered(
            ring in vec((-30.0..50.0f64, -30.0..40.0f64), 3..12),
            at in (0.01..19.99f64, 0.01..9.99f64),
        ) {
            let cut = FRAME.area(&ring);
            prop_assert!(cut.iter().all(|point| is_inside(*point)), "{:?}", cut);
            prop_assert_eq!(holds(&cut, at), holds(&ring, at));
            let lines = FRAME.line(&ring);
            prop_assert!(lines.iter().flatten().all(|point| is_inside(*point)), "{:?}", lines);
            // No line runs along a side, unless the one that was cut did.
            let along = |two: &[Point]| two[0].0 == two[1].0 && [0.0, 20.0].contains(&two[0].0);
            prop_assert!(!lines.iter().any(|line| line.windows(2).any(along)));
        }
    }
}
