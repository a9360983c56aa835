//! `archive check`: each problem with its lines, what repeats told once, and the same for programs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

/// A file that is gone when the test is over.
pub struct File(PathBuf);

impl File {
    /// A file with this in it.
    pub fn new(name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = std::env::temp_dir().join(format!("meetings-{}-{name}", std::process::id()));
        fs::write(&path, content).unwrap();
        Self(path)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// What the tool prints of it with some options: its exit code, the output, and what stands on the error output; in
    /// place of the file's path `FILE`.
    pub fn checked(&self, options: &[&str]) -> (i32, String, String) {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
        let output = tool.arg("check").arg(&self.0).args(options).env_remove("SOURCE_DATE_EPOCH").output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(self.0.to_str().unwrap(), "FILE");
        (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

const FAULTY: &str = r#"{
  "version": 1, "title": "T", "language": "en",
  "meetings": [
    {"id": "a", "title": "Møte", "start": "2001", "tittle": "x"},
    {"id": "b", "title": "B",
     "start": "2001-13"}
  ]
}
"#;

#[test]
fn each_problem_stands_with_its_lines_and_errors_come_first() {
    let (code, told, summary) = File::new("lines.json", FAULTY).checked(&[]);
    let expected = "\
error: meetings[1].start: “2001-13” is not a date; write YYYY-MM-DD, or YYYY-MM or YYYY where no more is known; with a time YYYY-MM-DDThh:mm, and behind it +hh:mm where the offset from UTC is known.
 --> FILE:6:15
  |
5 |     {\"id\": \"b\", \"title\": \"B\",
6 |      \"start\": \"2001-13\"}
  |               ^^^^^^^^^
7 |   ]
  |

warning: meetings[0].tittle: is not a field of the format; correct its name or remove it.
 --> FILE:4:51
  |
3 |   \"meetings\": [
4 |     {\"id\": \"a\", \"title\": \"Møte\", \"start\": \"2001\", \"tittle\": \"x\"},
  |                                                   ^^^^^^^^
5 |     {\"id\": \"b\", \"title\": \"B\",
  |

";
    assert_eq!((code, told.as_str()), (1, expected));
    assert_eq!(summary, "FILE: 1 error and 1 warning; such data is not published.\n");
}

#[test]
fn a_program_is_told_every_problem_and_nothing_else() {
    let (code, told, _) = File::new("program.json", FAULTY).checked(&["--format", "json"]);
    let listed: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(
        (code, listed),
        (
            1,
            json!([
                {"level": "error", "path": "meetings[1].start", "line": 6, "column": 15, "file": "FILE",
                 "message": "meetings[1].start: “2001-13” is not a date; write YYYY-MM-DD, or YYYY-MM or YYYY where no more is known; with a time YYYY-MM-DDThh:mm, and behind it +hh:mm where the offset from UTC is known."},
                {"level": "warning", "path": "meetings[0].tittle", "line": 4, "column": 51, "file": "FILE",
                 "message": "meetings[0].tittle: is not a field of the format; correct its name or remove it."},
            ])
        )
    );
    let sound = FAULTY.replace("2001-13", "2001-12").replace("tittle", "venue");
    let (code, told, summary) = File::new("sound.json", &sound).checked(&["--format=json"]);
    assert_eq!((code, told.as_str(), summary.as_str()), (0, "[]\n", ""));
    let warned = File::new("warned.json", FAULTY.replace("2001-13", "2001-12"));
    let (code, told, _) = warned.checked(&["--format=json"]);
    let listed: Vec<Value> = serde_json::from_str(&told).unwrap();
    assert_eq!((code, listed.len()), (0, 1));
    assert!(warned.checked(&[]).1.ends_with("FILE: 1 warning; can be published as it is.\n"));
}

#[test]
fn a_text_that_is_no_dataset_has_its_place_too() {
    for (name, text, place, sentence) in [
        (
            "comma",
            "{\n \"version\": 1,\n \"title\": \"æøå\", }\n",
            (3, 18),
            "What stands here is not JSON (key must be a string); mend it, or what is before it.",
        ),
        // What a reader of JSON does not go beyond either is counted as it stands in the file.
        ("half", "{\"version\": 1, \"title\": \"\\ud800\u{b}é\" x", (1, 36), "What stands here is not JSON ("),
        ("cut", "{\n \"version\": 1,\n", (2, 15), "The file ends in the middle of the data;"),
        (
            "earlier",
            "{\n \"version\": 0}",
            (2, 13),
            "The data is of version 0 of the format, which there is not; write \"version\": 1.",
        ),
        ("list", "\n [1]", (2, 2), "This is no dataset: that is an object with \"version\": 1, as a number"),
        ("text", "{\n \"version\": \"2\"}", (2, 13), "as a number"),
    ] {
        let file = File::new(name, text);
        let (code, told, summary) = file.checked(&["--format", "json"]);
        let listed: Vec<Value> = serde_json::from_str(&told).unwrap();
        let [one] = &listed[..] else { panic!("{listed:?}") };
        assert_eq!((code, &one["level"], &one["path"]), (1, &json!("error"), &json!("")), "{name}");
        assert_eq!((&one["line"], &one["column"]), (&json!(place.0), &json!(place.1)), "{name}");
        assert!(one["message"].as_str().unwrap().contains(sentence), "{one}");
        assert!(summary.contains(sentence), "{summary}");
        let (code, told, summary) = file.checked(&[]);
        assert_eq!((code, told.as_str()), (1, ""), "{name}");
        assert!(summary.contains(&format!("\n --> FILE:{}:{}\n", place.0, place.1)), "{summary}");
    }
}

#[test]
fn what_repeats_is_told_once_with_the_first_places_and_the_number_of_all() {
    let meetings = |count: usize| {
        let meeting = |at: usize| format!(r#"{{"id": "m{at}", "title": "M {at}", "start": "x", "formats": 1}}"#);
        let meetings: Vec<String> = (0..count).map(meeting).collect();
        format!(
            "{{\"version\": 1, \"title\": \"T\", \"language\": \"en\", \"site\": \"x\", \"meetings\": [\n{}]}}",
            meetings.join(",\n")
        )
    };
    let (_, told, summary) = File::new("often.json", meetings(300)).checked(&[]);
    assert_eq!(summary, "FILE: 301 errors and 300 warnings; such data is not published.\n");
    assert_eq!((told.matches("error: ").count(), told.matches("warning: ").count()), (2, 1), "{told}");
    let sentence = "= 300 times: first at meetings[0].start (line 2), then meetings[1].start (line 3), meetings[2].start (line 4) and 297 more.";
    assert!(told.contains(sentence), "{told}");
    let (_, told, _) = File::new("four.json", meetings(4)).checked(&[]);
    assert!(told.contains("4 times: first at ") && told.contains(" and 1 more."), "{told}");
    // Three are told one by one, in the order of the file.
    let (_, told, _) = File::new("three.json", meetings(3)).checked(&[]);
    assert_eq!((told.matches("error: ").count(), told.matches(" times").count()), (4, 0), "{told}");
    let (_, listed, _) = File::new("all.json", meetings(300)).checked(&["--format", "json"]);
    assert_eq!(serde_json::from_str::<Vec<Value>>(&listed).unwrap().len(), 601);
}

#[test]
fn a_long_line_is_cut_around_the_place() {
    let long = "ø".repeat(1_000_000);
    let json = format!(
        r#"{{"version": 1, "title": "{long}", "language": "en", "meetings": [{{"id": "a", "title": "A", "start": "{long}", "note": "{long}"}}]}}"#
    );
    let (_, told, _) = File::new("long.json", json).checked(&[]);
    assert!(told.len() < 4_000, "{}", told.len());
    assert!(told.contains("FILE:1:1000095\n"), "{told}");
    assert!(told.contains("øøø … øøø") && told.contains("ø” is not a date; write"), "{told}");
    assert!(told.contains("{\"id\": \"a\", \"title\": \"A\", \"start\": \"øøø"), "{told}");
}

#[test]
fn a_call_that_cannot_be_meant_is_refused() {
    let file = File::new("refused.json", FAULTY);
    for options in [&["--format", "yaml"][..], &["--format"], &["--loud"], &["another.json"]] {
        let (code, told, why) = file.checked(options);
        assert_eq!((code, told.as_str()), (2, ""), "{options:?}");
        assert!(why.contains("try '--help'"), "{why}");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_archive")).args(["check", "nowhere.json", "--format=json"]).output();
    let output = output.unwrap();
    assert_eq!((output.status.code(), output.stdout), (Some(2), Vec::new()));
}

#[test]
fn a_large_archive_with_many_faults_is_checked_in_seconds() {
    let meeting = |at: usize| {
        let themes: Vec<String> = (0..8).map(|theme| format!("\"t{at}-{theme}\"")).collect();
        format!(
            r#"{{"id": "m{at}", "title": "M {at}", "start": "x", "formats": 1, "themes": [{}]}}"#,
            themes.join(", ")
        )
    };
    let meetings: Vec<String> = (0..10_000).map(meeting).collect();
    let json = format!(r#"{{"version": 1, "title": "T", "language": "en", "meetings": [{}]}}"#, meetings.join(",\n"));
    let file = File::new("large.json", json);
    let start = std::time::Instant::now();
    let (_, _, summary) = file.checked(&[]);
    assert_eq!(summary, "FILE: 90000 errors and 10000 warnings; such data is not published.\n");
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
}
