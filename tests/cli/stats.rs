//! `archive stats`: what is lacking, for a person on a terminal and for a program.

use std::process::Command;

use serde_json::Value;

use super::check::File;

/// What the program says of a dataset: its exit code, and the output.
fn stats(path: &str, options: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_archive")).arg("stats").arg(path).args(options).output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

const SMALL: &str = r#"{"version": 1, "title": "T", "language": "en", "source": "s",
    "sources": [{"id": "s", "title": "S"}], "places": [{"id": "oslo", "name": "Oslo"}],
    "gaps": [{"number": 2, "title": "2nd"}],
    "meetings": [
        {"id": "a", "title": "A", "number": 1, "start": "2001-02-03", "place": "oslo", "venue": "Hall",
            "documents": [{"title": "D", "url": "https://example.org/"}, "E"]},
        {"id": "b", "title": "B", "number": 5, "start": "2001-05", "documents": "E"},
        {"id": "c", "title": "C", "start": "2004-05-06", "place": "oslo"}]}"#;

#[test]
fn a_person_reads_a_table_and_where_to_begin() {
    let told = told_of(SMALL);
    assert_eq!(
        told,
        "\
FILE: 3 meetings in 2 years, 2001–2004.
Every meeting has source.
No meeting has start (time), themes, format, topics, people and agenda.
No meeting has in full place.country, place.lat, people.office,
people.organisation, documents.kind, documents.languages, documents.url and
documents.seen.

 a  start (day)  2 of 3   66 %
 b  number       2 of 3   66 %
 c  place        2 of 3   66 %
 d  venue        1 of 3   33 %
 e  documents    2 of 3   66 %

year  meetings  a  b  c  d  e
2001         2  1  2  1  1  2
2004         1  1  ·  1  ·  ·

Gaps
  Recorded as gaps, by their numbers: 2.
  Numbers that neither a meeting nor a gap has: 3–4.
  Years between in which no meeting began: 2002–2003.

Records
  1 of 1 places has no country: oslo.
  1 of 1 places has no coordinates (lat and lon): oslo.
  3 of 3 documents have no kind: a and b.
  3 of 3 documents have no languages: a and b.
  2 of 3 documents are known only, they can be opened nowhere (url or file): a
  and b.
  1 of 1 documents with an address was never seen alive (seen; archive links):
  a.

Lacking most
  venue: 2 of 3 meetings lack it, in 2001 (1) and 2004 (1).
  start (day): 1 of 3 meetings lacks it, in 2001 (1).
  number: 1 of 3 meetings lacks it, in 2004 (1).
"
    );
    let none = r#"{"version": 1, "title": "T", "language": "en", "meetings": []}"#;
    assert_eq!(told_of(none), "FILE has no meeting yet, so nothing is lacking of any.\n");
}

fn told_of(json: &str) -> String {
    let file = File::new("stats.json", json);
    let path = file.path().to_str().unwrap().to_owned();
    let (code, told) = stats(&path, &[]);
    assert_eq!(code, 0);
    told.replace(&path, "FILE")
}

#[test]
fn no_line_is_wider_than_a_terminal_and_a_program_reads_the_same() {
    for path in ["public/data/meetings.json", "tests/fixtures/every/meetings.json"] {
        let (_, told) = stats(path, &[]);
        let wide: Vec<&str> = told.lines().filter(|line| line.chars().count() > 80).collect();
        assert!(wide.is_empty() && told.lines().count() > 20, "{wide:?}");
        let (code, listed) = stats(path, &["--format", "json"]);
        let listed: Value = serde_json::from_str(&listed).unwrap();
        let years = listed["years"].as_array().unwrap();
        for (name, count) in listed["fields"].as_object().unwrap() {
            let sum: u64 = years.iter().map(|year| year["fields"][name].as_u64().unwrap()).sum();
            assert_eq!((code, Some(sum)), (0, count.as_u64()), "{name}");
        }
        let sum: u64 = years.iter().map(|year| year["meetings"].as_u64().unwrap()).sum();
        assert_eq!(Some(sum), listed["meetings"].as_u64());
    }
}

#[test]
fn unsound_data_is_not_counted() {
    let file = File::new("uncounted.json", SMALL.replace("2001-05\"", "2001-13\""));
    assert_eq!(stats(file.path().to_str().unwrap(), &[]), (1, String::new()));
    let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
    let why = tool.arg("stats").arg(file.path()).output().unwrap().stderr;
    assert!(String::from_utf8_lossy(&why).ends_with(": 1 error; mend the data first, `archive check` tells how.\n"));
}
