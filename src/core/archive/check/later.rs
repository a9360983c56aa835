//! Days that have not come: no record was changed then, and no address seen.

use jiff::civil::Date;

use crate::core::archive::json::{Fields, Json};
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Fault, Problem};
use crate::core::archive::values::day;

/// Takes away every day of change, and every day on which a document's address was seen to work, that is later than `today`,
/// and names it: what readers, hosts and calendars are told has happened, in what is published of the dataset too. Nothing
/// else follows from the day, so that a site is the same to the byte whenever it is built.
pub fn forget_later(dataset: &mut Fields, today: Date) -> Vec<Problem> {
    let mut later = Later { today, problems: Vec::new() };
    let root = Path::root();
    later.forget(&root, dataset, "modified", Fault::NotYet);
    each_record(&root, dataset, "meetings", &mut |meeting, record| {
        later.forget(meeting, record, "modified", Fault::NotYet);
        each_record(meeting, record, "documents", &mut |path, document| later.forget_seen(path, document));
        each_record(meeting, record, "agenda", &mut |item, record| {
            each_record(item, record, "documents", &mut |path, document| later.forget_seen(path, document));
        });
    });
    later.problems
}

struct Later {
    today: Date,
    problems: Vec<Problem>,
}

impl Later {
    fn forget_seen(&mut self, path: &Path, document: &mut Fields) {
        self.forget(path, document, "seen", Fault::NotSeenYet);
    }

    fn forget(&mut self, path: &Path, fields: &mut Fields, name: &str, fault: fn(String) -> Fault) {
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

/// Hands on the records of a list with their places, if it is there.
fn each_record(within: &Path, fields: &mut Fields, list: &str, tell: &mut dyn FnMut(&Path, &mut Fields)) {
    for (_, json) in fields.iter_mut().filter(|(name, _)| name == list) {
        if let Json::List(items) = json {
            for (index, item) in items.iter_mut().enumerate() {
                if let Json::Object(record) = item {
                    tell(&within.item(list, index), record);
                }
            }
        }
    }
}
