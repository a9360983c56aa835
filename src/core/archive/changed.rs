//! When records were changed, as far as they tell. No clock is asked: the same data gives the same files, whenever they are
//! written.

use jiff::civil::{Date, date};

use super::{Archive, Meeting};
use crate::core::archive::values::day;

/// The year in which this format began. No record of it was written before, and no day that is told for want of a better
/// one is later, so none lies in the future.
pub const FORMAT_BEGAN: Date = date(2026, 1, 1);

impl Archive {
    /// The day on which the data was last changed: the latest of all that the file tells of changes. `None` where it tells
    /// of none; the days of the meetings do not tell, since one that is planned lies ahead.
    pub fn modified(&self) -> Option<Date> {
        let told = self.dataset.modified.as_deref().and_then(day);
        told.into_iter().chain(self.meetings.iter().filter_map(Meeting::modified)).max()
    }

    /// The same for formats that must have a day: without any, the latest day that is told of a meeting.
    pub fn changed(&self) -> Date {
        let latest = || self.meetings.iter().map(Meeting::changed).max();
        self.modified().or_else(latest).unwrap_or(FORMAT_BEGAN)
    }
}

impl Meeting {
    /// The day on which the record was last changed, if it tells.
    pub fn modified(&self) -> Option<Date> {
        self.record.modified.as_deref().and_then(day)
    }

    /// The same for formats that must have a day. Of a record that does not tell it is the meeting's last day, by which
    /// readers of feeds order it sensibly, but none after the year in which the format began: a day that lies ahead would be
    /// false, and one that follows the clock or the other records would move while the record stays as it is.
    pub fn changed(&self) -> Date {
        self.modified().unwrap_or_else(|| self.when.last_day().min(FORMAT_BEGAN))
    }
}
