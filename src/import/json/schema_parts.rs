//! Places and names of schema.org.

use crate::import::draft::{Draft, PlaceDraft};
use crate::import::json::fields::{Fields, Reading};
use crate::import::json::known::Known;
use crate::import::json::tree::Node;
use crate::import::origin::Origin;
use crate::import::plain::plain_line;

/// What something is called, be it a text, an object, or the address of one.
pub fn named(node: &Node, known: &Known) -> Option<String> {
    if let Some(text) = node.text() {
        return Some(known.name(&text).unwrap_or_else(|| plain_line(&text)));
    }
    let own = ["name", "legalName"].iter().find_map(|name| node.get(name)?.text()).map(|name| plain_line(&name));
    let both =
        ["givenName", "familyName"].iter().filter_map(|name| node.get(name)?.text()).collect::<Vec<_>>().join(" ");
    own.or(Some(both).filter(|name| !name.is_empty())).or_else(|| known.name(&node.get("@id")?.text()?))
}

/// Takes a location into a draft: a place, an address to take part from afar, or a text.
pub fn place(node: &Node, origin: Origin, known: &Known, draft: &mut Draft, reading: &mut Reading) {
    if let Some(name) = node.text() {
        match name.starts_with("http://") || name.starts_with("https://") {
            true => draft.online = Some(name),
            false => draft.places.push(PlaceDraft { name: plain_line(&name), ..PlaceDraft::default() }),
        }
        return;
    }
    let node = node.get("@id").and_then(Node::text).and_then(|id| known.find(&id)).map_or(node, |(node, _)| node);
    let is_virtual = matches!(node.get("@type"), Some(Node::Text(kind)) if kind.ends_with("VirtualLocation"));
    if is_virtual {
        draft.online = node.get("url").and_then(Node::text);
        return;
    }
    let mut place = PlaceDraft { name: named(node, known).unwrap_or_default(), ..PlaceDraft::default() };
    match node.get("address").unwrap_or(&Node::Null) {
        address @ Node::Object(_) => {
            let text = |name: &str| address.get(name).and_then(Node::text).map(|text| plain_line(&text));
            let town =
                [text("postalCode"), text("addressLocality")].into_iter().flatten().collect::<Vec<_>>().join(" ");
            let lines = [text("streetAddress"), Some(town).filter(|town| !town.is_empty())];
            place.address =
                Some(lines.into_iter().flatten().collect::<Vec<_>>().join(", ")).filter(|text| !text.is_empty());
            place.city = text("addressLocality");
            place.region = text("addressRegion");
            place.country = address.get("addressCountry").and_then(|country| named(country, known));
        }
        text => place.address = text.text().map(|text| plain_line(&text)),
    }
    place.coordinates = node.get("geo").and_then(|geo| {
        let number = |name: &str| geo.get(name)?.text()?.trim().parse::<f64>().ok();
        Some((number("latitude")?, number("longitude")?))
    });
    if place.name.is_empty() && place.address.is_none() {
        place.name = place.city.take().unwrap_or_default();
    }
    if place != PlaceDraft::default() {
        draft.places.push(place);
    }
    let path = match &origin.spot {
        crate::import::origin::Spot::Path(path) => path.to_string(),
        _ => String::new(),
    };
    let mut fields = Fields::new(node, path);
    fields.pass_over(&["@type", "@id", "name", "legalName", "address", "geo"]);
    let why = "What is said of a place beside name, address and position was left out.";
    fields.leave_out(
        &["url", "telephone", "image", "sameAs", "description", "hasMap", "maximumAttendeeCapacity"],
        why,
        reading,
    );
    fields.tell_rest(reading);
}
