//! The table that a published site offers: what it holds comes back as it was.

use crate::core::text::date::PartialDate;
use crate::import::draft::{DocumentDraft, Draft, ItemDraft, PersonDraft, PlaceDraft, Rest, Wish};
use crate::import::origin::Origin;
use crate::import::piece::{Row, Table};
use crate::import::table::names::is_one_of;
use crate::import::told::{Done, Told};

/// The headings by which such a table is known.
const KNOWN: [&str; 7] = ["id", "number", "title", "start", "end", "place", "country"];

/// Headings that are read in some way, or follow from others; all others are the archive's own facets.
const READ: &str = "id|number|title|language|translations|start|end|status|place|country|latitude|longitude|places|venue|online|\
    format|themes|topics|agenda|decisions|people|absent|excused|documents|document_kinds|document_languages|\
    document_addresses|document_types|document_sizes|document_sha256|document_archived|document_seen|document_files|notes|\
    quotes|sources|address|reference|formerly";

/// Whether a table is one of ours.
pub fn is_own(table: &Table) -> bool {
    let Some(first) = table.rows.first() else { return false };
    let has = |name: &str| (0..first.len()).any(|at| first.text(at) == name);
    KNOWN.iter().all(|name| has(name)) && has("document_addresses")
}

/// Reads the meetings of such a table.
pub fn read(table: &Table, told: &mut Told, give: &mut dyn FnMut(Draft, &mut Told)) {
    let Some(first) = table.rows.first() else { return };
    let headings: Vec<&str> = (0..first.len()).map(|at| first.text(at)).collect();
    tell(&headings, told);
    for row in table.rows.iter().skip(1) {
        give(Own { headings: &headings, row }.draft(table.origin(row, None)), told);
    }
}

/// What such a table cannot hold, or holds for people alone.
fn tell(headings: &[&str], told: &mut Told) {
    told.tell(Done::Read, &Origin::whole(), "It is the table of a published archive, and was read as that.", "");
    for (name, why) in [
        ("address", "The address of a meeting's page follows from its id."),
        (
            "document_kinds",
            "The table tells the kinds of a meeting's documents together and not of each, so they are not read where there are several documents.",
        ),
        (
            "document_languages",
            "The table tells the languages of a meeting's documents together and not of each, so they are not read where there are several documents.",
        ),
        (
            "people",
            "The table tells office, organisation and part of a person in one bracket; all of it was read as the part.",
        ),
        ("sources", "Sources of the archive are told by title alone, and were not read; the file is the source."),
        ("places", "Of several places the table tells country and coordinates of the first alone."),
    ] {
        if let Some(at) = headings.iter().position(|of| *of == name) {
            let column = u32::try_from(at + 1).unwrap_or(1);
            told.tell(Done::LeftOut, &Origin::column(None, column), why, name).labelled(name);
        }
    }
    let why = "Texts on the series as a whole, chairmanships, gaps and where single fields come from are in no table.";
    told.tell(Done::LeftOut, &Origin::whole(), why, "");
}

struct Own<'a> {
    headings: &'a [&'a str],
    row: &'a Row,
}

impl Own<'_> {
    /// A text as it was before it was kept from looking like a formula.
    fn text(&self, name: &str) -> Option<String> {
        let at = self.headings.iter().position(|of| *of == name)?;
        let text = self.row.text(at);
        let text = text.strip_prefix('\'').unwrap_or(text);
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// The values of a cell with several, empty ones among them.
    fn values(&self, name: &str) -> Vec<String> {
        self.text(name).map(|text| cut(&text)).unwrap_or_default()
    }

    fn draft(&self, origin: Origin) -> Draft {
        let date = |name: &str| self.text(name).as_deref().and_then(PartialDate::parse_time);
        let mut draft = Draft {
            id: self.text("id"),
            title: self.text("title").unwrap_or_default(),
            language: self.text("language"),
            number: self.text("number").and_then(|number| number.parse().ok()),
            start: date("start"),
            end: date("end"),
            status: self.text("status"),
            venue: self.text("venue"),
            online: self.text("online"),
            format: self.text("format"),
            themes: self.values("themes"),
            topics: self.values("topics"),
            notes: self.values("notes"),
            quotes: self.values("quotes"),
            reference: self.text("reference"),
            formerly: self.values("formerly"),
            places: self.places(),
            people: self.people(),
            documents: self.documents(),
            ..Draft::default()
        };
        let translations = self.values("translations");
        let translation = |text: &String| text.split_once(": ").map(|(tag, title)| (tag.to_owned(), title.to_owned()));
        draft.translations = translations.iter().filter_map(translation).collect();
        let decisions = self.values("decisions");
        for (at, line) in self.values("agenda").into_iter().enumerate() {
            let (number, title) = numbered(&line);
            let decision = decisions.get(at).filter(|text| !text.is_empty()).cloned();
            draft.agenda.push(ItemDraft { number, title, decision, ..ItemDraft::default() });
        }
        let own = self.headings.iter().filter(|name| !is_one_of(READ, name));
        for name in own {
            let label = name.strip_prefix("facet-").unwrap_or(name).to_owned();
            let values = self.values(name);
            if !values.is_empty() {
                draft.rest.push(Rest { label, values, origin: origin.clone(), wish: Wish::Facet });
            }
        }
        draft.origin = origin;
        draft
    }

    fn places(&self) -> Vec<PlaceDraft> {
        let degrees = |name: &str| self.text(name).and_then(|text| text.parse::<f64>().ok());
        let Some(name) = self.text("place") else { return Vec::new() };
        let coordinates = degrees("latitude").zip(degrees("longitude"));
        let first = PlaceDraft { name, country: self.text("country"), coordinates, ..PlaceDraft::default() };
        let others = self.values("places").into_iter().skip(1).map(|name| PlaceDraft { name, ..PlaceDraft::default() });
        [first].into_iter().chain(others).collect()
    }

    fn people(&self) -> Vec<PersonDraft> {
        let (absent, excused) = (self.values("absent"), self.values("excused"));
        let person = |text: String| {
            let (name, about) = match text.strip_suffix(')').and_then(|text| text.split_once(" (")) {
                Some((name, about)) => (name.to_owned(), Some(about.to_owned())),
                None => (text, None),
            };
            let away =
                if absent.contains(&name) { Some("absent") } else { excused.contains(&name).then_some("excused") };
            let part = away.map(str::to_owned).or(about);
            PersonDraft { name, part, ..PersonDraft::default() }
        };
        self.values("people").into_iter().map(person).collect()
    }

    fn documents(&self) -> Vec<DocumentDraft> {
        let titles = self.values("documents");
        let is_one = titles.len() == 1;
        let each = |name: &str| {
            let values = self.values(name);
            move |at: usize| values.get(at).filter(|text| !text.is_empty()).cloned()
        };
        let (url, kind_of, size, hash) =
            (each("document_addresses"), each("document_types"), each("document_sizes"), each("document_sha256"));
        let (archived, seen, file) = (each("document_archived"), each("document_seen"), each("document_files"));
        let document = |(at, title): (usize, String)| DocumentDraft {
            title,
            kind: if is_one { self.values("document_kinds").into_iter().next() } else { None },
            languages: if is_one { self.values("document_languages") } else { Vec::new() },
            url: url(at),
            media_type: kind_of(at),
            size: size(at).and_then(|size| size.parse().ok()),
            sha256: hash(at),
            archived: archived(at),
            seen: seen(at),
            file: file(at),
            note: None,
        };
        titles.into_iter().enumerate().map(document).collect()
    }
}

/// The values of a cell: cut at a semicolon that a space follows; a space with a backslash before it, and a backslash doubled,
/// are a value's own.
fn cut(text: &str) -> Vec<String> {
    text.split("; ").map(|value| value.replace(";\\ ", "; ").replace("\\\\", "\\")).collect()
}

/// The number of an item of an agenda, if its line begins with one.
fn numbered(line: &str) -> (Option<String>, String) {
    match line.split_once(' ') {
        Some((number, title)) if number.starts_with(|char: char| char.is_ascii_digit()) => {
            (Some(number.to_owned()), title.to_owned())
        }
        _ => (None, line.to_owned()),
    }
}
