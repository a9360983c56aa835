//! What a timeline draws, in whole units of its width: marks with their real lengths in lanes, or where they would touch bars
//! that count them, and the axis below. Where time runs to the left, whoever draws it mirrors it.

use fixedbitset::FixedBitSet;

use crate::core::search::times::{Day, Known, Time, Times, first_of_month, first_of_year, year};
use crate::core::text::order::{first_that, sorted};

/// More marks than these are counted in bars.
pub const MOST_MARKS: usize = 120;
/// More lanes than these are no picture any more.
pub const MOST_LANES: usize = 8;
/// What a mark takes at least of its lane, so that it can be hit.
pub const TAKEN: u32 = 26;
/// What is seen of a mark at least.
pub const LEAST: u32 = 4;
/// What stands between a mark and its label.
pub const BESIDE: u32 = 5;
/// What a bar takes at least.
const BAR: u32 = 24;
/// The height of the highest bar.
pub const HIGHEST: u32 = 160;
/// What a year's label takes, and a month's.
const YEAR_LABEL: u32 = 44;
const MONTH_LABEL: u32 = 32;
/// From this width of a year on its months are told.
const WITH_MONTHS: u32 = 60;
/// How many years a label or a bar may stand for.
const YEARS: [i32; 10] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

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
    /// The meetings one by one, in the order of time; none where there are bars.
    pub marks: Vec<Mark>,
    /// The gaps.
    pub gaps: Vec<Mark>,
    /// The number of lanes.
    pub lanes: u32,
    /// How many meetings were held when; none where there are marks.
    pub bars: Vec<Bar>,
    /// The axis.
    pub ticks: Vec<Tick>,
}

/// A meeting, or a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The position of the meeting in the archive; of the gap among the gaps.
    pub at: usize,
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
    /// Whether it goes on outside of what is shown, before and behind.
    pub goes_on: (bool, bool),
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

/// The meetings of some time, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
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
    /// Its height; 0 where it counts none.
    pub height: u32,
}

/// A part of the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// Where it begins.
    pub x: u32,
    /// How wide it is.
    pub width: u32,
    /// Its first year.
    pub year: i32,
    /// Its last year.
    pub last_year: i32,
    /// Its month, from 0; none where it stands for years.
    pub month: Option<usize>,
    /// Whether there is room to name it.
    pub is_named: bool,
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
    drawn.ticks = drawn.axis();
    let has_marks = drawn.count <= MOST_MARKS && (drawn.draw_marks(asked, true) || drawn.draw_marks(asked, false));
    if !has_marks {
        (drawn.marks, drawn.gaps, drawn.lanes) = (Vec::new(), Vec::new(), 0);
        drawn.bars = drawn.count_in_bars(asked);
    }
    Some(drawn)
}

/// The first and the last year to be shown: those asked for as far as the archive goes, so that a mark stands where it
/// stood whatever else is asked; of single years those of what was found.
fn years(asked: &Asked) -> Option<(i32, i32)> {
    let mut days = None;
    let all = asked.times.0.iter().enumerate();
    for (_, time) in all.filter(|(at, _)| !asked.has_single_years || asked.found.contains(*at)) {
        let (first, last) = days.unwrap_or((time.first, time.last));
        days = Some((time.first.min(first), time.last.max(last)));
    }
    let (first, last) = days.filter(|_| !asked.found.is_clear())?;
    let (mut first, mut last) = (year(first), year(last));
    if !asked.has_single_years {
        let (from, to) = asked.years;
        first = from.map_or(first, |from| first.max(from.into()));
        last = to.map_or(last, |to| last.min(to.into()));
    }
    (first <= last).then_some((first, last))
}

/// Something that takes room in a lane.
struct Taking {
    mark: Mark,
    is_gap: bool,
    from: u32,
    to: u32,
}

impl Timeline {
    /// Where a day begins. What lies outside is at the nearest end.
    pub fn x(&self, day: Day) -> u32 {
        let days = i64::from(self.last - self.first) + 1;
        let behind = i64::from(day.clamp(self.first, self.last + 1) - self.first);
        (behind * i64::from(self.width) / days) as u32
    }

    /// Where some days begin, and how wide they are, at least so that they are seen; none where they lie outside.
    pub fn span(&self, first: Day, last: Day) -> Option<(u32, u32)> {
        if last < self.first || self.last < first {
            return None;
        }
        let x = self.x(first);
        let width = (self.x(last + 1) - x).max(LEAST);
        Some((x.min(self.width.saturating_sub(width)), width))
    }

    /// The year at some place.
    pub fn year_at(&self, x: u32) -> i32 {
        let days = i64::from(self.last - self.first) + 1;
        let behind = i64::from(x.min(self.width)) * days / i64::from(self.width);
        year((self.first + behind as i32).min(self.last))
    }

    /// The first and the last year.
    pub fn years(&self) -> (i32, i32) {
        (year(self.first), year(self.last))
    }

    /// Puts the marks into lanes; whether there is room for them.
    fn draw_marks(&mut self, asked: &Asked, with_labels: bool) -> bool {
        let mut all: Vec<Taking> = Vec::new();
        for at in asked.found.ones() {
            let Some(time) = asked.times.0.get(at).copied() else { continue };
            let label = if with_labels { (asked.label)(at) } else { 0 };
            all.extend(self.mark(at, time, label));
        }
        for (at, before) in asked.gaps.iter().enumerate() {
            all.push(self.gap(asked, at, *before));
        }
        let order = sorted(all.len(), &|a, b| all[a].from.cmp(&all[b].from));
        let mut ends: Vec<u32> = Vec::new();
        for at in order {
            let taking = &mut all[at];
            let lane = ends.iter().position(|end| *end <= taking.from).unwrap_or(ends.len());
            taking.mark.lane = lane as u32;
            match ends.get_mut(lane) {
                Some(end) => *end = taking.to,
                None => ends.push(taking.to),
            }
            if ends.len() > MOST_LANES {
                return false;
            }
        }
        self.lanes = ends.len() as u32;
        (self.marks, self.gaps) = (Vec::new(), Vec::new());
        for Taking { mark, is_gap, .. } in all {
            if is_gap { self.gaps.push(mark) } else { self.marks.push(mark) }
        }
        true
    }

    fn mark(&self, at: usize, time: Time, label: u32) -> Option<Taking> {
        let (x, width) = self.span(time.first, time.last)?;
        let end = x + width;
        let (mut from, mut to) = hit(x, width, self.width);
        let room = label + BESIDE;
        let mut beside = Beside::Nowhere;
        if label > 0 && end + room <= self.width {
            beside = Beside::Behind;
            to = to.max(end + room + BESIDE);
        } else if label > 0 && room <= x {
            beside = Beside::Before;
            from = from.min(x - room);
        }
        let goes_on = (time.first < self.first, time.last > self.last);
        let mark = Mark { at, time, x, width, lane: 0, label: beside, goes_on };
        Some(Taking { mark, is_gap: false, from, to })
    }

    /// A gap between the meetings before and behind it; several between the same two stand at equal distances.
    fn gap(&self, asked: &Asked, at: usize, before: usize) -> Taking {
        let times = &asked.times.0;
        let earlier = before.checked_sub(1).and_then(|before| times.get(before));
        let first = earlier.map_or(self.first, |time| time.first.max(self.first));
        let last = times.get(before).map_or(self.last, |time| time.first).clamp(first, self.last.max(first));
        let here = asked.gaps.iter().filter(|other| **other == before).count() as i64;
        let place = asked.gaps.iter().take(at + 1).filter(|other| **other == before).count() as i64;
        let (from, to) = (i64::from(self.x(first)), i64::from(self.x(last)));
        let middle = (from + (to - from) * place / (here + 1)) as u32;
        let x = middle.min(self.width - LEAST);
        let (from, to) = hit(x, LEAST, self.width);
        let time = Time { first, last, start: Known::Year, end: Known::Year };
        let mark = Mark { at, time, x, width: LEAST, lane: 0, label: Beside::Nowhere, goes_on: (false, false) };
        Taking { mark, is_gap: true, from, to }
    }

    /// The meetings counted by weeks, months or years: the shortest of these for which there is room.
    fn count_in_bars(&self, asked: &Asked) -> Vec<Bar> {
        let starts = self.starts_of_bars();
        let bar = |day: Day| first_that(0..starts.len(), &|at| starts[at] > day).saturating_sub(1);
        // How many begin in a bar, and how many have ended before it.
        let (mut begun, mut ended) = (vec![0usize; starts.len()], vec![0usize; starts.len() + 1]);
        for at in asked.found.ones() {
            let Some(time) = asked.times.0.get(at) else { continue };
            begun[bar(time.first.max(self.first))] += 1;
            ended[bar(time.last.min(self.last)) + 1] += 1;
        }
        let (mut bars, mut before, mut over) = (Vec::new(), 0, 0);
        for (at, first) in starts.iter().copied().enumerate() {
            let last = starts.get(at + 1).map_or(self.last, |next| next - 1);
            let x = self.x(first);
            over += ended[at];
            let count = before + begun[at] - over;
            bars.push(Bar { first, last, x, width: self.x(last + 1) - x, count, before, height: 0 });
            before += begun[at];
        }
        let most = bars.iter().map(|bar| bar.count).max().unwrap_or_default().max(1);
        bars.iter_mut().for_each(|bar| bar.height = (bar.count * HIGHEST as usize).div_ceil(most) as u32);
        bars
    }

    /// The first days of all bars.
    fn starts_of_bars(&self) -> Vec<Day> {
        let (first, last) = self.years();
        let most = (self.width / BAR).max(1) as i32;
        let years = last - first + 1;
        if (self.last - self.first) / 7 + 2 <= most {
            // The first day of all is a Monday.
            let weeks = (self.first / 7..=self.last / 7).map(|week| week * 7);
            return weeks.map(|day| day.max(self.first)).collect();
        }
        for months in [1, 3] {
            if years * 12 / months <= most {
                let all = first * 12..(last + 1) * 12;
                let starts =
                    all.step_by(months as usize).map(|month| first_of_month(month / 12, (month % 12) as usize));
                return starts.collect();
            }
        }
        let step = YEARS.into_iter().find(|step| last / step - first / step < most).unwrap_or(1000);
        (first / step..=last / step).map(|at| first_of_year((at * step).max(first))).collect()
    }

    /// The years below, and the months where there is room for them.
    fn axis(&self) -> Vec<Tick> {
        let (first, last) = self.years();
        let years = last - first + 1;
        let of_year = self.width / years as u32;
        let step = YEARS.into_iter().find(|step| self.width / ((years as u32).div_ceil(*step as u32)) >= YEAR_LABEL);
        let step = step.unwrap_or(1000);
        let mut ticks = Vec::new();
        for at in first / step..=last / step {
            let (year, last_year) = ((at * step).max(first), (at * step + step - 1).min(last));
            let x = self.x(first_of_year(year));
            let width = self.x(first_of_year(last_year + 1)) - x;
            let is_named = width + 8 >= YEAR_LABEL || years == 1;
            ticks.push(Tick { x, width, year, last_year, month: None, is_named });
        }
        if of_year >= WITH_MONTHS {
            let every = if of_year / 12 >= MONTH_LABEL { 1 } else { 3 };
            let is_named = of_year * every as u32 / 12 >= MONTH_LABEL;
            for month in (first * 12..(last + 1) * 12).step_by(every) {
                let (year, month) = (month / 12, (month % 12) as usize);
                let x = self.x(first_of_month(year, month));
                let width = self.x(first_of_month(year, month + every)) - x;
                ticks.push(Tick { x, width, year, last_year: year, month: Some(month), is_named });
            }
        }
        ticks
    }
}

/// How many of the meetings found were held in each year from one to another, of which some were.
pub fn by_year(times: &Times, found: &FixedBitSet, (first, last): (i32, i32)) -> Vec<(i32, usize)> {
    let count = (last - first + 1).max(0) as usize;
    let (mut begun, mut ended) = (vec![0usize; count + 1], vec![0usize; count + 1]);
    for time in found.ones().filter_map(|at| times.0.get(at)) {
        let (from, to) = (year(time.first).max(first), year(time.last).min(last));
        if from <= to {
            begun[(from - first) as usize] += 1;
            ended[(to - first) as usize + 1] += 1;
        }
    }
    let mut held = 0;
    let mut years = Vec::new();
    for at in 0..count {
        held = held + begun[at] - ended[at];
        if held > 0 {
            years.push((first + at as i32, held));
        }
    }
    years
}

/// What a mark takes of its lane: at least what it takes to hit it.
pub fn hit(x: u32, width: u32, all: u32) -> (u32, u32) {
    if width >= TAKEN {
        return (x, x + width);
    }
    let from = (x + width / 2).saturating_sub(TAKEN / 2).min(all.saturating_sub(TAKEN));
    (from, from + TAKEN)
}
