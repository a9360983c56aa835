//! `site.toml`, in which a keeper may say beside a dataset how it is published: what stands there counts instead of what the
//! dataset says.

use std::borrow::Cow;
use std::io::{self, ErrorKind};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::cli::encoding::guess;
use crate::cli::lines::{Lines, Place};
use crate::cli::report::told_one;
use crate::core::archive::bytes::{NotText, not_text};
use crate::core::archive::json::{Fields, Json};
use crate::core::archive::tidy::is_passed_over;
use crate::core::text::distance::mistakes;
use crate::language::messages::list;

/// Its name.
pub const NAME: &str = "site.toml";

/// What can stand in it: fields of a dataset that say how it is published.
pub const KEYS: [&str; 10] =
    ["publisher", "licence", "contact", "logo", "accent", "links", "row", "columns", "people_pages", "facets"];

/// What cannot be meant in it, and where.
#[derive(Debug)]
pub struct Mistake {
    /// What that is.
    pub of: MistakeOf,
    /// Where it stands.
    pub place: Place,
    /// The same with the lines around the place, for a person, coloured.
    pub told: String,
}

/// What cannot be meant in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MistakeOf {
    /// It is no TOML; why.
    Syntax(String),
    /// A key that it does not have; with the nearest that it has.
    Key(String, Option<&'static str>),
}

impl fmt::Display for MistakeOf {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Syntax(why) => write!(formatter, "This is not TOML as it stands: {why}."),
            Self::Key(key, Some(meant)) => {
                write!(formatter, "“{key}” is no key of this file; write {meant}, if that is meant.")
            }
            Self::Key(key, None) => {
                write!(formatter, "“{key}” is no key of this file; it has {}.", list(&KEYS))
            }
        }
    }
}

/// Why it cannot be taken.
#[derive(Debug)]
pub enum Untaken {
    /// It cannot be read.
    File(io::Error),
    /// It is no text.
    NotText(NotText),
    /// What in it cannot be meant, in the order of its lines.
    Mistakes(Vec<Mistake>),
}

/// What stands beside a dataset.
#[derive(Debug, Clone, Default)]
pub struct SiteFile {
    /// Where it stands.
    pub path: PathBuf,
    /// What it says, as fields of the dataset; none where there is no such file.
    pub fields: Fields<'static>,
    /// Its text.
    pub text: String,
    /// Where each value stands in it, by its path as problems have it.
    spots: Vec<(String, Range<usize>)>,
}

impl SiteFile {
    /// Reads the file beside a dataset, if there is one.
    ///
    /// # Errors
    /// Where it cannot be read, is no TOML, or says what it has no word for.
    pub fn beside(dataset: &Path) -> Result<Self, (PathBuf, Untaken)> {
        let path = dataset.with_file_name(NAME);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            // A link that leads nowhere is one that was meant.
            Err(error) if error.kind() == ErrorKind::NotFound && fs::symlink_metadata(&path).is_err() => {
                return Ok(Self::default());
            }
            Err(error) => return Err((path, Untaken::File(error))),
        };
        match not_text(&bytes, guess) {
            // Who has written nothing yet, or put a sign before every line, has said nothing.
            None | Some(NotText::Empty) => {}
            Some(what) => return Err((path, Untaken::NotText(what))),
        }
        let text = String::from_utf8(bytes).unwrap_or_default();
        match Self::read(&text) {
            Ok(read) => Ok(Self { path, ..read }),
            Err(mistakes) => {
                let (file, lines) = (path.display().to_string(), Lines::new(&text));
                let placed = |(spot, of): (Range<usize>, MistakeOf)| Mistake {
                    place: lines.place(spot.start),
                    told: told_one(&of.to_string(), &file, &lines, spot),
                    of,
                };
                let mistakes = mistakes.into_iter().map(placed).collect();
                Err((path, Untaken::Mistakes(mistakes)))
            }
        }
    }

    /// The same of its text; or all that cannot be meant in it, in its order.
    fn read(text: &str) -> Result<Self, Vec<(Range<usize>, MistakeOf)>> {
        let (table, errors) = DeTable::parse_recoverable(text);
        let syntax = |error: &toml::de::Error| {
            let message = error.message().lines().collect::<Vec<_>>().join(", ");
            (error.span().unwrap_or_default(), MistakeOf::Syntax(message))
        };
        if !errors.is_empty() {
            return Err(errors.iter().map(syntax).collect());
        }
        let is_unknown = |key: &&Spanned<Cow<str>>| !KEYS.contains(&&**key.get_ref()) && !is_passed_over(key.get_ref());
        let unknown = table.get_ref().keys().filter(is_unknown);
        let unknown =
            unknown.map(|key| (key.span(), MistakeOf::Key(key.get_ref().to_string(), nearest(key.get_ref()))));
        let mut unknown: Vec<_> = unknown.collect();
        if !unknown.is_empty() {
            unknown.sort_by_key(|(spot, _)| spot.start);
            return Err(unknown);
        }
        let mut spots = Vec::new();
        let mut fields = fields(table.get_ref(), "", &mut spots);
        fields.retain(|(name, _)| !is_passed_over(name));
        Ok(Self { path: PathBuf::new(), fields, text: text.to_owned(), spots })
    }

    /// Where in its text the value with this path stands, or what it is a part of; none for what does not come from the file.
    /// A problem tells such a path ([`Problem::path`](crate::core::archive::problem::Problem)).
    pub fn spot(&self, path: &str) -> Option<Range<usize>> {
        let mut path = path;
        loop {
            if let Some((_, spot)) = self.spots.iter().find(|(of, _)| of == path) {
                return Some(spot.clone());
            }
            path = &path[..path.rfind(['.', '['])?];
        }
    }
}

/// The key that is probably meant.
fn nearest(key: &str) -> Option<&'static str> {
    let letters: Vec<char> = key.chars().collect();
    let nearest = KEYS.into_iter().map(|of| (mistakes(&letters, of), of)).min()?;
    (nearest.0 <= 3.min(key.len() / 2)).then_some(nearest.1)
}

/// The fields of a table in the order of the file, and where they stand.
fn fields(table: &DeTable, within: &str, spots: &mut Vec<(String, Range<usize>)>) -> Fields<'static> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    let mut fields = Fields::new();
    for (key, value) in entries {
        let path = if within.is_empty() { key.get_ref().to_string() } else { format!("{within}.{}", key.get_ref()) };
        spots.push((path.clone(), key.span()));
        fields.push((key.get_ref().to_string().into(), json(value.get_ref(), &path, spots)));
    }
    fields
}

/// A value as JSON has it. What JSON has no kind for is the text that it was written as.
fn json(value: &DeValue, path: &str, spots: &mut Vec<(String, Range<usize>)>) -> Json<'static> {
    let number = |text: &str| text.parse().ok().filter(|number: &f64| number.is_finite()).map(Json::Number);
    let text = |text: &dyn ToString| Json::Text(text.to_string().into());
    match value {
        DeValue::String(of) => text(of),
        DeValue::Boolean(flag) => Json::Bool(*flag),
        DeValue::Integer(of) if of.radix() == 10 => number(of.as_str()).unwrap_or_else(|| text(of)),
        DeValue::Integer(of) => text(of),
        DeValue::Float(of) => number(of.as_str()).unwrap_or_else(|| text(of)),
        DeValue::Datetime(of) => text(of),
        DeValue::Array(items) => {
            let mut list = Vec::new();
            for (index, item) in items.iter().enumerate() {
                let path = format!("{path}[{index}]");
                spots.push((path.clone(), item.span()));
                list.push(json(item.get_ref(), &path, spots));
            }
            Json::List(list)
        }
        DeValue::Table(table) => Json::Object(fields(table, path, spots)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# How it is published.\nlicence = \"CC-BY-4.0\"\naccent = [\n  \"#005ea5\",\n  \"#7ab8e8\",\n]\n\n\
        [publisher]\nname = \"Archive\"\n\n[[links]]\ntitle = \"A\"\nurl = \"https://a.example/\"\n\n[[links]]\ntitle = \"B\"\n\
        url = \"b\"\n\n[[facets]]\nkey = \"body\"\nshow = 5\nlabels.nb = \"Organ\"\n";

    #[test]
    fn what_it_says_are_fields_of_the_dataset_in_its_order() {
        let read = SiteFile::read(FILE).unwrap();
        let text = serde_json::to_string(&Json::Object(read.fields)).unwrap();
        assert_eq!(
            text,
            "{\"licence\":\"CC-BY-4.0\",\"accent\":[\"#005ea5\",\"#7ab8e8\"],\"publisher\":{\"name\":\"Archive\"},\
             \"links\":[{\"title\":\"A\",\"url\":\"https://a.example/\"},{\"title\":\"B\",\"url\":\"b\"}],\
             \"facets\":[{\"key\":\"body\",\"show\":5,\"labels\":{\"nb\":\"Organ\"}}]}"
        );
        assert!(SiteFile::read("# nothing\n").unwrap().fields.is_empty());
    }

    #[test]
    fn a_problem_is_found_on_the_line_of_its_value() {
        let read = SiteFile::read(FILE).unwrap();
        for (path, line) in [
            ("licence", Some(2)),
            ("accent", Some(3)),
            ("accent[1]", Some(5)),
            ("publisher.name", Some(9)),
            ("publisher.url", Some(8)),
            ("links[1].url", Some(17)),
            ("facets[0].labels.nb", Some(22)),
            ("facets[0].order", Some(19)),
            ("title", None),
            ("meetings[0].links[1].url", None),
        ] {
            let found = read.spot(path).map(|spot| 1 + FILE[..spot.start].matches('\n').count());
            assert_eq!(found, line, "{path}");
        }
    }

    #[test]
    fn what_cannot_be_meant_is_told_with_its_line() {
        let mistakes = |text: &str| {
            let found = SiteFile::read(text).map(drop).unwrap_err();
            found.into_iter().map(|(spot, of)| (Lines::new(text).place(spot.start).line, of)).collect::<Vec<_>>()
        };
        let key = |key: &str, nearest| MistakeOf::Key(key.to_owned(), nearest);
        assert_eq!(
            mistakes("licence = \"MIT\"\nlisence = 1\ntitle = \"T\"\n"),
            [(2, key("lisence", Some("licence"))), (3, key("title", None))]
        );
        for (text, line) in [
            ("licence = \"MIT\"\naccent = [\n", 2),
            ("licence = MIT\n", 1),
            ("licence = \"a\"\nlicence = \"b\"\n", 2),
            ("\n= 3", 2),
        ] {
            let found = mistakes(text);
            assert!(
                matches!(&found[0], (of, MistakeOf::Syntax(why)) if *of == line && !why.is_empty()),
                "{text}: {found:?}"
            );
        }
    }
}
