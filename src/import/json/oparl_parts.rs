//! Files and places of OParl.

use crate::import::draft::{DocumentDraft, Draft, PlaceDraft};
use crate::import::json::fields::{Fields, Reading};
use crate::import::json::tree::Node;
use crate::import::told::Done;

/// A file as a document; none of one that is deleted.
pub fn file(mut fields: Fields, kind: &str, reading: &mut Reading) -> Option<DocumentDraft> {
    let title = fields.line("name");
    let name = fields.line("fileName");
    if fields.text("deleted").as_deref() == Some("true") {
        let why = "A file that its interface tells as deleted was left out.";
        reading.told.tell(Done::LeftOut, &fields.origin(), why, title.or(name).as_deref().unwrap_or_default());
        return None;
    }
    let access = fields.text("accessUrl");
    let download = fields.text("downloadUrl");
    let sums = [("SHA-1", fields.text("sha1Checksum")), ("SHA-512", fields.text("sha512Checksum"))];
    let note =
        sums.iter().filter_map(|(name, sum)| Some(format!("{name} {}", sum.as_ref()?))).collect::<Vec<_>>().join("\n");
    let document = DocumentDraft {
        title: title.or(name).unwrap_or_default(),
        kind: Some(kind.to_owned()),
        url: access.or(download).or_else(|| fields.text("externalServiceUrl")),
        media_type: fields.text("mimeType"),
        size: fields.text("size").and_then(|size| size.parse().ok()),
        sha256: fields.first_text(&["sha256Checksum", "sha256"]),
        note: Some(note).filter(|note| !note.is_empty()),
        ..DocumentDraft::default()
    };
    let why = "Of a file this was left out wherever it stands: the format has no field for it.";
    let left =
        ["date", "text", "license", "fileLicense", "masterFile", "derivativeFile", "externalServiceUrl", "keyword"];
    fields.leave_out(&left, why, reading);
    let why = "What programs tell each other was left out wherever it stands.";
    fields.leave_out(&["id", "created", "modified", "meeting", "agendaItem", "paper", "web"], why, reading);
    fields.pass_over(&["type", "deleted"]);
    fields.tell_rest(reading);
    Some(document)
}

/// Takes a location into a draft.
pub fn place(mut fields: Fields, draft: &mut Draft, reading: &mut Reading) {
    draft.venue = fields.line("room");
    let street = fields.line("streetAddress");
    let city = fields.line("locality");
    let town = [fields.line("postalCode"), city.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let address =
        [street, Some(town).filter(|town| !town.is_empty())].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let place = PlaceDraft {
        name: fields.line("description").unwrap_or_default(),
        address: Some(address).filter(|address| !address.is_empty()),
        city,
        region: fields.line("subLocality"),
        coordinates: fields.node("geojson").and_then(position),
        ..PlaceDraft::default()
    };
    if place != PlaceDraft::default() {
        draft.places.push(place);
    }
    let why = "What programs tell each other was left out wherever it stands.";
    let left = [
        "id",
        "created",
        "modified",
        "web",
        "license",
        "bodies",
        "organizations",
        "meetings",
        "papers",
        "persons",
        "keyword",
    ];
    fields.leave_out(&left, why, reading);
    fields.pass_over(&["type", "deleted"]);
    fields.tell_rest(reading);
}

/// Latitude and longitude of a point in GeoJSON, which has them the other way round.
pub fn position(node: &Node) -> Option<(f64, f64)> {
    let point = node.get("geometry").unwrap_or(node);
    match point.get("coordinates")?.items() {
        [Node::Number(lon), Node::Number(lat), ..] => Some((lat.parse().ok()?, lon.parse().ok()?)),
        _ => None,
    }
}
