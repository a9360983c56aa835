//! The fields of an object, of which none is lost: what nobody takes is told, or goes to what no field is for.

use std::collections::BTreeSet;

use crate::core::text::date::PartialDate;
use crate::import::draft::{Draft, Rest};
use crate::import::json::path::field_path;
use crate::import::json::tree::Node;
use crate::import::origin::Origin;
use crate::import::piece::Asked;
use crate::import::plain::{plain, plain_line};
use crate::import::times::machine_time;
use crate::import::told::{Done, Told};

/// What is told once in a file, of whatever object it is.
#[derive(Debug, Default)]
pub struct Once(BTreeSet<String>);

impl Once {
    /// Tells that something was left out, the first time that something of its label is.
    pub fn leave_out(&mut self, label: &str, origin: &Origin, why: &'static str, value: &str, told: &mut Told) {
        if self.0.len() < 1_000 && self.0.insert(format!("{label} {why}")) {
            told.tell(Done::LeftOut, origin, why, value).labelled(label);
        }
    }
}

/// What a reader of objects needs beside them.
pub struct Reading<'a> {
    /// What the call asks.
    pub asked: &'a Asked,
    /// What was done.
    pub told: &'a mut Told,
    /// What was told once.
    pub once: &'a mut Once,
}

/// An object while its fields are taken.
#[derive(Debug)]
pub struct Fields<'a> {
    node: &'a Node<'a>,
    /// Where it stands.
    pub path: String,
    taken: BTreeSet<&'a str>,
}

impl<'a> Fields<'a> {
    /// An object at a path.
    pub fn new(node: &'a Node<'a>, path: String) -> Self {
        Self { node, path, taken: BTreeSet::new() }
    }

    /// Where it stands.
    pub fn origin(&self) -> Origin {
        Origin::path(self.path.as_str())
    }

    /// Where a field stands.
    pub fn origin_of(&self, name: &str) -> Origin {
        Origin::path(field_path(&self.path, name))
    }

    /// Whether it has a field that says something.
    pub fn has(&self, name: &str) -> bool {
        self.node.get(name).is_some_and(|node| !node.is_empty())
    }

    /// Takes a field as it is; none where it says nothing.
    pub fn node(&mut self, name: &str) -> Option<&'a Node<'a>> {
        let (own, node) = self.node.fields().iter().rev().find(|(of, _)| of == name)?;
        self.taken.insert(own);
        Some(node).filter(|node| !node.is_empty())
    }

    /// Takes a field that is a text, a number or a flag. What is something else stays.
    pub fn text(&mut self, name: &str) -> Option<String> {
        let text = self.node.get(name)?.text();
        if text.is_some() || self.node.get(name).is_some_and(Node::is_empty) {
            self.node(name);
        }
        text
    }

    /// Takes the first of some fields that is a text; the others stay.
    pub fn first_text(&mut self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.text(name))
    }

    /// Takes a text of one line.
    pub fn line(&mut self, name: &str) -> Option<String> {
        self.text(name).map(|text| plain_line(&text).replace(['\n', '\r'], " "))
    }

    /// Takes a text as paragraphs.
    pub fn paragraphs(&mut self, name: &str, reading: &mut Reading) -> Vec<String> {
        let Some(text) = self.text(name) else { return Vec::new() };
        let made = plain(&text);
        for link in &made.lost_links {
            let why = "A link in a description leads to an address that is none without its page; its text was kept.";
            reading.told.tell(Done::LeftOut, &self.origin_of(name), why, link).labelled(name);
        }
        made.paragraphs
    }

    /// Takes a field with an object in it.
    pub fn object(&mut self, name: &str) -> Option<Fields<'a>> {
        self.node.get(name).filter(|node| node.is_object())?;
        let path = field_path(&self.path, name);
        self.node(name).map(|node| Fields::new(node, path))
    }

    /// Takes the items of a list; what is no list is the one item of one.
    pub fn items(&mut self, name: &str) -> &'a [Node<'a>] {
        self.node(name).map(Node::items).unwrap_or_default()
    }

    /// Takes the objects of a list. What is no object in it is handed to `other`.
    pub fn objects(&mut self, name: &str) -> Vec<Fields<'a>> {
        let path = field_path(&self.path, name);
        let is_list = matches!(self.node.get(name), Some(Node::List(_)));
        let path_of = |index| if is_list { format!("{path}[{index}]") } else { path.clone() };
        let items = self.items(name).iter().enumerate();
        items.filter(|(_, node)| node.is_object()).map(|(index, node)| Fields::new(node, path_of(index))).collect()
    }

    /// Takes a day or a time. One that cannot be read is told.
    pub fn time(&mut self, name: &str, reading: &mut Reading) -> Option<PartialDate> {
        let text = self.text(name)?;
        let time = machine_time(&text, reading.asked.zone.as_ref());
        if time.is_none() {
            let why = "A day or a time that cannot be read.";
            reading.told.tell(Done::LeftOut, &self.origin_of(name), why, &text).labelled(name);
        }
        time
    }

    /// Takes the day on which the source changed it.
    pub fn modified(&mut self, name: &str) -> Option<PartialDate> {
        machine_time(&self.text(name)?, None).map(PartialDate::without_time)
    }

    /// Leaves fields out that say nothing to readers; the first of each name is told.
    pub fn leave_out(&mut self, names: &[&str], why: &'static str, reading: &mut Reading) {
        for name in names {
            let origin = self.origin_of(name);
            if let Some(node) = self.node(name) {
                let value = node.text().unwrap_or_default();
                reading.once.leave_out(name, &origin, why, &value, reading.told);
            }
        }
    }

    /// Passes over fields that say nothing that is not known by then, such as the kind of an object.
    pub fn pass_over(&mut self, names: &[&str]) {
        for name in names {
            self.node(name);
        }
    }

    /// Whether a field was taken.
    pub fn is_taken(&self, name: &str) -> bool {
        self.taken.contains(name)
    }

    /// All its fields.
    pub fn all(&self) -> impl Iterator<Item = (&'a str, &'a Node<'a>)> {
        self.node.fields().iter().map(|(name, node)| (name.as_ref(), node))
    }

    /// What nobody has taken: names, values, and where they stand.
    fn left(&self) -> impl Iterator<Item = (&'a str, &'a Node<'a>)> {
        self.all().filter(|(name, node)| !self.taken.contains(name) && !node.is_empty())
    }

    /// Tells what nobody has taken, and takes plain values of it to what no field is for.
    pub fn rest(self, draft: &mut Draft, reading: &mut Reading) {
        for (name, node) in self.left() {
            let origin = self.origin_of(name);
            match plain_values(node) {
                Some(values) => draft.rest.push(Rest { label: label(name), values, origin, ..Rest::default() }),
                None => leave_out_nested(name, &origin, reading),
            }
        }
    }

    /// Tells what nobody has taken, of an object that has no place for it.
    pub fn tell_rest(self, reading: &mut Reading) {
        for (name, node) in self.left() {
            let origin = self.origin_of(name);
            match plain_values(node) {
                Some(values) => {
                    let why = "What the format has no field for at this place was left out.";
                    reading.told.tell(Done::LeftOut, &origin, why, &values.join("; ")).labelled(name);
                }
                None => leave_out_nested(name, &origin, reading),
            }
        }
    }
}

fn leave_out_nested(name: &str, origin: &Origin, reading: &mut Reading) {
    let why = "A value that has values of its own, which no field is for, was left out.";
    reading.told.tell(Done::LeftOut, origin, why, "").labelled(name);
}

/// The values of what has none within them.
fn plain_values(node: &Node) -> Option<Vec<String>> {
    let texts = node.items().iter().map(|item| match item {
        Node::List(_) | Node::Object(_) => None,
        item => Some(item.text().unwrap_or_default()),
    });
    let texts: Vec<String> = texts.collect::<Option<_>>()?;
    Some(texts.into_iter().filter(|text| !text.is_empty()).collect())
}

/// What people call a field: `meetingState`, `meeting_state` → `Meeting state`.
pub fn label(name: &str) -> String {
    let mut label = String::new();
    let mut was_small = false;
    for char in name.chars() {
        match char {
            '_' | '-' | '.' | ':' | ' ' | '@' => {
                if !label.is_empty() && !label.ends_with(' ') {
                    label.push(' ');
                }
                was_small = false;
            }
            char if char.is_uppercase() && was_small => {
                label.push(' ');
                label.extend(char.to_lowercase());
                was_small = false;
            }
            char if label.is_empty() => {
                label.extend(char.to_uppercase());
                was_small = char.is_lowercase();
            }
            char => {
                label.push(char);
                was_small = char.is_lowercase();
            }
        }
    }
    label.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn names_of_fields_are_said_as_people_say_them() {
        for (name, said) in [
            ("meetingState", "Meeting state"),
            ("meeting_state", "Meeting state"),
            ("EventBodyName", "Event body name"),
            ("cfpUrl", "Cfp url"),
            ("x", "X"),
            ("URL", "URL"),
            ("@type", "Type"),
        ] {
            assert_eq!(label(name), said);
        }
    }
}
