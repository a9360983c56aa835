//! The content lines of a calendar, with the lines of the file that they stand on.

use calcard::icalendar::{ICalendarEntry, ICalendarParameterName, ICalendarValue, Uri};
use calcard::{Entry, Parser};

use crate::import::origin::Origin;

/// The most bytes of a property that is read.
const HUGE: usize = 1 << 20;

/// A content line: a property as it stands in the file, with its folds.
#[derive(Debug, Clone, Copy)]
pub struct Content<'a> {
    /// The number of its first line, from 1.
    pub line: u32,
    /// Its lines.
    pub text: &'a str,
    /// How many of its lines are no folds of it, but text that should have been folded.
    pub stray: u32,
}

/// The content lines of a text, one after another. Blank lines are passed over. A line that begins like no property goes on
/// with the text above it: some programs do not fold what they break.
pub fn contents(text: &str) -> impl Iterator<Item = Content<'_>> {
    let mut lines = (1_u32..).zip(text.split_inclusive('\n')).scan(0_usize, |end, (number, line)| {
        let start = *end;
        *end += line.len();
        Some((number, start, line))
    });
    let mut next = lines.next();
    std::iter::from_fn(move || {
        while next.is_some_and(|(_, _, line)| line.trim().is_empty()) {
            next = lines.next();
        }
        let (number, start, first) = next?;
        let (mut end, mut stray, mut last) = (start + first.len(), 0, first);
        let is_quoted = is_quoted_printable(first);
        // Only where people write several lines.
        let has_lines = ["DESCRIPTION", "COMMENT", "LOCATION", "X-"]
            .iter()
            .any(|word| first.get(..word.len()).is_some_and(|of| of.eq_ignore_ascii_case(word)));
        next = lines.next();
        while let Some((_, at, line)) = next {
            let goes_on = line.starts_with([' ', '\t']) && !line.trim().is_empty();
            let is_soft = is_quoted && last.trim_end_matches(['\r', '\n']).ends_with('=');
            let is_stray = has_lines && !goes_on && !is_soft && !line.trim().is_empty() && !begins_property(line);
            if !goes_on && !is_soft && !is_stray {
                break;
            }
            stray += u32::from(is_stray);
            (end, last) = (at + line.len(), line);
            next = lines.next();
        }
        Some(Content { line: number, text: text.get(start..end)?, stray })
    })
}

fn is_quoted_printable(line: &str) -> bool {
    let head = line.split(':').next().unwrap_or_default();
    head.to_ascii_uppercase().contains("QUOTED-PRINTABLE")
}

/// Whether a line begins with the name of a property: one in capitals, or one that every event has. `http:` begins none.
fn begins_property(line: &str) -> bool {
    const USUAL: [&str; 10] =
        ["begin", "end", "uid", "summary", "dtstart", "dtend", "dtstamp", "description", "location", "rrule"];
    let name = line.split([';', ':']).next().unwrap_or_default();
    let is_capital = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-';
    let is_name = !name.is_empty() && name.len() < line.trim_end().len() && name.bytes().all(is_capital);
    is_name || USUAL.iter().any(|usual| usual.eq_ignore_ascii_case(name))
}

impl<'a> Content<'a> {
    /// The name of the property, as it is written.
    pub fn name(&self) -> &'a str {
        self.text.split([';', ':', '\n', '\r']).next().unwrap_or_default().trim()
    }

    /// The name of the component that it begins or ends.
    pub fn bracket(&self) -> &'a str {
        self.text.split([':', '\n', '\r']).nth(1).unwrap_or_default().trim()
    }

    /// Whether it is the property of this name.
    pub fn is(&self, name: &str) -> bool {
        self.name().eq_ignore_ascii_case(name)
    }

    /// The value as it is written, without folds.
    pub fn value(&self) -> String {
        let line = self.unfolded();
        let mut is_quoted = false;
        let colon = line.char_indices().find(|(_, char)| {
            is_quoted ^= *char == '"';
            *char == ':' && !is_quoted
        });
        colon.map(|(at, _)| line[at + 1..].trim().to_owned()).unwrap_or_default()
    }

    /// Its lines as one.
    fn unfolded(&self) -> String {
        let mut unfolded = String::with_capacity(self.text.len());
        for line in self.text.split('\n').map(|line| line.trim_end_matches('\r')) {
            match line.strip_prefix([' ', '\t']) {
                Some(rest) if !unfolded.is_empty() => unfolded.push_str(rest),
                _ if unfolded.is_empty() => unfolded.push_str(line),
                // A line that should have been a fold: a line of a text.
                _ if !line.is_empty() && !is_quoted_printable(&unfolded) => {
                    unfolded.push_str("\\n");
                    unfolded.push_str(line);
                }
                _ if !line.is_empty() => {
                    unfolded.push('\n');
                    unfolded.push_str(line);
                }
                _ => {}
            }
        }
        unfolded
    }

    /// Where it stands.
    pub fn origin(&self) -> Origin {
        Origin::line(self.line)
    }

    /// Whether it is longer than any text of a meeting: files stand in calendars.
    pub fn is_huge(&self) -> bool {
        self.text.len() > HUGE
    }

    /// It as a property, with its parameters and values. `None` where it is none, or huge.
    pub fn property(&self) -> Option<Property> {
        if self.is_huge() {
            return None;
        }
        let text = format!("BEGIN:VEVENT\n{}\nEND:VEVENT\n", self.unfolded());
        let Entry::ICalendar(calendar) = Parser::new(&text).entry() else { return None };
        let entry = calendar.components.into_iter().next()?.entries.into_iter().next()?;
        Some(Property { name: self.name().to_ascii_uppercase(), entry, value: self.value(), origin: self.origin() })
    }
}

/// A property of a component.
#[derive(Debug)]
pub struct Property {
    /// Its name in capitals.
    pub name: String,
    /// Its value as it is written, without folds.
    pub value: String,
    /// Where it stands.
    pub origin: Origin,
    entry: ICalendarEntry,
}

impl Property {
    /// Its values as texts, without what the format escapes.
    pub fn texts(&self) -> Vec<String> {
        let text = |value: &ICalendarValue| match value {
            ICalendarValue::Text(text) | ICalendarValue::Uri(Uri::Location(text)) => Some(text.clone()),
            _ => None,
        };
        self.entry.values.iter().filter_map(text).filter(|text| !text.trim().is_empty()).collect()
    }

    /// Its value as one text. A list is told as it is written, and so is what is no text.
    pub fn text(&self) -> String {
        match &self.texts()[..] {
            [] => self.value.clone(),
            [text] => text.clone(),
            texts => texts.join(", "),
        }
    }

    /// Whether its value is no text but a file.
    pub fn is_binary(&self) -> bool {
        let is_data =
            |value: &ICalendarValue| matches!(value, ICalendarValue::Binary(_) | ICalendarValue::Uri(Uri::Data(_)));
        self.entry.values.iter().any(is_data) || self.has_parameter_value("BINARY")
    }

    /// A parameter by its name in capitals.
    pub fn parameter(&self, name: &str) -> Option<String> {
        let named = self.entry.params.iter().find(|parameter| is_named(&parameter.name, name))?;
        let text = match named.value.as_text() {
            Some(text) => text.to_owned(),
            None => match &named.value {
                calcard::icalendar::ICalendarParameterValue::Uri(Uri::Location(text)) => text.clone(),
                calcard::icalendar::ICalendarParameterValue::Integer(number) => number.to_string(),
                _ => return None,
            },
        };
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    fn has_parameter_value(&self, value: &str) -> bool {
        self.parameter("VALUE").is_some_and(|of| of.eq_ignore_ascii_case(value))
    }
}

fn is_named(of: &ICalendarParameterName, name: &str) -> bool {
    of.as_str().eq_ignore_ascii_case(name)
}
