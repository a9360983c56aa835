//! Ids that stay the same when something is added to a file: made of what a record says.

use std::collections::{HashMap, HashSet};

use crate::core::archive::values::{NONE, is_id};
use crate::core::text::date::PartialDate;
use crate::core::text::hash::hash;
use crate::core::text::slug::{slug, value_id, with_hash};

/// The most characters of an id that come from a title.
const TITLE: usize = 48;

/// The most characters of what a source knows a meeting by that are put into its id.
const UID: usize = 12;

/// The id of what is known by a text alone: what only case or a sign tells apart has one id.
pub fn id_of(text: &str) -> String {
    let id = value_id(text);
    if is_id(&id) && id != NONE { id } else { with_hash("id", &text.to_lowercase()) }
}

/// Ids of meetings: those that they were given before, and new ones that nobody has.
#[derive(Debug, Default)]
pub struct MeetingIds {
    /// The ids by what meetings are known by.
    pub known: HashMap<String, String>,
    /// Ids that have a meeting.
    pub taken: HashSet<String>,
    /// What the meetings of a dataset say of which nobody knows where they come from, by their ids: title and start.
    pub standing: HashMap<String, (String, String)>,
    /// Ids that meetings of a dataset had before, and those that they have now.
    pub former: HashMap<String, String>,
    /// Ids that were given in this import.
    used: HashSet<String>,
}

impl MeetingIds {
    /// The id of a meeting that is known by a key.
    pub fn id(&mut self, key: &str, start: PartialDate, title: &str, uid: Option<&str>) -> String {
        if let Some(id) = self.known.get(key) {
            return id.clone();
        }
        let id = meeting_id(start, title, uid);
        // What says the same under the same id is the same, though what was last read is not known any more.
        let is_same = self.standing.get(&id).is_some_and(|(name, day)| name == title && *day == start.to_string());
        if is_same && self.used.insert(id.clone()) {
            self.known.insert(key.to_owned(), id.clone());
            return id;
        }
        // Of two the first in the file has the plain one, so that it stays when others are added behind.
        let id = if self.taken.contains(&id) { with_hash(cut(&id, 70), key) } else { id };
        self.taken.insert(id.clone());
        self.known.insert(key.to_owned(), id.clone());
        id
    }
}

impl MeetingIds {
    /// What comes now comes from another file, which may tell of the same meetings.
    pub fn of_file(&mut self) {
        self.used.clear();
    }

    /// The id that a meeting has now, of one that it may have had before.
    pub fn current(&self, id: String) -> String {
        self.former.get(&id).cloned().unwrap_or(id)
    }

    /// Gives a meeting the id that its file tells, once.
    pub fn given(&mut self, key: &str, id: &str) -> bool {
        let is_free = is_id(id) && id != NONE && self.used.insert(id.to_owned());
        if is_free {
            self.taken.insert(id.to_owned());
            self.known.insert(key.to_owned(), id.to_owned());
        }
        is_free
    }
}

/// The id of a meeting by its day and its title: `2011-06-15-haparanda`, and a short name that its source has for it.
fn meeting_id(start: PartialDate, title: &str, uid: Option<&str>) -> String {
    let day = start.without_time().to_string();
    let words = slug(title);
    let words = match is_id_of_any_length(&words) {
        true => cut(&words, TITLE).to_owned(),
        // Of a title in other letters what is Latin says little.
        false => hash(title),
    };
    // What is called by its day alone needs that once.
    let id = if words == slug(&day) { day } else { format!("{day}-{words}") };
    match uid.map(slug).filter(|uid| uid.len() <= UID && is_id(uid)) {
        Some(uid) => format!("{id}-{uid}"),
        None => id,
    }
}

fn is_id_of_any_length(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The beginning of an id, which ends with a whole word where it has several.
fn cut(id: &str, length: usize) -> &str {
    if id.len() <= length {
        return id;
    }
    let start = id.get(..length).unwrap_or(id);
    let whole =
        if id[length..].starts_with('-') { start } else { start.rsplit_once('-').map_or(start, |(whole, _)| whole) };
    whole.trim_end_matches('-')
}
