//! What a timeline draws, in whole units of its width: marks with their real lengths in lanes, or where they would touch bars
//! that count them, and the axis below. Where time runs to the left, whoever draws it mirrors it.

use fixedbitset::FixedBitSet;

use crate::core::search::times::{Day, Known, Time, Times, first_of_month, first_of_year, year};
use crate::core::text::order::sorted;

/// More marks than these are counted in bars.
pub const MOST_MARKS: usize = 120;
/// More lanes than these are no picture any more.
pub const MOST_LANES: usize = 8;
/// What a mark takes at least of its lane, so that it can be hit.
pub const TAKEN: u32 = 26;
/// What is seen of a mark at least.
pub const LEAST: u32 = 4;
/// What stands between a mark and its label.
pub const BESIDE: u32 = 8;
/// What a bar takes at least, so that it can be hit.
const BAR: u32 = 24;
/// The height of the highest bar.
pub const HIGHEST: u32 = 160;
/// What a year's label takes, and a month's.
const YEAR_LABEL: u32 = 40;
const MONTH_LABEL: u32 = 32;
/// From this width of a quarter on the months are told.
const QUARTER: u32 = 15;
/// How many months a label or a bar may stand for.
const STEPS: [i32; 12] = [1, 3, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000];

/// What a timeline is to show.
pub struct Asked<'a> {
    /// When all meetings of the archive were held.
    pub times: &'a Times,
    /// Which of them were found.
    pub found: &'a FixedBitSet,
    /// The first and the last year asked for, if any.
    pub years: (Option<i16>, Option<i16>),
    /// Whether single years are asked for: then those of the meetings found are shown.
    pub has_single_years: bool,
    /// For each gap to be shown how many meetings stand before it.
    pub gaps: &'a [usize],
    /// The width, in units: a letter takes some seven.
    pub width: u32,
    /// How much room the label of a meeting takes, where marks have labels.
    pub label: &'a dyn Fn(usize) -> u32,
}

/// A timeline.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Its width.
    pub width: u32,
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// The number of meetings.
    pub count: usize,
    /// The meetings one by one, in the order of time, and then the gaps; none where there are bars.
    pub marks: Vec<Mark>,
    /// The number of lanes.
    pub lanes: u32,
    /// How many meetings were held when; none where there are marks.
    pub bars: Vec<Stretch>,
    /// How many years a bar stands for; 0 where it stands for one or for less.
    pub years_of_bar: i32,
    /// The years below, or several of them together.
    pub years: Vec<Stretch>,
    /// The months, or quarters, where there is room for them.
    pub months: Vec<Stretch>,
}

/// A meeting, or a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The position of the meeting in the archive; of a gap among the gaps.
    pub at: usize,
    /// Whether it is a gap.
    pub is_gap: bool,
    /// When it was held; of a gap the days between its neighbours.
    pub time: Time,
    /// Where it begins.
    pub x: u32,
    /// How long it is.
    pub width: u32,
    /// Its lane, from 0.
    pub lane: u32,
    /// Where its label stands.
    pub label: Beside,
    /// From where on it takes its lane, and up to where.
    taken: (u32, u32),
}

/// Where a label stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// There is none.
    Nowhere,
    /// Behind the mark.
    Behind,
    /// Before the mark.
    Before,
}

/// A stretch of time, with the meetings that were held in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// Where it begins.
    pub x: u32,
    /// How wide it is.
    pub width: u32,
    /// How many of the meetings found were held in its time. One that was held in the times of two is counted in both.
    pub count: usize,
    /// How many of the meetings found began before its time.
    pub before: usize,
    /// Of a bar its height, 0 where it counts none; of the axis 0 where there is no room for a name.
    pub height: u32,
}

/// The timeline of what was found; without a meeting there is none.
pub fn timeline(asked: &Asked) -> Option<Timeline> {
    let (first, last) = years(asked)?;
    let mut drawn = Timeline {
        width: asked.width.max(TAKEN),
        first: first_of_year(first),
        last: first_of_year(last + 1) - 1,
        count: asked.found.count_ones(..),
        ..Timeline::default()
    };
    drawn.draw_axis(asked);
    if drawn.count > MOST_MARKS || !(drawn.draw_marks(asked, true) || drawn.draw_marks(asked, false)) {
        (drawn.marks, drawn.lanes) = (Vec::new(), 0);
        let step = drawn.step(0, BAR);
        drawn.years_of_bar = if step > 12 { step / 12 } else { 0 };
        drawn.bars = drawn.count_in(asked, step, false);
        let mut most = 1;
        drawn.bars.iter().for_each(|bar| most = most.max(bar.count));
        drawn.bars.iter_mut().for_each(|bar| bar.height = (bar.count * HIGHEST as usize).div_ceil(most) as u32);
    }
    Some(drawn)
}

/// The first and the last year to be shown: those asked for as far as the archive goes, so that a mark stands where it
/// stood whatever else is asked; of single years those of what was found.
fn years(asked: &Asked) -> Option<(i32, i32)> {
    let (mut first, mut last) = (Day::MAX, Day::MIN);
    for (at, time) in asked.times.0.iter().enumerate() {
        if !asked.has_single_years || asked.found.contains(at) {
            (first, last) = (first.min(time.first), last.max(time.last));
        }
    }
    if asked.found.is_clear() || first > last {
        return None;
    }
    let (mut first, mut last) = (year(first), year(last));
    if !asked.has_single_years {
        let (from, to) = asked.years;
        first = from.map_or(first, |from| first.max(from.into()));
        last = to.map_or(last, |to| last.min(to.into()));
    }
    (first <= last).then_some((first, last))
}

impl Timeline {
    /// Where a day begins. What lies outside is at the nearest end.
    #[inline(never)]
    pub fn x(&self, day: Day) -> u32 {
        let days = i64::from(self.last - self.first) + 1;
        let behind = i64::from(day.clamp(self.first, self.last + 1) - self.first);
        (behind * i64::from(self.width) / days) as u32
    }

    /// Where some days begin, and how wide they are, at least so that they are seen; none where they lie outside.
    #[inline(never)]
    pub fn span(&self, first: Day, last: Day) -> Option<(u32, u32)> {
        if last < self.first || self.last < first {
            return None;
        }
        let x = self.x(first);
        let width = (self.x(last + 1) - x).max(LEAST);
        Some((x.min(self.width.saturating_sub(width)), width))
    }

    /// Puts the marks into lanes; whether there is room for them.
    fn draw_marks(&mut self, asked: &Asked, with_labels: bool) -> bool {
        self.marks.clear();
        for at in asked.found.ones() {
            let time = asked.times.0.get(at);
            let placed = time.and_then(|time| Some((*time, self.span(time.first, time.last)?)));
            if let Some((time, (x, width))) = placed {
                let label = if with_labels { (asked.label)(at) } else { 0 };
                self.add_mark(
                    Mark { at, is_gap: false, time, x, width, lane: 0, label: Beside::Nowhere, taken: (0, 0) },
                    label,
                );
            }
        }
        (0..asked.gaps.len()).for_each(|at| self.add_gap(asked, at));
        let order = sorted(self.marks.len(), &|a, b| self.marks[a].taken.cmp(&self.marks[b].taken));
        let mut ends: Vec<u32> = Vec::new();
        for at in order {
            let mark = &mut self.marks[at];
            let lane = ends.iter().position(|end| *end <= mark.taken.0).unwrap_or(ends.len());
            mark.lane = lane as u32;
            if lane == ends.len() {
                ends.push(0);
            }
            ends[lane] = mark.taken.1;
        }
        self.lanes = ends.len() as u32;
        ends.len() <= MOST_LANES
    }

    /// Adds a mark with room for a label of some width on one of its sides, where there is any.
    #[inline(never)]
    fn add_mark(&mut self, mut mark: Mark, label: u32) {
        let (x, end, room) = (mark.x, mark.x + mark.width, label + BESIDE);
        let (mut from, mut to) = hit(x, mark.width, self.width);
        if label > 0 && end + room <= self.width {
            mark.label = Beside::Behind;
            to = to.max(end + room + BESIDE);
        } else if label > 0 && room <= x {
            mark.label = Beside::Before;
            from = from.min(x - room);
        }
        mark.taken = (from, to);
        self.marks.push(mark);
    }

    /// Adds a gap between the meetings before and behind it; several between the same two stand at equal distances.
    fn add_gap(&mut self, asked: &Asked, at: usize) {
        let before = asked.gaps[at];
        let times = &asked.times.0;
        let earlier = before.checked_sub(1).and_then(|before| times.get(before));
        let first = earlier.map_or(self.first, |time| time.first);
        let last = times.get(before).map_or(self.last, |time| time.first);
        let here = |gaps: &[usize]| gaps.iter().filter(|other| **other == before).count() as u32;
        let from = self.x(first);
        let middle = from + (self.x(last) - from) * here(&asked.gaps[..=at]) / (here(asked.gaps) + 1);
        let x = middle.min(self.width - LEAST);
        let time = Time { first, last, start: Known::Year, end: Known::Year };
        self.add_mark(
            Mark { at, is_gap: true, time, x, width: LEAST, lane: 0, label: Beside::Nowhere, taken: (0, 0) },
            0,
        );
    }

    /// The fewest months, from those at some position of the steps on, for each of which there is so much room.
    fn step(&self, from: usize, room: u32) -> i32 {
        let months = (year(self.last) - year(self.first) + 1) * 12;
        let most = (self.width / room).max(1) as i32;
        let mut at = from;
        while at + 1 < STEPS.len() && (months + STEPS[at] - 1) / STEPS[at] > most {
            at += 1;
        }
        STEPS[at]
    }

    /// All that is shown, cut into stretches of some months, with the meetings of each counted. Those of an axis begin with a
    /// year that their length divides, those of bars with the first that is shown.
    fn count_in(&self, asked: &Asked, step: i32, is_axis: bool) -> Vec<Stretch> {
        let (first, end) = (year(self.first) * 12, (year(self.last) + 1) * 12);
        let mut all: Vec<Stretch> = Vec::new();
        let mut month = if is_axis { first - first % step } else { first };
        while month < end {
            let from = first_of_month(month / 12, (month % 12) as usize).max(self.first);
            month += step;
            let last = first_of_month(month / 12, (month % 12) as usize).min(self.last + 1) - 1;
            let (x, end) = (self.x(from), self.x(last + 1));
            all.push(Stretch { first: from, last, x, width: end - x, count: 0, before: 0, height: 0 });
        }
        let of = |day: Day| all.iter().rposition(|of| of.first <= day).unwrap_or_default();
        // How many begin in a stretch, and how many have ended before it.
        let (mut begun, mut ended) = (vec![0usize; all.len()], vec![0usize; all.len() + 1]);
        for time in asked.found.ones().filter_map(|at| asked.times.0.get(at)) {
            begun[of(time.first)] += 1;
            ended[of(time.last) + 1] += 1;
        }
        let (mut before, mut over) = (0, 0);
        for (at, stretch) in all.iter_mut().enumerate() {
            over += ended[at];
            (stretch.before, stretch.count) = (before, before + begun[at] - over);
            before += begun[at];
        }
        all
    }

    /// The years below, and the months where there is room for them.
    fn draw_axis(&mut self, asked: &Asked) {
        self.years = self.count_in(asked, self.step(2, YEAR_LABEL), true);
        let step = self.step(0, QUARTER);
        if step < 12 {
            let step = if step == 1 && self.step(0, MONTH_LABEL) > 1 { 3 } else { step };
            self.months = self.count_in(asked, step, true);
        }
        for (stretches, label) in [(&mut self.years, YEAR_LABEL), (&mut self.months, MONTH_LABEL)] {
            stretches.iter_mut().for_each(|of| of.height = u32::from(of.width + 4 >= label));
        }
    }
}

/// What a mark takes of its lane: at least what it takes to hit it.
pub fn hit(x: u32, width: u32, all: u32) -> (u32, u32) {
    if width >= TAKEN {
        return (x, x + width);
    }
    let from = (x + width / 2).saturating_sub(TAKEN / 2).min(all.saturating_sub(TAKEN));
    (from, from + TAKEN)
}

/// How many of the meetings found were held in each year from the first to the last that is shown, of which some were.
pub fn by_year(drawn: &Timeline, asked: &Asked) -> Vec<(i32, usize)> {
    let mut years = Vec::new();
    for of in &drawn.count_in(asked, 12, true) {
        if of.count > 0 {
            years.push((year(of.first), of.count));
        }
    }
    years
}
