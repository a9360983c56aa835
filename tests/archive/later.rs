//! Days of change that have not come are told to the keeper, and to nobody else.

use jiff::civil::date;
use meetings::core::archive::Archive;
use meetings::language::problems;

use crate::support::kept_on;

const PLANNED: &str = r#"{"version": 1, "title": "T", "language": "en", "modified": "2031-01-02", "meetings": [
    {"id": "z", "title": "Z", "start": "2031-06-15", "modified": "2026-03-04"},
    {"id": "a", "title": "A", "start": "2001-05-01", "modified": "2026-03-05"}]}"#;

#[test]
fn a_change_after_today_is_a_warning_with_its_place_and_is_not_told() {
    let archive = kept_on(date(2026, 3, 4), PLANNED);
    let told: Vec<String> = archive.problems.iter().map(problems::told).collect();
    let later = |place: &str, day: &str| {
        format!(
            "warning: {place}: “{day}” is later than today, when nothing can have been changed, so no feed, calendar or sitemap tells it; write the day of the last change."
        )
    };
    assert_eq!(told, [later("modified", "2031-01-02"), later("meetings[1].modified", "2026-03-05")]);
    assert_eq!(archive.modified(), Some(date(2026, 3, 4)));
    assert_eq!(archive.meetings.len(), 2);
    let later = kept_on(date(2031, 1, 2), PLANNED);
    assert_eq!((later.problems.len(), later.modified()), (0, Some(date(2031, 1, 2))));
}

#[test]
fn without_a_word_on_changes_none_is_claimed_and_what_must_be_told_is_fixed() {
    let archive = |meetings: &str| {
        Archive::read(&format!(r#"{{"version": 1, "title": "T", "language": "en", "meetings": [{meetings}]}}"#))
            .unwrap()
    };
    let planned =
        archive(r#"{"id": "a", "title": "A", "start": "2010-05"}, {"id": "z", "title": "Z", "start": "2031"}"#);
    assert_eq!(planned.modified(), None);
    let days: Vec<_> = planned.meetings.iter().map(|meeting| meeting.changed()).collect();
    assert_eq!(days, [date(2010, 5, 31), date(2026, 1, 1)]);
    assert_eq!(planned.changed(), date(2026, 1, 1));
    assert_eq!((archive("").modified(), archive("").changed()), (None, date(2026, 1, 1)));
}

#[test]
fn what_has_not_come_is_not_published_in_the_data_either() {
    let json = r#"{"version": 1, "title": "T", "language": "en", "modified": "2031-01-01", "meetings": [{"id": "a",
        "title": "A", "start": "2001", "modified": "2031-01-02", "documents": [{"title": "D", "seen": "2031-01-03"}],
        "agenda": [{"title": "I", "documents": [{"title": "D", "seen": "2031-01-04"}]}]}]}"#;
    let (archive, text) = Archive::read_for_keeper(date(2026, 3, 4), json, Vec::new()).unwrap();
    assert_eq!(archive.problems.len(), 4);
    assert!(archive.problems.iter().all(|problem| !problem.is_error()));
    assert!(!text.unwrap().contains("2031"));
    let (archive, text) = Archive::read_for_keeper(date(2031, 1, 4), json, Vec::new()).unwrap();
    assert_eq!((archive.problems, text), (vec![], None));
}
