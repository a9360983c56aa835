//! No file makes the import panic, and what comes out is always sound.

use meetings::import::piece::Asked;
use proptest::collection::vec;
use proptest::prelude::*;

use super::import_alone;
use super::workbooks::xlsx;

/// Imports a file into nothing; what comes of it has no error.
fn import(name: &str, bytes: Vec<u8>) {
    import_alone(name, bytes, Asked::default());
}

/// A cell that looks like one of those that people write.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}",
        "20[0-9]{2}-[01][0-9]-[0-3][0-9]([ T][0-9]{1,2}:[0-9]{2})?",
        "[0-9]{1,2}[:.][0-9]{2}( ?[ap]m)?([–-][0-9]{1,2}[:.][0-9]{2})?",
        "(1[0-9]?|2|3)(th|\\.)? (June|kesäkuu|мая|Oct)[, ]*(20[0-9]{2})?",
        "-?[0-9]{1,6}(\\.[0-9]{1,6})?",
        "[A-Z][a-z]{0,8}( [A-Z][a-z]{0,8}){0,2}([,;|] [A-Z][a-z]{1,8})?( \\([a-z]{1,5}\\))?",
        "(https?|javascript|mailto)://?[a-z]{1,5}\\.[a-z]{2}/[a-z ]{0,4}",
        "1[.)] [a-z]{1,5};? ?2[.)] [a-z]{0,5}",
        "none|None|NONE|-|true|\u{202e}a|\\PC{0,6}|[\u{0}-\u{1f}]{0,2}",
        "",
    ]
}

/// A heading.
fn heading() -> impl Strategy<Value = String> {
    let known = "id|date|start|end|start time|end time|title|name|year|month|day|weekday|status|format|theme|place|city|country|\
        lat|lon|coordinates|url|documents|online url|speakers|first name|last name|organisation|role|absent|agenda|notes|quote|\
        reference|language|number|modified|duration|room|address|series|none|facet|x|";
    prop::sample::select(known.split('|').map(str::to_owned).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_table_makes_it_panic_and_what_comes_out_is_sound(
        headings in vec(heading(), 1..9),
        rows in vec(vec(cell(), 0..9), 0..12),
        sign in prop::sample::select(vec![b',', b';', b'\t']),
    ) {
        let mut writer = csv::WriterBuilder::new().flexible(true).delimiter(sign).from_writer(Vec::new());
        writer.write_record(&headings).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        import("t.csv", writer.into_inner().unwrap());
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..300), text in "[a-z0-9,;\"\n\r\t{}\\[\\]<>:./ -]{0,200}") {
        import("t.csv", bytes.clone());
        import("t.csv", text.clone().into_bytes());
        import("t.json", text.into_bytes());
        import("t.xlsx", [b"PK\x03\x04xl/workbook.xml".as_slice(), &bytes].concat());
    }

    #[test]
    fn no_workbook_that_is_torn_makes_it_panic(at in 0_usize..2_000, byte in any::<u8>(), end in 0_usize..3_000) {
        let data = "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Date</t></is></c></row>\
            <row r=\"2\"><c r=\"A2\" s=\"1\"><v>40709</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>";
        let mut book = xlsx(&[("S", "visible", data)]);
        if let Some(of) = book.get_mut(at) {
            *of = byte;
        }
        import("t.xlsx", book.clone());
        book.truncate(end);
        import("t.xlsx", book);
    }
}
