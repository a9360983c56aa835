//! What an archive tells of changes, and what it does not.

use meetings::core::archive::Archive;
use meetings::language::problems;

use crate::support::kept;

fn archive(modified: &str, meetings: &str) -> Archive {
    let json = format!(r#"{{"version": 1, "title": "T", "language": "en"{modified}, "meetings": [{meetings}]}}"#);
    kept(&json)
}

fn told(archive: &Archive) -> Vec<String> {
    archive.problems.iter().map(problems::told).collect()
}

#[test]
fn a_record_may_tell_the_day_of_its_last_change_and_nothing_else() {
    let sound = archive("", r#"{"id": "a", "title": "A", "start": "2001", "modified": "2026-02-28"}"#);
    assert_eq!((told(&sound), sound.meetings.len()), (vec![], 1));
    for text in ["2026-02-29", "2026-02", "2026", "yesterday", "2026-02-28T10:00"] {
        let faulty = archive("", &format!(r#"{{"id": "a", "title": "A", "start": "2001", "modified": "{text}"}}"#));
        assert_eq!(
            told(&faulty),
            [format!("error: meetings[0].modified: “{text}” is not a day; write YYYY-MM-DD, as the calendar has it.")]
        );
    }
    let month = archive(r#", "modified": "2026-02""#, "");
    assert_eq!(told(&month), ["error: modified: “2026-02” is not a day; write YYYY-MM-DD, as the calendar has it."]);
}
