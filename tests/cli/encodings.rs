//! Files that are saved in another way, or that are something else, are named.

use super::check::File;

fn utf16(text: &str, is_big: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if is_big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

fn utf32(text: &str, is_big: bool) -> Vec<u8> {
    let units = text.chars().map(u32::from);
    units.flat_map(|unit| if is_big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

/// A dataset with a title in a language.
fn dataset(language: &str, title: &str) -> String {
    format!("{{\n  \"version\": 1, \"language\": \"{language}\",\n  \"title\": \"{title}\", \"meetings\": []\n}}\n")
}

/// A text in which each letter beyond ASCII becomes one byte.
fn single(text: &str, letters: &[(char, u8)]) -> Vec<u8> {
    let byte = |char: char| letters.iter().find(|(letter, _)| *letter == char).map_or(char as u8, |(_, byte)| *byte);
    text.chars().map(byte).collect()
}

#[track_caller]
fn refused(name: &str, content: &[u8]) -> String {
    let file = File::new(name, content);
    let (code, told, why) = file.checked(&[]);
    assert_eq!((code, told.as_str()), (1, ""), "{why}");
    let (code, listed, _) = file.checked(&["--format=json"]);
    let listed: Vec<serde_json::Value> = serde_json::from_str(&listed).unwrap();
    assert_eq!((code, listed.len()), (1, 1));
    assert_eq!(format!("FILE: {}\n", listed[0]["message"].as_str().unwrap()), why);
    assert!(listed[0]["line"].is_u64() && listed[0]["column"].is_u64());
    why
}

#[test]
fn a_mark_before_the_text_is_passed_over() {
    let marked = format!("\u{feff}{}", dataset("nb", "Møte"));
    let (code, told, _) = File::new("mark.json", &marked).checked(&[]);
    assert_eq!((code, told.as_str()), (0, "FILE: no problem found.\n"));
    // A browser may keep it as well.
    let archive = meetings::core::archive::Archive::read(&marked).unwrap();
    assert_eq!((archive.dataset.title.as_str(), archive.problems.len()), ("Møte", 0));
    let faulty = marked.replace("nb", "not a tag").replace("{\n", "{");
    let (_, told, _) = File::new("mark-faulty.json", &faulty).checked(&[]);
    assert!(told.contains("FILE:1:30\n"), "{told}");
}

#[test]
fn unicode_in_wider_units_is_named_with_and_without_a_mark() {
    let text = dataset("nb", "Møte");
    for (name, bytes) in [
        ("UTF-16LE", utf16(&text, false)),
        ("UTF-16BE", utf16(&text, true)),
        ("UTF-16LE", utf16(&format!("\u{feff}{text}"), false)),
        ("UTF-16BE", utf16(&format!("\u{feff}{text}"), true)),
        ("UTF-32LE", utf32(&text, false)),
        ("UTF-32BE", utf32(&text, true)),
        ("UTF-32LE", utf32(&format!("\u{feff}{text}"), false)),
        ("UTF-32BE", utf32(&format!("\u{feff}{text}"), true)),
    ] {
        let why = refused("wide.json", &bytes);
        let start = format!(
            "FILE: is {name} and not UTF-8 text; save it as UTF-8: in an editor choose “Save with encoding” and UTF-8."
        );
        assert_eq!(why.trim_end(), start);
    }
}

#[test]
fn a_single_byte_encoding_is_named_with_the_place_and_what_it_reads() {
    let western = [('ø', 0xF8), ('Ø', 0xD8), ('å', 0xE5), ('ö', 0xF6), ('é', 0xE9), ('–', 0x96)];
    let cyrillic: Vec<(char, u8)> = ('А'..='я').zip(0xC0..=0xFF).collect();
    let koi8 = "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ";
    let koi8: Vec<(char, u8)> = koi8.chars().zip(0xC0..=0xFF).collect();
    for (language, title, letters, encoding, column) in [
        ("nb", "Møte i Bodø", &western[..], "windows-1252", 14),
        ("en", "Møte i Bodø", &western, "windows-1252", 14),
        ("sv", "Möte i Luleå", &western, "windows-1252", 14),
        ("en", "The café – a talk", &western, "windows-1252", 20),
        ("ru", "Встреча в Мурманске", &cyrillic, "windows-1251", 13),
        ("en", "Встреча в Мурманске", &cyrillic, "windows-1251", 13),
        ("ru", "Встреча в Мурманске", &koi8, "KOI8-U", 13),
    ] {
        let why = refused("single.json", &single(&dataset(language, title), letters));
        let byte = letters
            .iter()
            .find(|(letter, _)| {
                title.contains(*letter) && title.chars().position(|char| char == *letter) == Some(column - 13)
            })
            .unwrap()
            .1;
        let expected = format!(
            "FILE: is not UTF-8 text from line 3, column {column} on, where the byte {byte:02X} stands; it seems to be {encoding}, in which it reads “{title}”; save it as UTF-8: in an editor choose “Save with encoding” and UTF-8."
        );
        assert_eq!(why.trim_end(), expected);
    }
}

#[test]
fn a_letter_from_elsewhere_and_a_cut_are_told_apart() {
    let mut mixed = dataset("nb", "Møte på båten i Bodø").into_bytes();
    let at = mixed.len() - 10;
    mixed.splice(at..at, [0xE5]);
    assert!(refused("mixed.json", &mixed).starts_with("FILE: is UTF-8 text but for the byte E5 at line 3, column "));
    mixed.splice(at..at, *b"\xE5 \xE6");
    assert!(
        refused("mixed2.json", &mixed)
            .contains("but for 3 places that were put in from elsewhere, the first the byte E5")
    );
    let cut = "{\"version\": 1, \"title\": \"Mø".as_bytes();
    let why = refused("cut.json", &cut[..cut.len() - 1]);
    assert_eq!(
        why,
        "FILE: is not UTF-8 text: it is cut off within its last letter, at line 1, column 27; fetch it again.\n"
    );
}

#[test]
fn what_is_something_else_is_named() {
    let workbook = b"PK\x03\x04......[Content_Types].xml....xl/workbook.xml";
    for (content, said) in [
        (&b""[..], "is empty"),
        (b" \r\n", "is empty"),
        (b"\xEF\xBB\xBF", "is empty"),
        (b"<!DOCTYPE html><title>Not found</title>", "is a web page (HTML)"),
        (b"\n<html lang=\"en\">", "is a web page (HTML)"),
        (b"<?xml version=\"1.0\"?><feed/>", "is XML"),
        (b"id;title;start\n1;A;2001\n", "is a table (CSV)"),
        (b"\"id\",\"title\"\r\n\"1\",\"A, B\"\r\n", "is a table (CSV)"),
        (workbook, "is a workbook (XLSX or ODS)"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "is a workbook"),
        (b"PK\x03\x04....data/meetings.json", "is a ZIP archive; unpack it"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "is a file of an old office program"),
        (b"%PDF-1.7\n\xE2\xE3", "is a PDF"),
        (b"\x1F\x8B\x08\x00", "is compressed (GZIP)"),
        (b"\x89PNG\r\n\x1A\n\0\0", "is not text"),
    ] {
        let why = refused("else", content);
        assert!(why.starts_with(&format!("FILE: {said}")), "{why}");
    }
}
