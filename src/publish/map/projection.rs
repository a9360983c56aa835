//! How the globe is laid flat. Sines and roots are those of the crate `libm`, which are the same on every system: so are the
//! bytes of a map.

use std::f64::consts::PI;

use libm::{asin, atan2, cos, sin, sqrt};

use crate::publish::map::outlines::Place;

/// A point on the map, in radii of the globe: to the east and to the north of its centre.
pub type Point = (f64, f64);

/// A way to lay the globe flat.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Projection {
    /// Lambert's azimuthal equal-area projection around a point, for a part of the globe: J. P. Snyder, Map Projections: A
    /// Working Manual (USGS Professional Paper 1395, 1987), equations 22-4, 22-5 and 24-2.
    Around(Place),
    /// The Equal Earth projection around a meridian, for the whole globe: B. Šavrič, T. Patterson and B. Jenny, The Equal
    /// Earth map projection (International Journal of Geographical Information Science 33:3, 2019).
    World(f64),
}

/// How far from the centre of [`Projection::Around`] anything is drawn, in radii on the map: two thirds of the way to the
/// other side of the globe. What is further stands there, in its direction.
pub const EDGE: f64 = 1.732;

impl Projection {
    /// A place on the map. For the whole globe the longitude is within half a turn of the meridian in the middle.
    pub fn point(self, place: Place) -> Point {
        match self {
            Self::Around(centre) => {
                let (x, y) = around(centre, place);
                let far = sqrt(x * x + y * y);
                // Of the point on the other side no direction is known, and any is as good.
                let (x, y, far) = if far.is_finite() { (x, y, far) } else { (2.0, 0.0, 2.0) };
                if far > EDGE { (x * EDGE / far, y * EDGE / far) } else { (x, y) }
            }
            Self::World(middle) => equal_earth(middle, place),
        }
    }
}

/// Where Lambert's projection has a place; the one on the other side of the globe is nowhere.
fn around(centre: Place, (lon, lat): Place) -> Point {
    let (turn, lat, lat1) = (radians(lon - centre.0), radians(lat), radians(centre.1));
    let along = cos(lat) * cos(turn);
    let k = sqrt(2.0 / (1.0 + sin(lat1) * sin(lat) + cos(lat1) * along).max(0.0));
    (k * cos(lat) * sin(turn), k * (cos(lat1) * sin(lat) - sin(lat1) * along))
}

/// Where the Equal Earth projection has a place.
fn equal_earth(middle: f64, (lon, lat): Place) -> Point {
    let [a1, a2, a3, a4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
    let root = sqrt(3.0);
    let theta = asin(root / 2.0 * sin(radians(lat)));
    let square = theta * theta;
    let sixth = square * square * square;
    let below = 3.0 * (9.0 * a4 * sixth * square + 7.0 * a3 * sixth + 3.0 * a2 * square + a1);
    let x = 2.0 * root * radians(lon - middle) * cos(theta) / below;
    (x, theta * (a1 + a2 * square + sixth * (a3 + a4 * square)))
}

/// Degrees in radians.
pub fn radians(degrees: f64) -> f64 {
    degrees * PI / 180.0
}

/// A place as the direction in which it lies from the middle of the globe.
pub fn direction((lon, lat): Place) -> [f64; 3] {
    let (lon, lat) = (radians(lon), radians(lat));
    [cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)]
}

/// The place that lies in a direction.
pub fn place([x, y, z]: [f64; 3]) -> Place {
    (atan2(y, x) * 180.0 / PI, atan2(z, sqrt(x * x + y * y)) * 180.0 / PI)
}

/// A difference of longitudes the shorter way, from -180 to below 180.
pub fn turn(degrees: f64) -> f64 {
    let turned = (degrees + 180.0) % 360.0;
    if turned < 0.0 { turned + 180.0 } else { turned - 180.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_near(found: Point, expected: Point) {
        assert!((found.0 - expected.0).abs() < 1e-6 && (found.1 - expected.1).abs() < 1e-6, "{found:?}");
    }

    #[test]
    fn a_part_of_the_globe_lies_as_its_source_has_it() {
        // Snyder's numerical example, page 332, for a globe of radius 3.
        assert_near(around((-100.0, 40.0), (100.0, -20.0)), (-4.233_930_3 / 3.0, 4.025_777_5 / 3.0));
        // It is further from the centre than anything is drawn, so it stands at the edge, in its direction.
        let (x, y) = Projection::Around((-100.0, 40.0)).point((100.0, -20.0));
        assert_near((sqrt(x * x + y * y), x / y), (EDGE, -4.233_930_3 / 4.025_777_5));
        // Around a pole (equations 24-3 to 24-5) a place at latitude 80 is 2 sin 5° away from it.
        assert_near(Projection::Around((0.0, 90.0)).point((90.0, 80.0)), (2.0 * sin(radians(5.0)), 0.0));
        assert_near(Projection::Around((0.0, 90.0)).point((0.0, 80.0)), (0.0, -2.0 * sin(radians(5.0))));
        assert_near(Projection::Around((10.0, 0.0)).point((-170.0, 0.0)), (EDGE, 0.0));
    }

    #[test]
    fn the_whole_globe_lies_as_its_source_has_it() {
        // The values that PROJ is tested with (eqearth in its builtins.gie), for a globe of 6378137 m.
        for (place, expected) in [
            ((180.0, 0.0), (17_263_256.84, 0.0)),
            ((180.0, 45.0), (14_795_421.79, 5_486_671.72)),
            ((-180.0, 90.0), (-10_227_908.09, 8_402_320.16)),
        ] {
            let (x, y) = Projection::World(0.0).point(place);
            assert_near((x, y), (expected.0 / 6_378_137.0, expected.1 / 6_378_137.0));
        }
    }

    #[test]
    fn a_direction_is_a_place_again() {
        for of in [(0.0, 0.0), (179.5, 12.0), (-100.0, -89.0), (30.0, 89.9)] {
            assert_near(place(direction(of)), of);
        }
        assert_eq!([turn(190.0), turn(-190.0), turn(180.0), turn(360.0)], [-170.0, 170.0, -180.0, 0.0]);
    }
}
