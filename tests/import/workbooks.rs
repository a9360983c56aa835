//! Workbooks, made by hand.

use super::{Folder, all};

/// An archive of files that are not packed, or of some that are.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes: Vec<u8> = Vec::new();
    let mut directory: Vec<u8> = Vec::new();
    for (name, content) in files {
        let mut packed = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::fast());
        std::io::Write::write_all(&mut packed, content).unwrap();
        let packed = packed.finish().unwrap();
        let mut crc = flate2::Crc::new();
        crc.update(content);
        let mut head: Vec<u8> = Vec::new();
        for number in [20_u16, 0, 8, 0, 33] {
            head.extend(number.to_le_bytes());
        }
        for number in [crc.sum(), packed.len() as u32, content.len() as u32] {
            head.extend(number.to_le_bytes());
        }
        head.extend((name.len() as u16).to_le_bytes());
        head.extend(0_u16.to_le_bytes());
        let at = bytes.len() as u32;
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&head);
        bytes.extend(name.as_bytes());
        bytes.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = bytes.len() as u32;
    let count = files.len() as u16;
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\x00\x00\x00\x00");
    bytes.extend(count.to_le_bytes());
    bytes.extend(count.to_le_bytes());
    bytes.extend((directory.len() as u32).to_le_bytes());
    bytes.extend(start.to_le_bytes());
    bytes.extend(0_u16.to_le_bytes());
    bytes
}

/// A workbook of Excel with these sheets: name, state, and the XML of its data.
pub fn xlsx(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (mut list, mut targets, mut types) = (String::new(), String::new(), String::new());
    let mut files: Vec<(String, String)> = Vec::new();
    for (at, (name, state, data)) in sheets.iter().enumerate() {
        let number = at + 1;
        list += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" state=\"{state}\" r:id=\"rId{number}\"/>");
        targets += &format!(
            "<Relationship Id=\"rId{number}\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
        types += &format!(
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
        );
        files.push((format!("xl/worksheets/sheet{number}.xml"), format!("<worksheet {main}>{data}</worksheet>")));
    }
    let package = "http://schemas.openxmlformats.org/package/2006";
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    files.push((
        "[Content_Types].xml".into(),
        format!(
            "{head}<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Override PartName=\"/xl/workbook.xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{types}</Types>"
        ),
    ));
    files.push((
        "_rels/.rels".into(),
        format!(
            "{head}<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" Type=\"{relations}/officeDocument\" \
             Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    ));
    files.push((
        "xl/workbook.xml".into(),
        format!("{head}<workbook {main} xmlns:r=\"{relations}\"><sheets>{list}</sheets></workbook>"),
    ));
    files.push((
        "xl/_rels/workbook.xml.rels".into(),
        format!(
            "{head}<Relationships xmlns=\"{package}/relationships\">{targets}<Relationship Id=\"rId99\" \
             Type=\"{relations}/styles\" Target=\"styles.xml\"/></Relationships>"
        ),
    ));
    files.push((
        "xl/styles.xml".into(),
        format!(
            "{head}<styleSheet {main}><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>"
        ),
    ));
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    zip(&files)
}

/// A row of texts.
fn row(number: u32, attributes: &str, cells: &[&str]) -> String {
    let cell = |(at, text): (usize, &&str)| {
        let column = char::from(b'A' + at as u8);
        format!("<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    format!("<row r=\"{number}\" {attributes}>{}</row>", cells.iter().enumerate().map(cell).collect::<String>())
}

#[test]
fn sheets_rows_and_merged_cells_of_a_workbook_are_read() {
    let dated = |number: u32, title: &str, attributes: &str| {
        format!(
            "<row r=\"{number}\" {attributes}><c r=\"A{number}\" s=\"1\"><v>40709</v></c><c r=\"B{number}\" s=\"2\"><v>0.375</v></c>\
             <c r=\"C{number}\" t=\"inlineStr\"><is><t>{title}</t></is></c></row>"
        )
    };
    let first = format!(
        "<dimension ref=\"A1:XFD1048576\"/><sheetData>{}{}{}<row r=\"4\"><c r=\"C4\" t=\"inlineStr\"><is><t>C</t></is></c></row>\
         <row r=\"1048576\"/></sheetData><autoFilter ref=\"A1:C4\"><filterColumn colId=\"0\"/></autoFilter>\
         <mergeCells><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:B4\"/></mergeCells>",
        row(1, "", &["Date", "Time", "Title"]),
        dated(2, "A", "hidden=\"1\""),
        dated(3, "B", ""),
    );
    let second =
        format!("<sheetData>{}{}</sheetData>", row(1, "", &["Date", "Title"]), row(2, "", &["2012-01-01", "D"]));
    let third = format!("<sheetData>{}</sheetData>", row(1, "", &["Only", "words"]));
    let book = xlsx(&[
        ("Meetings", "visible", &first),
        ("More", "visible", &second),
        ("Secret", "hidden", &second),
        ("Words", "visible", &third),
    ]);
    let (code, told, dataset) = Folder::new("xlsx").import("t.xlsx", book, &[]);
    assert_eq!((code, all(&dataset, "/title")), (0, "C|B|A|D".into()), "{told}");
    assert_eq!(all(&dataset, "/start"), "2011-06-15T09:00|2011-06-15T09:00|2011-06-15T09:00|2012-01-01");
    for why in
        ["Sheet “Meetings”, Row 2", "hidden by a filter", "Sheet “Secret”", "No meetings were read from this table"]
    {
        assert!(told.contains(why), "{why}: {told}");
    }
}

/// A workbook of LibreOffice with this in its tables.
fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet>{tables}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

#[test]
fn workbooks_of_libre_office_are_read_without_trusting_their_repetitions() {
    let text = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let date = "<table:table-cell office:value-type=\"date\" office:date-value=\"2011-06-15\"><text:p>15.6.11</text:p></table:table-cell>";
    let time = "<table:table-cell office:value-type=\"time\" office:time-value=\"PT09H30M00S\"/>";
    let tables = format!(
        "<table:table table:name=\"S\"><table:table-row>{}{}{}</table:table-row>\
         <table:table-row>{date}{time}{}<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>\
         </table:table>",
        text("Date"),
        text("Time"),
        text("Title"),
        text("A &amp; B"),
    );
    let (code, told, dataset) = Folder::new("ods").import("t.ods", ods(&tables), &[]);
    assert_eq!(
        (code, all(&dataset, "/title"), all(&dataset, "/start")),
        (0, "A & B".into(), "2011-06-15T09:30".into()),
        "{told}"
    );
    // A row with something in it, a million times over the whole width.
    let hostile = "<table:table table:name=\"S\"><table:table-row table:number-rows-repeated=\"1048576\">\
        <table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>x</text:p></table:table-cell>\
        </table:table-row></table:table>";
    let (code, told, _) = Folder::new("ods-bomb").import("t.ods", ods(hostile), &[]);
    assert_eq!(code, 1, "{told}");
}
