//! What a facet offers of its values at a time, and what its histogram of years draws.

use super::facet::FacetValues;
use super::fold::fold;
use super::order::sorted;

/// A facet with more values than this shows only some of them at first.
const MANY: usize = 12;
/// How many of many values are shown at first.
const AT_FIRST: usize = 10;
/// From this number of values on, years are also offered as a range.
const RANGE_FROM: usize = 3;
/// More bars than this would be too thin to see, so that a bar then stands for several years.
const MOST_BARS: usize = 60;
/// The height of the highest bar.
const HIGHEST: usize = 10;

/// Whether a facet has too many values to show all at once.
pub fn is_many(of: &FacetValues) -> bool {
    of.values.len() > MANY
}

/// For each value whether it is shown before the reader asks for all: those with the most meetings.
pub fn at_first(of: &FacetValues) -> Vec<bool> {
    let count = of.values.len();
    let mut is_shown = vec![!is_many(of); count];
    if is_many(of) {
        let totals = of.totals();
        let order = sorted(count, &|a, b| totals[b].cmp(&totals[a]));
        order.iter().take(AT_FIRST).for_each(|at| is_shown[*at] = true);
    }
    is_shown
}

/// The values that a facet shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    all: bool,
    text: String,
    /// For each value whether it is shown.
    pub is_shown: Vec<bool>,
    /// Whether the facet has a value that the text asks for.
    pub is_any: bool,
}

impl Offer {
    /// What to show: the values shown at first, or, where the reader has asked for `all`, those whose label has the
    /// folded `text` in it; and always those that are ticked. A value that is unticked stays where it is, with the
    /// focus on it, until the reader asks for other values.
    pub fn new(
        before: Option<&Self>,
        of: &FacetValues,
        at_first: &[bool],
        ticked: &[String],
        all: bool,
        text: &str,
    ) -> Self {
        let before = before.filter(|before| before.all == all && before.text == text);
        let mut is_any = false;
        let is_shown = of.values.iter().enumerate().map(|(at, value)| {
            let is_asked = if all { fold(&value.label).contains(text) } else { at_first[at] };
            is_any |= is_asked;
            is_asked || ticked.contains(&value.id) || before.is_some_and(|before| before.is_shown[at])
        });
        let is_shown = is_shown.collect();
        Self { all, text: text.to_owned(), is_shown, is_any }
    }
}

/// The first and the last year of an archive; none where there are too few for a range.
pub fn span(years: &FacetValues) -> Option<(i16, i16)> {
    let (first, last) = (years.values.first()?, years.values.last()?);
    let span = first.id.parse().ok().zip(last.id.parse().ok());
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
pub fn bars(years: &FacetValues, counts: &[usize]) -> Vec<Bar> {
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
    use super::super::facet::Value;
    use super::super::set::Set;
    use super::*;

    /// A facet whose values have these labels and numbers of meetings.
    fn facet(values: &[(&str, u32)]) -> FacetValues {
        let mut facet = FacetValues::default();
        let positions: Vec<usize> = (0..1000).collect();
        for (label, count) in values {
            facet.values.push(Value { id: fold(label), label: (*label).to_owned() });
            facet.sets.push(Set::new(&(0..*count).collect::<Vec<_>>(), &positions));
        }
        facet
    }

    fn shown(of: &FacetValues, offer: &Offer) -> String {
        let shown = of.values.iter().zip(&offer.is_shown).filter(|(_, is_shown)| **is_shown);
        shown.map(|(value, _)| value.label.as_str()).collect()
    }

    const MANY_VALUES: [(&str, u32); 13] = [
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
        let first = at_first(&of);
        let offer = Offer::new(None, &of, &first, &[], false, "");
        assert_eq!(shown(&of, &offer), "BCDEFHIJKL");
        let offer = Offer::new(Some(&offer), &of, &first, &["g".to_owned()], false, "");
        assert_eq!(shown(&of, &offer), "BCDEFGHIJKL");
        let all = Offer::new(Some(&offer), &of, &first, &[], true, "");
        assert_eq!(shown(&of, &all), "ABCDEFGHIJKLØ");
        let few = facet(&MANY_VALUES[..12]);
        assert!(!is_many(&few) && at_first(&few).iter().all(|is_shown| *is_shown));
    }

    #[test]
    fn a_text_narrows_the_values_but_for_the_ticked_ones() {
        let of = facet(&MANY_VALUES);
        let first = at_first(&of);
        let ticked = ["a".to_owned()];
        let offer = |text| Offer::new(None, &of, &first, &ticked, true, text);
        assert_eq!((shown(&of, &offer("o")).as_str(), offer("o").is_any), ("AØ", true));
        assert_eq!((shown(&of, &offer("zz")).as_str(), offer("zz").is_any), ("A", false));
    }

    #[test]
    fn an_unticked_value_stays_until_other_values_are_asked_for() {
        let of = facet(&MANY_VALUES);
        let first = at_first(&of);
        let ticked = Offer::new(None, &of, &first, &["a".to_owned()], false, "");
        let unticked = Offer::new(Some(&ticked), &of, &first, &[], false, "");
        assert_eq!(unticked, ticked);
        let all = Offer::new(Some(&unticked), &of, &first, &[], true, "");
        let fewer = Offer::new(Some(&all), &of, &first, &[], false, "");
        assert_eq!(shown(&of, &fewer), "BCDEFHIJKL");
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
