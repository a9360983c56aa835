//! Elements of XML, one after another, each as a tree of its own.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::import::fault::Fault;
use crate::import::json::Node;
use crate::import::origin::Origin;
use crate::import::plain::decoded;

/// The most elements that may stand within each other.
const DEEPEST: usize = 100;
/// Elements that stand in lists.
const LISTED: [&str; 6] = ["day", "room", "event", "person", "link", "attachment"];

/// An element with all that stands in it.
#[derive(Debug, Default)]
pub struct Element {
    /// Its name, without a prefix.
    pub name: String,
    /// Where it stands: `/schedule/day[1]/room[2]/event[3]`.
    pub path: String,
    /// Its attributes.
    pub attributes: Vec<(String, String)>,
    /// The text in it, but for that of its elements.
    pub text: String,
    /// The elements in it.
    pub children: Vec<Element>,
}

impl Element {
    /// An attribute by its name.
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.attributes.iter().find(|(of, _)| of == name).map(|(_, value)| value.clone())
    }

    /// Its elements as fields of an object: a text, or an object itself.
    pub fn plain(&self) -> Node<'static> {
        let child = |child: &Self| match child.children.is_empty() {
            true => Node::Text(child.text.trim().to_owned().into()),
            false => child.plain(),
        };
        Node::Object(self.children.iter().map(|of| (of.name.clone().into(), child(of))).collect())
    }
}

/// What reads elements of a text.
pub struct Elements<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    /// The elements that are open, without what stands in them, and how many of each listed name each has had.
    open: Vec<(Element, [usize; LISTED.len()])>,
    /// Whether the file defines something of itself.
    pub has_types: bool,
    /// Entities that are not known.
    pub unknown: BTreeSet<String>,
}

impl<'a> Elements<'a> {
    /// Reads a text.
    pub fn new(text: &'a str) -> Self {
        Self { reader: Reader::from_str(text), text, open: Vec::new(), has_types: false, unknown: BTreeSet::new() }
    }

    /// The names of the elements that are open.
    pub fn names(&self) -> Vec<&str> {
        self.open.iter().map(|(element, _)| element.name.as_str()).collect()
    }

    /// An attribute of the innermost open element of a name.
    pub fn attribute(&self, element: &str, name: &str) -> Option<String> {
        self.open.iter().rev().find(|(open, _)| open.name == element)?.0.attribute(name)
    }

    /// The next element of one of these names, whole; none where there is none any more.
    ///
    /// # Errors
    /// Where the text is no XML.
    pub fn next(&mut self, wanted: &[&str]) -> Result<Option<Element>, Fault> {
        let mut within: Vec<Element> = Vec::new();
        loop {
            let event = self.reader.read_event().map_err(|fault| self.fault(&fault.to_string()))?;
            match event {
                Event::Start(start) => {
                    let element = self.begin(&start, within.last())?;
                    let depth = within.len() + self.open.len();
                    if depth > DEEPEST {
                        return Err(self.fault("more than a hundred elements stand within each other"));
                    }
                    if !within.is_empty() || wanted.contains(&element.name.as_str()) {
                        within.push(element);
                    } else {
                        self.open.push((element, [0; LISTED.len()]));
                    }
                }
                Event::Empty(start) => {
                    let element = self.begin(&start, within.last())?;
                    match within.last_mut() {
                        Some(parent) => parent.children.push(element),
                        None if wanted.contains(&element.name.as_str()) => return Ok(Some(element)),
                        None => {}
                    }
                }
                Event::End(_) => match within.pop() {
                    None => _ = self.open.pop(),
                    Some(element) => match within.last_mut() {
                        Some(parent) => parent.children.push(element),
                        None => return Ok(Some(element)),
                    },
                },
                Event::Text(text) => within.last_mut().into_iter().for_each(|element| element.text.push_str(&text)),
                Event::CData(text) => within.last_mut().into_iter().for_each(|element| element.text.push_str(&text)),
                Event::GeneralRef(name) => {
                    let written = format!("&{};", &*name);
                    if let Some(element) = within.last_mut() {
                        let sign = decoded(&written);
                        element.text.push_str(&sign);
                        if sign == written && self.unknown.len() < 100 {
                            self.unknown.insert(written);
                        }
                    }
                }
                Event::DocType(_) => self.has_types = true,
                Event::Eof if self.open.is_empty() && within.is_empty() => return Ok(None),
                Event::Eof => return Err(self.fault("the file ends in the middle; it may not have been copied whole")),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    fn begin(&mut self, start: &BytesStart, parent: Option<&Element>) -> Result<Element, Fault> {
        let name = start.name().local_name().as_ref().to_owned();
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|fault| self.fault(&fault.to_string()))?;
            attributes.push((attribute.key.local_name().as_ref().to_owned(), decoded(&attribute.value)));
        }
        // Only what stands in lists is counted.
        let is_list = LISTED.contains(&name.as_str());
        let (path, count) = match (parent, self.open.last_mut()) {
            (Some(parent), _) => (parent.path.as_str(), parent.children.len() + 1),
            (None, Some((parent, counts))) => {
                let count = LISTED.iter().position(|of| *of == name).and_then(|at| counts.get_mut(at));
                let count = count.map_or(1, |count| {
                    *count += 1;
                    *count
                });
                (parent.path.as_str(), count)
            }
            (None, None) => ("", 1),
        };
        let path = if is_list { format!("{path}/{name}[{count}]") } else { format!("{path}/{name}") };
        Ok(Element { name, path, attributes, ..Element::default() })
    }

    fn fault(&self, why: &str) -> Fault {
        let at = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX).min(self.text.len());
        let line = self.text.as_bytes().get(..at).unwrap_or_default().iter().filter(|byte| **byte == b'\n').count() + 1;
        Fault::Broken(Origin::line(u32::try_from(line).unwrap_or(u32::MAX)), why.to_owned())
    }
}
