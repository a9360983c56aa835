//! The picture that is shown where an archive's address is shared.

use meetings::core::archive::Archive;
use meetings::publish::picture::{HEIGHT, WIDTH, described, picture};
use serde_json::{Value, json};

fn archive(fields: &Value) -> Archive {
    let mut dataset = json!({"version": 1, "title": "T", "language": "en", "meetings": []});
    dataset.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    Archive::read(&dataset.to_string()).unwrap()
}

fn drawn(fields: &Value) -> Vec<u8> {
    picture(&archive(fields)).unwrap()
}

/// The colours of a picture, pixel by pixel.
fn pixels(png: &[u8]) -> Vec<[u8; 4]> {
    let pixmap = tiny_skia::Pixmap::decode_png(png).unwrap();
    assert_eq!((pixmap.width(), pixmap.height()), (WIDTH, HEIGHT));
    pixmap.pixels().iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]).collect()
}

fn meetings(dates: &[&str]) -> Value {
    let meeting = |(at, start): (usize, &&str)| json!({"id": format!("m{at}"), "title": "M", "start": start, "number": 2 * at + 1});
    dates.iter().enumerate().map(meeting).collect()
}

#[test]
fn it_has_the_size_that_is_asked_for_and_is_the_same_to_the_byte() {
    for fields in
        [json!({}), json!({"meetings": meetings(&["2001"])}), json!({"meetings": meetings(&["0001", "9999-12-31"])})]
    {
        let png = drawn(&fields);
        assert_eq!(png, drawn(&fields));
        assert!(pixels(&png).iter().all(|pixel| pixel[3] == 255));
    }
    assert_eq!((WIDTH, HEIGHT), (1200, 630));
}

#[test]
fn every_archive_has_its_own() {
    let mut all: Vec<Vec<u8>> = [
        json!({"meetings": meetings(&["2001-02", "2003-05", "2004"])}),
        json!({"meetings": meetings(&["2001-02", "2003-09", "2004"])}),
        json!({"meetings": meetings(&["2001-02", "2003-05", "2004"]), "accent": "#7a1f3d"}),
        json!({"meetings": meetings(&["2001-02", "2003-05", "2004"]), "gaps": [{"number": 2, "title": "2nd"}]}),
        json!({"meetings": meetings(&["2001-02", "2003-05", "2004"]),
            "chairmanships": [{"body": "B", "holder": "H", "from": "2001", "to": "2003"}]}),
    ]
    .iter()
    .map(drawn)
    .collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 5);
}

#[test]
fn it_is_in_the_archives_colour_and_shows_a_gap_between_the_meetings_around_it() {
    let two = json!([{"id": "a", "title": "A", "start": "2000-01-01", "number": 1}, {"id": "b", "title": "B", "start": "2009-12-31", "number": 3}]);
    let fields = |gaps: Value| json!({"accent": "#7a1f3d", "meetings": two, "gaps": gaps});
    let (without, with) =
        (pixels(&drawn(&fields(json!([])))), pixels(&drawn(&fields(json!([{"number": 2, "title": "2nd"}])))));
    assert_eq!(without[0], [0x7a, 0x1f, 0x3d, 255]);
    let other = |at: &usize| without[*at] != with[*at];
    let columns: Vec<usize> = (0..without.len()).filter(other).map(|at| at % WIDTH as usize).collect();
    assert!(!columns.is_empty());
    // In the middle of the two, and nothing else is moved by it.
    assert!(columns.iter().all(|column| (560..=640).contains(column)), "{columns:?}");
}

#[test]
fn so_many_meetings_that_marks_would_touch_are_bars_of_which_the_higher_has_more() {
    let many =
        |year: usize, count: usize| (0..count).map(move |at| format!("{year}-{:02}-{:02}", at % 12 + 1, at % 28 + 1));
    let dates: Vec<String> = many(2001, 900).chain(many(2002, 300)).collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let pixels = pixels(&drawn(&json!({"meetings": meetings(&dates)})));
    let paper =
        |column: usize| (0..HEIGHT as usize).filter(|row| pixels[row * WIDTH as usize + column][0] > 240).count();
    let (first, second) = (paper(340), paper(860));
    assert!(first > 400 && (first / 3).abs_diff(second) < 10, "{first} {second}");
}

#[test]
fn it_is_told_in_words() {
    let told = |fields: Value| described(&archive(&fields));
    assert_eq!(told(json!({})), "A timeline: 0 meetings.");
    assert_eq!(told(json!({"meetings": meetings(&["2001-02"])})), "A timeline: 1 meeting in 2001.");
    assert_eq!(
        told(json!({"meetings": meetings(&["2001", "2003"]), "gaps": [{"number": 2, "title": "2nd"}]})),
        "A timeline: 2 meetings from 2001 to 2003, and one more, dashed, that no source records."
    );
}
