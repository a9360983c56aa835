//! What a file is that is no text of a dataset: people take the wrong file, or save the right one in another way.

/// What the bytes of a file are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotText {
    /// Nothing, or nothing but white space.
    Empty,
    /// A web page.
    Html,
    /// Another text of elements.
    Xml,
    /// Rows of values with a sign between them.
    Table,
    /// A workbook of tables.
    Workbook,
    /// Another archive of files.
    Zip,
    /// A file of an office program of long ago.
    Office,
    /// Pages to print.
    Pdf,
    /// A single file made small.
    Compressed,
    /// Not text at all.
    Binary,
    /// Unicode in units of two or four bytes; the name of the encoding.
    Wide(&'static str),
    /// Not UTF-8 from a place on.
    NotUtf8(Broken),
}

/// Where a text is no UTF-8, and why that is likely so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The line of the first byte that is at fault, from 1.
    pub line: usize,
    /// Its column, from 1.
    pub column: usize,
    /// The byte.
    pub byte: u8,
    /// Why.
    pub why: Why,
}

/// Why a text is likely no UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It ends within a letter.
    CutOff,
    /// It is UTF-8 but for so many places.
    Mixed(usize),
    /// It is in another encoding: its name, and what the line then reads.
    Encoded(String, String),
}

/// What a file is that cannot be read as UTF-8 text, or seems to be text and is not; `guess` names a likely encoding and
/// what a line of bytes reads in it.
pub fn not_text(bytes: &[u8], guess: impl Fn(&[u8], &[u8]) -> (String, String)) -> Option<NotText> {
    if let Some(what) = by_its_beginning(bytes) {
        return Some(what);
    }
    let error = std::str::from_utf8(bytes).err()?;
    let (sound, rest) = bytes.split_at(error.valid_up_to());
    if bytes.contains(&0) {
        return Some(NotText::Binary);
    }
    let start = sound.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let line = 1 + sound.iter().filter(|byte| **byte == b'\n').count();
    let column = 1 + letters(&sound[start..]);
    let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
    let whole_line = &bytes[start..sound.len() + end];
    let why = match error.error_len() {
        None => Why::CutOff,
        Some(_) => mixed(bytes).unwrap_or_else(|| {
            let (name, line) = guess(bytes, around(whole_line, sound.len() - start));
            Why::Encoded(name, line)
        }),
    };
    Some(NotText::NotUtf8(Broken { line, column, byte: rest.first().copied().unwrap_or_default(), why }))
}

/// The number of signs in bytes of UTF-8.
fn letters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

/// A piece of a line around a place.
fn around(line: &[u8], at: usize) -> &[u8] {
    let is_quote = |byte: &u8| *byte == b'"';
    let (before, after) = line.split_at(at);
    let start = before.iter().rposition(is_quote).map_or(0, |at| at + 1).max(at.saturating_sub(30));
    let end = at + after.iter().position(is_quote).unwrap_or(after.len()).min(30);
    &line[start..end]
}

/// Whether most that is beyond ASCII is UTF-8.
fn mixed(bytes: &[u8]) -> Option<Why> {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|char| !char.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    (sound >= broken).then_some(Why::Mixed(broken))
}

/// What a file is by its first bytes, which many kinds of file have for that.
fn by_its_beginning(bytes: &[u8]) -> Option<NotText> {
    let has = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
    Some(match bytes {
        _ if bytes.iter().all(u8::is_ascii_whitespace) || bytes == b"\xEF\xBB\xBF" => NotText::Empty,
        [0xFF, 0xFE, 0, 0, ..] => NotText::Wide("UTF-32LE"),
        [0, 0, 0xFE, 0xFF, ..] => NotText::Wide("UTF-32BE"),
        [0xFF, 0xFE, ..] => NotText::Wide("UTF-16LE"),
        [0xFE, 0xFF, ..] => NotText::Wide("UTF-16BE"),
        [b'P', b'K', 3, 4, ..] if has(b"xl/workbook.xml") || has(b"opendocument.spreadsheet") => NotText::Workbook,
        [b'P', b'K', 3 | 5, 4 | 6, ..] => NotText::Zip,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => NotText::Office,
        [0x1F, 0x8B, ..] => NotText::Compressed,
        [b'%', b'P', b'D', b'F', ..] => NotText::Pdf,
        // Every dataset begins with two signs of ASCII, so that zeros tell the units.
        [first, 0, 0, 0, ..] if *first != 0 => NotText::Wide("UTF-32LE"),
        [0, 0, 0, last, ..] if *last != 0 => NotText::Wide("UTF-32BE"),
        [first, 0, third, 0, ..] if *first != 0 && *third != 0 => NotText::Wide("UTF-16LE"),
        [0, second, 0, fourth, ..] if *second != 0 && *fourth != 0 => NotText::Wide("UTF-16BE"),
        _ => return None,
    })
}

/// What a text is that is no JSON; none where that cannot be told.
pub fn other_text(text: &str) -> Option<NotText> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.starts_with('<') {
        let beginning: String = text.chars().take(2_000).collect::<String>().to_ascii_lowercase();
        let is_html = ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| beginning.contains(tag));
        return Some(if is_html { NotText::Html } else { NotText::Xml });
    }
    let mut lines = text.lines().take(2);
    let (header, row) = (lines.next()?, lines.next().unwrap_or_default());
    let is_json = text.starts_with(['{', '[']);
    let count = |line: &str, sign: char| line.matches(sign).count();
    let is_between = |sign: &char| count(header, *sign) > 0 && count(row, *sign) >= count(header, *sign);
    let is_table = !is_json && [',', ';', '\t'].iter().any(is_between);
    is_table.then_some(NotText::Table)
}
