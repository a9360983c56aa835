//! The timeline against a naive reading: day by day, by the calendar of a library.

use std::time::{Duration, Instant};

use fixedbitset::FixedBitSet;
use jiff::Span;
use jiff::civil::Date;
use meetings::core::search::catalogue::Catalogue;
use meetings::core::search::index::piece::Piece;
use meetings::core::search::pieces::write::{SIZES, files};
use meetings::core::search::pieces::{HEAD, file};
use meetings::core::search::timeline::{
    Asked, Beside, HIGHEST, LEAST, MOST_LANES, MOST_MARKS, Mark, Timeline, by_year, timeline,
};
use meetings::core::search::times::{Day, Known, Time, Times, day};
use meetings::core::text::date::{PartialDate, When};
use proptest::collection::vec;
use proptest::option::of as maybe;
use proptest::prelude::*;
use serde_json::json;

use crate::support::{collection, shipped_collection};

/// The date of a day, by the library alone.
fn date(day: Day) -> Date {
    Date::new(1, 1, 1).unwrap().checked_add(Span::new().days(i64::from(day))).unwrap()
}

/// Texts of when meetings were held, as a record has them.
fn whens() -> impl Strategy<Value = Vec<(String, Option<String>)>> {
    let near = (1995..2013i16).boxed();
    let years = prop_oneof![4 => near, 1 => (1..=9999i16).boxed()];
    let one = (years, 1..=12i8, 1..=28i8, 0..3usize, 0..400i64).prop_map(|(year, month, of_month, known, length)| {
        let first = Date::new(year, month, of_month).unwrap();
        let text = |of: Date| match known {
            0 => format!("{:04}", of.year()),
            1 => format!("{:04}-{:02}", of.year(), of.month()),
            _ => format!("{:04}-{:02}-{:02}", of.year(), of.month(), of.day()),
        };
        // Most are short, some last for months.
        let days = if length < 300 { length % 3 } else { length };
        let last = first.checked_add(Span::new().days(days)).unwrap_or(first);
        (text(first), (last != first).then(|| text(last)))
    });
    vec(one, 1..200)
}

fn when((start, end): &(String, Option<String>)) -> When {
    When::new(PartialDate::parse(start).unwrap(), end.as_deref().and_then(PartialDate::parse)).unwrap()
}

/// The first and the last year.
fn years(of: &Timeline) -> (i16, i16) {
    (date(of.first).year(), date(of.last).year())
}

/// Where a day begins, in whole units.
fn x(of: &Timeline, day: Day) -> u32 {
    let days = u64::from((of.last - of.first).unsigned_abs()) + 1;
    let day = day.clamp(of.first, of.last + 1);
    (u64::from((day - of.first).unsigned_abs()) * u64::from(of.width) / days) as u32
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn what_is_drawn_is_what_a_naive_reading_counts(
        whens in whens(),
        left_out in vec(any::<bool>(), 200),
        is_all in any::<bool>(),
        from in maybe(1994..2014i16),
        to in maybe(1994..2014i16),
        gaps in vec(0..200usize, 0..4),
        width in 1..2000u32,
        label in 0..150u32,
    ) {
        let mut whens: Vec<When> = whens.iter().map(when).collect();
        whens.sort_by_key(|when| when.start.first_day());
        let times = Times(whens.iter().map(|when| Time::of(*when)).collect());
        prop_assert_eq!(&Times::read(&times.write()), &times);
        let is_ranged = from.is_some() || to.is_some();
        let is_in = |when: &When| when.years().any(|year| from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to));
        let is_found = |at: usize| (is_all || !left_out[at]) && is_in(&whens[at]);
        let mut found = FixedBitSet::with_capacity(whens.len());
        (0..whens.len()).filter(|at| is_found(*at)).for_each(|at| found.insert(at));
        let gaps: Vec<usize> = gaps.into_iter().filter(|_| is_all && !is_ranged).map(|before| before % (whens.len() + 1)).collect();
        let asked = Asked { times: &times, found: &found, years: (from, to), has_single_years: false, gaps: &gaps, width, label: &|_| label };
        let Some(drawn) = timeline(&asked) else {
            prop_assert!(found.is_clear());
            return Ok(());
        };
        prop_assert_eq!(drawn.count, found.count_ones(..));
        // From the first year of the archive to its last, as far as they are asked for.
        let first = whens.iter().map(|when| when.start.year()).min().unwrap().max(from.unwrap_or(1));
        let last = whens.iter().map(|when| when.last_day().year()).max().unwrap().min(to.unwrap_or(9999));
        prop_assert_eq!((date(drawn.first), date(drawn.last)), (Date::new(first, 1, 1).unwrap(), Date::new(last, 12, 31).unwrap()));
                let years = (first..=last).map(|year| (i32::from(year), found.ones().filter(|at| whens[*at].years().contains(&year)).count()));
        let years: Vec<_> = years.filter(|(_, count)| *count > 0).collect();
        prop_assert_eq!(by_year(&drawn, &asked), years);
        prop_assert!(times.0.iter().zip(&whens).all(|(time, when)| time.when() == Some(*when)));
        are_marks_right(&drawn, &whens, &found)?;
        are_gaps_right(&drawn, &times, &gaps)?;
        are_bars_right(&drawn, &whens, &found)?;
    }
}

fn meetings(of: &Timeline) -> impl Iterator<Item = &Mark> {
    of.marks.iter().filter(|mark| !mark.is_gap)
}

fn gaps_of(of: &Timeline) -> impl Iterator<Item = &Mark> {
    of.marks.iter().filter(|mark| mark.is_gap)
}

fn are_marks_right(drawn: &Timeline, whens: &[When], found: &FixedBitSet) -> Result<(), TestCaseError> {
    if drawn.marks.is_empty() {
        return Ok(());
    }
    prop_assert!(drawn.bars.is_empty() && meetings(drawn).count() <= MOST_MARKS && drawn.lanes as usize <= MOST_LANES);
    let positions: Vec<usize> = meetings(drawn).map(|mark| mark.at).collect();
    prop_assert_eq!(positions, found.ones().collect::<Vec<_>>());
    let mut in_lanes: Vec<(u32, u32, u32)> = Vec::new();
    for mark in meetings(drawn) {
        let when = whens[mark.at];
        let (first, last) = (day(when.start.first_day()), day(when.last_day()));
        prop_assert_eq!((mark.time.first, mark.time.last), (first, last));
        prop_assert_eq!(mark.time.has_days(), when.has_days());
        let length = x(drawn, last + 1) - x(drawn, first);
        prop_assert_eq!(mark.width, length.max(LEAST));
        prop_assert_eq!(mark.x, x(drawn, first).min(drawn.width - mark.width));
        prop_assert!(mark.x + mark.width <= drawn.width);
        in_lanes.push((mark.lane, mark.x, mark.x + mark.width));
    }
    in_lanes.extend(gaps_of(drawn).map(|gap| (gap.lane, gap.x, gap.x + gap.width)));
    in_lanes.sort_unstable();
    for two in in_lanes.windows(2) {
        prop_assert!(two[0].0 < two[1].0 || two[0].2 <= two[1].1, "{:?}", two);
    }
    Ok(())
}

fn are_gaps_right(drawn: &Timeline, times: &Times, gaps: &[usize]) -> Result<(), TestCaseError> {
    if drawn.marks.is_empty() {
        return Ok(());
    }
    prop_assert_eq!(gaps_of(drawn).count(), gaps.len());
    for gap in gaps_of(drawn) {
        let before = gaps[gap.at];
        let begins = before.checked_sub(1).map_or(drawn.first, |at| times.0[at].first);
        let ends = times.0.get(before).map_or(drawn.last, |time| time.first);
        let most = drawn.width - LEAST;
        prop_assert!(x(drawn, begins).min(most) <= gap.x && gap.x <= x(drawn, ends).min(most), "{:?}", gap);
    }
    Ok(())
}

fn are_bars_right(drawn: &Timeline, whens: &[When], found: &FixedBitSet) -> Result<(), TestCaseError> {
    prop_assert_ne!(drawn.bars.is_empty(), drawn.marks.is_empty());
    let highest = drawn.bars.iter().map(|bar| bar.count).max().unwrap_or_default();
    for bar in &drawn.bars {
        prop_assert_eq!(bar.height > 0, bar.count > 0);
        prop_assert_eq!(bar.height == HIGHEST, bar.count == highest);
    }
    for stretches in [&drawn.bars, &drawn.years, &drawn.months] {
        let mut next = drawn.first;
        for of in stretches {
            prop_assert_eq!(of.first, next);
            prop_assert!(of.first <= of.last && date(of.first).day() == 1);
            prop_assert_eq!((of.x, of.x + of.width), (x(drawn, of.first), x(drawn, of.last + 1)));
            let begins = |at: usize| day(whens[at].start.first_day());
            let touching = found.ones().filter(|at| begins(*at) <= of.last && of.first <= day(whens[*at].last_day()));
            prop_assert_eq!(of.count, touching.count(), "{:?}", of);
            prop_assert_eq!(of.before, found.ones().filter(|at| begins(*at).max(drawn.first) < of.first).count());
            next = of.last + 1;
        }
        prop_assert!(stretches.is_empty() || next == drawn.last + 1);
    }
    prop_assert!(!drawn.years.is_empty() && drawn.years.iter().all(|of| date(of.first).month() == 1));
    Ok(())
}

#[test]
fn the_shipped_archive_is_seven_marks_with_the_lost_one_between_the_sixth_and_the_eighth() {
    let collection = shipped_collection();
    let times = Times::of(&collection.archive);
    let mut found = FixedBitSet::with_capacity(7);
    found.insert_range(..);
    for width in [320, 900] {
        let gaps = &collection.catalogue.gaps;
        let asked = Asked {
            times: &times,
            found: &found,
            years: (None, None),
            has_single_years: false,
            gaps,
            width,
            label: &|_| 90,
        };
        let drawn = timeline(&asked).unwrap();
        assert_eq!((years(&drawn), drawn.marks.len()), ((2004, 2011), 8));
        let gap = gaps_of(&drawn).next().unwrap();
        assert!(drawn.marks[5].x < gap.x && gap.x < drawn.marks[6].x);
        assert!(meetings(&drawn).all(|mark| mark.label != Beside::Nowhere), "{width}");
    }
}

#[test]
fn a_hundred_thousand_meetings_are_drawn_within_a_frame() {
    let times = Times(
        (0..100_000)
            .map(|at| Time { first: 725_000 + at / 10, last: 725_002 + at / 10, start: Known::Day, end: Known::Day })
            .collect(),
    );
    let mut found = FixedBitSet::with_capacity(100_000);
    found.insert_range(..);
    let asked = Asked {
        times: &times,
        found: &found,
        years: (None, None),
        has_single_years: false,
        gaps: &[],
        width: 900,
        label: &|_| 90,
    };
    let start = Instant::now();
    let drawn = timeline(&asked).unwrap();
    // Without optimization and on a busy machine; a browser takes a fiftieth of it.
    assert!(start.elapsed() < Duration::from_millis(500), "{:?}", start.elapsed());
    assert!(drawn.marks.is_empty() && drawn.bars.len() > 20);
}

#[test]
fn of_single_years_those_of_what_was_found_are_shown() {
    let times = Times([1000, 2004, 2005].map(|year| Time::of(when(&(year.to_string(), None)))).to_vec());
    let mut found = FixedBitSet::with_capacity(3);
    found.insert(1);
    let asked = |has_single_years| {
        timeline(&Asked {
            times: &times,
            found: &found,
            years: (None, None),
            has_single_years,
            gaps: &[],
            width: 300,
            label: &|_| 0,
        })
    };
    assert_eq!(years(&asked(true).unwrap()), (2004, 2004));
    assert_eq!(years(&asked(false).unwrap()), (1000, 2005));
}

#[test]
fn of_an_archive_in_pieces_the_times_are_one_of_them() {
    let meetings: Vec<_> = (0..40)
        .map(|at| json!({"id": format!("m{at}"), "title": "M", "start": format!("{}-0{}", 1990 + at, 1 + at % 9)}))
        .collect();
    let collection =
        collection(&json!({"version": 1, "title": "L", "language": "en", "meetings": meetings}).to_string());
    let times = collection.catalogue.times.get_or_init(|| Times::of(&collection.archive));
    let files = files(&collection.catalogue, SIZES);
    let content = |of: &str| files.iter().find(|(name, _)| name == of).map(|(_, content)| content.clone()).unwrap();
    let head = Catalogue::read(std::str::from_utf8(&content(HEAD)).unwrap()).unwrap();
    assert!(head.times.get().is_none());
    head.take(Piece::Times, &content(&file(Piece::Times).unwrap()));
    assert_eq!(head.times.get(), Some(times));
}
