//! The meetings of a table: each of one row or several.

use crate::core::text::date::PartialDate;
use crate::import::draft::{DocumentDraft, Draft, PlaceDraft, Rest, Wish};
use crate::import::piece::{Asked, Kind, Row, Table};
use crate::import::plain::{is_html, plain as html};
use crate::import::table::agenda::agenda;
use crate::import::table::dates::cell;
use crate::import::table::dates::unknown::is_unknown;
use crate::import::table::documents::{bare, documents, has_address, with_address};
use crate::import::table::lists::values;
use crate::import::table::names::{plain, shown};
use crate::import::table::plan::{Plan, Unit};
use crate::import::table::private::{is_of_privacy, is_private};
use crate::import::table::role::Role;
use crate::import::table::when::Times;
use crate::import::told::{Done, Told};

/// Makes drafts of a table's rows.
pub struct Drafts<'a> {
    /// The table.
    pub table: &'a Table,
    /// How it is read.
    pub plan: &'a Plan,
    /// What the call says.
    pub asked: &'a Asked,
    /// The columns that tell who may see a meeting.
    private: Vec<usize>,
}

impl<'a> Drafts<'a> {
    /// Those of a table that is read so.
    pub fn new(table: &'a Table, plan: &'a Plan, asked: &'a Asked) -> Self {
        let private = (0..plan.columns.len()).filter(|at| is_of_privacy(&plan.columns[*at].heading)).collect();
        Self { table, plan, asked, private }
    }

    /// The draft of the rows of a meeting.
    pub fn draft(&self, unit: &Unit, above: &mut Option<PartialDate>, told: &mut Told) -> Draft {
        let rows: Vec<&Row> = unit.iter().filter_map(|at| self.table.rows.get(*at as usize)).collect();
        let Some(first) = rows.first() else { return Draft::default() };
        let mut draft = Draft { origin: self.table.origin(first, None), ..Draft::default() };
        let times = Times { table: self.table, plan: self.plan, asked: self.asked };
        let when = times.when(first, *above, told);
        (draft.start, draft.end) = (when.start, when.end);
        *above = draft.start.or(*above);
        draft.notes.extend(when.notes.iter().cloned());
        self.singles(first, &mut draft);
        draft.status = draft.status.take().or(when.status.clone());
        self.tell_private(first, told);
        self.place(first, &mut draft);
        self.unused(first, &when, &mut draft, told);
        rows.iter().skip(1).for_each(|row| self.place_below(first, row, &mut draft));
        for row in &rows {
            self.item(row, &mut draft);
            self.lists(row, &mut draft, told);
            self.people(row, &mut draft, told);
        }
        for row in rows.iter().skip(1) {
            self.singles_below(first, row, &mut draft);
        }
        draft
    }

    /// The text of the first column of a role, if it says something.
    pub fn text<'r>(&self, row: &'r Row, role: Role) -> Option<&'r str> {
        let text = self.plan.first(role).map(|at| row.text(at).trim());
        let text = text.map(|text| if role.is_linked() { bare(text) } else { text });
        text.filter(|text| !text.is_empty() && !is_unknown(text))
    }

    /// What a meeting has once.
    fn singles(&self, row: &Row, draft: &mut Draft) {
        let text = |role: Role| self.text(row, role).map(str::to_owned);
        draft.id = text(Role::Id);
        draft.uid = text(Role::Uid);
        let caption = || self.plan.caption.clone().filter(|_| self.plan.first(Role::Title).is_none());
        draft.title = text(Role::Title).or_else(caption).unwrap_or_default();
        self.title(draft);
        draft.status = text(Role::Status);
        draft.format = text(Role::Format);
        draft.within = text(Role::Within);
        draft.online = text(Role::Online);
        draft.reference = text(Role::Reference).or_else(|| draft.uid.clone());
        draft.number = text(Role::Number).and_then(|number| number.trim_end_matches(['.', ' ']).parse().ok());
        draft.modified = self.text(row, Role::Modified).and_then(|text| {
            let cell = cell::told(text, Kind::Text)?;
            cell.start.day(|digits| self.plan.columns.first().and_then(|column| column.orders.order(digits)))
        });
        draft.notes.splice(0..0, text(Role::Subtitle));
    }

    /// A title with an address behind it is one and a document, and what web pages write as `&amp;` is a sign.
    fn title(&self, draft: &mut Draft) {
        if ["&amp;", "&quot;", "&#", "&lt;", "&nbsp;"].iter().any(|sign| draft.title.contains(sign)) {
            draft.title = html(&draft.title).paragraphs.join(" ");
        }
        let documents = if has_address(&draft.title) { documents(&draft.title) } else { Vec::new() };
        if let [document] = documents.as_slice()
            && document.url.is_some()
            && !document.title.is_empty()
        {
            draft.title.clone_from(&document.title);
            draft.documents.push(document.clone());
        }
    }

    /// What the file marks as not for everybody is told, so that nobody publishes it unseen.
    fn tell_private(&self, row: &Row, told: &mut Told) {
        for at in &self.private {
            let text = row.text(*at).trim();
            if is_private(text) {
                let why = "The file marks a meeting as not for everybody; see whether it may be published.";
                let line = told.tell(Done::Look, &self.table.origin(row, Some(*at)), why, text);
                line.labelled(&self.plan.columns[*at].heading);
            }
        }
    }

    /// What stands in further rows where a meeting has only one of it: a note, so that nothing is lost.
    fn singles_below(&self, first: &Row, row: &Row, draft: &mut Draft) {
        for (at, column) in self.plan.columns.iter().enumerate() {
            let text = row.text(at).trim();
            let is_told = column.role.is_list()
                || column.role.is_of_person()
                || column.role.is_of_item()
                || column.role.is_of_place()
                || matches!(column.role, Role::Presence | Role::Note | Role::Quote | Role::Page | Role::Out);
            if !is_told && !text.is_empty() && text != first.text(at).trim() {
                draft.notes.push(format!("{}: {text}", shown(&column.heading)));
            }
        }
    }

    /// Where it was.
    fn place(&self, row: &Row, draft: &mut Draft) {
        let text = |role: Role| self.text(row, role).map(str::to_owned);
        let addresses: Vec<&str> =
            self.plan.all(Role::Address).map(|at| row.text(at).trim()).filter(|text| !text.is_empty()).collect();
        let address = Some(addresses.join(", ")).filter(|address| !address.is_empty());
        let address = match (address, text(Role::Postcode)) {
            (Some(address), Some(code)) => Some(format!("{address}, {code}")),
            (address, code) => address.or(code),
        };
        let street = addresses.first().map(|address| (*address).to_owned());
        let (city, venue, place) = (text(Role::City), text(Role::Venue), text(Role::Place));
        let rooms: Vec<&str> =
            self.plan.all(Role::Room).map(|at| row.text(at).trim()).filter(|text| !text.is_empty()).collect();
        let room = Some(rooms.join(", ")).filter(|room| !room.is_empty());
        let coordinates = self.coordinates(row);
        let mut found = PlaceDraft {
            region: text(Role::Region),
            country: text(Role::Country),
            coordinates,
            ..PlaceDraft::default()
        };
        match (coordinates, &city) {
            // Coordinates are a building's; without them the city is the place, and the building stands beside.
            (None, Some(name)) => {
                found.name.clone_from(name);
                let parts: Vec<String> = [venue.or(place), address, room].into_iter().flatten().collect();
                draft.venue = Some(parts.join(", ")).filter(|venue| !venue.is_empty());
            }
            _ => {
                let name = place.clone().or_else(|| venue.clone()).or(street).or_else(|| city.clone());
                found.name = name.unwrap_or_default();
                draft.venue = match (&place, venue, room) {
                    (Some(_), Some(venue), room) => {
                        Some([Some(venue), room].into_iter().flatten().collect::<Vec<_>>().join(", "))
                    }
                    (_, _, room) => room,
                };
                found.address = address;
                found.city = city.filter(|city| *city != found.name);
            }
        }
        if !found.name.is_empty() || found.country.is_some() || found.region.is_some() {
            draft.places.push(found);
        }
    }

    /// Where it was besides, as a further row says.
    fn place_below(&self, first: &Row, row: &Row, draft: &mut Draft) {
        let is_same = |at: usize| matches!(row.text(at).trim(), "") || row.text(at).trim() == first.text(at).trim();
        if (0..self.plan.columns.len()).filter(|at| self.plan.columns[*at].role.is_of_place()).all(is_same) {
            return;
        }
        let mut further = Draft::default();
        self.place(row, &mut further);
        for place in further.places {
            if !draft.places.contains(&place) {
                draft.places.push(place);
            }
        }
        let venue = further.venue.filter(|venue| draft.venue.as_ref() != Some(venue));
        match (&draft.venue, venue) {
            (None, venue) => draft.venue = venue,
            (Some(one), Some(other)) => draft.venue = Some(format!("{one}; {other}")),
            _ => {}
        }
    }

    /// Where it was in degrees.
    pub fn coordinates(&self, row: &Row) -> Option<(f64, f64)> {
        let degrees = |text: &str| text.trim().replace(',', ".").parse::<f64>().ok();
        if let (Some(lat), Some(lon)) = (self.text(row, Role::Lat), self.text(row, Role::Lon)) {
            return Some((degrees(lat)?, degrees(lon)?));
        }
        let (lat, lon) = self.text(row, Role::Coordinates)?.split_once([',', ';', ' '])?;
        Some((degrees(lat)?, degrees(lon)?))
    }

    /// What a meeting can have several of.
    fn lists(&self, row: &Row, draft: &mut Draft, told: &mut Told) {
        for (at, column) in self.plan.columns.iter().enumerate() {
            let (text, kind) = (row.text(at).trim(), row.kind(at));
            if text.is_empty() || is_unknown(text) {
                continue;
            }
            let values = || values(text, kind, column.cut);
            if column.role.is_linked() && text.contains("://") {
                self.links(values(), draft);
            }
            match column.role {
                Role::Theme => add(&mut draft.themes, values().iter().map(|value| bare(value).to_owned()).collect()),
                Role::Topic => add(&mut draft.topics, values()),
                Role::Note if is_html(text) => self.html(at, text, row, draft, told),
                Role::Note if self.note_of_item(text, draft) => {}
                Role::Note => add(&mut draft.notes, vec![self.noted(at, text)]),
                Role::Quote => add(&mut draft.quotes, vec![text.to_owned()]),
                Role::Agenda => {
                    let items = agenda(text);
                    let new = items.into_iter().filter(|item| !draft.agenda.contains(item)).collect::<Vec<_>>();
                    draft.agenda.extend(new);
                }
                Role::Page | Role::Document => self.documents(at, values(), draft),
                Role::Rest | Role::Facet if is_html(text) => {
                    self.rest(at, kind, html(text).paragraphs, row, draft);
                }
                Role::Rest | Role::Facet | Role::Language => self.rest(at, kind, values(), row, draft),
                Role::Weekday => self.weekday(at, text, row, draft, told),
                _ => {}
            }
        }
    }

    /// What names of places, people and themes lead to: pages on them, which are documents of the meeting.
    fn links(&self, values: Vec<String>, draft: &mut Draft) {
        for value in values {
            let Some((name, address)) = with_address(&value) else { continue };
            let (title, url) = (name.to_owned(), Some(address.to_owned()));
            let document = DocumentDraft { title, url, ..DocumentDraft::default() };
            if !draft.documents.contains(&document) {
                draft.documents.push(document);
            }
        }
    }

    /// Notes that were written for a web page.
    fn html(&self, at: usize, text: &str, row: &Row, draft: &mut Draft, told: &mut Told) {
        let origin = self.table.origin(row, Some(at));
        let read = html(text);
        told.tell(Done::Guessed, &origin, "This is HTML; its text was read.", text);
        add(&mut draft.notes, read.paragraphs);
        for link in read.lost_links {
            let why = "A link leads to an address that is none without its page; its text was kept.";
            told.tell(Done::LeftOut, &origin, why, &link);
        }
    }

    /// A note with its heading, unless that says no more than that it is one.
    fn noted(&self, at: usize, text: &str) -> String {
        let heading = &self.plan.columns[at].heading;
        let says_nothing = matches!(
            plain(heading).as_str(),
            "" | "note" | "notes" | "description" | "comment" | "comments" | "beschreibung" | "text" | "details"
        );
        let is_only = self.plan.all(Role::Note).count() == 1;
        if says_nothing || is_only { text.to_owned() } else { format!("{}: {text}", shown(heading)) }
    }

    fn documents(&self, at: usize, values: Vec<String>, draft: &mut Draft) {
        let column = &self.plan.columns[at];
        for value in values {
            for mut document in documents(&value) {
                if column.role == Role::Page {
                    document.kind = Some("web page".to_owned());
                    // What has no address is meant as one, and is judged as that.
                    if document.url.is_none() {
                        document.url = Some(std::mem::take(&mut document.title));
                    }
                } else if document.title.is_empty() && !column.heading.is_empty() {
                    document.title = shown(&column.heading);
                }
                if !draft.documents.contains(&document) {
                    draft.documents.push(document);
                }
            }
        }
    }

    /// What no field is for.
    pub fn rest(&self, at: usize, kind: Kind, mut values: Vec<String>, row: &Row, draft: &mut Draft) {
        let column = &self.plan.columns[at];
        if kind == Kind::Flag {
            values = values.iter().map(|value| if value == "true" { "yes" } else { "no" }.to_owned()).collect();
        }
        let label = match shown(&column.heading) {
            label if label.is_empty() => format!("Column {}", self.plan.keys().name(at)),
            label => label,
        };
        if let Some(rest) = draft.rest.iter_mut().find(|rest| rest.label == label) {
            add(&mut rest.values, values);
            return;
        }
        let wish = if column.role == Role::Facet { Wish::Facet } else { Wish::AsItComes };
        draft.rest.push(Rest { label, values, origin: self.table.origin(row, Some(at)), wish });
    }

    /// A day of the week follows from the day; one that does not is told.
    fn weekday(&self, at: usize, text: &str, row: &Row, draft: &mut Draft, told: &mut Told) {
        let day = draft.start.map(|start| start.first_day().weekday().to_monday_one_offset());
        let said = super::when::weekday_of(row, self.plan);
        if day.is_none() || day != said {
            let why = "The day of the week is not that of the date; it became a note.";
            self.note(at, text, why, row, draft, told);
        }
    }
}

fn add(to: &mut Vec<String>, values: Vec<String>) {
    for value in values {
        if !to.contains(&value) {
            to.push(value);
        }
    }
}
