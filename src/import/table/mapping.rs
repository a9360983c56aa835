//! The mapping that was found, as a small file that a keeper corrects, and what one says that stands there.

use std::fmt::Write;

use toml::de::{DeTable, DeValue};

use crate::import::fault::Fault;
use crate::import::piece::DayOrder;
use crate::import::table::plan::{Plan, place};
use crate::import::table::role::{OUT, Role, WORDS};

/// What a keeper wrote of one table.
#[derive(Debug, Clone, Default)]
pub struct Mapped {
    /// The file.
    pub file: String,
    /// The sheet, empty where the file has none.
    pub sheet: String,
    /// The row of the headings and how many they take.
    pub header: Option<(u32, u32)>,
    /// The order of day and month.
    pub dates: Option<DayOrder>,
    /// Whether it is not read.
    pub is_left_out: bool,
    /// What columns are, by their letters or their names.
    pub columns: Vec<(String, Role)>,
    /// The sign between several values of a column.
    pub cuts: Vec<(String, char)>,
}

impl DayOrder {
    /// The word for it in a call and a mapping.
    pub fn word(self) -> &'static str {
        match self {
            Self::Dmy => "dmy",
            Self::Mdy => "mdy",
            Self::Ymd => "ymd",
        }
    }

    /// What a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Dmy, Self::Mdy, Self::Ymd].into_iter().find(|order| order.word() == word.trim().to_lowercase())
    }
}

/// Reads what a keeper wrote.
///
/// # Errors
/// Where it is no TOML, or says what cannot be meant.
pub fn read(text: &str) -> Result<Vec<Mapped>, Fault> {
    let syntax = |error: toml::de::Error| {
        let line =
            1 + text.bytes().take(error.span().map_or(0, |span| span.start)).filter(|byte| *byte == b'\n').count();
        let message = error.message().lines().collect::<Vec<_>>().join(", ");
        Fault::Mapping(format!("line {line} is not TOML as it stands: {message}."))
    };
    let toml = DeTable::parse(text).map_err(syntax)?;
    let Some(tables) = toml.get_ref().get("table").and_then(|tables| tables.get_ref().as_array()) else {
        return Ok(Vec::new());
    };
    tables.iter().filter_map(|table| table.get_ref().as_table()).map(read_table).collect()
}

fn read_table(toml: &DeTable) -> Result<Mapped, Fault> {
    let value = |key: &str| toml.get(key).map(|value| value.get_ref());
    let text = |key: &str| value(key).and_then(DeValue::as_str).unwrap_or_default().to_owned();
    let mut mapped = Mapped { file: text("file"), sheet: text("sheet"), ..Mapped::default() };
    mapped.is_left_out = value("read").and_then(DeValue::as_bool) == Some(false);
    let whole = |value: &DeValue| value.as_integer().and_then(|number| number.as_str().parse::<u32>().ok());
    mapped.header = match value("header") {
        Some(DeValue::Array(rows)) => {
            let first = rows.iter().next().and_then(|row| whole(row.get_ref()));
            first.map(|row| (row, u32::try_from(rows.len()).unwrap_or(1)))
        }
        Some(row) => whole(row).map(|row| (row, 1)),
        None => None,
    };
    if let Some(dates) = value("dates") {
        let order = dates.as_str().and_then(DayOrder::from_word);
        mapped.dates = Some(order.ok_or_else(|| Fault::Mapping("“dates” is dmy, mdy or ymd.".to_owned()))?);
    }
    for (key, word) in entries(toml, "columns") {
        let role = Role::from_word(&word).ok_or_else(|| {
            let known: Vec<&str> = WORDS.iter().map(|(_, word)| *word).chain([OUT]).collect();
            Fault::Mapping(format!("“{key}” is “{word}”, and can be one of: {}.", known.join(", ")))
        })?;
        mapped.columns.push((key, role));
    }
    for (key, sign) in entries(toml, "between") {
        mapped.cuts.extend(sign.chars().next().map(|sign| (key, sign)));
    }
    Ok(mapped)
}

/// The texts of a table within another, by their keys.
fn entries(toml: &DeTable, name: &str) -> Vec<(String, String)> {
    let within = toml.get(name).and_then(|within| within.get_ref().as_table());
    let entry = |(key, value): (&toml::Spanned<std::borrow::Cow<str>>, &toml::Spanned<DeValue>)| {
        (key.get_ref().to_string(), value.get_ref().as_str().unwrap_or_default().to_owned())
    };
    within.into_iter().flatten().map(entry).collect()
}

/// What stands at the head of the file.
const HEAD: &str = "\
# What each column was taken for. Correct a line and run the import again: what stands here counts.
# Each line begins with the heading of a column, or its letters where that says too little; behind it stands its first value.
# A cell can have several values: write the sign between them below [table.between], as in: Themes = ';'
# A column can be one of:
";

/// The file of some tables.
pub fn written(plans: &[Plan]) -> String {
    let mut text = HEAD.to_owned();
    let words: Vec<&str> = WORDS.iter().map(|(_, word)| *word).chain([OUT]).collect();
    for line in words.chunks(9) {
        let _ = writeln!(text, "#   {}", line.join(", "));
    }
    for plan in plans {
        let _ = write!(text, "\n[[table]]\nfile = {}\n", quoted(&plan.file));
        if let Some(sheet) = &plan.sheet {
            let _ = writeln!(text, "sheet = {}", quoted(sheet));
        }
        if plan.is_left_out {
            let _ = writeln!(text, "read = false");
            continue;
        }
        match plan.header {
            Some((row, 1)) => _ = writeln!(text, "header = {row}  # the row of the headings"),
            Some((row, _)) => _ = writeln!(text, "header = [{row}, {}]  # the rows of the headings", row + 1),
            None => {}
        }
        if let Some(dates) = plan.dates {
            let _ = writeln!(text, "dates = \"{}\"  # the order of day and month: dmy, mdy or ymd", dates.word());
        }
        let keys = plan.keys();
        text.push_str("[table.columns]\n");
        for (at, column) in plan.columns.iter().enumerate() {
            let place = if plan.has_names { String::new() } else { format!("column {}: ", place(at)) };
            let comment = one_line(&format!("{place}{}", column.sample));
            let _ = writeln!(text, "{} = \"{}\"  # {comment}", key(keys.name(at)), column.role.word());
        }
        let cuts = plan.columns.iter().enumerate().filter_map(|(at, column)| Some((at, column.cut?)));
        let cuts: Vec<(usize, char)> = cuts.filter(|(_, sign)| *sign != crate::import::piece::BETWEEN).collect();
        if !cuts.is_empty() {
            text.push_str("[table.between]  # the sign between several values of a cell\n");
        }
        for (at, sign) in cuts {
            let _ = writeln!(text, "{} = {}", key(keys.name(at)), quoted(&sign.to_string()));
        }
    }
    text
}

/// A comment is one line, and no long one.
fn one_line(text: &str) -> String {
    let line: String = text.chars().map(|char| if char.is_control() { ' ' } else { char }).take(80).collect();
    line.trim().to_owned()
}

fn quoted(text: &str) -> String {
    // What JSON escapes in a text TOML escapes alike.
    serde_json::Value::from(text).to_string()
}

fn key(name: &str) -> String {
    let is_bare =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    if is_bare { name.to_owned() } else { quoted(name) }
}
