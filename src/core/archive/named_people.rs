//! People whom a meeting names by their names alone, without an entry in the list of people.

use crate::core::archive::json::{Fields, Json, each_within};
use crate::core::archive::record::{id_of, text};
use crate::core::archive::values::is_id;
use crate::core::text::interner::Interner;
use crate::core::text::slug::with_hash;

/// Gives everybody who is named by a name an entry in the list of people, or finds the one with that name, and puts its id
/// in the place of the name. The dataset stands in its full form. Whether anything was to be done.
pub fn list_named_people(dataset: &mut Fields) -> bool {
    let mut people = People::new(dataset);
    let mut is_changed = false;
    each_within(dataset, "meetings", &mut |_, meeting| {
        let mut name = |_: usize, participation: &mut Fields| is_changed |= people.put_id(participation);
        each_within(meeting, "people", &mut name);
        each_within(meeting, "agenda", &mut |_, item| each_within(item, "people", &mut name));
    });
    if !people.new.is_empty() {
        match dataset.iter_mut().find(|(name, _)| name == "people") {
            Some((_, Json::List(list))) => list.extend(people.new),
            Some((_, json)) => *json = Json::List(people.new),
            None => dataset.push(("people".into(), Json::List(people.new))),
        }
    }
    is_changed
}

/// Who is known.
struct People {
    ids: Interner,
    names: Interner,
    /// For each name the first id that has it.
    id_of: Vec<String>,
    /// The entries that are to be added.
    new: Vec<Json<'static>>,
}

impl People {
    fn new(dataset: &mut Fields) -> Self {
        let mut people =
            Self { ids: Interner::default(), names: Interner::default(), id_of: Vec::new(), new: Vec::new() };
        each_within(dataset, "people", &mut |_, person| {
            if let (Some(id), Some(name)) = (field(person, "id"), field(person, "name")) {
                people.know(&id, &name);
            }
        });
        people
    }

    /// Puts an id in the place of a name. What can be an id and is unknown is a mistake and no name.
    fn put_id(&mut self, participation: &mut Fields) -> bool {
        let Some((_, Json::Text(person))) = participation.iter_mut().find(|(name, _)| name == "person") else {
            return false;
        };
        let name = person.trim();
        if name.is_empty() || is_id(person) {
            return false;
        }
        let known = self.names.known(name).and_then(|number| self.id_of.get(number as usize));
        let id = known.cloned().unwrap_or_else(|| self.add(name));
        *person = id.into();
        true
    }

    fn know(&mut self, id: &str, name: &str) {
        self.ids.number(id);
        if self.names.number(name) as usize == self.id_of.len() {
            self.id_of.push(id.to_owned());
        }
    }

    fn add(&mut self, name: &str) -> String {
        let id = id_of(name);
        let id = if self.ids.known(&id).is_some() { with_hash(&id, name) } else { id };
        self.know(&id, name);
        self.new.push(Json::Object(vec![text("id", &id), text("name", name)]));
        id
    }
}

fn field(record: &Fields, name: &str) -> Option<String> {
    record.iter().find_map(|(of, json)| match json {
        Json::Text(text) if of == name => Some(text.clone().into_owned()),
        _ => None,
    })
}
