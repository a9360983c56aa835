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
