//! Our own format: what a `meetings.json` holds comes back as it was, as far as an import can hold it.

use crate::core::text::date::PartialDate;
use crate::import::draft::{About, DocumentDraft, Draft, ItemDraft, PersonDraft, PlaceDraft, Rest, Wish};
use crate::import::fault::Fault;
use crate::import::json::fields::{Fields, Reading};
use crate::import::json::known::Known;
use crate::import::json::skim::Skimmed;
use crate::import::json::tree::{Node, Parser};
use crate::import::piece::Piece;
use crate::import::told::Done;

/// Whether a document is one of ours.
pub fn is_ours(skimmed: &Skimmed) -> bool {
    let top = &skimmed.top;
    matches!(top.get("version"), Some(Node::Number(_))) && top.get("title").is_some() && meetings(skimmed).is_some()
}

fn meetings<'s, 'a>(skimmed: &'s Skimmed<'a>) -> Option<&'s crate::import::json::skim::List<'a>> {
    let list = skimmed.lists.iter().find(|list| list.path == "$.meetings")?;
    (list.first.get("id").is_some() && list.first.get("start").is_some()).then_some(list)
}

/// What the records of a dataset name by id.
struct Names<'a> {
    themes: Known<'a>,
    places: Known<'a>,
    people: Known<'a>,
    /// Labels of the archive's own facets, by their keys.
    facets: Vec<(String, String)>,
}

/// Reads a dataset.
///
/// # Errors
/// Where it is no JSON.
pub fn read(text: &str, skimmed: &Skimmed, reading: &mut Reading, give: &mut dyn FnMut(Piece)) -> Result<(), Fault> {
    let named = |path: &'static str| Known::new(skimmed.lists.iter().filter(move |list| list.path == path), text);
    let facets = skimmed.lists.iter().find(|list| list.path == "$.facets");
    let mut names = Names {
        themes: named("$.themes")?,
        places: named("$.places")?,
        people: named("$.people")?,
        facets: Vec::new(),
    };
    if let Some(list) = facets {
        list.each(text, &mut |node, _, _| {
            let label = node.get("label").and_then(Node::text);
            names.facets.extend(node.get("key").and_then(Node::text).zip(label));
        })?;
    }
    give(Piece::About(about(text, reading)?));
    let Some(list) = meetings(skimmed) else { return Ok(()) };
    list.each(text, &mut |node, _, path| {
        let draft = meeting(Fields::new(node, path), &names, reading);
        give(Piece::Draft(Box::new(draft)));
    })
}

/// What is said of the whole; what stands beside the meetings and is none of what an import takes is told.
fn about(text: &str, reading: &mut Reading) -> Result<About, Fault> {
    let mut top = Vec::new();
    let lists = ["meetings", "themes", "places", "people"];
    Parser::new(text, 0).each_field(&mut |parser, name| match lists.contains(&name.as_ref()) {
        true => parser.pass(0),
        false => {
            top.push((name, parser.value()?));
            Ok(())
        }
    })?;
    let top = Node::Object(top);
    let mut fields = Fields::new(&top, "$".into());
    let mut about = About {
        title: fields.text("title"),
        description: fields.text("description"),
        language: fields.text("language"),
        licence: fields.text("licence"),
        url: fields.text("site"),
        ..About::default()
    };
    match fields.object("publisher") {
        Some(mut publisher) => (about.publisher, about.publisher_url) = (publisher.text("name"), publisher.text("url")),
        None => about.publisher = fields.text("publisher"),
    }
    fields.pass_over(&["version", "facets"]);
    let left: Vec<&str> = fields.all().map(|(name, _)| name).filter(|name| !fields.is_taken(name)).collect();
    let why =
        "What a dataset says of the archive as a whole was left out, but for title, language, publisher and licence.";
    fields.leave_out(&left, why, reading);
    Ok(about)
}

/// A meeting as a draft; it is long because each field has its line.
fn meeting(mut fields: Fields, names: &Names, reading: &mut Reading) -> Draft {
    let time = |text: Option<String>| text.and_then(|text| PartialDate::parse_time(&text));
    let mut draft = Draft {
        origin: fields.origin(),
        id: fields.text("id"),
        title: fields.text("title").unwrap_or_default(),
        language: fields.text("language"),
        number: fields.text("number").and_then(|number| number.parse().ok()),
        start: time(fields.text("start")),
        end: time(fields.text("end")),
        status: fields.text("status"),
        format: fields.text("format"),
        venue: fields.text("venue"),
        online: fields.text("online"),
        reference: fields.text("reference"),
        modified: time(fields.text("modified")),
        topics: statements(&mut fields, "topics", reading),
        quotes: statements(&mut fields, "quotes", reading),
        notes: statements(&mut fields, "notes", reading),
        ..Draft::default()
    };
    for (language, node) in fields.node("translations").map(Node::fields).unwrap_or_default() {
        draft.translations.extend(node.text().map(|text| (language.to_string(), text)));
    }
    let themes = fields.items("themes").iter().filter_map(Node::text);
    draft.themes = themes.map(|id| names.themes.name(&id).unwrap_or(id)).collect();
    for name in ["place", "places"] {
        let ids = fields.items(name).iter().filter_map(Node::text);
        draft.places.extend(ids.map(|id| place(id, names)).collect::<Vec<_>>());
    }
    draft.people = people(&mut fields, names, reading);
    draft.documents = documents(&mut fields, reading);
    draft.within = match fields.object("within") {
        Some(mut event) => {
            let title = event.text("title");
            event.tell_rest(reading);
            title
        }
        None => fields.text("within"),
    };
    for mut item in fields.objects("agenda") {
        draft.agenda.push(ItemDraft {
            number: item.text("number"),
            title: item.text("title").unwrap_or_default(),
            text: item.text("text"),
            decision: item.text("decision"),
            documents: documents(&mut item, reading),
            people: people(&mut item, names, reading),
        });
        item.tell_rest(reading);
    }
    let plain = fields.items("agenda").iter().filter_map(Node::text);
    draft.agenda.extend(plain.map(|title| ItemDraft { title, ..ItemDraft::default() }));
    let origin = fields.origin_of("facets");
    for (key, node) in fields.node("facets").map(Node::fields).unwrap_or_default() {
        let label =
            names.facets.iter().find(|(of, _)| of == key).map_or_else(|| key.to_string(), |(_, label)| label.clone());
        let values = node.items().iter().filter_map(Node::text).collect();
        draft.rest.push(Rest { label, values, origin: origin.clone(), wish: Wish::Facet });
    }
    let why =
        "Of a meeting this was left out: an import has no place for where a record comes from and what it was called.";
    fields.leave_out(&["source", "additions", "formerly", "alongside"], why, reading);
    fields.rest(&mut draft, reading);
    draft
}

fn statements(fields: &mut Fields, name: &str, reading: &mut Reading) -> Vec<String> {
    let origin = fields.origin_of(name);
    let mut texts = Vec::new();
    for node in fields.items(name) {
        texts.extend(node.text().or_else(|| node.get("text")?.text()));
        if node.is_object() {
            let why = "Of a text its source, language and translations were left out.";
            reading.told.tell(Done::LeftOut, &origin, why, "").labelled(name);
        }
    }
    texts
}

fn place(id: String, names: &Names) -> PlaceDraft {
    let Some((node, _)) = names.places.find(&id) else { return PlaceDraft { name: id, ..PlaceDraft::default() } };
    let text = |name: &str| node.get(name).and_then(Node::text);
    let number = |name: &str| text(name)?.parse::<f64>().ok();
    PlaceDraft {
        name: text("name").unwrap_or_else(|| id.clone()),
        country: text("country"),
        region: text("region"),
        coordinates: number("lat").zip(number("lon")),
        uid: Some(id),
        ..PlaceDraft::default()
    }
}

fn people(fields: &mut Fields, names: &Names, reading: &mut Reading) -> Vec<PersonDraft> {
    let mut people = Vec::new();
    for person in fields.items("people").iter().filter_map(Node::text) {
        people.push(PersonDraft { name: names.people.name(&person).unwrap_or(person), ..PersonDraft::default() });
    }
    for mut found in fields.objects("people") {
        let person = found.text("person").unwrap_or_default();
        people.push(PersonDraft {
            name: names.people.name(&person).unwrap_or_else(|| person.clone()),
            uid: names.people.find(&person).map(|_| person),
            office: found.text("office"),
            organisation: found.text("organisation"),
            part: found.text("part"),
        });
        found.leave_out(&["source"], "Where a single text comes from was left out.", reading);
        found.tell_rest(reading);
    }
    people
}

fn documents(fields: &mut Fields, reading: &mut Reading) -> Vec<DocumentDraft> {
    let mut documents = Vec::new();
    for text in fields.items("documents").iter().filter_map(Node::text) {
        let is_address = text.starts_with("http://") || text.starts_with("https://");
        let url = is_address.then(|| text.clone());
        documents.push(DocumentDraft {
            title: if is_address { String::new() } else { text },
            url,
            ..DocumentDraft::default()
        });
    }
    for mut found in fields.objects("documents") {
        let kinds: Vec<String> = found.items("kind").iter().filter_map(Node::text).collect();
        documents.push(DocumentDraft {
            title: found.text("title").unwrap_or_default(),
            kind: kinds.first().cloned(),
            languages: found.items("languages").iter().filter_map(Node::text).collect(),
            url: found.text("url"),
            media_type: found.text("type"),
            size: found.text("size").and_then(|size| size.parse().ok()),
            sha256: found.text("sha256"),
            archived: found.text("archived"),
            seen: found.text("seen"),
            file: found.text("file"),
            note: found.text("note"),
        });
        if let Some(further) = kinds.get(1..).filter(|further| !further.is_empty()) {
            let why = "Of a document that is several at once all kinds but the first were left out.";
            reading.told.tell(Done::LeftOut, &found.origin_of("kind"), why, &further.join("; "));
        }
        found.leave_out(&["source", "additions"], "Where a single text comes from was left out.", reading);
        found.tell_rest(reading);
    }
    documents
}
