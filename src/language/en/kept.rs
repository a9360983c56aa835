//! What kept documents are and weigh, in English.

/// Media types that readers know by another name.
const TYPES: [(&str, &str); 24] = [
    ("application/epub+zip", "EPUB"),
    ("application/json", "JSON"),
    ("application/msword", "Word"),
    ("application/pdf", "PDF"),
    ("application/rtf", "RTF"),
    ("application/vnd.ms-excel", "Excel"),
    ("application/vnd.ms-powerpoint", "PowerPoint"),
    ("application/vnd.oasis.opendocument.presentation", "OpenDocument slides"),
    ("application/vnd.oasis.opendocument.spreadsheet", "OpenDocument table"),
    ("application/vnd.oasis.opendocument.text", "OpenDocument text"),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PowerPoint"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"),
    ("application/xml", "XML"),
    ("application/zip", "ZIP"),
    ("audio/mpeg", "sound (MP3)"),
    ("image/jpeg", "picture (JPEG)"),
    ("image/png", "picture (PNG)"),
    ("image/tiff", "picture (TIFF)"),
    ("text/csv", "CSV"),
    ("text/html", "web page"),
    ("text/plain", "plain text"),
    ("text/rtf", "RTF"),
    ("video/mp4", "film (MP4)"),
];

/// The units of size above the byte, each a thousand times the one before.
const UNITS: [&str; 4] = ["kB", "MB", "GB", "TB"];

/// A media type as readers know it; what few know, as it is.
pub fn media_type(media: &str) -> &str {
    let essence = media.split(';').next().unwrap_or(media).trim();
    TYPES.iter().find(|(of, _)| of.eq_ignore_ascii_case(essence)).map_or(essence, |(_, name)| name)
}

/// A size in bytes, with two digits at least: `840 bytes`, `1.4 MB`, `23 MB`.
pub fn size(bytes: f64) -> String {
    // A cast saturates; no size is below zero in a sound archive.
    let bytes = bytes.min(1e18) as u64;
    if bytes < 1000 {
        return if bytes == 1 { "1 byte".to_owned() } else { format!("{bytes} bytes") };
    }
    let mut unit = 1000;
    let mut names = UNITS.iter();
    let mut name = names.next().unwrap_or(&"");
    // What would be rounded to a thousand is one of the next unit.
    while (bytes + unit / 2) / unit >= 1000
        && let Some(next) = names.next()
    {
        (unit, name) = (unit * 1000, next);
    }
    let tenths = (bytes + unit / 20) / (unit / 10);
    match tenths {
        ..100 if !tenths.is_multiple_of(10) => format!("{}.{} {name}", tenths / 10, tenths % 10),
        _ => format!("{} {name}", (bytes + unit / 2) / unit),
    }
}

/// The name of a link to a document in another place, which begins with the words that are seen of it.
pub fn of_document(what: &str, title: &str) -> String {
    format!("{what}: {title}")
}

/// The name of a link to one of several documents of one title, which begins with what is seen of it.
pub fn one_of(title: &str, languages: &str, place: usize, count: usize) -> String {
    let languages = if languages.is_empty() { String::new() } else { format!(", {languages}") };
    format!("{title}{languages} ({place} of {count})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_have_the_names_that_readers_know() {
        assert_eq!(media_type("application/pdf"), "PDF");
        assert_eq!(media_type("Text/HTML; charset=utf-8"), "web page");
        assert_eq!(media_type("application/x-made-up"), "application/x-made-up");
    }

    #[test]
    fn sizes_are_told_in_thousands() {
        for (bytes, expected) in [
            (0.0, "0 bytes"),
            (1.0, "1 byte"),
            (999.0, "999 bytes"),
            (1000.0, "1 kB"),
            (1449.0, "1.4 kB"),
            (9949.0, "9.9 kB"),
            (9951.0, "10 kB"),
            (999_499.0, "999 kB"),
            (999_500.0, "1 MB"),
            (1_400_000.0, "1.4 MB"),
            (23_456_789.0, "23 MB"),
            (4e15, "4000 TB"),
        ] {
            assert_eq!(size(bytes), expected);
        }
    }
}
