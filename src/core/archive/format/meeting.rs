//! A meeting, and what stands in its record.

use std::collections::BTreeMap;

use crate::core::archive::format::document::Document;
use crate::core::archive::format::person::Participation;
use crate::core::archive::format::text::{ByName, OneOrMany, Statement};
use crate::core::archive::json::{Fields, Json};
use crate::core::archive::record::{numbers_as_texts, record, text};
use crate::core::text::slug::slug;

record! {
    // What few meetings have stands last: it is looked for among the few fields that are left by then.
    /// A meeting.
    pub struct Meeting {
        /// Permanent id, part of the meeting's address: small letters, digits and single hyphens, at most 80
        /// characters, for example `2011-haparanda`.
        pub id: String,
        /// Title of the meeting.
        pub title: String,
        /// Its number in the series, from 1.
        pub number: Option<u32>,
        /// Day on which this record was last changed, `YYYY-MM-DD`, also the day on which it was added. Feeds tell the meetings
        /// changed last, and an entry moves only when this day does. Without it nothing is claimed where a format allows that.
        pub modified: Option<String>,
        /// First day, `YYYY-MM-DD`, or a time of it with its offset from UTC (`2016-01-15T16:30+01:00`, `2016-01-15T16:30Z`) or
        /// local (`2016-01-15T16:30`); where no more is known a month (`2008-05`) or a year (`2008`).
        pub start: String,
        /// Last day (inclusive) or time, where it differs from the first; written as precisely as `start` or more.
        pub end: Option<String>,
        /// Themes, by id.
        #[schemars(default)]
        pub themes: Vec<String>,
        /// Whether it came to be: `planned`, `tentative`, `cancelled`, `postponed` or `held`; without it nothing is claimed.
        pub status: Option<String>,
        /// Place, by id.
        pub place: Option<String>,
        /// Building, hotel or hall.
        pub venue: Option<String>,
        /// The form in which it was held, for example `roundtable`.
        pub format: Option<String>,
        /// The larger event that it was a part of.
        pub within: Option<Event>,
        /// An event beside which it was held.
        pub alongside: Option<Event>,
        /// Topics of the meeting or of its sessions.
        #[schemars(default)]
        pub topics: Vec<Statement>,
        /// People, with their office at the time and the part they played.
        #[schemars(default)]
        pub people: Vec<Participation>,
        /// Documents, whether or not they can still be read.
        #[schemars(default)]
        pub documents: Vec<Document>,
        /// Its values of the archive's own facets: the facet's key, and a text or several.
        #[schemars(default, with = "BTreeMap<String, OneOrMany>")]
        pub facets: ByName,
        /// What a source says of the meeting in its own words, to the letter.
        #[schemars(default)]
        pub quotes: Vec<Statement>,
        /// What else is known.
        #[schemars(default)]
        pub notes: Vec<Statement>,
        /// Where the record comes from: the id of a source, or several; without it, the archive's `source`.
        #[schemars(default)]
        pub source: OneOrMany,
        /// Single fields that come from elsewhere: the field's name, and the id of its source, or several.
        #[schemars(default, with = "BTreeMap<String, OneOrMany>")]
        pub additions: ByName,
        /// Language of the title, as a BCP 47 tag, where that is not the archive's.
        pub language: Option<String>,
        /// The title in other languages, by BCP 47 tag.
        #[schemars(default, with = "BTreeMap<String, String>")]
        pub translations: ByName,
        /// Places, by id, instead of `place`, where it was held in several.
        #[schemars(default)]
        pub places: Vec<String>,
        /// Web address (http or https) at which one could take part from afar.
        pub online: Option<String>,
        /// Items of the agenda, in their order; a plain text is a title.
        #[schemars(default)]
        pub agenda: Vec<AgendaItem>,
        /// Ids that it had before; their addresses lead to it.
        #[schemars(default)]
        pub formerly: Vec<String>,
        /// Shelf mark, box or file number under which its papers are kept.
        pub reference: Option<String>,
    }
    forgive |fields: &mut Fields| several_places(fields) | numbers_as_texts(fields, &["start", "end", "reference"]);
}

/// The states of a meeting, in the order in which one comes to be.
pub const STATUSES: [&str; 5] = ["planned", "tentative", "postponed", "cancelled", HELD];

/// The state of a meeting that came to be.
pub const HELD: &str = "held";

impl Meeting {
    /// The ids of its places.
    pub fn place_ids(&self) -> &[String] {
        self.place.as_ref().map_or(&self.places, std::slice::from_ref)
    }

    /// The id that it had first, by which calendars and feeds know it: it outlives the others.
    pub fn first_id(&self) -> &str {
        self.formerly.first().unwrap_or(&self.id)
    }

    /// Its status, where that is not the usual one: that it was held.
    pub fn unusual_status(&self) -> Option<&str> {
        self.status.as_deref().filter(|status| *status != HELD)
    }

    /// Its documents and those of its agenda, in reading order.
    pub fn all_documents(&self) -> impl Iterator<Item = &Document> {
        self.documents.iter().chain(self.agenda.iter().flat_map(|item| &item.documents))
    }

    /// Its people and those of its agenda, in reading order, those who did not come among them.
    pub fn all_people(&self) -> impl Iterator<Item = &Participation> {
        self.people.iter().chain(self.agenda.iter().flat_map(|item| &item.people))
    }
}

/// Several ids as `place` are the `places`, where these are left out.
fn several_places(fields: &mut Fields) -> bool {
    let is_left_out = |json: &Json| match json {
        Json::Text(text) => text.trim().is_empty(),
        json => *json == Json::Null,
    };
    let are_told = fields.iter().any(|(name, json)| name == "places" && !is_left_out(json));
    if are_told || !fields.iter().any(|(name, json)| name == "place" && matches!(json, Json::List(_))) {
        return false;
    }
    fields.retain(|(name, _)| name != "places");
    for (name, _) in fields.iter_mut().filter(|(name, _)| name == "place") {
        *name = "places".into();
    }
    true
}

record! {
    /// An item of a meeting's agenda.
    pub struct AgendaItem {
        /// Its number as the agenda has it, for example `4` or `4.2`.
        pub number: Option<String>,
        /// What it was about.
        pub title: String,
        /// The title in other languages, by BCP 47 tag.
        #[schemars(default, with = "BTreeMap<String, String>")]
        pub translations: ByName,
        /// What was presented or discussed.
        pub text: Option<Statement>,
        /// What was decided.
        pub decision: Option<Statement>,
        /// Documents of the item.
        #[schemars(default)]
        pub documents: Vec<Document>,
        /// People, with the part they had in the item.
        #[schemars(default)]
        pub people: Vec<Participation>,
        /// Where it comes from: the id of a source, or several.
        #[schemars(default)]
        pub source: OneOrMany,
    }
    from_text |title: &str| vec![text("title", title)];
    forgive |fields: &mut Fields| numbers_as_texts(fields, &["number"]);
}

impl AgendaItem {
    /// Its number and its title, in a line: `4.2 Fisheries`.
    pub fn line(&self) -> String {
        self.number.iter().chain([&self.title]).map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

/// The names by which addresses find the items of an agenda: `item-4` by its number, where no other item has that, so that
/// the address stays whatever is put before it. Others are found by their places, from 1, under names that no number gives
/// (`item--4`); where no item has a number, under `item-4`.
pub fn anchors(agenda: &[AgendaItem]) -> Vec<String> {
    let number = |item: &AgendaItem| item.number.as_deref().map(slug).unwrap_or_default();
    let numbers: Vec<String> = agenda.iter().map(number).collect();
    let is_own = |number: &String| !number.is_empty() && numbers.iter().filter(|of| *of == number).count() == 1;
    let by_place = if numbers.iter().all(String::is_empty) { "item-" } else { "item--" };
    let anchor = |(place, number): (usize, &String)| match is_own(number) {
        true => format!("item-{number}"),
        false => format!("{by_place}{place}"),
    };
    (1..).zip(&numbers).map(anchor).collect()
}

record! {
    /// An event around or beside a meeting.
    pub struct Event {
        /// Title of the event.
        pub title: String,
        /// First day, time of a day, month or year, written as those of a meeting.
        pub start: Option<String>,
        /// Last day, time of a day, month or year (inclusive), likewise.
        pub end: Option<String>,
        /// Where it comes from: the id of a source, or several.
        #[schemars(default)]
        pub source: OneOrMany,
    }
    from_text |title: &str| vec![text("title", title)];
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::archive::json::Json;
    use crate::core::archive::record::read_record;

    #[test]
    fn an_item_is_found_by_its_number_whatever_is_put_before_it() {
        let item = |number: &str| -> AgendaItem { read_record(Json::Object(vec![text("number", number)])) };
        let names =
            |numbers: &[&str]| anchors(&numbers.iter().map(|number| item(number)).collect::<Vec<_>>()).join(" ");
        assert_eq!(names(&["1", "4.2", "12 b"]), "item-1 item-4-2 item-12-b");
        assert_eq!(names(&["", "", ""]), "item-1 item-2 item-3");
        assert_eq!(names(&["", "1", "", "4"]), "item--1 item-1 item--3 item-4");
        // Of two with one number neither has it.
        assert_eq!(names(&["4", "4.1", "4-1", "5"]), "item-4 item--2 item--3 item-5");
    }
}
