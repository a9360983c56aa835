//! Reads an archive without keeping its records: meeting by meeting into the catalogue, so that never more than one is in
//! memory.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::core::archive::json::Json;
use crate::core::archive::names::Names;
use crate::core::archive::problem::ReadError;
use crate::core::archive::record::read_record;
use crate::core::archive::{Archive, Meeting, format, in_time};
use crate::core::search::catalogue::{Builder, Catalogue};
use crate::core::search::collection::Collection;
use crate::core::search::finder::finder;
use crate::core::search::index::builder::Builder as IndexBuilder;
use crate::core::search::meeting_text;
use crate::core::text::date::When;
use crate::core::text::order::sorted;

/// How much of a catalogue is made.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The facets, by which all can be listed and counted.
    Facets,
    /// All of it.
    #[default]
    Whole,
}

/// The catalogue of an archive, and the ids of its meetings by position.
///
/// The text is in its full form, as it is published. What meetings name by id must stand before them, as the format has it,
/// none of them may be faulty, and there may be no gaps; else the whole archive is read first.
///
/// # Errors
/// Where the text is no dataset of this format at all.
pub fn catalogue(json: &str, extent: Extent, names: &'static Names) -> Result<(Catalogue, Vec<String>), ReadError> {
    if let Some(read) = in_passing(json, extent, names) {
        return Ok(read);
    }
    let Collection { archive, catalogue } = Collection::read(json, names)?;
    let ids = archive.meetings.iter().map(|meeting| meeting.record.id.clone()).collect();
    Ok((catalogue, ids))
}

/// The same, where it can be read meeting by meeting.
pub fn in_passing(json: &str, extent: Extent, names: &'static Names) -> Option<(Catalogue, Vec<String>)> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let room = if extent == Extent::Whole { json.len() } else { 0 };
    let mut index = IndexBuilder::default();
    index.reserve(room);
    let (read, ids, times, is_too_late) = (None, Vec::new(), Vec::new(), false);
    Streamed { extent, names, read, index, ids, times, is_too_late }.deserialize(&mut reader).ok().flatten()
}

/// The fields of a meeting that its facets, its time and its name are made of; the last is for the facet of people alone.
const FIELDS: [&str; 12] =
    ["id", "start", "end", "themes", "place", "places", "format", "status", "agenda", "documents", "facets", "people"];

/// What was read so far.
struct Streamed {
    extent: Extent,
    names: &'static Names,
    /// What stands before the meetings, and the catalogue that is made of them.
    read: Option<(Archive, Builder)>,
    /// The words of the meetings.
    index: IndexBuilder,
    ids: Vec<String>,
    times: Vec<When>,
    /// Something stands where it cannot be read in passing.
    is_too_late: bool,
}

impl<'de> DeserializeSeed<'de> for Streamed {
    type Value = Option<(Catalogue, Vec<String>)>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Streamed {
    type Value = Option<(Catalogue, Vec<String>)>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = map.next_key::<&str>()? {
            if name == "meetings" {
                let archive = Archive::from_fields(std::mem::take(&mut fields));
                let archive = archive.map_err(|_| Error::custom("no archive"))?;
                // Where a gap stands in time is told by all meetings.
                self.is_too_late |= !archive.gaps.is_empty();
                let builder = Builder::new(&archive, self.names);
                self.read = Some((archive, builder));
                map.next_value_seed(Meetings(&mut self))?;
            } else if self.read.is_some()
                && matches!(name, "facets" | "themes" | "places" | "people" | "chairmanships" | "gaps")
            {
                self.is_too_late = true;
                map.next_value::<IgnoredAny>()?;
            } else {
                fields.push((name.into(), map.next_value::<Json>()?));
            }
        }
        let Some((archive, builder)) = self.read.filter(|_| !self.is_too_late) else {
            return Ok(None);
        };
        let of = |at: usize| (self.times[at], self.ids[at].as_str());
        let order = sorted(self.ids.len(), &|a, b| in_time(of(a), of(b)));
        let mut catalogue = builder.finish(&archive, &order);
        if self.extent == Extent::Whole {
            catalogue = catalogue.searched_by(finder(), self.index.finish(&order));
        }
        Ok(Some((catalogue, order.iter().map(|at| self.ids[*at].clone()).collect())))
    }
}

/// The meetings, each of which is read, catalogued and forgotten.
struct Meetings<'a>(&'a mut Streamed);

impl<'de> DeserializeSeed<'de> for Meetings<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Meetings<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Streamed { extent, names, read: Some((archive, catalogue)), index, ids, times, is_too_late } = self.0
        else {
            return Ok(());
        };
        let asks_for_people = archive.dataset.facets.iter().any(|facet| facet.key == "person");
        let fields = if asks_for_people { &FIELDS[..] } else { &FIELDS[..FIELDS.len() - 1] };
        loop {
            let json = match extent {
                Extent::Facets => list.next_element_seed(Only(fields))?,
                Extent::Whole => list.next_element()?,
            };
            let Some(json) = json else { return Ok(()) };
            let record: format::Meeting = read_record(json);
            let Some(meeting) = Meeting::read(record) else {
                *is_too_late = true;
                continue;
            };
            match extent {
                Extent::Facets => catalogue.add_facets(archive, &meeting),
                Extent::Whole => {
                    catalogue.add(archive, &meeting);
                    meeting_text::add(index, archive, &meeting, names);
                }
            }
            times.push(meeting.when);
            ids.push(meeting.record.id);
        }
    }
}

/// An object of which only the fields of these names are read.
struct Only(&'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Only {
    type Value = Json<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json<'de>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Only {
    type Value = Json<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json<'de>, A::Error> {
        let mut fields = Vec::with_capacity(self.0.len());
        while let Some(name) = map.next_key::<&str>()? {
            if self.0.contains(&name) {
                fields.push((name.into(), map.next_value()?));
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Json::Object(fields))
    }
}
