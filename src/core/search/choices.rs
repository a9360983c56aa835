//! What a facet offers of its values at a time, and what its histogram of years draws.

use crate::core::archive::values::NONE;
use crate::core::search::facet::Facet;
use crate::core::text::order::sorted;

/// A facet with more values than this shows only some of them at first.
pub const MANY: usize = 12;
/// How many of many values are shown at first.
const AT_FIRST: usize = 10;
/// From this number of values on, years are also offered as a range.
const RANGE_FROM: usize = 3;
/// More bars than this would be too thin to see, so that a bar then stands for several years.
const MOST_BARS: usize = 60;
/// The height of the highest bar.
pub const HIGHEST: usize = 40;

/// Which values a facet offers, in the order in which they stand: at first those that show most meetings under what else is
/// asked, twelve or the first ten of more, or as many as the archive tells, and always those that are ticked; none that
/// shows nothing. `counts` tells how many each would show.
///
/// ```
/// use meetings::core::search::choices::offered;
/// use meetings::core::search::facet::{Facet, Value};
/// let value = |label: &str| Value { id: label.to_lowercase(), label: label.to_owned() };
/// let places = Facet { values: ["Alta", "Oslo", "Umeå", "Kemi"].map(value).to_vec(), ..Facet::default() };
/// assert_eq!(offered(&places, &[1, 3, 0, 0], &[]), [1, 0]);
/// assert_eq!(offered(&places, &[1, 3, 0, 0], &["kemi".to_owned()]), [1, 0, 3]);
/// let years = Facet { key: "year".to_owned(), ..places };
/// assert_eq!(offered(&years, &[1, 3, 0, 2], &[]), [3, 1, 0]);
/// ```
pub fn offered(of: &Facet, counts: &[usize], ticked: &[String]) -> Vec<usize> {
    let count = |at: usize| counts.get(at).copied().unwrap_or_default();
    let most = of.show.unwrap_or(if of.values.len() > MANY { AT_FIRST } else { MANY });
    let mut chosen = vec![false; of.values.len()];
    let mut first = by_count(of, counts);
    first.retain(|at| count(*at) > 0);
    for (rank, at) in first.into_iter().enumerate() {
        // "Not recorded" is listed wherever there is such a meeting.
        chosen[at] = rank < most || of.values[at].id == NONE;
    }
    let mut order = in_order(of, counts);
    order.retain(|at| chosen[*at] || ticked.contains(&of.values[*at].id));
    order
}

/// All values of a facet in the order in which they stand.
pub fn in_order(of: &Facet, counts: &[usize]) -> Vec<usize> {
    if of.is_in_order { (0..of.values.len()).collect() } else { by_count(of, counts) }
}

/// Values by how many meetings they would show, the most first; years the latest first. "Not recorded" is the last.
fn by_count(of: &Facet, counts: &[usize]) -> Vec<usize> {
    let recorded = of.recorded().len();
    let mut order = match of.is_years() {
        true => (0..recorded).rev().collect(),
        false => sorted(recorded, &|a, b| counts.get(b).cmp(&counts.get(a))),
    };
    order.extend(recorded..of.values.len());
    order
}

/// Behind them no sign has a number until [`HALVES`] more.
const BEFORE_HALVES: usize = 0xd800;
/// How many numbers are none of a sign, but of a half of one (Unicode, 3.8).
const HALVES: usize = 0x800;

/// A sign for the value at this position: so an order of values is a text, which the program remembers already.
///
/// ```
/// use meetings::core::search::choices::{mark, position};
/// assert_eq!([0, 55_295, 55_296, 100_000].map(|at| position(mark(at))), [0, 55_295, 55_296, 100_000]);
/// ```
pub fn mark(position: usize) -> char {
    let number = if position < BEFORE_HALVES { position } else { position + HALVES };
    char::from_u32(number as u32).unwrap_or_default()
}

/// The position that a sign stands for.
pub fn position(mark: char) -> usize {
    let number = mark as usize;
    if number < BEFORE_HALVES { number } else { number - HALVES }
}

/// The first and the last year of an archive; none where there are too few for a range.
pub fn span(years: &Facet) -> Option<(i16, i16)> {
    let all = || years.values.iter().filter_map(|value| value.id.parse().ok());
    let span = all().min().zip(all().max());
    span.filter(|_| years.values.len() >= RANGE_FROM)
}

/// A bar of the histogram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Its first year.
    pub first: i16,
    /// Its last year.
    pub last: i16,
    /// How many meetings it stands for; one that lasts over New Year counts in both years.
    pub meetings: usize,
    /// Its height, from 0, where there is no meeting, to 10, the height of the highest.
    pub height: usize,
}

/// The bars of all years from the first to the last, given how many meetings each year has.
pub fn bars(years: &Facet, counts: &[usize]) -> Vec<Bar> {
    let Some((first, last)) = span(years) else {
        return Vec::new();
    };
    let slots = usize::from(first.abs_diff(last)) + 1;
    let width = slots.div_ceil(MOST_BARS);
    let mut meetings = vec![0; slots.div_ceil(width)];
    for (value, count) in years.values.iter().zip(counts) {
        let year: Option<i16> = value.id.parse().ok();
        let slot = year.and_then(|year| meetings.get_mut(usize::from(first.abs_diff(year)) / width));
        slot.into_iter().for_each(|slot| *slot += count);
    }
    let most = meetings.iter().copied().max().unwrap_or_default().max(1);
    let bar = |(at, count): (usize, usize)| {
        // Years have four digits, so that none of this can overflow.
        let first = first + (at * width) as i16;
        Bar {
            first,
            last: last.min(first + width as i16 - 1),
            meetings: count,
            height: (count * HIGHEST).div_ceil(most),
        }
    };
    meetings.into_iter().enumerate().map(bar).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::search::facet::Value;

    /// A facet whose values have these labels and numbers of meetings.
    fn facet(values: &[(&str, usize)]) -> Facet {
        let mut facet = Facet::default();
        for (label, count) in values {
            facet.values.push(Value { id: label.to_lowercase(), label: (*label).to_owned() });
            facet.totals.push(*count);
        }
        facet
    }

    fn labels(of: &Facet, order: &[usize]) -> String {
        order.iter().map(|at| of.values[*at].label.as_str()).collect()
    }

    const MANY_VALUES: [(&str, usize); 13] = [
        ("A", 1),
        ("B", 50),
        ("C", 3),
        ("D", 4),
        ("E", 5),
        ("F", 6),
        ("G", 1),
        ("H", 8),
        ("I", 9),
        ("J", 10),
        ("K", 2),
        ("L", 12),
        ("Ø", 1),
    ];

    #[test]
    fn of_many_values_the_ten_that_show_most_stand_first_and_every_ticked_one() {
        let of = facet(&MANY_VALUES);
        assert_eq!(labels(&of, &offered(&of, &of.totals, &[])), "BLJIHFEDCK");
        assert_eq!(labels(&of, &offered(&of, &of.totals, &["g".to_owned()])), "BLJIHFEDCKG");
        assert_eq!(labels(&of, &in_order(&of, &of.totals)), "BLJIHFEDCKAGØ");
        let mut now = vec![0; 13];
        (now[12], now[0]) = (2, 1);
        assert_eq!(labels(&of, &offered(&of, &now, &[])), "ØA");
        let few = facet(&MANY_VALUES[..12]);
        assert_eq!(offered(&few, &few.totals, &[]).len(), 12);
        let three = Facet { show: Some(3), ..facet(&MANY_VALUES) };
        assert_eq!(labels(&three, &offered(&three, &three.totals, &[])), "BLJ");
    }

    #[test]
    fn values_that_have_an_order_keep_it_and_years_stand_the_latest_first() {
        let ordered = Facet { is_in_order: true, ..facet(&MANY_VALUES) };
        assert_eq!(labels(&ordered, &offered(&ordered, &ordered.totals, &[])), "BCDEFHIJKL");
        assert_eq!(labels(&ordered, &in_order(&ordered, &[])), "ABCDEFGHIJKLØ");
        let years = Facet { key: "year".to_owned(), ..facet(&MANY_VALUES) };
        assert_eq!(labels(&years, &offered(&years, &years.totals, &[])), "ØLKJIHGFED");
    }

    #[test]
    fn not_recorded_is_hidden_only_where_it_shows_nothing() {
        let mut of = facet(&MANY_VALUES);
        of.values[12].id = NONE.to_owned();
        assert_eq!(labels(&of, &offered(&of, &of.totals, &[])), "BLJIHFEDCKØ");
        assert_eq!(labels(&of, &offered(&of, &[0; 13], &[])), "");
    }

    #[test]
    fn bars_stand_for_every_year_from_the_first_to_the_last() {
        let of = facet(&[("2004", 1), ("2005", 1), ("2008", 1)]);
        assert_eq!(span(&of), Some((2004, 2008)));
        let heights = |counts: &[usize]| bars(&of, counts).iter().map(|bar| bar.height).collect::<Vec<_>>();
        assert_eq!(heights(&[1, 40, 20]), [1, HIGHEST, 0, 0, HIGHEST / 2]);
        assert_eq!(heights(&[0, 0, 0]), [0; 5]);
        assert_eq!(bars(&of, &[])[4], Bar { first: 2008, last: 2008, meetings: 0, height: 0 });
        assert_eq!(span(&facet(&[("2004", 1), ("2008", 1)])), None);
    }

    #[test]
    fn a_bar_stands_for_several_years_where_there_are_many() {
        let of = facet(&[("0001", 1), ("1000", 1), ("9999", 1)]);
        let bars = bars(&of, &[1, 2, 1]);
        assert!(bars.len() <= MOST_BARS && bars[0].first == 1 && bars[bars.len() - 1].last == 9999);
        assert_eq!(bars.iter().map(|bar| bar.height).sum::<usize>(), 2 * HIGHEST);
    }
}
