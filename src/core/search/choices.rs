//! What a facet offers of its values at a time, and what its histogram of years draws.

use crate::core::archive::values::NONE;
use crate::core::search::facet::Facet;
use crate::core::text::order::sorted;

/// A facet with more values than this shows only some of them at first.
const MANY: usize = 12;
/// How many of many values are shown at first.
const AT_FIRST: usize = 10;
/// From this number of values on, years are also offered as a range.
const RANGE_FROM: usize = 3;
/// More bars than this would be too thin to see, so that a bar then stands for several years.
const MOST_BARS: usize = 60;
/// The height of the highest bar.
pub const HIGHEST: usize = 10;

/// Whether a facet has too many values to show all at once.
pub fn is_many(of: &Facet) -> bool {
    of.values.len() > of.show.unwrap_or(MANY)
}

/// For each value whether it is offered: where the reader has not asked for `all` of many, the ten with the most meetings,
/// or as many as the archive tells; and else those whose label `is_like` what the reader looks for.
///
/// ```
/// use meetings::core::search::choices::offered;
/// use meetings::core::search::facet::{Facet, Value};
/// let value = |label: &str| Value { id: label.to_lowercase(), label: label.to_owned() };
/// let values = ["Alta", "Oslo", "Umeå"].map(value).to_vec();
/// let mut places = Facet { values, totals: vec![1, 3, 2], ..Facet::default() };
/// assert_eq!(offered(&places, false, &|_| true), [true, true, true]);
/// assert_eq!(offered(&places, true, &|label| label.contains("Os")), [false, true, false]);
/// places.show = Some(2);
/// assert_eq!(offered(&places, false, &|_| true), [false, true, true]);
/// ```
pub fn offered(of: &Facet, all: bool, is_like: &dyn Fn(&str) -> bool) -> Vec<bool> {
    if all || !is_many(of) {
        return of.values.iter().map(|value| is_like(&value.label)).collect();
    }
    let totals = &of.totals;
    let mut offered = vec![false; totals.len()];
    let order = sorted(totals.len(), &|a, b| totals[b].cmp(&totals[a]));
    order.iter().take(of.show.unwrap_or(AT_FIRST)).for_each(|at| offered[*at] = true);
    // "Not recorded" is listed wherever there is such a meeting; it is the last.
    if let (Some(offered), Some(value)) = (offered.last_mut(), of.values.last()) {
        *offered |= value.id == NONE;
    }
    offered
}

/// What marks a value that is shown.
const SHOWN: char = '+';

/// A mark for each value, whether it is shown: those `offered` and always those that are ticked. One that was shown
/// `before` stays, so that it does not vanish with the focus on it when it is unticked. The marks are a text because
/// the program remembers texts already.
pub fn shown(before: Option<&String>, of: &Facet, offered: &[bool], ticked: &[String]) -> String {
    let marks = of.values.iter().zip(offered).enumerate().map(|(at, (value, is_offered))| {
        let stays = before.is_some_and(|before| is_shown(before, at));
        if *is_offered || stays || ticked.contains(&value.id) { SHOWN } else { '-' }
    });
    marks.collect()
}

/// Whether the value at this position is shown.
pub fn is_shown(marks: &str, at: usize) -> bool {
    marks.as_bytes().get(at).is_some_and(|mark| char::from(*mark) == SHOWN)
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
        Bar { first, last: first + width as i16 - 1, height: (count * HIGHEST).div_ceil(most) }
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

    fn all(_: &str) -> bool {
        true
    }

    fn labels(of: &Facet, marks: &str) -> String {
        let all = of.values.iter().enumerate();
        all.filter(|(at, _)| is_shown(marks, *at)).map(|(_, value)| value.label.as_str()).collect()
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
    fn of_many_values_the_ten_with_the_most_meetings_stand_first_and_every_ticked_one() {
        let of = facet(&MANY_VALUES);
        let first = offered(&of, false, &all);
        assert_eq!(labels(&of, &shown(None, &of, &first, &[])), "BCDEFHIJKL");
        assert_eq!(labels(&of, &shown(None, &of, &first, &["g".to_owned()])), "BCDEFGHIJKL");
        assert_eq!(labels(&of, &shown(None, &of, &offered(&of, true, &all), &[])), "ABCDEFGHIJKLØ");
        let few = facet(&MANY_VALUES[..12]);
        assert!(!is_many(&few) && offered(&few, false, &all).iter().all(|is_offered| *is_offered));
    }

    #[test]
    fn not_recorded_is_never_hidden() {
        let mut of = facet(&MANY_VALUES);
        assert!(!offered(&of, false, &all)[12]);
        of.values[12].id = NONE.to_owned();
        assert!(offered(&of, false, &all)[12]);
    }

    #[test]
    fn a_text_narrows_the_values_but_for_the_ticked_ones() {
        let of = facet(&MANY_VALUES);
        let ticked = ["a".to_owned()];
        assert_eq!(
            labels(&of, &shown(None, &of, &offered(&of, true, &|label| ["A", "Ø"].contains(&label)), &ticked)),
            "AØ"
        );
        let nothing = offered(&of, true, &|_| false);
        assert!(!nothing.contains(&true));
        assert_eq!(labels(&of, &shown(None, &of, &nothing, &ticked)), "A");
    }

    #[test]
    fn an_unticked_value_stays() {
        let of = facet(&MANY_VALUES);
        let first = offered(&of, false, &all);
        let ticked = shown(None, &of, &first, &["a".to_owned()]);
        assert_eq!(shown(Some(&ticked), &of, &first, &[]), ticked);
    }

    #[test]
    fn bars_stand_for_every_year_from_the_first_to_the_last() {
        let of = facet(&[("2004", 1), ("2005", 1), ("2008", 1)]);
        assert_eq!(span(&of), Some((2004, 2008)));
        let heights = |counts: &[usize]| bars(&of, counts).iter().map(|bar| bar.height).collect::<Vec<_>>();
        assert_eq!(heights(&[1, 40, 20]), [1, 10, 0, 0, 5]);
        assert_eq!(heights(&[0, 0, 0]), [0; 5]);
        assert_eq!(bars(&of, &[])[4], Bar { first: 2008, last: 2008, height: 0 });
        assert_eq!(span(&facet(&[("2004", 1), ("2008", 1)])), None);
    }

    #[test]
    fn a_bar_stands_for_several_years_where_there_are_many() {
        let of = facet(&[("0001", 1), ("1000", 1), ("9999", 1)]);
        let bars = bars(&of, &[1, 2, 1]);
        assert!(bars.len() <= MOST_BARS && bars[0].first == 1 && bars[bars.len() - 1].last >= 9999);
        assert_eq!(bars.iter().map(|bar| bar.height).sum::<usize>(), 5 + 10 + 5);
    }
}
