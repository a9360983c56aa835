//! Events of schema.org, as JSON-LD has them: alone, in lists, in a graph, within pages and within each other.

use crate::core::text::date::PartialDate;
use crate::import::draft::{DocumentDraft, Draft, PersonDraft, Rest, Wish};
use crate::import::json::fields::{Fields, Reading};
use crate::import::json::frab::later;
use crate::import::json::known::Known;
use crate::import::json::path::field_path;
use crate::import::json::schema_parts::{named, place};
use crate::import::json::tree::Node;
use crate::import::piece::Piece;
use crate::import::told::Done;

/// The kinds of an object, without the address of their vocabulary.
fn kinds<'n>(node: &'n Node) -> impl Iterator<Item = &'n str> {
    let kinds = node.get("@type").or_else(|| node.get("type")).map(Node::items).unwrap_or_default();
    kinds.iter().filter_map(|kind| match kind {
        Node::Text(kind) => kind.rsplit(['/', '#', ':']).next(),
        _ => None,
    })
}

/// Whether an object is an event.
pub fn is_event(node: &Node) -> bool {
    let others = ["Festival", "Hackathon", "EventSeries", "CourseInstance"];
    kinds(node).any(|kind| kind.ends_with("Event") || others.contains(&kind))
}

/// Whether an object is JSON-LD, in which events may stand anywhere.
pub fn is_linked(node: &Node) -> bool {
    let is_ours = |node: &Node| matches!(node, Node::Text(text) if text.contains("schema.org"));
    let context = node.get("@context");
    let says = context.is_some_and(|context| {
        context.items().iter().any(|item| is_ours(item) || item.fields().iter().any(|(_, node)| is_ours(node)))
    });
    says || node.get("@graph").is_some() || (node.get("@type").is_some() && is_event(node))
}

/// Gives the events that stand in a value, wherever they do. Says how many.
pub fn events(node: &Node, path: String, reading: &mut Reading, give: &mut dyn FnMut(Piece)) -> usize {
    let mut known = Known::default();
    gather(node, &path, &mut known);
    let mut walk = Walk { known: &known, count: 0 };
    walk.look(node, path, None, reading, give);
    walk.count
}

/// Objects that others name by their addresses.
fn gather<'a>(node: &Node<'a>, path: &str, known: &mut Known<'a>) {
    match node {
        Node::List(items) => {
            items.iter().enumerate().for_each(|(at, item)| gather(item, &format!("{path}[{at}]"), known))
        }
        Node::Object(fields) => {
            if node.get("@id").is_some() && fields.len() > 1 && !is_event(node) {
                known.add(node, path.to_owned());
            }
            fields.iter().for_each(|(name, node)| gather(node, &field_path(path, name), known));
        }
        _ => {}
    }
}

struct Walk<'k> {
    known: &'k Known<'k>,
    count: usize,
}

impl Walk<'_> {
    fn look(
        &mut self,
        node: &Node,
        path: String,
        within: Option<&str>,
        reading: &mut Reading,
        give: &mut dyn FnMut(Piece),
    ) {
        match node {
            Node::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.look(item, format!("{path}[{at}]"), within, reading, give);
                }
            }
            Node::Object(fields) if is_event(node) => {
                let is_reference = fields.len() <= 2 && node.get("@id").is_some();
                if !is_reference {
                    self.event(node, path, within, reading, give);
                }
            }
            Node::Object(fields) => {
                for (name, node) in fields {
                    self.look(node, field_path(&path, name), within, reading, give);
                }
            }
            _ => {}
        }
    }

    fn event(
        &mut self,
        node: &Node,
        path: String,
        within: Option<&str>,
        reading: &mut Reading,
        give: &mut dyn FnMut(Piece),
    ) {
        let mut fields = Fields::new(node, path.clone());
        let parts = fields.node("subEvent").or_else(|| fields.node("subEvents"));
        let mut draft = self.draft(fields, reading);
        draft.within = draft.within.or_else(|| within.map(str::to_owned));
        let title = draft.title.clone();
        self.count += 1;
        give(Piece::Draft(Box::new(draft)));
        if let Some(parts) = parts {
            self.look(parts, field_path(&path, "subEvent"), Some(&title), reading, give);
        }
    }

    /// An event as a draft; it is long because each field has its line.
    fn draft(&self, mut fields: Fields, reading: &mut Reading) -> Draft {
        let mut draft = Draft {
            origin: fields.origin(),
            uid: fields.first_text(&["@id", "identifier"]),
            title: fields.line("name").or_else(|| fields.line("headline")).unwrap_or_default(),
            start: fields.time("startDate", reading),
            end: fields.time("endDate", reading),
            modified: fields.modified("dateModified"),
            notes: fields.paragraphs("description", reading),
            ..Draft::default()
        };
        draft.end = draft.end.filter(|end| Some(*end) != draft.start);
        if let (Some(start @ PartialDate::Time(..)), None, Some(length)) =
            (draft.start, draft.end, fields.text("duration"))
        {
            draft.end = length_of(&length).and_then(|minutes| later(start, minutes, reading.asked.zone.as_ref()));
        }
        self.status(&mut fields, &mut draft);
        for location in fields.items("location") {
            place(location, fields.origin_of("location"), self.known, &mut draft, reading);
        }
        self.people(&mut fields, &mut draft, reading);
        self.documents(&mut fields, &mut draft, reading);
        let keywords =
            fields.items("keywords").iter().chain(fields.items("about")).filter_map(|node| named(node, self.known));
        let keywords: Vec<String> =
            keywords.flat_map(|text| text.split(',').map(|text| text.trim().to_owned()).collect::<Vec<_>>()).collect();
        draft.themes.extend(keywords.into_iter().filter(|text| !text.is_empty()));
        draft.within = fields.node("superEvent").and_then(|node| named(node, self.known));
        draft.topics.extend(fields.line("alternateName"));
        let language = fields
            .node("inLanguage")
            .and_then(|node| node.get("alternateName").and_then(Node::text).or_else(|| named(node, self.known)));
        let origin = fields.origin_of("inLanguage");
        draft.rest.extend(language.map(|value| Rest {
            label: "Spoken language".into(),
            values: vec![value],
            origin,
            ..Rest::default()
        }));
        let why = "Of an event this was left out wherever it stands: an archive has no field for it.";
        let left = [
            "image",
            "offers",
            "doorTime",
            "isAccessibleForFree",
            "maximumAttendeeCapacity",
            "remainingAttendeeCapacity",
            "aggregateRating",
            "review",
            "mainEntityOfPage",
            "eventSchedule",
            "previousStartDate",
            "potentialAction",
            "datePublished",
            "dateCreated",
            "additionalProperty",
            "audience",
            "author",
            "duration",
            "sponsor",
            "funder",
            "identifier",
            "publisher",
            "thumbnailUrl",
        ];
        fields.leave_out(&left, why, reading);
        fields.pass_over(&["@type", "@context", "type", "subEvent", "subEvents", "superEvent", "inLanguage"]);
        fields.rest(&mut draft, reading);
        draft
    }

    fn status(&self, fields: &mut Fields, draft: &mut Draft) {
        let last = |text: String| text.rsplit(['/', '#', ':']).next().unwrap_or_default().to_owned();
        let status =
            fields.node("eventStatus").and_then(|node| node.text().or_else(|| node.get("@id")?.text())).map(last);
        draft.status = match status.as_deref() {
            Some("EventCancelled") => Some("cancelled".into()),
            Some("EventPostponed") => Some("postponed".into()),
            Some("EventScheduled" | "EventRescheduled" | "EventMovedOnline") => Some("planned".into()),
            Some(status) => Some(status.to_owned()),
            None => None,
        };
        // That an event is scheduled is what its pages say for good, also when it is over.
        if status.as_deref() == Some("EventScheduled") {
            draft.status = None;
        }
        let mode = fields.node("eventAttendanceMode").and_then(Node::text).map(last);
        let mode = mode.map(|mode| match mode.as_str() {
            "OnlineEventAttendanceMode" => "Online".into(),
            "OfflineEventAttendanceMode" => "On site".into(),
            "MixedEventAttendanceMode" => "On site and online".into(),
            _ => mode,
        });
        let origin = fields.origin_of("eventAttendanceMode");
        draft.rest.extend(mode.map(|value| Rest {
            label: "Attendance".into(),
            values: vec![value],
            origin,
            wish: Wish::Facet,
        }));
    }

    fn people(&self, fields: &mut Fields, draft: &mut Draft, reading: &mut Reading) {
        let parts = [
            ("organizer", "Organiser"),
            ("performer", "Performer"),
            ("performers", "Performer"),
            ("speaker", "Speaker"),
            ("actor", "Performer"),
            ("attendee", ""),
            ("attendees", ""),
            ("contributor", "Contributor"),
            ("director", "Director"),
            ("composer", "Composer"),
        ];
        for (name, part) in parts {
            let origin = fields.origin_of(name);
            for node in fields.items(name) {
                let node = node
                    .get("@id")
                    .and_then(Node::text)
                    .and_then(|id| self.known.find(&id))
                    .map_or(node, |(node, _)| node);
                let Some(named) = named(node, self.known) else {
                    reading.told.tell(Done::LeftOut, &origin, "Somebody without a name was left out.", "");
                    continue;
                };
                if kinds(node).any(|kind| kind.ends_with("Organization") || kind == "Corporation") {
                    let label = if part.is_empty() { "Organisation" } else { part };
                    draft.rest.push(Rest {
                        label: label.into(),
                        values: vec![named],
                        origin: origin.clone(),
                        ..Rest::default()
                    });
                    continue;
                }
                let organisation =
                    ["affiliation", "worksFor"].iter().find_map(|name| self::named(node.get(name)?, self.known));
                let office = node.get("jobTitle").and_then(Node::text);
                let part = Some(part.to_owned()).filter(|part| !part.is_empty());
                draft.people.push(PersonDraft { name: named, organisation, office, part, ..PersonDraft::default() });
                reading.once.leave_out(
                    name,
                    &origin,
                    "What is said of people beside name, office and organisation was left out.",
                    "",
                    reading.told,
                );
            }
        }
    }

    fn documents(&self, fields: &mut Fields, draft: &mut Draft, reading: &mut Reading) {
        let lists = [
            ("url", "web page"),
            ("sameAs", "web page"),
            ("workFeatured", "document"),
            ("subjectOf", "document"),
            ("recordedIn", "recording"),
            ("hasPart", "document"),
            ("associatedMedia", "document"),
        ];
        for (name, kind) in lists {
            let origin = fields.origin_of(name);
            for node in fields.items(name) {
                let text = |name: &str| node.get(name).and_then(Node::text);
                let url = node.text().or_else(|| text("contentUrl")).or_else(|| text("url")).or_else(|| text("@id"));
                let title = text("name").or_else(|| text("headline")).unwrap_or_default();
                if url.is_none() && title.is_empty() {
                    reading.told.tell(Done::LeftOut, &origin, "A document without title and address was left out.", "");
                    continue;
                }
                if draft.documents.iter().any(|document| url.is_some() && document.url == url) {
                    continue;
                }
                let languages = text("inLanguage").into_iter().collect();
                let media_type = text("encodingFormat").or_else(|| text("fileFormat"));
                draft.documents.push(DocumentDraft {
                    title,
                    kind: Some(kind.into()),
                    url,
                    languages,
                    media_type,
                    ..DocumentDraft::default()
                });
            }
        }
    }
}

/// The minutes of a duration such as `PT1H30M`.
fn length_of(text: &str) -> Option<i64> {
    let span: jiff::Span = text.parse().ok()?;
    let minutes = i64::from(span.get_days()) * 1_440 + i64::from(span.get_hours()) * 60 + span.get_minutes();
    (0..=100_000).contains(&minutes).then_some(minutes)
}
