//! Events of Popolo, of Open Civic Data, and of the scrapers that write like the latter.

use crate::core::text::date::PartialDate;
use crate::import::draft::{DocumentDraft, Draft, ItemDraft, PersonDraft, PlaceDraft, Rest, Wish};
use crate::import::json::fields::{Fields, Reading};
use crate::import::json::known::Known;
use crate::import::json::tree::Node;
use crate::import::times::zoned;
use jiff::tz::TimeZone;

const MACHINES: &str = "What programs tell each other was left out wherever it stands.";

/// Whether an object is such an event.
pub fn is_event(node: &Node) -> bool {
    let text = |name: &str| node.get(name).and_then(Node::text).unwrap_or_default();
    let has = |name: &str| node.get(name).is_some();
    let begins = has("start_date") || has("start_time") || (has("start") && has("all_day"));
    let is_named = has("name") || has("title");
    let is_civic =
        text("id").starts_with("ocd-event/") || text("_id").starts_with("ocd-event/") || text("_type") == "event";
    let marks = [
        "organization_id",
        "organization",
        "classification",
        "all_day",
        "attendees",
        "participants",
        "parent_id",
        "sources",
        "jurisdiction_id",
    ];
    begins && is_named && (is_civic || marks.iter().any(|name| has(name)))
}

/// An event as a draft.
pub fn event(mut fields: Fields, known: &Known, reading: &mut Reading) -> Draft {
    let mut draft = Draft {
        origin: fields.origin(),
        uid: fields.first_text(&["id", "_id"]),
        title: fields.line("name").or_else(|| fields.line("title")).unwrap_or_default(),
        ..Draft::default()
    };
    let is_all_day = fields.text("all_day").as_deref() == Some("true");
    let zone = fields.text("timezone").and_then(|zone| TimeZone::get(&zone).ok());
    let in_zone = |time: PartialDate| match (time, &zone) {
        _ if is_all_day => time.without_time(),
        (PartialDate::Time(date, clock), Some(zone)) if clock.offset.is_none() => zoned(date, clock.minute, zone),
        _ => time,
    };
    let mut time = |names: [&str; 3]| names.iter().find_map(|name| fields.time(name, reading)).map(in_zone);
    draft.start = time(["start_time", "start_date", "start"]);
    draft.end = time(["end_time", "end_date", "end"]);
    draft.modified = fields.modified("updated_at");
    draft.status = match fields.line("status").map(|status| status.to_lowercase()).as_deref() {
        Some("passed") => Some("held".into()),
        Some("confirmed") => Some("planned".into()),
        Some("canceled" | "cancelled") => Some("cancelled".into()),
        status => status.map(str::to_owned),
    };
    draft.notes = fields.paragraphs("description", reading);
    draft.notes.extend(fields.text("time_notes"));
    for name in ["location", "venue"] {
        if let Some(place) = fields.object(name) {
            self::place(place, &mut draft, reading);
        } else if let Some(name) = fields.line(name) {
            draft.places.push(PlaceDraft { name, ..PlaceDraft::default() });
        }
    }
    bodies(&mut fields, &mut draft, known);
    people(&mut fields, &mut draft, known, reading);
    for (name, kind) in [("links", "link"), ("documents", "document"), ("media", "recording"), ("sources", "web page")]
    {
        for found in fields.objects(name) {
            draft.documents.extend(documents(found, kind, reading));
        }
    }
    for name in ["source", "url"] {
        if let Some(url) = fields.text(name) {
            let kind = Some("web page".into());
            draft.documents.push(DocumentDraft { kind, url: Some(url), ..DocumentDraft::default() });
        }
    }
    for found in fields.objects("agenda") {
        draft.agenda.push(item(found, reading));
    }
    fields.leave_out(
        &["created_at", "_type", "extras", "jurisdiction_id", "jurisdiction", "identifiers", "parent_id", "dedupe_key"],
        MACHINES,
        reading,
    );
    fields.rest(&mut draft, reading);
    draft
}

fn bodies(fields: &mut Fields, draft: &mut Draft, known: &Known) {
    let origin = fields.origin();
    let embedded = fields.object("organization").and_then(|mut body| body.line("name"));
    let named = fields.line("organization");
    let by_id = fields.text("organization_id").map(|id| known.name(&id).unwrap_or(id));
    let name = embedded.or(named).or(by_id);
    draft.rest.extend(name.map(|name| Rest {
        label: "Organisation".into(),
        values: vec![name],
        origin: origin.clone(),
        wish: Wish::Facet,
    }));
    let class = fields.line("classification").filter(|class| !matches!(class.as_str(), "event" | "Not classified"));
    draft.rest.extend(class.map(|class| Rest {
        label: "Classification".into(),
        values: vec![class],
        origin,
        wish: Wish::Facet,
    }));
}

fn people(fields: &mut Fields, draft: &mut Draft, known: &Known, reading: &mut Reading) {
    for name in ["attendees", "participants"] {
        for id in fields.items(name).iter().filter(|node| !node.is_object()).filter_map(Node::text) {
            let name = known.name(&id).unwrap_or_else(|| id.clone());
            draft.people.push(PersonDraft { name, uid: Some(id), ..PersonDraft::default() });
        }
        for mut found in fields.objects(name) {
            let id = found.first_text(&["id", "person_id", "entity_id"]);
            let kind = found.first_text(&["entity_type", "participant_type", "type"]).unwrap_or_default();
            let named = found.line("name").or_else(|| known.name(id.as_deref()?));
            let part = found.line("note").or_else(|| found.line("role"));
            let origin = found.origin();
            match (named, kind.as_str()) {
                (Some(name), "organization" | "committee") => {
                    match draft.rest.iter_mut().find(|rest| rest.label == "Organisation") {
                        Some(rest) if !rest.values.contains(&name) => rest.values.push(name),
                        Some(_) => {}
                        None => draft.rest.push(Rest {
                            label: "Organisation".into(),
                            values: vec![name],
                            origin,
                            wish: Wish::Facet,
                        }),
                    }
                }
                (Some(name), _) => draft.people.push(PersonDraft { name, uid: id, part, ..PersonDraft::default() }),
                (None, _) => {
                    _ = reading.told.tell(
                        crate::import::told::Done::LeftOut,
                        &origin,
                        "Somebody without a name was left out.",
                        "",
                    )
                }
            }
            found.pass_over(&[
                "id",
                "entity_id",
                "person_id",
                "organization_id",
                "entity_type",
                "participant_type",
                "type",
            ]);
            found.tell_rest(reading);
        }
    }
}

fn place(mut fields: Fields, draft: &mut Draft, reading: &mut Reading) {
    let coordinates = fields
        .object("coordinates")
        .and_then(|mut point| Some((point.text("latitude")?.parse().ok()?, point.text("longitude")?.parse().ok()?)));
    let place = PlaceDraft {
        name: fields.line("name").unwrap_or_default(),
        address: fields.line("address"),
        coordinates,
        ..PlaceDraft::default()
    };
    draft.online = draft.online.take().or_else(|| fields.text("url").filter(|url| url.starts_with("http")));
    draft.notes.extend(fields.text("note"));
    if place != PlaceDraft::default() {
        draft.places.push(place);
    }
    fields.tell_rest(reading);
}

/// The documents of a link, a document or a medium, which may have several forms.
fn documents(mut fields: Fields, kind: &str, reading: &mut Reading) -> Vec<DocumentDraft> {
    let title =
        ["name", "title", "note", "text"].iter().filter_map(|name| fields.line(name)).next().unwrap_or_default();
    let media_type = fields.first_text(&["media_type", "mimetype"]);
    let own = fields.first_text(&["url", "href"]);
    let kind = fields.line("classification").unwrap_or_else(|| kind.to_owned());
    let made = |url, media_type| DocumentDraft {
        title: title.clone(),
        kind: Some(kind.clone()),
        url,
        media_type,
        ..DocumentDraft::default()
    };
    let mut documents: Vec<DocumentDraft> = own.map(|url| made(Some(url), media_type)).into_iter().collect();
    for mut link in fields.objects("links") {
        let media_type = link.first_text(&["media_type", "mimetype"]);
        documents.push(made(link.first_text(&["url", "href"]), media_type));
        link.pass_over(&["text"]);
        link.tell_rest(reading);
    }
    if documents.is_empty() && !title.is_empty() {
        documents.push(made(None, None));
    }
    fields.leave_out(
        &["date", "offset", "type"],
        "Of a document this was left out: the format has no field for it.",
        reading,
    );
    fields.tell_rest(reading);
    documents
}

fn item(mut fields: Fields, reading: &mut Reading) -> ItemDraft {
    let mut item = ItemDraft {
        number: fields.line("order"),
        title: fields.text("description").or_else(|| fields.text("title")).unwrap_or_default(),
        ..ItemDraft::default()
    };
    let notes = fields.items("notes").iter().chain(fields.items("subjects")).filter_map(Node::text);
    let notes = notes.collect::<Vec<_>>().join("\n");
    item.text = Some(notes).filter(|notes| !notes.is_empty());
    for (name, kind) in [("media", "recording"), ("documents", "document"), ("links", "link")] {
        for found in fields.objects(name) {
            item.documents.extend(documents(found, kind, reading));
        }
    }
    for mut entity in fields.objects("related_entities") {
        let (name, note) = (entity.line("name"), entity.line("note"));
        let kind = entity.first_text(&["entity_type", "type"]).unwrap_or_default();
        match (name, kind.as_str()) {
            (Some(name), "person") => item.people.push(PersonDraft { name, part: note, ..PersonDraft::default() }),
            (Some(name), _) => {
                let said = [Some(name), note].into_iter().flatten().collect::<Vec<_>>().join(", ");
                item.text = Some([item.text.take(), Some(said)].into_iter().flatten().collect::<Vec<_>>().join("\n"));
            }
            (None, _) => {}
        }
        reading.once.leave_out("related_entities", &entity.origin(), MACHINES, "", reading.told);
    }
    fields.leave_out(&["id", "extras", "classification"], MACHINES, reading);
    fields.tell_rest(reading);
    item
}
