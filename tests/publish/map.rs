//! The map that is published: its region, its lines within its frame, its size.

use std::collections::BTreeMap;

use brotli::enc::BrotliEncoderParams;
use meetings::publish::map::flat::AROUND;
use meetings::publish::map::projection::Projection;
use meetings::publish::map::region::{Region, degrees_between};
use meetings::publish::map::svg::svg;
use meetings::publish::map::{Dot, Map};
use serde_json::json;

use crate::support::folder::Folder;
use crate::support::{collection, shipped};

/// The most that the map of the shipped archive may weigh, in bytes (Brotli 11).
const MAY_WEIGH: usize = 4000;

/// The map of places, by latitude and longitude.
fn map(places: &[(f64, f64)]) -> Option<Map> {
    let records = places
        .iter()
        .enumerate()
        .map(|(at, (lat, lon))| json!({"id": format!("p{at}"), "name": "P", "lat": lat, "lon": lon}));
    let meetings = (0..places.len())
        .map(|at| json!({"id": format!("m{at}"), "title": "M", "start": "2001", "place": format!("p{at}")}));
    let (records, meetings): (Vec<_>, Vec<_>) = (records.collect(), meetings.collect());
    let dataset = json!({"version": 1, "title": "T", "language": "en", "places": records, "meetings": meetings});
    let collection = collection(&dataset.to_string());
    assert_eq!(collection.archive.problems, []);
    Map::of(&collection.archive)
}

/// Whether a point is on land: an odd number of rings are around it.
fn is_land(map: &Map, (x, y): Dot) -> bool {
    let mut is_land = false;
    for ring in &map.land {
        let mut from = ring[ring.len() - 1];
        for to in ring {
            if (from.1 > y) != (to.1 > y) {
                let crossing =
                    f64::from(from.0) + f64::from(to.0 - from.0) * f64::from(y - from.1) / f64::from(to.1 - from.1);
                is_land ^= f64::from(x) < crossing;
            }
            from = *to;
        }
    }
    is_land
}

/// Places of all kinds of regions.
fn regions() -> BTreeMap<&'static str, Vec<(f64, f64)>> {
    BTreeMap::from([
        ("one place", vec![(69.727, 30.045)]),
        ("a town", vec![(59.91, 10.75), (59.92, 10.76)]),
        ("a region", vec![(59.91, 10.75), (69.65, 18.96), (64.54, 40.54)]),
        ("across the 180th meridian", vec![(-36.85, 174.76), (-13.83, -171.76), (-18.14, 178.44)]),
        ("the Bering Strait", vec![(64.5, -165.4), (64.73, 177.5)]),
        ("the north pole", vec![(78.22, 15.65), (71.29, -156.79), (73.5, 80.5), (76.53, -68.7)]),
        ("a pole itself", vec![(90.0, 0.0)]),
        ("Antarctica", vec![(-77.85, 166.67), (-67.6, 62.87), (-64.77, -64.05)]),
        ("inland", vec![(46.0, 90.0)]),
        ("the open sea", vec![(-30.0, -130.0)]),
        ("a continent", vec![(60.17, 24.94), (37.98, 23.73), (38.72, -9.14), (64.15, -21.94)]),
        ("the world", vec![(51.5, -0.1), (-33.87, 151.2), (37.77, -122.4), (-34.6, -58.4)]),
        ("the far south of the world", vec![(51.5, -0.1), (-77.85, 166.67), (82.5, -62.3)]),
        ("antipodes", vec![(0.0, 0.0), (0.0, 180.0)]),
    ])
}

#[test]
fn every_line_is_within_the_frame_and_every_place_well_within_it() {
    for (name, places) in regions() {
        let map = map(&places).unwrap();
        let Map { width, height, .. } = map;
        assert!(
            width <= 2 * height + 1 && height < width || name.contains("world") || name == "antipodes",
            "{name}: {width} × {height}"
        );
        let rings = map.land.iter().chain(&map.borders).chain(&map.globe);
        for (x, y) in rings.flatten() {
            let fits = |at: i32, size: i32| (-AROUND..=size + AROUND).contains(&at);
            assert!(fits(*x, width) && fits(*y, height), "{name}: {x} {y}");
        }
        // No border runs along the frame.
        for two in map.borders.iter().flat_map(|line| line.windows(2)) {
            let edge = |at: i32, size: i32| at == -AROUND || at == size + AROUND;
            let along = |a: i32, b: i32, size: i32| a == b && edge(a, size);
            assert!(!along(two[0].0, two[1].0, width) && !along(two[0].1, two[1].1, height), "{name}: {two:?}");
        }
        assert_eq!(map.spots.len(), places.len(), "{name}");
        for spot in &map.spots {
            let (x, y) = spot.at;
            assert!((20..=width - 20).contains(&x) && (3..=height - 3).contains(&y), "{name}: {spot:?}");
        }
    }
}

#[test]
fn land_is_where_land_is() {
    let corners = |map: &Map| [(2, 2), (map.width - 2, 2), (2, map.height - 2), (map.width - 2, map.height - 2)];
    let all = regions();
    let map = |name: &str| map(&all[name]).unwrap();
    let inland = map("inland");
    assert!(
        corners(&inland).into_iter().all(|corner| is_land(&inland, corner)) && is_land(&inland, inland.spots[0].at)
    );
    let sea = map("the open sea");
    assert_eq!((&sea.land[..], &sea.borders[..]), (&[][..], &[][..]));
    // On the other side of the globe from the middle of this map is land: nothing is turned inside out.
    let pole = map("a pole itself");
    assert!(!is_land(&pole, pole.spots[0].at));
    let antarctica = map("Antarctica");
    assert!(is_land(&antarctica, (antarctica.width / 2, antarctica.height / 2)));
    let world = map("the world");
    let region = Region::of(&all["the world"].iter().map(|(lat, lon)| (*lon, *lat)).collect::<Vec<_>>()).unwrap();
    let at = |lat: f64, lon: f64| {
        let (x, y) = region.unit(region.projection.point((lon, lat)));
        (x.round() as i32, y.round() as i32)
    };
    for (place, lat, lon, expected) in [
        ("Brazil", -10.0, -50.0, true),
        ("the Sahara", 23.0, 10.0, true),
        ("Australia", -25.0, 135.0, true),
        ("Siberia", 65.0, 100.0, true),
        ("the Atlantic", 30.0, -40.0, false),
        ("the Indian Ocean", -20.0, 80.0, false),
        ("the Pacific", 0.0, -140.0, false),
    ] {
        assert_eq!(is_land(&world, at(lat, lon)), expected, "{place}");
    }
}

#[test]
fn a_region_is_around_its_places_and_the_whole_globe_is_shown_only_where_they_span_it() {
    for (name, places) in regions() {
        let places: Vec<_> = places.iter().map(|(lat, lon)| (*lon, *lat)).collect();
        let region = Region::of(&places).unwrap();
        match region.projection {
            Projection::World(_) => assert!(name.contains("world") || name == "antipodes", "{name}"),
            Projection::Around(centre) => {
                assert!(places.iter().all(|place| degrees_between(*place, centre) < 51.0), "{name}");
                let kilometres = (region.frame.high.0 - region.frame.low.0) * 6371.0;
                assert!(kilometres > 899.0, "{name}: {kilometres}");
            }
        }
    }
    assert_eq!(Region::of(&[]), None);
}

#[test]
fn the_map_of_the_shipped_archive_is_small_the_same_each_time_and_tells_its_places() {
    let archive = shipped();
    let map = Map::of(&archive).unwrap();
    let picture = svg(&archive, &map);
    assert_eq!(picture, svg(&archive, &Map::of(&archive).unwrap()));
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut picture.as_bytes(), &mut packed, &BrotliEncoderParams::default()).unwrap();
    assert!(packed.len() <= MAY_WEIGH, "{} bytes", packed.len());
    for place in &archive.dataset.places {
        let is_on = picture.contains(&format!("<circle id=\"spot-{}\" ", place.id));
        let is_used = archive.meetings.iter().any(|meeting| archive.places_of(meeting).any(|of| of.id == place.id));
        assert_eq!(is_on, is_used && place.lat.is_some(), "{}", place.id);
    }
}

/// The numbers of one map, so that another system, or another version of a crate, cannot change them unseen.
#[test]
fn the_numbers_of_a_map_are_those_that_were_drawn() {
    let map = map(&regions()["a region"]).unwrap();
    let spots: Vec<Dot> = map.spots.iter().map(|spot| spot.at).collect();
    let sum = |lines: &[Vec<Dot>]| {
        lines.iter().flatten().fold(0_i64, |sum, (x, y)| (sum * 31 + i64::from(x * 7 + y)) % 1_000_003)
    };
    let found = (map.height, spots, sum(&map.land), sum(&map.borders));
    assert_eq!(found, (731, vec![(97, 634), (387, 97), (903, 352)], 314_647, 456_352));
}

#[test]
fn an_archive_without_coordinates_has_no_map() {
    assert!(map(&[]).is_none());
    let site = Folder::published("map", &[]);
    assert!(site.text("map.svg").contains("spot-oslo"));
    assert!(
        site.text("sw.js").contains("\"map.svg\": \"sha256-") || site.text("sw.js").contains("\"map.svg\": \"sha384-")
    );
}
