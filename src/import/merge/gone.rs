//! Meetings that a file had when it was last read, and has no more.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::import::merge::dataset::{Head, Merge};
use crate::import::merge::records::fields;
use crate::import::origin::Origin;
use crate::import::told::Done;

/// Meetings that are new, by what else they may have been known by before: their day, and their title.
#[derive(Debug, Default)]
struct Renewed {
    /// The id of the only new one with this day or title; none where there are several.
    ids: HashMap<(&'static str, String), Option<String>>,
}

impl Renewed {
    fn new(records: &[Arc<str>]) -> Self {
        let mut renewed = Self::default();
        for record in records {
            let record = fields(record);
            let id = text(&record, "id");
            for name in ["start", "title"] {
                renewed
                    .ids
                    .entry((name, text(&record, name)))
                    .and_modify(|id| *id = None)
                    .or_insert_with(|| Some(id.clone()));
            }
        }
        renewed
    }

    /// The new meeting that this one, which is no more in its file, may have become.
    fn of(&self, record: &str) -> Option<&str> {
        let record = fields(record);
        let same = |name: &'static str| self.ids.get(&(name, text(&record, name)))?.as_deref();
        same("title").or_else(|| same("start"))
    }
}

fn text(record: &Map<String, Value>, name: &str) -> String {
    record.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

impl Merge<'_> {
    /// The meetings that this import has added, which stand at the end until all are sorted.
    fn added(&self) -> &[Arc<str>] {
        let all = &self.dataset.lists[3];
        all.get(all.len().saturating_sub(self.counts.new)..).unwrap_or_default()
    }

    /// Meetings of a file that are no longer in it stay and are told; where the file is the same and only read in another way,
    /// what came of the other way goes.
    pub(super) fn tell_gone(&mut self, head: &Head) {
        for (file, hash) in &head.files {
            let is_same = self.state.files.iter().any(|(of, was)| of == file && was == hash);
            let read: HashSet<&str> = self
                .told
                .lines
                .iter()
                .filter(|line| line.done == Done::Read)
                .map(|line| line.became.as_str())
                .collect();
            let mut gone: Vec<Arc<str>> = self.state.lists[3]
                .keys()
                .filter(|id| !read.contains(&***id) && self.state.base(3, file, id).is_some())
                .cloned()
                .collect();
            gone.sort();
            let positions = self.positions(|id| gone.binary_search_by(|of| (**of).cmp(id)).is_ok());
            let renewed = if gone.is_empty() { Renewed::default() } else { Renewed::new(self.added()) };
            let mut taken_out: HashSet<usize> = HashSet::new();
            for id in &gone {
                let base = self.state.base(3, file, id).map(|base| base.record.clone());
                let position = positions.get(&**id).copied();
                let is_untouched = position.is_some_and(|at| self.dataset.lists[3].get(at) == base.as_ref());
                let (why, now) = if is_same && is_untouched {
                    taken_out.extend(position);
                    self.state.lists[3].remove(id);
                    ("The same file is read in another way now, and what it became before was taken out.", None)
                } else if position.is_none() {
                    continue;
                } else if let Some(now) = base.as_ref().and_then(|base| renewed.of(base)) {
                    let why = "It came from this file and stands there no more; it may be the new one told here, whose day or title \
                        was changed. If it is, write both ids, this one first, on a line of a file and name that with --merge.";
                    (why, Some(now))
                } else {
                    ("It came from this file and stands there no more; it stays in the dataset.", None)
                };
                self.told.tell(Done::Look, &Origin::whole(), why, id).into(now.unwrap_or_default());
            }
            self.take_out(&taken_out);
        }
    }
}
