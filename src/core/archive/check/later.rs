//! Days of change that have not come.

use jiff::civil::Date;

use crate::core::archive::format::Dataset;
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Fault, Problem};
use crate::core::archive::values::day;

/// Takes away every day of change, and every day on which a document's address was seen to work, that is later than `today`,
/// and names it: what readers, hosts and calendars are told has happened. Nothing else follows from the day, so that a site is
/// the same to the byte whenever it is built.
pub fn forget_later(dataset: &mut Dataset, today: Date) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut forget = |path: Path, told: &mut Option<String>, fault: fn(String) -> Fault| {
        let is_later = |text: &mut String| day(text).is_some_and(|day| day > today);
        if let Some(text) = told.take_if(is_later) {
            problems.push(Problem::new(path, fault(text)));
        }
    };
    forget(Path::top("modified"), &mut dataset.modified, Fault::NotYet);
    for (index, meeting) in dataset.meetings.iter_mut().enumerate() {
        let path = Path::record("meetings", index);
        forget(path.field("modified"), &mut meeting.modified, Fault::NotYet);
        for (at, document) in meeting.documents.iter_mut().enumerate() {
            forget(path.item("documents", at).field("seen"), &mut document.seen, Fault::NotSeenYet);
        }
        for (at, item) in meeting.agenda.iter_mut().enumerate() {
            let path = path.item("agenda", at);
            for (at, document) in item.documents.iter_mut().enumerate() {
                forget(path.item("documents", at).field("seen"), &mut document.seen, Fault::NotSeenYet);
            }
        }
    }
    problems
}
