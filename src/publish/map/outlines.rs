//! The coasts and borders of the world, as `build/outlines.bin` has them; `build/outlines.md` tells where they come from, and
//! `build/outlines.mjs` how they were made.
//!
//! The file holds two lists, rings of coast and then borders: the number of lines, and for each the number of its points and
//! the steps from point to point, to the east and to the north, of which [`STEPS`] are a degree. The first step of a line
//! leads from the last point before. Numbers have seven bits a byte (LEB128), with the sign as their last bit.

/// The file.
const OUTLINES: &[u8] = include_bytes!("../../../build/outlines.bin");

/// Steps in a degree.
const STEPS: f64 = 200.0;

/// No two points that follow each other are further apart than this, in degrees: a border along a parallel is no straight
/// line on most maps.
const FURTHEST: f64 = 1.0;

/// A point on the globe: its longitude and its latitude, in degrees. Along a line the longitude goes on beyond 180.
pub type Place = (f64, f64);

/// The lines of the world.
pub struct Outlines {
    /// Where land ends, each with its first point once more as its last. The one around the south pole ends a turn away from
    /// where it begins.
    pub coasts: Vec<Vec<Place>>,
    /// Where one country ends and another begins.
    pub borders: Vec<Vec<Place>>,
}

/// The coasts and borders of the world.
pub fn outlines() -> Outlines {
    let mut numbers = Numbers(OUTLINES);
    let mut at = (0, 0);
    let coasts = numbers.lines(&mut at);
    Outlines { coasts, borders: numbers.lines(&mut at) }
}

/// The numbers of the file that are still to be read. Behind the last all are zero.
struct Numbers<'a>(&'a [u8]);

impl Numbers<'_> {
    fn next(&mut self) -> i64 {
        let (mut number, mut shift) = (0, 0);
        while let Some((byte, rest)) = self.0.split_first() {
            self.0 = rest;
            number |= i64::from(byte & 0x7f) << shift;
            shift += 7;
            if *byte < 0x80 {
                break;
            }
        }
        number
    }

    fn signed(&mut self) -> i64 {
        let number = self.next();
        if number % 2 == 0 { number / 2 } else { -(number + 1) / 2 }
    }

    fn lines(&mut self, at: &mut (i64, i64)) -> Vec<Vec<Place>> {
        let count = self.next();
        (0..count).map(|_| self.line(at)).collect()
    }

    fn line(&mut self, at: &mut (i64, i64)) -> Vec<Place> {
        let mut line: Vec<Place> = Vec::new();
        for _ in 0..self.next() {
            *at = (at.0 + self.signed(), at.1 + self.signed());
            step_to(&mut line, (at.0 as f64 / STEPS, at.1 as f64 / STEPS));
        }
        line
    }
}

/// Goes on to a point, in several steps where it is far.
pub fn step_to(line: &mut Vec<Place>, to: Place) {
    if let Some(from) = line.last().copied() {
        let (east, north) = (to.0 - from.0, to.1 - from.1);
        let count = (east.abs().max(north.abs()) / FURTHEST).ceil();
        let mut step = 1.0;
        while step < count {
            line.push((from.0 + east * step / count, from.1 + north * step / count));
            step += 1.0;
        }
    }
    line.push(to);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coasts_are_rings_and_no_step_is_long() {
        let Outlines { coasts, borders } = outlines();
        assert!(coasts.len() > 1000 && borders.len() > 300);
        let around = |line: &&Vec<Place>| (line[0].0 - line[line.len() - 1].0).abs() > 1.0;
        for ring in coasts.iter().filter(|ring| !around(ring)) {
            assert!((ring[0].0 - ring[ring.len() - 1].0).abs() < 1e-9 && ring[0].1 == ring[ring.len() - 1].1);
        }
        // Antarctica alone goes around the globe.
        let around: Vec<&Vec<Place>> = coasts.iter().filter(around).collect();
        assert!(around.len() == 1 && around[0].iter().all(|(_, lat)| *lat < -60.0));
        for line in coasts.iter().chain(&borders) {
            assert!(
                line.windows(2).all(|two| (two[0].0 - two[1].0).abs() <= 1.001 && (two[0].1 - two[1].1).abs() <= 1.001)
            );
            assert!(line.iter().all(|(_, lat)| lat.abs() <= 90.0));
        }
    }
}
