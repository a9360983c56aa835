//! The dataset that comes of what stands there and what was read.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use serde_json::{Map, Value, json};

use crate::core::archive::format::VERSION;
use crate::core::archive::in_time;
use crate::core::archive::values::is_language;
use crate::core::text::date::{PartialDate, When};
use crate::import::assemble::Assembled;
use crate::import::assemble::found::Found;
use crate::import::merge::facets::Used;
use crate::import::merge::kept::{leave_out_lost, named};
use crate::import::merge::records::{LISTS, Records, fields, id};
use crate::import::merge::reviewed::{apply, tell_alike, tell_unknown};
use crate::import::merge::state::State;
use crate::import::merge::three_way::merge;
use crate::import::origin::Origin;
use crate::import::told::{Done, Told};

/// How many records came of it.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Meetings that are new.
    pub new: usize,
    /// Meetings that were changed.
    pub changed: usize,
    /// Meetings that are as they were.
    pub same: usize,
    /// All meetings.
    pub all: usize,
}

/// What a new dataset is called, and in which language it is written.
#[derive(Debug, Default, Clone)]
pub struct Head {
    /// Its title, as the call says.
    pub title: Option<String>,
    /// Its title where nobody says one.
    pub file_title: String,
    /// Its language, as the call says.
    pub language: Option<String>,
    /// The files that were read, each with a hash of what was in it.
    pub files: Vec<(String, String)>,
    /// The documents that are kept beside the dataset, by their paths in the folder of documents.
    pub kept: HashSet<String>,
    /// The ids of meetings that a reviewed list says are one.
    pub merged: Vec<Vec<String>>,
}

/// Puts records to a dataset.
pub struct Merge<'a> {
    /// The dataset, as it stands.
    pub dataset: Records,
    /// What was last read.
    pub state: State,
    /// What was done.
    pub told: &'a mut Told,
    /// Whether anything is another than it was.
    pub is_changed: bool,
    /// How many records came of it.
    pub counts: Counts,
}

impl Merge<'_> {
    /// Puts everything to it.
    pub fn put(&mut self, assembled: Assembled, head: &Head) {
        let Assembled { about, top, mut meetings, places, people, themes, facets, sources } = assembled;
        let is_new = self.dataset.top.is_empty();
        // What a keeper has written declares what they want.
        let is_made = is_new && top.is_empty();
        if is_new {
            self.head(&about, top, head);
        } else {
            self.tell_other_head(&top);
        }
        leave_out_lost(&mut meetings, &head.kept, self.told);
        tell_unknown(&head.merged, &meetings, &self.dataset.lists[3], &self.state, self.told);
        for group in &head.merged {
            if !self.state.merged.contains(group) {
                self.state.merged.push(group.clone());
            }
        }
        apply(&mut meetings, &self.state.merged, self.told);
        self.take_out_merged();
        tell_alike(&meetings, self.told);
        self.list(3, meetings);
        self.tell_gone(head);
        // To a dataset that stands there only what its meetings name is added.
        let named = (!is_new).then(|| named(&self.dataset.lists[3]));
        let is_wanted = |id: &str| named.as_ref().is_none_or(|named| named.contains(id));
        for (at, found) in [themes, places, people].into_iter().enumerate() {
            self.list(at, found.into_iter().filter(|found| is_wanted(&found.id)).collect());
        }
        let id = |source: &Value| source.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        self.sources(sources.into_iter().filter(|source| is_wanted(&id(source))).collect());
        if self.is_changed {
            self.sort();
        }
        let mut used = Used::default();
        self.dataset.lists[3].iter().for_each(|meeting| used.see_meeting(meeting));
        self.dataset.lists[1].iter().for_each(|place| used.see_place(place));
        self.is_changed |= used.declare(&mut self.dataset.top, is_made, &facets, &mut self.state.facets);
        for (name, hash) in &head.files {
            self.state.files.retain(|(of, _)| of != name);
            self.state.files.push((name.clone(), hash.clone()));
        }
        self.state.files.sort();
        self.counts.all = self.dataset.lists[3].len();
    }

    /// What every dataset has.
    fn head(&mut self, about: &crate::import::draft::About, own: Map<String, Value>, head: &Head) {
        if !own.is_empty() {
            self.dataset.top = own;
            let logo = self.dataset.top.get("logo").and_then(Value::as_str).unwrap_or_default().to_owned();
            if !logo.is_empty() && !head.kept.contains(&logo) {
                self.dataset.top.shift_remove("logo");
                let why = "The logo is not in the folder documents beside the dataset, so it was left out.";
                self.told.tell(Done::LeftOut, &Origin::path("$.logo"), why, &logo);
            }
            for (name, text) in [("title", &head.title), ("language", &head.language)] {
                self.dataset.top.extend(text.clone().map(|text| (name.to_owned(), text.into())));
            }
            self.is_changed = true;
            return;
        }
        let title = head.title.clone().or_else(|| about.title.clone()).unwrap_or_else(|| {
            let why = "No file tells the title of the archive; the name of the file was written. Change it in the dataset, or say --title.";
            self.told.tell(Done::Guessed, &Origin::whole(), why, "").into(head.file_title.clone());
            head.file_title.clone()
        });
        let told = head.language.clone().or_else(|| about.language.clone());
        let language = told.filter(|tag| is_language(tag));
        if language.is_none() {
            let why = "No file tells the language of the archive; English was written. Change it in the dataset, or say --language.";
            self.told.tell(Done::Guessed, &Origin::whole(), why, "").into("en");
        }
        let mut top = Map::new();
        top.insert("version".to_owned(), VERSION.into());
        top.insert("title".to_owned(), title.into());
        top.insert("language".to_owned(), language.unwrap_or_else(|| "en".to_owned()).into());
        top.extend(about.description.clone().map(|text| ("description".to_owned(), text.into())));
        if let Some(name) = &about.publisher {
            let url = about.publisher_url.as_deref().and_then(crate::import::assemble::clean::address);
            let publisher = match url {
                Some(url) => json!({ "name": name, "url": url }),
                None => json!(name),
            };
            top.insert("publisher".to_owned(), publisher);
        }
        top.extend(about.licence.clone().map(|text| ("licence".to_owned(), text.into())));
        for name in ["facets", "themes", "places", "people", "meetings", "sources"] {
            top.insert(name.to_owned(), Value::Null);
        }
        top.remove("facets");
        self.dataset.top = top;
        self.is_changed = true;
    }

    /// What a dataset of ours says of the whole stays where it is another than that to which its meetings are put.
    fn tell_other_head(&mut self, top: &Map<String, Value>) {
        let is_list = |name: &str| LISTS.contains(&name) || matches!(name, "version" | "sources" | "facets");
        for (name, value) in top.iter().filter(|(name, _)| !is_list(name)) {
            if self.dataset.top.get(name) != Some(value) {
                let why = "What the dataset says of the archive as a whole stays as it is.";
                self.told.tell(Done::LeftOut, &Origin::path("$"), why, &value.to_string()).labelled(name);
            }
        }
    }

    /// Puts the records of a list to it.
    fn list(&mut self, at: usize, found: Vec<Found>) {
        let mut positions: HashMap<String, usize> =
            self.dataset.lists[at].iter().enumerate().map(|(position, record)| (id(record), position)).collect();
        for new in found {
            let is_known = self.state.lists[at].contains_key(&new.id);
            match positions.get(&*new.id).copied() {
                Some(position) => self.put_to(at, position, &new),
                // A place that was taken out by hand may be named by a meeting that is new; so only meetings stay away.
                None if is_known && at == 3 => {
                    let why = "It was taken out of the dataset by hand, and is not put back.";
                    self.told.tell(Done::Kept, &Origin::whole(), why, &new.id);
                }
                None => {
                    positions.insert(new.id.to_string(), self.dataset.lists[at].len());
                    self.add(at, &new);
                }
            }
            self.state.note(at, &new);
        }
    }

    /// Meetings that stand in the dataset and are one with another now: their addresses lead to that.
    fn take_out_merged(&mut self) {
        let groups = self.state.merged.clone();
        let ids: HashSet<&str> = groups.iter().flatten().map(String::as_str).collect();
        if ids.is_empty() {
            return;
        }
        let positions = self.positions(|id| ids.contains(id));
        let mut taken_out: HashSet<usize> = HashSet::new();
        for group in &groups {
            let Some((first, others)) = group.split_first() else { continue };
            let Some(at) = positions.get(first) else { continue };
            let gone: Vec<&String> = others.iter().filter(|other| positions.contains_key(*other)).collect();
            let Some(current) = self.dataset.lists[3].get(*at).filter(|_| !gone.is_empty()) else { continue };
            let mut record = fields(current);
            let mut former = record.get("formerly").and_then(Value::as_array).cloned().unwrap_or_default();
            former.extend(gone.iter().map(|id| Value::from(id.as_str())));
            record.insert("formerly".to_owned(), Value::Array(former));
            self.dataset.lists[3][*at] = Value::Object(record).to_string().into();
            taken_out.extend(gone.iter().filter_map(|id| positions.get(*id)));
        }
        self.take_out(&taken_out);
    }

    fn add(&mut self, at: usize, new: &Found) {
        self.dataset.lists[at].push(new.record.clone());
        self.is_changed = true;
        if at == 3 {
            self.counts.new += 1;
        }
        if let Some(name) = LISTS.get(at) {
            self.dataset.top.entry(*name).or_insert(Value::Null);
        }
    }

    fn put_to(&mut self, at: usize, position: usize, new: &Found) {
        let Some(current) = self.dataset.lists[at].get(position) else { return };
        if *current == new.record {
            // Both say the same, and one text of it is enough.
            self.dataset.lists[at][position] = new.record.clone();
            self.counts.same += usize::from(at == 3);
            return;
        }
        let base = self.state.base(at, &new.file, &new.id).map(|base| fields(&base.record));
        let others = self.state.lists[at].get(&new.id).filter(|_| base.is_none()).cloned().unwrap_or_default();
        let others: Vec<_> = others.iter().map(|other| fields(&other.record)).collect();
        let current = fields(current);
        let is_of_other = |field: &str| others.iter().any(|other| other.get(field) == current.get(field));
        let mut next = fields(&new.record);
        if base.is_none() {
            // Where a record comes from that was there before is not for another file to say.
            next.shift_remove("source");
            if current.contains_key("agenda")
                && !current.contains_key("topics")
                && next.shift_remove("topics").is_some()
            {
                let why = "The dataset has an agenda for this meeting, so topics of the file were not put beside it.";
                self.told.tell(Done::Kept, &Origin::path(new.id.as_ref()), why, "").labelled("topics");
            }
        }
        let merged = merge(base.as_ref(), current.clone(), &next);
        for (field, stays, says) in merged.kept {
            let why = match is_of_other(&field) {
                true => "Another file said something else before, which stays.",
                false if base.is_none() => "The dataset says something else, which stays.",
                false => "It was changed by hand in the dataset, and stays so though the file says something else.",
            };
            let line = self.told.tell(Done::Kept, &Origin::path(new.id.as_ref()), why, &says);
            line.labelled(&field).into(stays);
        }
        if merged.is_changed {
            self.dataset.lists[at][position] = Value::Object(merged.record).to_string().into();
            self.is_changed = true;
        }
        if at == 3 {
            *(if merged.is_changed { &mut self.counts.changed } else { &mut self.counts.same }) += 1;
        }
    }

    /// Where the meetings stand whose ids are wanted.
    pub(super) fn positions(&self, is_wanted: impl Fn(&str) -> bool) -> HashMap<String, usize> {
        let all = self.dataset.lists[3].iter().enumerate().map(|(at, record)| (id(record), at));
        all.filter(|(id, _)| is_wanted(id)).collect()
    }

    /// Takes meetings out by their positions.
    pub(super) fn take_out(&mut self, positions: &HashSet<usize>) {
        let mut at = 0..;
        self.dataset.lists[3].retain(|_| at.next().is_none_or(|at| !positions.contains(&at)));
        self.is_changed |= !positions.is_empty();
    }

    /// The files as sources of the archive.
    fn sources(&mut self, sources: Vec<Value>) {
        let mut list = self.dataset.top.get("sources").and_then(Value::as_array).cloned().unwrap_or_default();
        let count = list.len();
        for source in sources {
            if !list.iter().any(|of| of.get("id") == source.get("id")) {
                list.push(source);
            }
        }
        if list.len() > count {
            self.is_changed = true;
            self.dataset.top.insert("sources".to_owned(), Value::Array(list));
        }
    }

    /// Meetings stand in the order of time, themes, places and people in the order in which they came.
    fn sort(&mut self) {
        let time = |record: &str| {
            let record = fields(record);
            let date = |name: &str| record.get(name).and_then(Value::as_str).and_then(PartialDate::parse_time);
            let start = date("start")?;
            let id = record.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
            Some((When { start, end: date("end") }, id))
        };
        let list = std::mem::take(&mut self.dataset.lists[3]);
        let mut timed: Vec<_> = list.into_iter().map(|record| (time(&record), record)).collect();
        timed.sort_by(|(a, _), (b, _)| match (a, b) {
            (Some((when, id)), Some((other, of))) => in_time((*when, id), (*other, of)),
            (one, other) => other.is_some().cmp(&one.is_some()),
        });
        self.dataset.lists[3] = timed.into_iter().map(|(_, record)| record).collect();
    }
}

/// Writes a dataset as people read and change it, a field a line.
///
/// # Errors
/// Where that is not possible.
pub fn write(dataset: &Records, to: &mut dyn Write) -> io::Result<()> {
    to.write_all(b"{")?;
    let mut is_first = true;
    for (name, value) in &dataset.top {
        let list = LISTS.iter().position(|of| of == name).map(|at| &dataset.lists[at]);
        if list.is_some_and(Vec::is_empty) && name != "meetings" {
            continue;
        }
        if list.is_none() && value.is_null() {
            continue;
        }
        to.write_all(if is_first { b"\n  " } else { b",\n  " })?;
        is_first = false;
        write!(to, "{}: ", Value::from(name.as_str()))?;
        match list {
            None => to.write_all(indented(value, "  ").as_bytes())?,
            Some(records) => {
                to.write_all(b"[")?;
                for (at, record) in records.iter().enumerate() {
                    to.write_all(if at == 0 { b"\n    " } else { b",\n    " })?;
                    let value: Value = serde_json::from_str(record).unwrap_or_default();
                    to.write_all(indented(&value, "    ").as_bytes())?;
                }
                to.write_all(b"\n  ]")?;
            }
        }
    }
    to.write_all(b"\n}\n")
}

fn indented(value: &Value, by: &str) -> String {
    let pretty = serde_json::to_string_pretty(value).unwrap_or_default();
    pretty.replace('\n', &format!("\n{by}"))
}
