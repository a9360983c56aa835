//! Measures the core natively, and what its index is made of beside the crates that could stand in its place.
//!
//! Reads the dataset that the environment names in `DATASET`; `make bench` makes one up.

#![allow(clippy::unwrap_used, missing_docs, reason = "a bench that cannot go on has failed")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use fixedbitset::FixedBitSet;
use fst::{IntoStreamer, Map, Streamer};
use meetings::core::address::query::Query;
use meetings::core::address::route::{Kind, Order};
use meetings::core::archive::Archive;
use meetings::core::search::catalogue::Catalogue;
use meetings::core::search::collection::Collection;
use meetings::core::search::explore::explore;
use meetings::core::search::index::piece::Lacking;
use meetings::core::search::together::Together;
use meetings::language::NAMES;
use roaring::RoaringBitmap;
use serde_json::{Value, json};

/// Three thousand meetings of eleven people each.
fn attendances() -> Archive {
    let mut seed = 15u64;
    let mut below = |limit: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % limit
    };
    let mut somebody = || {
        let most = 1 + below(3000);
        format!("n{}", below(most))
    };
    let meeting = |at: usize| {
        let people: Vec<String> = (0..11).map(|_| somebody()).collect();
        json!({"id": format!("m{at}"), "title": "M", "start": "2001", "people": people})
    };
    let meetings: Vec<Value> = (0..3000).map(meeting).collect();
    let people: Vec<Value> = (0..3000).map(|at| json!({"id": format!("n{at}"), "name": format!("N {at}")})).collect();
    let dataset = json!({"version": 1, "title": "T", "language": "en", "people": people, "meetings": meetings});
    Archive::read(&dataset.to_string()).unwrap()
}

fn measure(criterion: &mut Criterion) {
    let json = std::fs::read_to_string(std::env::var("DATASET").unwrap()).unwrap();
    let Collection { archive, catalogue } = &Collection::read(&json, &NAMES).unwrap();
    let lacking = Lacking::default();
    let index = catalogue.index.get().unwrap().reader(&lacking);

    let mut core = criterion.benchmark_group("core");
    core.sample_size(10);
    core.bench_function("reading the records", |bench| bench.iter(|| Archive::read(&json).unwrap()));
    core.bench_function("cataloguing them", |bench| {
        bench.iter(|| Catalogue::new(archive, &NAMES));
    });
    core.bench_function("indexing their words", |bench| bench.iter(|| Collection::index(archive, &NAMES)));
    core.sample_size(100);
    for (name, query) in [
        ("everything", Query::default()),
        ("a theme ticked", Query::only("theme", "theme-1")),
        ("a letter", Query::default().with_text("b")),
        ("a word", Query::default().with_text("kirkenes")),
        ("a phrase", Query::default().with_text("\"tisundvo hu\"")),
        ("a word with a mistake", Query::default().with_text("kirkenez")),
    ] {
        core.bench_function(name, |bench| bench.iter(|| explore(catalogue, black_box(&query))));
    }
    core.finish();

    // 33,000 attendances, of which some people have many.
    let archive = attendances();
    let together = Together::new(&archive, &NAMES);
    let mut people = criterion.benchmark_group("people");
    people.sample_size(20);
    people.bench_function("who took part where", |bench| bench.iter(|| Together::new(&archive, &NAMES)));
    people.bench_function("whom somebody met", |bench| bench.iter(|| together.met(black_box(0))));
    people.bench_function("the sixty of the picture", |bench| {
        let most: Vec<usize> = together.table(Kind::People, Order::Meetings).into_iter().take(60).collect();
        bench.iter(|| together.pairs(black_box(&most)));
    });
    people.finish();

    // The words: one behind the other, with where each ends, or as a finite state transducer.
    let words: Vec<String> = (0..index.index.word_count()).map(|at| index.word(at).to_owned()).collect();
    let map = Map::from_iter(words.iter().zip(0u64..)).unwrap();
    let plain: usize = words.iter().map(|word| word.len() + size_of::<u32>()).sum();
    eprintln!("words: {} of {plain} bytes, as fst {} bytes", words.len(), map.as_fst().size());
    let some: Vec<&String> = words.iter().step_by(97).collect();
    let mut group = criterion.benchmark_group("words");
    group.bench_function("looked up here", |bench| {
        bench.iter(|| some.iter().filter_map(|word| index.position(word)).sum::<usize>());
    });
    group.bench_function("looked up in fst", |bench| {
        bench.iter(|| some.iter().filter_map(|word| map.get(word)).sum::<u64>());
    });
    let first = |word: &str| word.chars().next().map(String::from).unwrap_or_default();
    let beginnings: Vec<String> = some.iter().map(|word| first(word)).collect();
    group.bench_function("begun here", |bench| {
        bench.iter(|| beginnings.iter().map(|beginning| index.beginning_with(beginning).len()).sum::<usize>());
    });
    group.bench_function("begun in fst", |bench| {
        bench.iter(|| {
            let begun = |beginning: &String| {
                let behind = format!("{beginning}\u{10ffff}");
                let (mut stream, mut count) = (map.range().ge(beginning).lt(behind).into_stream(), 0);
                while stream.next().is_some() {
                    count += 1;
                }
                count
            };
            beginnings.iter().map(begun).sum::<usize>()
        });
    });
    group.finish();

    // The sets: bits, or positions where few; or roaring bitmaps. Counted within a third of all meetings.
    let sets: Vec<_> = catalogue.facets.all().iter().flat_map(|facet| catalogue.sets(facet, &lacking)).collect();
    let bitmaps: Vec<RoaringBitmap> =
        sets.iter().map(|set| set.positions().into_iter().map(|position| position as u32).collect()).collect();
    let others: Vec<usize> = (0..catalogue.count()).filter(|position| position * 7919 % 3 == 0).collect();
    let mut bits = FixedBitSet::with_capacity(catalogue.count());
    others.iter().for_each(|position| bits.insert(*position));
    let bitmap: RoaringBitmap = others.iter().map(|position| *position as u32).collect();
    let mut group = criterion.benchmark_group("sets");
    group.bench_function("counted here", |bench| {
        bench.iter(|| sets.iter().map(|set| set.count_in(black_box(&bits))).sum::<usize>());
    });
    group.bench_function("counted in roaring", |bench| {
        bench.iter(|| bitmaps.iter().map(|set| set.intersection_len(black_box(&bitmap))).sum::<u64>());
    });
    group.finish();
}

criterion_group!(benches, measure);
criterion_main!(benches);
