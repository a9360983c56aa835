//! Trees of XML: schedules of the frab family.

mod element;

use crate::import::fault::Fault;
use crate::import::json::frab::{Conference, talk};
use crate::import::json::{Fields, Node, Once, Reading, object};
use crate::import::origin::Origin;
use crate::import::piece::{Asked, Piece};
use crate::import::source::Source;
use crate::import::told::{Done, Told};
use crate::import::xml::element::{Element, Elements};

/// Reads a source of this kind; see [`Reader`](crate::import::piece::Reader). No entity of a file's own is expanded, and
/// none of another file is fetched.
///
/// # Errors
/// Where nothing of it can be read.
pub fn read(source: &Source, asked: &Asked, told: &mut Told, give: &mut dyn FnMut(Piece)) -> Result<(), Fault> {
    let mut once = Once::default();
    let mut reading = Reading { asked, told, once: &mut once };
    let mut elements = Elements::new(&source.text);
    let mut schedule = Schedule::default();
    let is_schedule = |path: &[&str]| path.first() == Some(&"schedule");
    while let Some(element) = elements.next(&["conference", "event", "version", "generator"])? {
        if !is_schedule(&elements.names()) {
            break;
        }
        schedule.take(element, &elements, &mut reading, give);
    }
    if elements.has_types {
        let why = "What the file defines of itself (DOCTYPE) was left out: no entity of its own is put in.";
        reading.told.tell(Done::LeftOut, &Origin::whole(), why, "");
    }
    for name in &elements.unknown {
        reading.told.tell(
            Done::LeftOut,
            &Origin::whole(),
            "An entity that is not known stands as it is written.",
            name,
        );
    }
    match schedule.count {
        0 => Err(Fault::NoMeetings("of XML only schedules of the frab family are read, and it has no talk of one")),
        _ => Ok(()),
    }
}

/// A schedule while it is read.
#[derive(Default)]
struct Schedule {
    conference: Conference,
    count: usize,
}

impl Schedule {
    fn take(&mut self, element: Element, elements: &Elements, reading: &mut Reading, give: &mut dyn FnMut(Piece)) {
        match element.name.as_str() {
            "conference" => {
                let node = element.plain();
                let fields = Fields::new(&node, element.path.clone());
                let (conference, about) = Conference::new(fields, None, reading);
                self.conference = conference;
                give(Piece::About(about));
            }
            "event" => {
                if self.count == 0 {
                    let why = "The file was taken for a schedule of the frab family; each talk is a meeting.";
                    reading.told.tell(Done::Guessed, &Origin::whole(), why, "");
                }
                self.count += 1;
                let attribute = |name: &str, of: &str| elements.attribute(name, of);
                let room = attribute("room", "name").unwrap_or_default();
                let (day, begins) = (attribute("day", "date"), attribute("day", "start"));
                let node = event(&element);
                let fields = Fields::new(&node, element.path.clone());
                let draft = talk(fields, &room, day.as_deref(), begins.as_deref(), &self.conference, reading);
                give(Piece::Draft(Box::new(draft)));
            }
            name => {
                let why = "The version of a schedule was left out.";
                reading.once.leave_out(name, &Origin::path(element.path.as_str()), why, &element.text, reading.told);
            }
        }
    }
}

/// A talk, as the same schedule in JSON has it.
fn event(element: &Element) -> Node<'static> {
    let mut fields: Vec<(String, Node)> =
        element.attributes.iter().map(|(name, value)| (name.clone(), text(value))).collect();
    for child in &element.children {
        match child.name.as_str() {
            "persons" => fields.push(("persons".into(), Node::List(child.children.iter().map(person).collect()))),
            name @ ("links" | "attachments") => {
                fields.push((name.to_owned(), Node::List(child.children.iter().map(link).collect())));
            }
            "recording" => {
                for part in &child.children {
                    let name = if part.name == "license" { "recording_license" } else { part.name.as_str() };
                    let is_no = part.name == "optout" && part.text.trim().eq_ignore_ascii_case("false");
                    if !is_no {
                        fields.push((name.to_owned(), text(&part.text)));
                    }
                }
            }
            name if child.children.is_empty() => fields.push((name.to_owned(), text(&child.text))),
            name => fields.push((name.to_owned(), child.plain())),
        }
    }
    Node::Object(fields.into_iter().map(|(name, node)| (name.into(), node)).collect())
}

fn person(element: &Element) -> Node<'static> {
    let id = ["guid", "code", "id"].iter().find_map(|name| element.attribute(name)).unwrap_or_default();
    object(vec![("id", text(&id)), ("public_name", text(&element.text))])
}

fn link(element: &Element) -> Node<'static> {
    object(vec![("url", text(&element.attribute("href").unwrap_or_default())), ("title", text(&element.text))])
}

fn text(text: &str) -> Node<'static> {
    Node::Text(text.to_owned().into())
}
