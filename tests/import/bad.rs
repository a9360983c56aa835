//! What goes wrong with files: each ends in a right import or in a clear message, and never in a panic.

use super::workbooks::{xlsx, zip};
use super::{Folder, all};

const HEAD: &str = "Date,Title,Link\n";

/// What a file must come to.
enum Ends {
    /// The titles of its meetings, and something that is told.
    Read(&'static str, &'static str),
    /// Nothing, and why.
    Refused(&'static str),
}
use Ends::{Read, Refused};

/// Holds what a file comes to.
fn held(kind: &str, file: &str, content: &[u8], ends: &Ends) {
    let folder = Folder::new(&format!("bad-{}", kind.replace(|char: char| !char.is_alphanumeric(), "-")));
    let (code, told, dataset) = folder.import(file, content, &[]);
    assert!(!told.contains("panicked"), "{kind}: {told}");
    let report = folder.text("meetings.json.import.csv");
    match ends {
        Read(titles, why) => {
            assert_eq!((code, all(&dataset, "/title").as_str()), (0, *titles), "{kind}: {told}");
            assert!(told.contains(why) || report.contains(why), "{kind}: {told}\n{report}");
        }
        Refused(why) => {
            assert_eq!(code, 1, "{kind}: {told}");
            assert!(told.contains(why), "{kind}: {told}");
            assert!(!folder.at("meetings.json").exists() && report.is_empty(), "{kind}");
        }
    }
}

fn row(title: &str) -> String {
    format!("{HEAD}2011-06-15,{title},\n")
}

fn wide(text: &str, mark: &[u8], bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    mark.iter().copied().chain(text.encode_utf16().flat_map(bytes)).collect()
}

#[test]
fn texts_in_all_encodings_and_broken_ones() {
    let nordic = row("Møte i Tromsø");
    let latin: Vec<u8> = nordic.chars().map(|char| char as u8).collect();
    for (kind, content, ends) in [
        ("UTF-8 with a mark", format!("\u{feff}{nordic}").into_bytes(), Read("Møte i Tromsø", "")),
        ("UTF-16 LE with a mark", wide(&nordic, &[0xFF, 0xFE], u16::to_le_bytes), Read("Møte i Tromsø", "UTF-16LE")),
        ("UTF-16 BE with a mark", wide(&nordic, &[0xFE, 0xFF], u16::to_be_bytes), Read("Møte i Tromsø", "UTF-16BE")),
        ("UTF-16 without a mark", wide(&nordic, &[], u16::to_le_bytes), Read("Møte i Tromsø", "UTF-16LE")),
        ("Windows-1252", latin, Read("Møte i Tromsø", "windows-1252")),
        (
            "a broken letter",
            [row("Møter").as_bytes(), b"2011-06-16,A\xE6,\n"].concat(),
            Read("Møter|A\u{fffd}", "A letter is broken"),
        ),
        ("carriage returns alone", nordic.replace('\n', "\r").into_bytes(), Read("Møte i Tromsø", "")),
        ("CRLF", nordic.replace('\n', "\r\n").into_bytes(), Read("Møte i Tromsø", "")),
        ("no last line end", nordic.trim_end().as_bytes().to_vec(), Read("Møte i Tromsø", "")),
        ("zeros in a title", row("A\0B").into_bytes(), Read("AB", "Signs that nobody sees")),
        ("nothing", Vec::new(), Refused("the file is empty")),
        ("white space", b" \n\n ".to_vec(), Refused("the file is empty")),
        ("binary", (0..=255).cycle().take(4096).collect(), Refused("no text")),
        ("headings alone", HEAD.as_bytes().to_vec(), Refused("no meeting")),
    ] {
        held(kind, "t.csv", &content, &ends);
    }
}

#[test]
fn tables_that_are_torn_or_strange() {
    for (kind, content, ends) in [
        ("a quoted line end", row("\"A\nB\""), Read("A B", "")),
        (
            "a mark never closed",
            format!("{HEAD}2011-06-15,\"A,\n2011-06-16,B,\n"),
            Refused("Row 2 on: a quotation mark"),
        ),
        ("a mark within", row("A 5\" pipe"), Read("A 5\" pipe", "")),
        (
            "rows of different lengths",
            format!("{HEAD}2011-06-15,A\n2011-06-16,B,https://b.example/,x,y\n"),
            Read("A|B", "Column E"),
        ),
        ("semicolons", "Date;Title\n2011-06-15;A, B\n".to_owned(), Read("A, B", "This sign stands between")),
        ("tabs", "Date\tTitle\n2011-06-15\tA\n".to_owned(), Read("A", "tab")),
        ("blank lines and rows", format!("\n\n{HEAD}\n,,\n2011-06-15,A,\n\n"), Read("A", "Row 6")),
        (
            "columns mixed up",
            "Title,Date\n2011-06-15,A b c\n2011-06-16,D e f\n".to_owned(),
            Read("A b c|D e f", "not what its heading says"),
        ),
        ("no dates", "Name,Colour\nA,red\nB,blue\n".to_owned(), Refused("no column of it has dates")),
        (
            "impossible days",
            format!("{HEAD}2011-02-30,A,\n2011-06-15,B,\n"),
            Read("B", "no date that the calendar has"),
        ),
        ("an open order", format!("{HEAD}01/02/2011,A,\n"), Refused("--dates dmy or --dates mdy")),
        ("no title", "Date,Title\n2011-06-15,\n".to_owned(), Read("2011-06-15", "It has no title")),
        ("the same id twice", "ID,Date,Title\n1,2011-06-15,A\n1,2011-06-16,B\n".to_owned(), Read("A|B", "")),
        ("the same row twice", format!("{HEAD}2011-06-15,A,\n2011-06-15,A,\n"), Read("A", "The same row stands twice")),
        ("a total below", format!("{HEAD}2011-06-15,A,\nTotal: 1,,\n"), Read("A", "no date")),
        ("a very long cell", row(&"x".repeat(100_000)), Read(Box::leak("x".repeat(100_000).into_boxed_str()), "")),
        (
            "thousands of columns",
            format!("Date,Title{}\n2011-06-15,A{}\n", ",".repeat(5_000), ",".repeat(5_000)),
            Read("A", ""),
        ),
        ("a million empty rows", format!("{HEAD}2011-06-15,A,\n{}", ",,\n".repeat(1_000_000)), Read("A", "")),
    ] {
        held(kind, "t.csv", content.as_bytes(), &ends);
    }
}

#[test]
fn texts_that_mean_harm_or_cannot_be_seen() {
    for (kind, content, ends) in [
        ("a formula", row("=HYPERLINK(1)"), Read("=HYPERLINK(1)", "'=HYPERLINK(1)")),
        ("a script in a title", row("<script>alert(1)</script>"), Read("<script>alert(1)</script>", "")),
        (
            "a script as address",
            format!("{HEAD}2011-06-15,A,javascript:alert(1)\n2011-06-16,B,https://b.example/\n"),
            Read("A|B", "no web address"),
        ),
        ("an address with spaces", format!("{HEAD}2011-06-15,A,https://a.example/a b.pdf\n"), Read("A", "")),
        ("right to left", row("اجتماع"), Read("اجتماع", "")),
        ("an order that is turned", row("A\u{202e}cod.exe"), Read("Acod.exe", "Signs that nobody sees")),
        ("no width", row("A\u{200b}B\u{feff}"), Read("AB", "Signs that nobody sees")),
        ("spaces that do not break", row("A\u{a0}\u{a0}B"), Read("A B", "")),
        ("control signs", row("A\u{1}\u{1b}[31mB"), Read("A[31mB", "Signs that nobody sees")),
        ("a title of signs", row("---"), Read("2011-06-15", "It has no title")),
        (
            "coordinates of nowhere",
            "Date,Title,Place,Lat,Lon\n2011-06-15,A,Oslo,959.9,10.7\n".to_owned(),
            Read("A", "No place on earth"),
        ),
        (
            "a country of nobody",
            "Date,Title,City,Country\n2011-06-15,A,Oslo,Narnia\n".to_owned(),
            Read("A", "No country that is known"),
        ),
    ] {
        held(kind, "t.csv", content.as_bytes(), &ends);
    }
}

#[test]
fn files_of_other_kinds() {
    for (kind, file, content, ends) in [
        ("a PDF", "t.csv", b"%PDF-1.4 x".to_vec(), Refused("a PDF")),
        ("an old workbook", "t.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), Refused("save it as .xlsx")),
        ("compressed", "t.csv.gz", b"\x1F\x8B\x08\x00".to_vec(), Refused("unpack it first")),
        ("an archive of files", "t.zip", zip(&[("a.csv", b"x")]), Refused("unpack it")),
        (
            "half a workbook",
            "t.xlsx",
            zip(&[("xl/workbook.xml", b"<workbook")])[..40].to_vec(),
            Refused("cannot be read"),
        ),
        ("a workbook without sheets", "t.xlsx", xlsx(&[]), Refused("no meeting")),
        ("a workbook that is none", "t.xlsx", zip(&[("xl/workbook.xml", b"<workbook")]), Refused("cannot be read")),
    ] {
        held(kind, file, &content, &ends);
    }
}

#[test]
fn what_would_take_the_memory() {
    // 300 MB of zeros are a third of a megabyte as ZIP.
    let zeros = vec![b' '; 300 << 20];
    held(
        "a bomb",
        "t.xlsx",
        &zip(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", &zeros)]),
        &Refused("very much larger"),
    );
    drop(zeros);
    let folder = Folder::new("large");
    let file = std::fs::File::create(folder.at("t.csv")).unwrap();
    file.set_len(200 << 20).unwrap();
    let (code, told) = folder.run(&["import", "t.csv", "--into", "meetings.json"]);
    assert!(code == 1 && told.contains("it has 200 MB, and up to 128 MB are read; divide it"), "{told}");
    // Cells in the last column of many rows.
    let rows: String = (1..20_000)
        .map(|at| format!("<row r=\"{at}\"><c r=\"XFD{at}\" t=\"inlineStr\"><is><t>x</t></is></c></row>"))
        .collect();
    held(
        "far to the right",
        "t.xlsx",
        &xlsx(&[("S", "visible", &format!("<sheetData>{rows}</sheetData>"))]),
        &Refused("no meeting"),
    );
}

#[test]
fn a_dataset_or_a_mapping_that_cannot_be_read_is_left_alone() {
    let folder = Folder::new("broken-into");
    folder.write("meetings.json", "{\"version\": 1,");
    folder.write("t.csv", row("A"));
    let (code, told) = folder.run(&["import", "t.csv", "--into", "meetings.json"]);
    assert!(code == 1 && told.contains("no JSON as it stands"), "{told}");
    assert_eq!(folder.text("meetings.json"), "{\"version\": 1,");
    let folder = Folder::new("broken-mapping");
    folder.write("t.csv", row("A")).write("meetings.json.import.toml", "[[table]\n");
    let (code, told) = folder.run(&["import", "t.csv", "--into", "meetings.json"]);
    assert!(code == 1 && told.contains("line 1 is not TOML"), "{told}");
}
