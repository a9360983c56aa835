//! Places, people and themes, which meetings name by id.

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::core::archive::values::{MAX_LATITUDE, MAX_LONGITUDE, is_country, is_within};
use crate::import::assemble::clean;
use crate::import::assemble::found::{CountryOf, Found};
use crate::import::assemble::ids::id_of;
use crate::import::assemble::words::country;
use crate::import::draft::{PersonDraft, PlaceDraft};
use crate::import::merge::records::fields;
use crate::import::origin::Origin;
use crate::import::told::{Done, Told};

/// All places, people and themes, each once.
#[derive(Debug, Default)]
pub struct Named {
    /// The places.
    pub places: Vec<Found>,
    /// The people.
    pub people: Vec<Found>,
    /// The themes.
    pub themes: Vec<Found>,
    place_at: HashMap<String, (usize, Option<(f64, f64)>)>,
    person_at: HashMap<String, Option<String>>,
    theme_at: HashMap<String, String>,
    /// The names that people and places came with first, by list and then by id.
    names: HashMap<&'static str, HashMap<String, String>>,
    /// What countries were called that nobody knows.
    unknown: HashMap<String, Option<String>>,
    file: Arc<str>,
    /// The ids that a dataset has for what would be given others here, by list and id.
    others: HashMap<(&'static str, String), String>,
}

impl Named {
    /// Knows what a dataset names by an id of its own.
    pub fn know(&mut self, list: &'static str, id: &str, name: &str, country: &str) {
        let made = id_of([name, country].join(" ").trim());
        if made != id && !id.is_empty() {
            self.others.entry((list, made)).or_insert_with(|| id.to_owned());
        }
    }

    fn other(&self, list: &'static str, id: &str) -> Option<String> {
        self.others.get(&(list, id.to_owned())).cloned()
    }

    /// Takes themes, places and people as a dataset of ours has them, in this order; of two with one id the first.
    pub fn own(&mut self, [themes, places, people]: [Vec<Found>; 3]) {
        let text = |found: &Found, name: &str| {
            fields(&found.record).get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        for theme in themes {
            let (id, label) = (theme.id.to_string(), text(&theme, "label"));
            self.know("themes", &id, &label, "");
            if self.theme_at.insert(id, label).is_none() {
                self.themes.push(theme);
            }
        }
        for place in places {
            let id = place.id.to_string();
            self.know("places", &id, &text(&place, "name"), &text(&place, "country"));
            if self.place_at.insert(id, (self.places.len(), None)).is_none() {
                self.places.push(place);
            }
        }
        for person in people {
            let id = person.id.to_string();
            self.know("people", &id, &text(&person, "name"), "");
            if self.person_at.insert(id, None).is_none() {
                self.people.push(person);
            }
        }
    }

    /// What comes now comes from this file.
    pub fn of_file(&mut self, file: &Arc<str>) {
        self.file = Arc::clone(file);
    }

    fn found(&self, id: &str, record: Value) -> Found {
        Found { key: id.into(), id: id.into(), record: record.to_string().into(), file: Arc::clone(&self.file) }
    }

    /// The id of a theme by its label.
    pub fn theme(&mut self, label: &str, origin: &Origin, told: &mut Told) -> Option<String> {
        let (label, _) = clean::line(label);
        if !label.chars().any(|char| !char.is_whitespace()) {
            return None;
        }
        let id = id_of(&label);
        if let Some(other) = self.other("themes", &id) {
            return Some(other);
        }
        match self.theme_at.get(&id) {
            None => {
                self.theme_at.insert(id.clone(), label.clone());
                let found = self.found(&id, json!({ "id": id, "label": label }));
                self.themes.push(found);
            }
            Some(first) if *first != label => {
                let why = "A theme that differs from another only by case or a sign was taken for the same.";
                told.tell(Done::Merged, origin, why, &label).into(first.as_str());
            }
            Some(_) => {}
        }
        Some(id)
    }

    /// Tells that a name differs from the one that has its id in letters that an id does not tell apart.
    fn tell_name(&mut self, list: &'static str, id: &str, name: &str, origin: &Origin, told: &mut Told) {
        let names = self.names.entry(list).or_default();
        match names.get(id) {
            None => _ = names.insert(id.to_owned(), name.to_owned()),
            Some(first) if first != name => {
                let why = "A name that differs from another only by case or a sign was taken for the same.";
                told.tell(Done::Merged, origin, why, name).into(first.as_str());
            }
            Some(_) => {}
        }
    }

    /// The id of a person; another where the source tells two of a name apart.
    pub fn person(&mut self, person: &PersonDraft, origin: &Origin, told: &mut Told) -> Option<String> {
        let (name, _) = clean::line(&person.name);
        if !name.chars().any(char::is_alphanumeric) {
            return None;
        }
        let plain = id_of(&name);
        if let Some(other) = self.other("people", &plain) {
            return Some(other);
        }
        let id = match (self.person_at.get(&plain), &person.uid) {
            (Some(Some(of)), Some(uid)) if of != uid => {
                crate::core::text::slug::with_hash(plain.get(..70).unwrap_or(&plain), uid)
            }
            _ => plain,
        };
        self.tell_name("people", &id, &name, origin, told);
        if !self.person_at.contains_key(&id) {
            self.person_at.insert(id.clone(), person.uid.clone());
            let found = self.found(&id, json!({ "id": id, "name": name }));
            self.people.push(found);
        }
        Some(id)
    }

    /// The id of a place.
    pub fn place(
        &mut self,
        place: PlaceDraft,
        country_of: CountryOf,
        origin: &Origin,
        told: &mut Told,
    ) -> Option<String> {
        let line = |text: Option<String>| text.map(|text| clean::line(&text).0).filter(|text| !text.is_empty());
        let mut name = clean::line(&place.name).0;
        let (city, mut region, address) = (line(place.city), line(place.region), line(place.address));
        let mut code = None;
        if let Some(written) = line(place.country) {
            code = self.country(&written, country_of, origin, told);
            if code.is_none() {
                region = Some([region, Some(written)].into_iter().flatten().collect::<Vec<_>>().join(", "));
            }
        } else if let Some((before, last)) = name.rsplit_once(", ")
            && let Some(found) = known_country(last, country_of)
        {
            code = Some(found);
            name = before.to_owned();
        }
        if name.is_empty() {
            name = [&city, &region].into_iter().flatten().next().cloned().or_else(|| address.clone())?;
        }
        if !name.chars().any(char::is_alphanumeric) {
            return None;
        }
        let city = city.filter(|city| *city != name);
        let parts = [Some(name.as_str()), city.as_deref(), code.as_deref()];
        let id = id_of(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "));
        if let Some(other) = self.other("places", &id) {
            return Some(other);
        }
        self.tell_name("places", &id, &name, origin, told);
        let coordinates = self.coordinates(place.coordinates, origin, told);
        self.add_place(&id, &name, [city, region, code, address], coordinates, origin, told);
        Some(id)
    }

    fn add_place(
        &mut self,
        id: &str,
        name: &str,
        texts: [Option<String>; 4],
        coordinates: Option<(f64, f64)>,
        origin: &Origin,
        told: &mut Told,
    ) {
        if let Some((_, first)) = self.place_at.get(id).copied() {
            let is_far = |(a, b): ((f64, f64), (f64, f64))| (a.0 - b.0).abs() > 0.02 || (a.1 - b.1).abs() > 0.02;
            if first.zip(coordinates).is_some_and(is_far) {
                let why = "A place has other coordinates than before, more than a kilometre away; the first stay.";
                let (lat, lon) = coordinates.unwrap_or_default();
                told.tell(Done::Look, origin, why, &format!("{name}: {lat}, {lon}")).into(id);
            }
            return;
        }
        let [city, region, code, address] = texts;
        let mut record = Map::new();
        record.insert("id".to_owned(), id.into());
        record.insert("name".to_owned(), name.into());
        record.extend(code.map(|code| ("country".to_owned(), code.into())));
        let around = [city, region].into_iter().flatten().collect::<Vec<_>>().join(", ");
        if !around.is_empty() {
            record.insert("region".to_owned(), around.into());
        }
        if let Some((lat, lon)) = coordinates {
            record.insert("lat".to_owned(), lat.into());
            record.insert("lon".to_owned(), lon.into());
        }
        record.extend(address.filter(|address| address != name).map(|address| ("note".to_owned(), address.into())));
        self.place_at.insert(id.to_owned(), (self.places.len(), coordinates));
        let found = self.found(id, Value::Object(record));
        self.places.push(found);
    }

    /// Coordinates that can be on earth; nobody met in the sea at 0°.
    fn coordinates(&self, degrees: Option<(f64, f64)>, origin: &Origin, told: &mut Told) -> Option<(f64, f64)> {
        let (lat, lon) = degrees?;
        if is_within(lat, MAX_LATITUDE) && is_within(lon, MAX_LONGITUDE) && (lat, lon) != (0.0, 0.0) {
            return Some((lat, lon));
        }
        told.tell(
            Done::LeftOut,
            origin,
            "No place on earth has these coordinates, or they stand for unknown ones.",
            &format!("{lat}, {lon}"),
        );
        None
    }

    /// The code of a country, told once for each that nobody knows.
    fn country(&mut self, written: &str, country_of: CountryOf, origin: &Origin, told: &mut Told) -> Option<String> {
        if let Some(known) = self.unknown.get(written) {
            return known.clone();
        }
        let found = known_country(written, country_of);
        if found.is_none() {
            let why = "No country that is known has this name; it stands as the region.";
            told.tell(Done::Look, origin, why, written);
        }
        self.unknown.insert(written.to_owned(), found.clone());
        found
    }
}

fn known_country(written: &str, country_of: CountryOf) -> Option<String> {
    let upper = written.trim().to_uppercase();
    let is_code = upper.len() == 2 && is_country(&upper) && written.trim().chars().all(char::is_uppercase);
    country(written).map(str::to_owned).or_else(|| is_code.then_some(upper)).or_else(|| country_of(written))
}
