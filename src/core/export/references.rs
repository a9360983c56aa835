//! Meetings as references, for those who cite them: BibTeX, RIS and CSL-JSON.
//!
//! The crate that writes BibTeX (biblatex 0.12) writes `~`, `^` and `\` as commands that mean other things to LaTeX,
//! so the few lines that are needed stand here.

use serde_json::{Value, json};

use crate::core::address::base::Home;
use crate::core::address::route::Route;
use crate::core::archive::names::Names;
use crate::core::archive::{Archive, Meeting};
use crate::core::text::date::PartialDate;

/// What a reference tells of a meeting.
struct Reference<'a> {
    meeting: &'a Meeting,
    title: &'a str,
    archive: &'a str,
    /// Who publishes the archive.
    publisher: Option<&'a str>,
    place: Option<String>,
    themes: Vec<&'a str>,
    address: Option<String>,
    /// The language of the title, where it tells one.
    language: Option<&'a str>,
    /// When it was held.
    held: String,
    /// That it was not held, or not yet, and when it was to be, in its place.
    status: Option<String>,
}

impl<'a> Reference<'a> {
    fn new(archive: &'a Archive, meeting: &'a Meeting, home: Home, names: &Names) -> Self {
        let themes = archive.themes_of(meeting);
        Self {
            meeting,
            title: &meeting.record.title,
            archive: &archive.dataset.title,
            publisher: archive.dataset.publisher.as_ref().map(|publisher| publisher.name.as_str()),
            place: Some(archive.places_of(meeting).map(names.place).collect::<Vec<_>>().join("; "))
                .filter(|text| !text.is_empty()),
            themes: themes.map(|theme| theme.label.as_str()).collect(),
            address: home.address(&Route::Meeting(meeting.record.id.clone())),
            language: meeting.record.language.as_deref(),
            held: (names.held)(meeting.when),
            status: status(meeting, names),
        }
    }

    /// When it was held, unless it was not.
    fn note(&self) -> &str {
        self.status.as_ref().unwrap_or(&self.held)
    }

    fn id(&self) -> &str {
        &self.meeting.record.id
    }

    /// These formats have no time of day; the note tells it.
    fn start(&self) -> PartialDate {
        self.meeting.when.start.without_time()
    }
}

fn status(meeting: &Meeting, names: &Names) -> Option<String> {
    let status = meeting.record.unusual_status()?;
    Some(format!("{}: {}", (names.word)(status)?, (names.when)(meeting.when)))
}

fn each(
    archive: &Archive,
    meetings: &[&Meeting],
    home: Home,
    names: &Names,
    write: fn(&Reference) -> String,
) -> String {
    meetings.iter().map(|meeting| write(&Reference::new(archive, meeting, home, names))).collect()
}

/// The months as BibTeX abbreviates them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// References for BibTeX, in UTF-8.
pub fn bibtex(archive: &Archive, meetings: &[&Meeting], home: Home, names: &Names) -> String {
    each(archive, meetings, home, names, |reference| {
        // A second pair of braces keeps the capitals of a title as they are.
        let mut fields = vec![("title", format!("{{{{{}}}}}", latex(reference.title)))];
        let mut text = |name, value: String| fields.push((name, format!("{{{value}}}")));
        text("series", latex(reference.archive));
        if let Some(publisher) = reference.publisher {
            text("publisher", one(&latex(publisher), " and "));
        }
        if let Some(place) = &reference.place {
            text("address", one(&latex(place), " and "));
        }
        if !reference.themes.is_empty() {
            let themes = reference.themes.iter().map(|theme| one(&latex(theme), ","));
            text("keywords", themes.collect::<Vec<_>>().join(", "));
        }
        text("year", format!("{:04}", reference.start().year()));
        text("note", latex(reference.note()));
        if let Some(language) = reference.language {
            text("language", latex(language));
        }
        let month = usize::from(reference.start().first_day().month().unsigned_abs());
        if let (false, Some(month)) = (matches!(reference.start(), PartialDate::Year(_)), MONTHS.get(month - 1)) {
            fields.push(("month", (*month).to_owned()));
        }
        if let Some(address) = &reference.address {
            fields.push(("url", format!("{{{address}}}")));
        }
        let fields: String = fields.into_iter().map(|(name, value)| format!("  {name} = {value},\n")).collect();
        format!("@misc{{{},\n{fields}}}\n\n", reference.id())
    })
}

/// An item of a list in which `separator` stands between two: within an item braces hide it (biblatex manual, "Data types").
fn one(item: &str, separator: &str) -> String {
    if item.to_ascii_lowercase().contains(separator) { format!("{{{item}}}") } else { item.to_owned() }
}

/// A text as LaTeX reads it, on one line: a blank line would end the paragraph, and within a title the whole run.
fn latex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in one_line(text).chars() {
        match char {
            '&' | '%' | '$' | '#' | '_' => escaped.extend(['\\', char]),
            // BibTeX counts braces, also behind a backslash.
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '\\' => escaped.push_str("\\textbackslash{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            char => escaped.push(char),
        }
    }
    escaped
}

/// References in the RIS format, in UTF-8.
pub fn ris(archive: &Archive, meetings: &[&Meeting], home: Home, names: &Names) -> String {
    each(archive, meetings, home, names, |reference| {
        let mut text = String::new();
        let mut field = |tag: &str, value: &str| text.push_str(&format!("{tag}  - {}\r\n", one_line(value)));
        // "Conference proceedings" is the nearest type there is to a meeting.
        field("TY", "CONF");
        field("ID", reference.id());
        field("TI", reference.title);
        field("T2", reference.archive);
        if let Some(publisher) = reference.publisher {
            field("PB", publisher);
        }
        field("PY", &format!("{:04}", reference.start().year()));
        // RIS separates year, month and day by slashes and keeps all three.
        let mut date = reference.start().to_string().replace('-', "/");
        date.push_str(match reference.start() {
            PartialDate::Time(..) | PartialDate::Day(_) => "/",
            PartialDate::Month(_) => "//",
            PartialDate::Year(_) => "///",
        });
        field("DA", &date);
        if let Some(place) = &reference.place {
            field("CY", place);
        }
        for theme in &reference.themes {
            field("KW", theme);
        }
        field("N1", reference.note());
        if let Some(language) = reference.language {
            field("LA", language);
        }
        if let Some(address) = &reference.address {
            field("UR", address);
        }
        field("ER", "");
        text.push_str("\r\n");
        text
    })
}

/// A text on one line.
fn one_line(text: &str) -> String {
    let lines = text.split(['\r', '\n', '\u{2028}', '\u{2029}']).map(str::trim);
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// References in CSL-JSON (Citation Style Language 1.0.2, type `event`).
pub fn csl(archive: &Archive, meetings: &[&Meeting], home: Home, names: &Names) -> String {
    let references: Vec<Value> = meetings
        .iter()
        .map(|meeting| {
            let reference = Reference::new(archive, meeting, home, names);
            let parts = |date: PartialDate| {
                let parts = date.to_string();
                parts.split('-').filter_map(|part| part.parse::<u16>().ok()).collect::<Vec<_>>()
            };
            let end = meeting.when.end.map(PartialDate::without_time).filter(|end| *end != reference.start());
            let span: Vec<_> = [Some(reference.start()), end].into_iter().flatten().map(parts).collect();
            let mut fields = json!({
                "id": reference.id(),
                "type": "event",
                "title": reference.title,
                "container-title": reference.archive,
                "issued": {"date-parts": span},
                "event-date": {"date-parts": span},
            });
            if let Some(publisher) = reference.publisher {
                fields["publisher"] = publisher.into();
            }
            if let Some(place) = &reference.place {
                fields["event-place"] = place.as_str().into();
            }
            if let Some(language) = reference.language {
                fields["language"] = language.into();
            }
            if let Some(status) = &reference.status {
                fields["note"] = status.as_str().into();
            }
            if !reference.themes.is_empty() {
                // The format has one text for all of them; who wants them apart finds them as they are in its own field.
                let has_comma = reference.themes.iter().any(|theme| theme.contains(','));
                fields["keyword"] = reference.themes.join(if has_comma { "; " } else { ", " }).into();
                fields["custom"] = json!({"keywords": reference.themes});
            }
            if let Some(address) = &reference.address {
                fields["URL"] = address.as_str().into();
            }
            fields
        })
        .collect();
    format!("{:#}\n", Value::from(references))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_latex_would_take_for_a_command_is_escaped() {
        assert_eq!(
            latex("50 % of R&D_{x} ~ ^ \\ #1 $ Ø"),
            "50 \\% of R\\&D\\_\\textbraceleft{}x\\textbraceright{} \\textasciitilde{} \\textasciicircum{} \\textbackslash{} \\#1 \\$ Ø"
        );
    }
}
