//! Which known shape an object has, found out by what stands in it.

use crate::import::json::fields::{Fields, Reading};
use crate::import::json::known::Known;
use crate::import::json::tree::Node;
use crate::import::json::{civic, indico, legistar, oparl, schema_org};
use crate::import::piece::Piece;

/// A shape that records of meetings have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Of OParl interfaces.
    Oparl,
    /// Of Legistar's interface.
    Legistar,
    /// Of Indico's export.
    Indico,
    /// Of schema.org.
    Schema,
    /// Of Popolo and Open Civic Data.
    Civic,
}

impl Shape {
    /// The shape of an object; none of one that is no meeting of a known shape.
    pub fn of(node: &Node) -> Option<Self> {
        if !node.is_object() {
            return None;
        }
        let has = |name: &str| node.get(name).is_some();
        let shapes = [
            (Self::Oparl, oparl::kind(node) == Some("Meeting")),
            (Self::Legistar, has("EventDate") && (has("EventId") || has("EventGuid") || has("EventBodyName"))),
            (Self::Indico, indico::is_event(node)),
            (Self::Schema, has("@type") && schema_org::is_event(node)),
            (Self::Civic, civic::is_event(node)),
        ];
        shapes.into_iter().find(|(_, is_it)| *is_it).map(|(shape, _)| shape)
    }

    /// What a file of it was taken for.
    pub fn took(self) -> &'static str {
        match self {
            Self::Oparl => "The file was taken for meetings of an OParl interface.",
            Self::Legistar => "The file was taken for events of Legistar's interface.",
            Self::Indico => "The file was taken for events that Indico exported.",
            Self::Schema => "The file was taken for events of schema.org (JSON-LD).",
            Self::Civic => "The file was taken for events of Popolo or Open Civic Data.",
        }
    }

    /// Gives the meetings of an object of it.
    pub fn give(self, node: &Node, path: String, known: &Known, reading: &mut Reading, give: &mut dyn FnMut(Piece)) {
        let draft = match self {
            Self::Oparl => oparl::meeting(Fields::new(node, path), known, reading),
            Self::Legistar => Some(legistar::event(Fields::new(node, path), reading)),
            Self::Indico => Some(indico::event(Fields::new(node, path), reading)),
            Self::Civic => Some(civic::event(Fields::new(node, path), known, reading)),
            Self::Schema => {
                schema_org::events(node, path, reading, give);
                None
            }
        };
        if let Some(draft) = draft {
            give(Piece::Draft(Box::new(draft)));
        }
    }
}
