//! Days that have not come: no record was changed then, and no address seen.

use jiff::civil::Date;

use crate::core::archive::json::{Fields, Json, each_within};
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Fault, Problem};
use crate::core::archive::values::day;

/// Takes away every day of change, and every day on which the address of a document or a source was seen to work, that is later than `today`,
/// and names it: what readers, hosts and calendars are told has happened, in what is published of the dataset too. Nothing
/// else follows from the day, so that a site is the same to the byte whenever it is built.
pub fn forget_later(dataset: &mut Fields, today: Date) -> Vec<Problem> {
    let mut later = Later { today, problems: Vec::new() };
    later.forget(Path::root(), dataset, "modified", Fault::NotYet);
    each_within(dataset, "meetings", &mut |index, meeting| {
        let path = Path::record("meetings", index);
        later.forget(path, meeting, "modified", Fault::NotYet);
        later.forget_seen(path, meeting);
        each_within(meeting, "agenda", &mut |index, item| later.forget_seen(path.item("agenda", index), item));
    });
    each_within(dataset, "sources", &mut |index, source| {
        later.forget(Path::record("sources", index), source, "seen", Fault::NotSeenYet);
    });
    later.problems
}

struct Later {
    today: Date,
    problems: Vec<Problem>,
}

impl Later {
    /// Of the documents of a record.
    fn forget_seen(&mut self, path: Path, record: &mut Fields) {
        each_within(record, "documents", &mut |index, document| {
            self.forget(path.item("documents", index), document, "seen", Fault::NotSeenYet);
        });
    }

    fn forget(&mut self, path: Path, fields: &mut Fields, name: &str, fault: fn(String) -> Fault) {
        let is_later = |text: &str| day(text).is_some_and(|day| day > self.today);
        fields.retain(|(of, json)| match json {
            Json::Text(text) if of == name && is_later(text) => {
                self.problems.push(Problem::new(path.field(name), fault(text.clone().into_owned())));
                false
            }
            _ => true,
        });
    }
}
