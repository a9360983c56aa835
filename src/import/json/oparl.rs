//! Meetings as OParl interfaces give them (oparl.org, 1.0 and 1.1): of councils and their committees, in German-speaking towns.

use crate::import::draft::{DocumentDraft, Draft, ItemDraft, PersonDraft, Rest, Wish};
use crate::import::json::fields::{Fields, Reading};
use crate::import::json::known::Known;
use crate::import::json::oparl_parts::{file, place};
use crate::import::json::tree::Node;
use crate::import::told::Done;

const MACHINES: &str = "What programs tell each other was left out wherever it stands.";

/// Which kind of object it is: `Meeting`, `Organization`.
pub fn kind<'n>(node: &'n Node) -> Option<&'n str> {
    match node.get("type")? {
        Node::Text(kind) if kind.contains("oparl.org/") => kind.rsplit('/').next(),
        _ => None,
    }
}

/// A meeting as a draft; none of one that is deleted.
pub fn meeting<'a>(mut fields: Fields<'a>, known: &'a Known<'a>, reading: &mut Reading) -> Option<Draft> {
    let mut draft = Draft { origin: fields.origin(), uid: fields.text("id"), ..Draft::default() };
    if fields.text("deleted").as_deref() == Some("true") {
        let why = "A meeting that its interface tells as deleted was left out.";
        reading.told.tell(Done::LeftOut, &draft.origin, why, draft.uid.as_deref().unwrap_or_default());
        return None;
    }
    draft.title = fields.line("name").unwrap_or_default();
    draft.start = fields.time("start", reading);
    draft.end = fields.time("end", reading);
    draft.modified = fields.modified("modified");
    status(&mut fields, &mut draft);
    if let Some(location) = one(&mut fields, "location", known, reading) {
        place(location, &mut draft, reading);
    }
    organizations(&mut fields, &mut draft, known, reading);
    for person in several(&mut fields, "participant", known, reading) {
        draft.people.extend(self::person(person, reading));
    }
    let kinds = [
        ("invitation", "invitation"),
        ("resultsProtocol", "minutes"),
        ("verbatimProtocol", "verbatim minutes"),
        ("auxiliaryFile", "attachment"),
    ];
    for (name, kind) in kinds {
        for found in several(&mut fields, name, known, reading) {
            draft.documents.extend(file(found, kind, reading));
        }
    }
    agenda(&mut fields, &mut draft, known, reading);
    draft.themes.extend(fields.items("keyword").iter().filter_map(Node::text));
    if let Some(url) = fields.text("web") {
        draft.documents.push(DocumentDraft {
            kind: Some("web page".into()),
            url: Some(url),
            ..DocumentDraft::default()
        });
    }
    fields.leave_out(&["created", "license"], MACHINES, reading);
    fields.pass_over(&["type"]);
    fields.rest(&mut draft, reading);
    Some(draft)
}

fn status(fields: &mut Fields, draft: &mut Draft) {
    let state = fields.node("meetingState").and_then(Node::text);
    let is_cancelled = fields.text("cancelled").as_deref() == Some("true");
    let Some(state) = state else {
        draft.status = is_cancelled.then(|| "cancelled".into());
        return;
    };
    draft.status = match state.to_lowercase().as_str() {
        _ if is_cancelled => Some("cancelled".into()),
        "abgesagt" | "entfällt" | "entfallen" | "ausgefallen" => Some("cancelled".into()),
        "geplant" | "terminiert" | "eingeladen" | "einladung" | "vorbereitung" => Some("planned".into()),
        "verschoben" => Some("postponed".into()),
        "durchgeführt" | "beendet" | "abgeschlossen" | "stattgefunden" => Some("held".into()),
        _ => Some(state),
    };
}

/// The bodies that met: the facet that such an archive is asked by first.
fn organizations<'a>(fields: &mut Fields<'a>, draft: &mut Draft, known: &'a Known<'a>, reading: &mut Reading) {
    let origin = fields.origin_of("organization");
    let mut names = Vec::new();
    for mut organization in several(fields, "organization", known, reading) {
        names.extend(organization.line("name").or_else(|| organization.line("shortName")));
    }
    if !names.is_empty() {
        draft.rest.push(Rest { label: "Organisation".into(), values: names, origin, wish: Wish::Facet });
    }
}

fn person(mut fields: Fields, reading: &mut Reading) -> Option<PersonDraft> {
    let given = fields.line("givenName");
    let family = fields.line("familyName");
    let both = [given, family].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let name = fields.line("name").filter(|_| both.is_empty()).unwrap_or(both);
    if name.is_empty() {
        reading.told.tell(Done::LeftOut, &fields.origin(), "Somebody without a name was left out.", "");
        return None;
    }
    Some(PersonDraft { name, uid: fields.text("id"), ..PersonDraft::default() })
}

fn agenda<'a>(fields: &mut Fields<'a>, draft: &mut Draft, known: &'a Known<'a>, reading: &mut Reading) {
    let mut items = Vec::new();
    for mut fields in several(fields, "agendaItem", known, reading) {
        if fields.text("deleted").as_deref() == Some("true") {
            let why = "An item of an agenda that its interface tells as deleted was left out.";
            reading.told.tell(Done::LeftOut, &fields.origin(), why, &fields.line("name").unwrap_or_default());
            continue;
        }
        let order: Option<i64> = fields.text("order").and_then(|order| order.parse().ok());
        items.push((order, item(fields, known, reading)));
    }
    if items.iter().all(|(order, _)| order.is_some()) {
        items.sort_by_key(|(order, _)| *order);
    }
    draft.agenda = items.into_iter().map(|(_, item)| item).collect();
}

fn item<'a>(mut fields: Fields<'a>, known: &'a Known<'a>, reading: &mut Reading) -> ItemDraft {
    let mut item = ItemDraft {
        number: fields.line("number"),
        title: fields.line("name").unwrap_or_default(),
        ..ItemDraft::default()
    };
    let decisions = [fields.line("result"), fields.text("resolutionText")];
    let decision = decisions.into_iter().flatten().collect::<Vec<_>>().join("\n");
    item.decision = Some(decision).filter(|decision| !decision.is_empty());
    for (name, kind) in [("resolutionFile", "decision"), ("auxiliaryFile", "attachment")] {
        for found in several(&mut fields, name, known, reading) {
            item.documents.extend(file(found, kind, reading));
        }
    }
    // What was consulted on, where it stands within.
    for mut consultation in fields.objects("consultation") {
        if let Some(mut paper) = consultation.object("paper") {
            item.text = paper.line("reference").filter(|_| item.text.is_none());
            for name in ["mainFile", "auxiliaryFile"] {
                for found in several(&mut paper, name, known, reading) {
                    item.documents.extend(file(found, "paper", reading));
                }
            }
        }
    }
    if fields.text("public").is_some_and(|public| public == "false") {
        let why = "The file marks this item as not for everybody; see whether it may be published.";
        reading.told.tell(Done::Look, &fields.origin(), why, &item.title);
    }
    let why = "Of an item of an agenda this was left out wherever it stands: the format has no field for it.";
    fields.leave_out(&["consultation", "start", "end", "public"], why, reading);
    fields.leave_out(&["id", "created", "modified", "meeting", "web", "license"], MACHINES, reading);
    fields.pass_over(&["type", "deleted"]);
    fields.tell_rest(reading);
    item
}

/// The object of a field, which may stand in the file elsewhere, by its address.
fn one<'a>(fields: &mut Fields<'a>, name: &str, known: &'a Known<'a>, reading: &mut Reading) -> Option<Fields<'a>> {
    several(fields, name, known, reading).into_iter().next()
}

/// The objects of a field, which may stand in the file elsewhere, by their addresses.
fn several<'a>(fields: &mut Fields<'a>, name: &str, known: &'a Known<'a>, reading: &mut Reading) -> Vec<Fields<'a>> {
    let origin = fields.origin_of(name);
    let mut found = fields.objects(name);
    for address in fields.items(name).iter().filter(|node| !node.is_object()).filter_map(Node::text) {
        match known.find(&address) {
            Some((node, path)) => found.push(Fields::new(node, path.to_owned())),
            None => {
                let why =
                    "An object that the file has the address of alone was left out; import it with its objects within.";
                reading.told.tell(Done::LeftOut, &origin, why, &address).labelled(name);
            }
        }
    }
    found
}
