//! Events as Indico exports them.

use jiff::tz::TimeZone;

use crate::core::text::date::PartialDate;
use crate::import::draft::{DocumentDraft, Draft, ItemDraft, PersonDraft, PlaceDraft, Rest, Wish};
use crate::import::json::fields::{Fields, Reading};
use crate::import::json::tree::Node;
use crate::import::times::machine_time;
use crate::import::told::Done;

const MACHINES: &str = "What programs tell each other was left out wherever it stands.";

/// Whether an object is such an event: its times are objects themselves.
pub fn is_event(node: &Node) -> bool {
    let start = node.get("startDate");
    start.is_some_and(|start| start.get("date").is_some() && start.get("time").is_some()) && node.get("title").is_some()
}

/// An event as a draft; it is long because each field has its line.
pub fn event(mut fields: Fields, reading: &mut Reading) -> Draft {
    let mut draft = Draft {
        origin: fields.origin(),
        uid: fields.text("id"),
        title: fields.line("title").unwrap_or_default(),
        start: time(&mut fields, "startDate", reading),
        end: time(&mut fields, "endDate", reading),
        notes: fields.paragraphs("description", reading),
        reference: fields.line("reference"),
        ..Draft::default()
    };
    if draft.end == draft.start {
        draft.end = None;
    }
    place(&mut fields, &mut draft);
    for (label, name) in [("Category", "category"), ("Type of event", "type")] {
        let origin = fields.origin_of(name);
        let value = fields.line(name);
        draft.rest.extend(value.map(|value| Rest {
            label: label.into(),
            values: vec![value],
            origin,
            wish: Wish::AsItComes,
        }));
    }
    draft.themes.extend(fields.items("keywords").iter().filter_map(Node::text));
    for (name, part) in [("chairs", "Chair"), ("speakers", "Speaker")] {
        draft.people.extend(people(&mut fields, name, part, reading));
    }
    if let Some(url) = fields.text("url") {
        draft.documents.push(DocumentDraft {
            kind: Some("web page".into()),
            url: Some(url),
            ..DocumentDraft::default()
        });
    }
    draft.documents.extend(documents(&mut fields, reading));
    for found in fields.objects("contributions") {
        draft.agenda.push(item(found, reading));
    }
    // A session has its contributions within.
    for mut session in fields.objects("sessions") {
        let title = session.line("title");
        let mut items: Vec<ItemDraft> =
            session.objects("contributions").into_iter().map(|found| item(found, reading)).collect();
        let count = items.len();
        if let Some(title) = title.filter(|_| count == 0) {
            items.push(ItemDraft { title, ..ItemDraft::default() });
        }
        draft.agenda.extend(items);
        reading.once.leave_out(
            "sessions",
            &session.origin(),
            "Of a session all but its contributions was left out.",
            "",
            reading.told,
        );
    }
    if let Some(mut note) = fields.object("note") {
        draft.notes.extend(note.paragraphs("html", reading));
    }
    let left = [
        "_type",
        "_fossil",
        "creationDate",
        "creator",
        "categoryId",
        "timezone",
        "visibility",
        "hasAnyProtection",
        "roomMapURL",
        "modificationDate",
        "allowed",
        "_links",
        "title_slug",
        "id",
        "references",
        "subContributions",
        "supportInfo",
        "label",
    ];
    fields.leave_out(&left, MACHINES, reading);
    fields.rest(&mut draft, reading);
    draft
}

/// A time that is an object: day, time of day and zone.
fn time(fields: &mut Fields, name: &str, reading: &mut Reading) -> Option<PartialDate> {
    let mut told = fields.object(name)?;
    let (day, clock, zone) = (told.text("date")?, told.text("time").unwrap_or_default(), told.text("tz"));
    let zone = zone.and_then(|zone| TimeZone::get(&zone).ok()).or_else(|| reading.asked.zone.clone());
    let text = format!("{day}T{}", clock.split('.').next().unwrap_or_default());
    let time = machine_time(&text, zone.as_ref()).or_else(|| machine_time(&day, None));
    if time.is_none() {
        reading
            .told
            .tell(Done::LeftOut, &fields.origin_of(name), "A day or a time that cannot be read.", &text)
            .labelled(name);
    }
    time
}

fn place(fields: &mut Fields, draft: &mut Draft) {
    let name = fields.line("location");
    let address = fields.text("address").map(|address| address.split_whitespace().collect::<Vec<_>>().join(" "));
    draft.venue = fields.line("roomFullname").or_else(|| fields.line("room"));
    fields.pass_over(&["room", "roomFullname"]);
    if name.is_some() || address.is_some() {
        draft.places.push(PlaceDraft { name: name.unwrap_or_default(), address, ..PlaceDraft::default() });
    }
}

fn people(fields: &mut Fields, list: &str, part: &str, reading: &mut Reading) -> Vec<PersonDraft> {
    let mut people = Vec::new();
    for mut found in fields.objects(list) {
        let both =
            [found.line("first_name"), found.line("last_name")].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let full = found.line("fullName").or_else(|| found.line("name"));
        // The full name is written “FAMILY, Given (Title)”.
        let name = Some(both).filter(|name| !name.is_empty()).or(full);
        let organisation = found.line("affiliation");
        let part = Some(part.to_owned());
        people.extend(name.map(|name| PersonDraft { name, organisation, part, ..PersonDraft::default() }));
        let why = "What is said of people beside their names and whom they speak for was left out; it may be private.";
        reading.once.leave_out(list, &found.origin(), why, "", reading.told);
    }
    people
}

fn documents(fields: &mut Fields, reading: &mut Reading) -> Vec<DocumentDraft> {
    let mut documents = Vec::new();
    for mut folder in fields.objects("folders") {
        let kind = folder.line("title").unwrap_or_else(|| "attachment".into());
        for mut file in folder.objects("attachments") {
            let title = file.line("title").or_else(|| file.line("filename")).unwrap_or_default();
            documents.push(DocumentDraft {
                title,
                kind: Some(kind.clone()),
                url: file.first_text(&["download_url", "link_url", "url"]),
                media_type: file.text("content_type"),
                size: file.text("size").and_then(|size| size.parse().ok()),
                note: file.text("description"),
                ..DocumentDraft::default()
            });
            file.leave_out(
                &["_type", "id", "filename", "type", "is_protected", "modified_dt", "checksum", "link_url"],
                MACHINES,
                reading,
            );
            file.tell_rest(reading);
        }
        folder.leave_out(&["_type", "id", "description", "default_folder", "is_protected"], MACHINES, reading);
    }
    for mut material in fields.objects("material") {
        for mut file in material.objects("resources") {
            let title = file.line("name").unwrap_or_default();
            documents.push(DocumentDraft { title, url: file.text("url"), ..DocumentDraft::default() });
        }
    }
    documents
}

fn item(mut fields: Fields, reading: &mut Reading) -> ItemDraft {
    let mut item = ItemDraft {
        number: fields.line("board_number").or_else(|| fields.line("code")),
        title: fields.line("title").unwrap_or_default(),
        text: Some(fields.paragraphs("description", reading).join("\n")).filter(|text| !text.is_empty()),
        documents: documents(&mut fields, reading),
        ..ItemDraft::default()
    };
    for (name, part) in [("speakers", "Speaker"), ("primaryauthors", "Author"), ("coauthors", "Author")] {
        for person in people(&mut fields, name, part, reading) {
            if !item.people.iter().any(|of| of.name == person.name) {
                item.people.push(person);
            }
        }
    }
    let left: Vec<&str> = fields.all().map(|(name, _)| name).collect();
    let left: Vec<&str> = left.into_iter().filter(|name| !fields.is_taken(name)).collect();
    fields.leave_out(
        &left,
        "Of a contribution this was left out wherever it stands: an item of an agenda has no field for it.",
        reading,
    );
    item
}
