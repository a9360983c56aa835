//! When the meeting of a row was, from all columns that tell of it.

use jiff::SignedDuration;
use jiff::civil::Date;

use crate::core::text::clock::Clock;
use crate::core::text::date::PartialDate;
use crate::core::text::fold::fold;
use crate::import::assemble::words::status;
use crate::import::piece::{Asked, Kind, Row, Table};
use crate::import::table::dates::cell::{self, Told as Cell};
use crate::import::table::dates::clock::{Clocks, clocks, part_of_day};
use crate::import::table::dates::days::Day;
use crate::import::table::dates::tokens::{month, weekday};
use crate::import::table::dates::unknown::{is_hardly_a_day, is_no_day, is_unknown};
use crate::import::table::plan::Plan;
use crate::import::table::role::Role;
use crate::import::times::zoned;
use crate::import::told::{Done, Told};

/// When a meeting was, and what its cells say besides.
#[derive(Debug, Default)]
pub struct When {
    /// When it began.
    pub start: Option<PartialDate>,
    /// When it ended.
    pub end: Option<PartialDate>,
    /// The status that stood behind a date.
    pub status: Option<String>,
    /// What stood in a cell behind a date.
    pub notes: Vec<String>,
    /// Whether a cell that should tell the day says something else, which was told.
    pub is_unread: bool,
    /// Whether what a cell says of how long it lasted is what its beginning and its end tell.
    pub is_length_told: bool,
}

/// Reads the times of rows.
pub struct Times<'a> {
    /// The table.
    pub table: &'a Table,
    /// How it is read.
    pub plan: &'a Plan,
    /// What the call says.
    pub asked: &'a Asked,
}

impl Times<'_> {
    /// When the meeting of a row was; `above` is the day of the row above, for a row that has a time and no day.
    pub fn when(&self, row: &Row, above: Option<PartialDate>, told: &mut Told) -> When {
        let mut when = When::default();
        let started = self.day(row, Role::Start, &mut when, told);
        let ended = self.day(row, Role::End, &mut when, told);
        let from = self.clock(row, Role::StartTime, &mut when, told);
        let to = self.clock(row, Role::EndTime, &mut when, told);
        let (mut start, mut end, mut start_clock, mut end_clock) = (None, None, None, None);
        if let Some((first, last, cell)) = started {
            (start, end, start_clock, end_clock) = (Some(first), last, cell.from, cell.to);
        }
        if start.is_none() && !when.is_unread {
            start = self.in_parts(row);
        }
        if start.is_none()
            && !when.is_unread
            && from.is_some()
            && let Some(above) = above
        {
            start = Some(above.without_time());
            let why = "The row has a time and no day; it was taken for one of the day above.";
            told.tell(Done::Guessed, &self.table.origin(row, self.plan.first(Role::Start)), why, "")
                .into(above.to_string());
        }
        if let Some((last, _, cell)) = ended {
            (end, end_clock) = (Some(last), cell.from.or(end_clock));
        }
        if let Some(Clocks { from, to }) = from {
            (start_clock, end_clock) = (start_clock.or(Some(from)), end_clock.or(to));
        }
        end_clock = end_clock.or(to.map(|to| to.from));
        let Some(first) = start else { return when };
        let last = self.last(row, (first, end), (&mut start_clock, &mut end_clock), told);
        when.start = Some(self.at(first, start_clock));
        when.end = last.map(|last| self.at(last, end_clock.filter(|_| start_clock.is_some())));
        if let (Some(minutes), Some(start)) = (self.minutes(row), when.start) {
            let end = self.later(start, minutes);
            when.end = when.end.or(end);
            when.is_length_told = end.is_some() && when.end == end;
        }
        when
    }

    /// The last day of a meeting by its first one and the one that is told, and by its times: after an evening it is the next
    /// day, and from midnight to midnight are whole days, which have no times.
    fn last(
        &self,
        row: &Row,
        (first, end): (PartialDate, Option<PartialDate>),
        (from, to): (&mut Option<Clock>, &mut Option<Clock>),
        told: &mut Told,
    ) -> Option<PartialDate> {
        let last = end.or_else(|| to.map(|_| first));
        let origin = self.table.origin(row, self.plan.first(Role::EndTime));
        let (Some(begun), Some(ended)) = (from.map(|clock| clock.minute), to.map(|clock| clock.minute)) else {
            return last;
        };
        let mut guess = |why: &'static str, day: Date| {
            told.tell(Done::Guessed, &origin, why, "").into(day.to_string());
            Some(PartialDate::Day(day)).filter(|day| *day != first)
        };
        match (first, last) {
            (PartialDate::Day(day), _) if end.is_none() && begun >= 18 * 60 && ended <= 6 * 60 => {
                let why =
                    "It begins in the evening and ends in the small hours, so the next day was taken for the end.";
                day.tomorrow().ok().and_then(|next| guess(why, next))
            }
            (PartialDate::Day(day), Some(PartialDate::Day(last))) if (begun, ended) == (0, 0) && last > day => {
                (*from, *to) = (None, None);
                let why = "It is from midnight to midnight, which calendars say of whole days.";
                last.yesterday().ok().and_then(|last| guess(why, last))
            }
            _ => last,
        }
    }

    /// A day with a time of it, as clocks had it in the zone that the call names.
    fn at(&self, day: PartialDate, clock: Option<Clock>) -> PartialDate {
        match (day, clock, &self.asked.zone) {
            (PartialDate::Day(date), Some(Clock { minute, offset: None }), Some(zone)) => zoned(date, minute, zone),
            (PartialDate::Day(date), Some(clock), _) => PartialDate::Time(date, clock),
            (day, _, _) => day,
        }
    }

    /// The first and the last day that a cell tells, with what else it says.
    fn day(
        &self,
        row: &Row,
        role: Role,
        when: &mut When,
        told: &mut Told,
    ) -> Option<(PartialDate, Option<PartialDate>, Cell)> {
        let at = self.plan.first(role)?;
        let (text, kind) = (Some(row.text(at).trim()).filter(|text| !text.is_empty())?, row.kind(at));
        let origin = self.table.origin(row, Some(at));
        let column = &self.plan.columns[at];
        let mut tell = |done: Done, why: &'static str, became: String| {
            told.tell(done, &origin, why, text).labelled(&column.heading).into(became);
        };
        if is_no_day(text) || is_unknown(text) || (kind == Kind::Time && text == "00:00") {
            tell(Done::LeftOut, "This stands for a day that is not known.", String::new());
            return None;
        }
        let plain = cell::told(text, kind);
        let is_loose = plain.is_none();
        let cell = plain.or_else(|| cell::told_loosely(text, kind));
        let day = cell.as_ref().and_then(|cell| cell.start.day(|digits| column.orders.order(digits)));
        let (Some(cell), Some(day)) = (cell, day) else {
            when.is_unread |= role == Role::Start;
            tell(Done::LeftOut, "This is no date that the calendar has, or none that is read.", String::new());
            return None;
        };
        if is_hardly_a_day(day) {
            tell(Done::Guessed, "This was taken for a day that is not known.", String::new());
            return None;
        }
        if cell.is_serial && kind == Kind::Text {
            tell(Done::Guessed, "A number was read as a day, counted as spreadsheets do.", day.to_string());
        }
        if matches!(cell.start, Day::Digits(digits) if digits.is_short) {
            tell(Done::Guessed, "The year has two digits; up to 49 they are of this century.", day.to_string());
        }
        if day.first_day().year() < 1000 {
            tell(Done::Look, "The year is more than a thousand years ago; see whether it is meant.", day.to_string());
        }
        if !cell.rest.is_empty() {
            when.notes.push(cell.rest.clone());
            let bare = cell.rest.trim_matches(|char: char| "()[]–—- .".contains(char));
            let (done, why) = match (status(bare), is_loose) {
                (Some(status), _) => {
                    when.status = Some(status.to_owned());
                    (Done::Guessed, "What stands behind the date was taken for the status.")
                }
                (None, true) => {
                    (Done::Guessed, "Of the date so much was read; what the cell says besides became a note.")
                }
                (None, false) => (Done::Read, "What stands behind the date became a note."),
            };
            tell(done, why, if is_loose { day.to_string() } else { cell.rest.clone() });
        }
        let last = cell.end.and_then(|end| end.day(|digits| column.orders.order(digits)));
        Some((day, last, cell))
    }

    /// The times that a cell tells.
    fn clock(&self, row: &Row, role: Role, when: &mut When, told: &mut Told) -> Option<Clocks> {
        let at = self.plan.first(role)?;
        let (text, kind) = (row.text(at).trim(), row.kind(at));
        if text.is_empty() || is_unknown(text) {
            return None;
        }
        let part = text.parse::<f64>().ok().filter(|_| kind == Kind::Number).and_then(part_of_day);
        let read = part.map(|from| Clocks { from, to: None }).or_else(|| clocks(text)).or_else(|| {
            // A day may stand there too, as spreadsheets write times alone.
            let cell = cell::told(text, kind)?;
            Some(Clocks { from: cell.from?, to: cell.to })
        });
        if read.is_none() {
            let heading = self.plan.columns[at].heading.clone();
            when.notes.push(format!("{heading}: {text}"));
            let why = "This is no time of day that is read; it became a note.";
            told.tell(Done::Read, &self.table.origin(row, Some(at)), why, text).labelled(&heading);
        }
        read
    }

    /// A day whose year, month and day stand in columns of their own.
    fn in_parts(&self, row: &Row) -> Option<PartialDate> {
        let text = |role: Role| self.plan.first(role).map(|at| row.text(at).trim()).filter(|text| !text.is_empty());
        let number = |text: &str| text.trim_end_matches(".0").parse::<i16>().ok();
        let year = number(text(Role::Year)?)?;
        let month = text(Role::Month).and_then(|text| number(text).or_else(|| month(&fold(text)).map(i16::from)));
        let day = text(Role::Day).and_then(|text| number(text.trim_end_matches('.')));
        PartialDate::parse(&match (month, day) {
            (None, _) => format!("{year:04}"),
            (Some(month), None) => format!("{year:04}-{month:02}"),
            (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        })
    }

    /// How long it lasted, in minutes: `90`, `1:30`, `1 h 30 min`, `PT1H30M`.
    fn minutes(&self, row: &Row) -> Option<i16> {
        let at = self.plan.first(Role::Duration)?;
        let text = row.text(at).trim();
        let in_hours = || clocks(text).filter(|_| text.contains(':')).map(|clocks| clocks.from.minute);
        let in_words = || i16::try_from(text.parse::<SignedDuration>().ok()?.as_mins()).ok();
        text.parse::<i16>().ok().or_else(in_hours).or_else(in_words).filter(|minutes| *minutes > 0)
    }

    /// So many minutes later, within the day or on the next.
    fn later(&self, start: PartialDate, minutes: i16) -> Option<PartialDate> {
        let PartialDate::Time(day, clock) = start else { return None };
        let minute = clock.minute.checked_add(minutes)?;
        let day = if minute < 1440 { day } else { day.tomorrow().ok()? };
        (minute < 2880).then_some(PartialDate::Time(day, Clock { minute: minute % 1440, ..clock }))
    }
}

/// The day of the week that a row tells, from Monday as 1.
pub fn weekday_of(row: &Row, plan: &Plan) -> Option<i8> {
    plan.first(Role::Weekday).and_then(|at| weekday(&fold(row.text(at).trim())))
}
