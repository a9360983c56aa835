//! Registers of minutes, lists below and beside a table, what may be private, and what people write into cells.

use super::{Folder, all};

#[test]
fn a_row_an_item_of_the_agenda_is_one_meeting_with_an_agenda() {
    let blank = "Board of the Harbour Trust;;;;;\nMinutes register;;;;;\n;;;;;\nMeeting;Date;Item;Subject;Decision;Note\n\
        12;14.01.2011;1;Approval of the minutes;Approved;\n;;2;Budget 2011;Adopted with 5 to 2;Long debate\n\
        13;11.02.2011;1;Approval of the minutes;Approved;\n;;2;New crane;Postponed;\nTotal;;4;;;\n\
        Note: the minutes of 2010 burned in the fire.;;;;;\n";
    let repeated = "Meeting,Date,Agenda item no,Agenda item,Decision\n12,2011-01-14,1,Approval of the minutes,Approved\n\
        12,2011-01-14,2,Budget 2011,Adopted with 5 to 2\n13,2011-02-11,1,Approval of the minutes,Approved\n\
        13,2011-02-11,2,New crane,Postponed\n";
    for (name, content) in [("blank", blank), ("repeated", repeated)] {
        let (code, told, dataset) = Folder::new(name).import("t.csv", content, &[]);
        assert_eq!((code, all(&dataset, "/number")), (0, "12|13".into()), "{told}");
        assert_eq!(all(&dataset, "/agenda/1/title"), "Budget 2011|New crane", "{told}");
        assert_eq!(all(&dataset, "/agenda/1/number"), "2|2", "{told}");
        assert_eq!(all(&dataset, "/agenda/1/decision"), "Adopted with 5 to 2|Postponed", "{told}");
        if name == "blank" {
            assert_eq!(all(&dataset, "/title"), "Board of the Harbour Trust|Board of the Harbour Trust", "{told}");
            assert_eq!(dataset["meetings"][0]["agenda"][1]["text"], "Long debate", "{told}");
            assert!(
                told.contains("It adds up what stands above") && told.contains("It stands below the table"),
                "{told}"
            );
        }
    }
}

#[test]
fn a_subject_of_one_meeting_a_row_stays_its_title_and_a_decision_its_facet() {
    let content = "Date,Subject,Decision\n2011-01-14,Budget,Adopted\n2011-02-11,Crane,Adopted\n";
    let (_, told, dataset) = Folder::new("no-items").import("t.csv", content, &[]);
    assert_eq!(
        (all(&dataset, "/title"), all(&dataset, "/facets/decision")),
        ("Budget|Crane".into(), "Adopted|Adopted".into()),
        "{told}"
    );
}

#[test]
fn columns_that_add_up_are_no_meetings_and_are_told() {
    let content = "Name,Group,13.1.2012,14.2.2012,15.3.2012,Total\nAnn Berg,Sea,P,A,P,2\nOtso Laine,Ice,P,P,E,2\nTotal,,2,1,1,4\n";
    let (code, told, dataset) = Folder::new("sums").import("t.csv", content, &[]);
    assert_eq!((code, all(&dataset, "/id")), (0, "2012-01-13|2012-02-14|2012-03-15".into()), "{told}");
    assert_eq!(dataset["people"].as_array().unwrap().len(), 2, "{told}");
    for said in ["Group | Sea | Ice", "Total | 2 | 2", "Total | 2 | 1 | 1 | 4"] {
        assert!(told.contains(said), "{said}: {told}");
    }
}

#[test]
fn who_came_is_known_by_what_stands_there_whatever_the_column_is_called() {
    let content = "Meeting,Date,Name,Party,Status\nBoard,2012-01-13,Ann Berg,S,Present\nBoard,2012-01-13,Otso Laine,V,Excused\n\
        Board,2012-02-13,Ann Berg,S,Absent\nBoard,2012-02-13,Otso Laine,V,Present\n";
    let (_, told, dataset) = Folder::new("by-values").import("t.csv", content, &[]);
    assert_eq!(
        (all(&dataset, "/title"), all(&dataset, "/people/1/part")),
        ("Board|Board".into(), "excused|-".into()),
        "{told}"
    );
    let many: String = (0..3_000).map(|at| format!("Board,2012-01-{:02},Member {at},Present\n", at % 28 + 1)).collect();
    let (_, told, dataset) =
        Folder::new("many-members").import("t.csv", format!("Meeting,Date,Member,Seen\n{many}"), &[]);
    assert_eq!(dataset["meetings"].as_array().unwrap().len(), 28, "{told}");
    let content = "Date,Name,Attendance\n2012-01-13,Ann Berg,yes\n2012-01-13,Otso Laine,no\n2012-02-13,Ann Berg,yes\n";
    let (_, told, dataset) = Folder::new("no-title").import("t.csv", content, &[]);
    assert_eq!(
        (all(&dataset, "/id"), all(&dataset, "/people/1/part")),
        ("2012-01-13|2012-02-13".into(), "absent|-".into()),
        "{told}"
    );
}

#[test]
fn two_people_with_a_comma_or_a_word_between_them_are_two() {
    let content = "Title;Date;Participants\nA;2012-01-13;Ann Berg, Otso Laine\nB;2012-01-14;Ann Berg, Nils Vik\n\
        C;2012-01-15;Otso Laine, Nils Vik og Kari Lie\n";
    let (_, told, dataset) = Folder::new("two-people").import("t.csv", content, &[]);
    assert_eq!(dataset["people"].as_array().unwrap().len(), 4, "{told}");
    assert!(told.contains("A comma stands between people"), "{told}");
    let content = "Title;Date;Chair\nA;2012-01-13;Ann Berg, City Council\nB;2012-01-14;Nils Vik, Harbour Board\n";
    let (_, told, dataset) = Folder::new("of-bodies").import("t.csv", content, &[]);
    assert_eq!(all(&dataset, "/people/0/organisation"), "City Council|Harbour Board", "{told}");
    let content = "Title;Date;Speakers\nA;2012-01-13;Ann Berg (chair)\n";
    let (_, told, dataset) = Folder::new("offices").import("t.csv", content, &[]);
    assert_eq!(
        (all(&dataset, "/people/0/office"), all(&dataset, "/people/0/organisation")),
        ("chair".into(), "-".into()),
        "{told}"
    );
    let content = "Title;Date;Chair\nA;2012-01-13;Ann Bö\nB;2012-01-14;Ann Bo\n";
    let (_, told, _) = Folder::new("signs").import("t.csv", content, &[]);
    assert!(told.contains("A name that differs from another only by case or a sign"), "{told}");
}

#[test]
fn what_may_be_private_is_not_published_unseen() {
    let content =
        "Title,Date,Email Address,Phone,Contact,Private\nA,2012-01-13,ann@example.org,555 1234,otso@example.org,True\n";
    let folder = Folder::new("private");
    let (code, told, dataset) = folder.import("t.csv", content, &["--strict"]);
    let published = dataset.to_string() + &folder.text("meetings.json.import.csv");
    assert!(!published.contains("example.org") && !published.contains("555"), "{published}");
    assert_eq!(code, 1, "{told}");
    assert!(
        told.contains("may be private and is not published") && told.contains("not as for everybody")
            || told.contains("as not for everybody"),
        "{told}"
    );
    let outlook = "Subject,Start Date,Start Time,End Date,End Time,All day event,Reminder on/off,Priority,Meeting Organizer\n\
        Plenary,2/25/2019,12:00:00 AM,2/26/2019,12:00:00 AM,True,False,Normal,Ann Berg\n";
    let (_, told, dataset) = Folder::new("outlook").import("t.csv", outlook, &[]);
    assert_eq!(
        (all(&dataset, "/start"), all(&dataset, "/end"), all(&dataset, "/facets")),
        ("2019-02-25".into(), "-".into(), "-".into()),
        "{told}"
    );
    assert_eq!(all(&dataset, "/people/0/person"), "ann-berg", "{told}");
}

#[test]
fn who_met_from_afar_met_at_no_place() {
    let content = "Date,Subject,Location,Entities met\n2019-11-28,Fish,Brussels,Sea Ltd; Ice Ltd\n2019-12-13,Trade,Video-conference,\"Sea Ltd\nFish Ltd\"\n";
    let (_, told, dataset) = Folder::new("afar").import("t.csv", content, &[]);
    assert_eq!(
        (all(&dataset, "/place"), all(&dataset, "/format")),
        ("brussels|-".into(), "-|Video-conference".into()),
        "{told}"
    );
    assert_eq!(dataset["meetings"][1]["facets"]["entities-met"], serde_json::json!(["Sea Ltd", "Fish Ltd"]), "{told}");
}

#[test]
fn a_title_with_an_address_is_a_title_and_a_document() {
    let content =
        "Meeting record,Date,Topic\nS/PV.8000 (https://records.example/S/PV.8000),2017-07-12,Peace &amp; order\n";
    let (_, told, dataset) = Folder::new("record").import("t.csv", content, &[]);
    assert_eq!(all(&dataset, "/title"), "S/PV.8000", "{told}");
    assert_eq!(all(&dataset, "/documents/0/url"), "https://records.example/S/PV.8000", "{told}");
}

#[test]
fn rows_that_were_cut_apart_and_tables_without_rows_are_told() {
    let content = "Date,Title,Place\n2019-01-01,A,Oslo\n2019-01-02,B,Brussels, Belgium\n";
    let (_, told, _) = Folder::new("wide").import("t.csv", content, &[]);
    assert!(told.contains("more cells than there are headings") && told.contains("Row 3, Column D"), "{told}");
    let (code, told, _) = Folder::new("bare").import("t.csv", "Title,Date,Place\n", &[]);
    assert!(code == 1 && told.contains("it has headings and no row below them"), "{told}");
}

#[test]
fn of_a_date_that_says_more_or_less_the_day_or_the_year_is_kept() {
    let content = "Date;Title\n13 Jan 2012 noon;A\nQ2 2012;B\nvår 2013;C\n1998?;D\n3.2.2014 (cancelled);E\nsoon;F\n";
    let (_, told, dataset) = Folder::new("loose").import("t.csv", content, &[]);
    assert_eq!(all(&dataset, "/start"), "1998|2012|2012-01-13|2013|2014-02-03", "{told}");
    assert_eq!(all(&dataset, "/notes/0"), "1998?|Q2 2012|noon|vår 2013|(cancelled)", "{told}");
    assert_eq!(dataset["meetings"][4]["status"], "cancelled", "{told}");
}

#[test]
fn an_evening_ends_in_the_small_hours_of_the_next_day() {
    let content = "Date,Start,End,Title\n2012-01-13,22:00,01:00,A\n2012-01-14,09:30,12:00,B\n";
    let (_, told, dataset) = Folder::new("night").import("t.csv", content, &[]);
    assert_eq!(all(&dataset, "/end"), "2012-01-14T01:00|2012-01-14T12:00", "{told}");
}

#[test]
fn a_list_that_names_what_is_not_there_says_so() {
    let folder = Folder::new("unknown-ids");
    folder.write("merge.txt", "nope, 2012-01-13-a\n");
    let (code, told, _) = folder.import("t.csv", "Date,Title\n2012-01-13,A\n", &["--merge", "merge.txt"]);
    assert!(
        code == 0 && told.contains("names an id that no meeting has. (t.csv: “nope”)") || told.contains("“nope”"),
        "{told}"
    );
}

#[test]
fn a_description_that_stands_as_a_web_page_alone_is_read() {
    let event = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20120113\nSUMMARY:A\n\
        X-ALT-DESC;FMTTYPE=text/html:<p>The <a href=\"https://a.example/budget\">budget</a></p>\nEND:VEVENT\nEND:VCALENDAR\n";
    let (_, told, dataset) = Folder::new("alt").import("t.ics", event, &[]);
    assert!(all(&dataset, "/notes/0").contains("budget"), "{told}");
}

#[test]
fn what_a_name_leads_to_is_a_document_and_no_part_of_it() {
    let content = "Date,Title,Place,Chair,Themes\n2019-01-01,A,Town hall (https://hall.example/),\
        Ann Berg (https://ann.example/),Ice (https://ice.example/)\n";
    let (_, told, dataset) = Folder::new("linked").import("t.csv", content, &[]);
    let name = |list: &str, field: &str| dataset[list][0][field].as_str().unwrap_or_default().to_owned();
    assert_eq!(
        [name("places", "name"), name("people", "name"), name("themes", "label")],
        ["Town hall", "Ann Berg", "Ice"],
        "{told}"
    );
    let mut links: Vec<String> = (0..3).map(|at| all(&dataset, &format!("/documents/{at}/url"))).collect();
    links.sort();
    assert_eq!(links, ["https://ann.example/", "https://hall.example/", "https://ice.example/"], "{told}");
}
