//! Days of change that have not come.

use jiff::civil::Date;

use crate::core::archive::format::Dataset;
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Fault, Problem};
use crate::core::archive::values::day;

/// Takes away every day of change that is later than `today`, and names it: what readers, hosts and calendars are told of a
/// change has happened. Nothing else follows from the day, so that a site is the same to the byte whenever it is built.
pub fn forget_later(dataset: &mut Dataset, today: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut forget = |path: Path, modified: &mut Option<String>| {
        let is_later = |text: &mut String| day(text).is_some_and(|day| day > today);
        if let Some(text) = modified.take_if(is_later) {
            problems.push(Problem::new(path, Fault::NotYet(text)));
        }
    };
    forget(Path::top("modified"), &mut dataset.modified);
    for (index, meeting) in dataset.meetings.iter_mut().enumerate() {
        forget(Path::record("meetings", index).field("modified"), &mut meeting.modified);
    }
    problems
}
