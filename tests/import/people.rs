//! One row a person, several in a cell, and names as registers write them.

use super::{Folder, all};

/// The people of the first meeting: name, office, organisation, part.
fn people(dataset: &serde_json::Value) -> Vec<String> {
    let name = |id: &serde_json::Value| {
        let people = dataset["people"].as_array().unwrap();
        people.iter().find(|of| of["id"] == *id).unwrap()["name"].as_str().unwrap().to_owned()
    };
    let of = |person: &serde_json::Value| {
        let text = |field: &str| person[field].as_str().unwrap_or("-").to_owned();
        [name(&person["person"]), text("office"), text("organisation"), text("part")].join(", ")
    };
    dataset["meetings"][0]["people"].as_array().unwrap().iter().map(of).collect()
}

#[test]
fn a_list_of_who_came_has_a_row_a_person_and_is_one_meeting_a_day() {
    let content = "Meeting,Date,Member,Role,Attendance\nBoard,2019-03-02,Anna Berg,Chair,present\n\
        Board,2019-03-02,Olav Dahl,Member,absent\nBoard,2019-03-02,Kari Lie,Member,excused\nBoard,2019-05-02,Anna Berg,Chair,present\n";
    let (code, told, dataset) = Folder::new("attendance").import("t.csv", content, &[]);
    assert_eq!((code, all(&dataset, "/start")), (0, "2019-03-02|2019-05-02".into()), "{told}");
    let expected = ["Anna Berg, Chair, -, -", "Olav Dahl, Member, -, absent", "Kari Lie, Member, -, excused"];
    assert_eq!(people(&dataset), expected, "{told}");
}

#[test]
fn what_follows_from_a_person_tells_no_meetings_apart() {
    let members = [
        ("Berg, Anna", "A", "North", "Yes"),
        ("van der Dahl, Olav", "B", "South", "No"),
        ("Lie, Kari", "A", "West", "Yes"),
    ];
    let rows: String = (1..=3)
        .flat_map(|day| {
            members.map(|(name, party, seat, came)| {
                format!("Plenary {day},2019-03-0{day},\"{name}\",{party},{seat},{came}\n")
            })
        })
        .collect();
    let content = format!("Sitting,Date,Member,Party,Seat,Present\n{rows}");
    let (code, told, dataset) = Folder::new("parliament").import("t.csv", content, &[]);
    assert_eq!((code, all(&dataset, "/title")), (0, "Plenary 1|Plenary 2|Plenary 3".into()), "{told}");
    assert_eq!(
        people(&dataset),
        ["Anna Berg, -, A, -", "Olav van der Dahl, -, B, absent", "Kari Lie, -, A, -"],
        "{told}"
    );
    assert_eq!(dataset["meetings"][0]["facets"]["seat"], serde_json::json!(["North", "South", "West"]), "{told}");
    assert!(told.contains("names were turned"), "{told}");
}

#[test]
fn whom_one_person_met_on_one_day_was_met_apart() {
    let content = "Date,Title,Speaker,Organisation\n2019-10-01,Introduction,Jane Smith,Fish Ltd\n\
        2019-10-01,Introduction,Jane Smith,Sea Ltd\n2019-10-02,Trade,Jane Smith,Ice Ltd\n";
    let (_, told, dataset) = Folder::new("diary").import("t.csv", content, &[]);
    let mut met: Vec<String> = all(&dataset, "/people/0/organisation").split('|').map(str::to_owned).collect();
    met.sort();
    assert_eq!(met, ["Fish Ltd", "Ice Ltd", "Sea Ltd"], "{told}");
}

#[test]
fn a_parliament_s_own_word_for_its_members_is_one_for_people() {
    let content = "Sitting date,MEP,Presence,Committee\n2011-05-03,Anna Berg,Present,ITRE\n2011-05-03,Otso Laine,Absent,ITRE\n\
        2011-05-03,Mia Holm,Excused,ITRE\n2011-05-10,Anna Berg,Present,ITRE\n2011-05-10,Otso Laine,Present,ITRE\n";
    let (code, told, dataset) = Folder::new("members").import("t.csv", content, &[]);
    assert_eq!((code, all(&dataset, "/start")), (0, "2011-05-03|2011-05-10".into()), "{told}");
    assert_eq!(
        people(&dataset),
        ["Anna Berg, -, -, -", "Otso Laine, -, -, absent", "Mia Holm, -, -, excused"],
        "{told}"
    );
}

#[test]
fn a_column_a_person_is_read_as_who_came() {
    let content = "Date,Title,Ann Berg (S),\"Laine, Otso\",Erik Norsted\n2019-03-02,First,present,absent,excused\n\
        2019-04-02,Second,P,P,online\n2019-05-02,Third,P,,-\n";
    let (code, told, dataset) = Folder::new("matrix").import("t.csv", content, &[]);
    assert_eq!((code, all(&dataset, "/facets")), (0, "-|-|-".into()), "{told}");
    let expected = ["Ann Berg, -, S, -", "Otso Laine, -, -, absent", "Erik Norsted, -, -, excused"];
    assert_eq!(people(&dataset), expected, "{told}");
    assert_eq!(dataset["meetings"][1]["people"][2]["part"], "online", "{told}");
    assert_eq!(dataset["meetings"][2]["people"].as_array().unwrap().len(), 1, "{told}");
}

#[test]
fn crosses_under_names_are_who_came_where_the_table_says_so_and_else_are_asked_about() {
    let content = "Date,Title,Ann Berg,Otso Laine\n2019-03-02,First,x,\n2019-04-02,Second,x,x\n";
    let (_, told, dataset) = Folder::new("crosses").import("attendance.csv", content, &[]);
    assert_eq!(people(&dataset), ["Ann Berg, -, -, -"], "{told}");
    let folder = Folder::new("crosses-asked");
    let (_, told, dataset) = folder.import("t.csv", content, &[]);
    assert!(all(&dataset, "/people").starts_with('-') && told.contains("write presence"), "{told}");
    let mapping = folder.text("meetings.json.import.toml").replace("\"facet or note\"", "\"presence\"");
    folder.write("meetings.json.import.toml", mapping);
    let (_, told, dataset) = folder.import("t.csv", content, &[]);
    assert_eq!(people(&dataset), ["Ann Berg, -, -, -"], "{told}");
}

#[test]
fn yes_and_no_under_what_is_no_name_is_a_facet() {
    let content = "Date,Title,Open,Minutes approved\n2019-03-02,First,yes,no\n2019-04-02,Second,no,yes\n";
    let (_, told, dataset) = Folder::new("flags").import("attendance.csv", content, &[]);
    assert_eq!(all(&dataset, "/people"), "-|-", "{told}");
}

#[test]
fn meetings_that_stand_beside_one_another_are_read_a_column_each() {
    let content =
        "Attendance of the council,,,,\nNo,Member,Party,14.1.2019,25.2.2019\n1,Ann Berg,S,P,A\n2,Otso Laine,V,P,P\n";
    let (code, told, dataset) = Folder::new("beside").import("t.csv", content, &[]);
    assert_eq!((code, all(&dataset, "/start")), (0, "2019-01-14|2019-02-25".into()), "{told}");
    assert_eq!(people(&dataset), ["Ann Berg, -, S, -", "Otso Laine, -, V, -"], "{told}");
    assert_eq!(dataset["meetings"][1]["people"][0]["part"], "absent", "{told}");
    assert!(told.contains("Row 2, Column D") || told.contains("a column for each"), "{told}");
    let content =
        "Title,First meeting,Second meeting\nDate,2019-01-14,2019-02-25\nPlace,Oslo,Alta\nNotes,Cold,Colder\n";
    let (code, told, dataset) = Folder::new("beside-fields").import("t.csv", content, &[]);
    assert_eq!((code, all(&dataset, "/title")), (0, "First meeting|Second meeting".into()), "{told}");
    assert_eq!(all(&dataset, "/notes/0"), "Cold|Colder", "{told}");
}
