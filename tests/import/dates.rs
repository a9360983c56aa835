//! Dates and times of tables.

use super::{Folder, all};

/// The starts that a column of dates becomes, with a title for each.
fn starts(name: &str, dates: &[&str], options: &[&str]) -> (i32, String, String) {
    let rows: String = dates.iter().enumerate().map(|(at, date)| format!("\"{date}\",T{at}\n")).collect();
    let (code, told, dataset) = Folder::new(name).import("t.csv", format!("Date,Title\n{rows}"), options);
    (code, told, all(&dataset, "/start"))
}

#[test]
fn ten_notations_of_a_day_are_read_in_one_column() {
    let dates = [
        "2011-06-01",
        "2.6.2011",
        "3 June 2011",
        "June 4, 2011",
        "5. kesäkuuta 2011",
        "6 июня 2011 г.",
        "20110607",
        "8-Jun-11",
        "Thu 9 June 2011",
        "40704",
        "2011/06/11",
        "12. juni 2011",
        "geassemánu 13. 2011",
    ];
    let (code, told, starts) = starts("ten", &dates, &[]);
    assert_eq!(code, 0, "{told}");
    let expected: Vec<String> = (1..=13).map(|day| format!("2011-06-{day:02}")).collect();
    assert_eq!(starts, expected.join("|"));
    assert!(told.contains("A number was read as a day"), "{told}");
    assert!(
        told.contains("Years of two digits were read as those from 1950 to 2049. (Row 9, Column A: “8-Jun-11”)"),
        "{told}"
    );
}

#[test]
fn the_order_of_day_and_month_is_that_of_the_column_or_is_asked_for() {
    assert_eq!(starts("dmy", &["03/04/2011", "13/04/2011"], &[]).2, "2011-04-03|2011-04-13");
    assert_eq!(starts("mdy", &["03/04/2011", "04/13/2011"], &[]).2, "2011-03-04|2011-04-13");
    let (code, told, starts_of) = starts("open", &["03/04/2011", "05/06/2011"], &[]);
    assert_eq!((code, starts_of.as_str()), (1, ""));
    assert!(told.contains("“03/04/2011” (Row 2, Column A, “Date”)") && told.contains("--dates dmy"), "{told}");
    assert_eq!(starts("asked", &["03/04/2011", "05/06/2011"], &["--dates", "mdy"]).2, "2011-03-04|2011-05-06");
    let (code, told, _) = starts("both", &["13/04/2011", "04/14/2011"], &[]);
    assert!(code == 1 && told.contains("different orders"), "{told}");
    // The day of the week decides, and so do days that are the same in both orders.
    let content = "Date,Weekday,Title\n03/04/2011,Sunday,A\n";
    assert_eq!(all(&Folder::new("weekday").import("t.csv", content, &[]).2, "/start"), "2011-04-03");
    assert_eq!(starts("same", &["04/04/2011"], &[]).2, "2011-04-04");
}

#[test]
fn times_stand_in_cells_of_their_own_as_fractions_or_beside_the_day() {
    let content = "Date,Start time,End time,Title\n2011-06-15,9:00:00,10:30:00,A\n2011-06-16,0.375,,B\n\
        2011-06-17 14:00,,,C\n2011-06-18,9 am,2 pm,D\n2011-06-19,9.30–11,,E\n2011-06-20,10:00,9:00,F\n";
    let folder = Folder::new("times");
    let (code, told, dataset) = folder.import("t.csv", content, &[]);
    assert_eq!(code, 0, "{told}");
    let starts =
        ["15T09:00", "16T09:00", "17T14:00", "18T09:00", "19T09:30", "20T10:00"].map(|day| format!("2011-06-{day}"));
    assert_eq!(all(&dataset, "/start"), starts.join("|"));
    assert_eq!(all(&dataset, "/end"), "2011-06-15T10:30|-|-|2011-06-18T14:00|2011-06-19T11:00|-");
    assert!(told.contains("It ends before it begins"), "{told}");
    let (_, _, dataset) = Folder::new("zone").import("t.csv", content, &["--zone", "Europe/Oslo"]);
    assert!(all(&dataset, "/start").starts_with("2011-06-15T09:00+02:00|"));
}

#[test]
fn what_stands_for_an_unknown_day_is_none() {
    let content = "Start,End,Title\n2011-06-15,31.12.2050,A\n1900-01-00,,B\n2011-06-16,1900-01-00,C\n,,D\nsoon,,E\n";
    let (code, told, dataset) = Folder::new("unknown").import("t.csv", content, &[]);
    assert_eq!(
        (code, all(&dataset, "/title"), all(&dataset, "/end")),
        (0, "A|C".to_owned(), "-|-".to_owned()),
        "{told}"
    );
    assert!(told.contains("This stands for a day that is not known."), "{told}");
    assert!(told.contains("Row 6, Column A: “soon”"), "{told}");
}

#[test]
fn spans_and_halves_of_dates_are_read() {
    let dates = ["18–19 April 2007", "30.3.–2.4.2009", "June 2010", "2011", "15.6.2011 (moved)"];
    let rows: String = dates.iter().enumerate().map(|(at, date)| format!("{date};T{at}\n")).collect();
    let (code, told, dataset) = Folder::new("spans").import("t.csv", format!("When;Title\n{rows}"), &[]);
    assert_eq!(code, 0, "{told}");
    assert_eq!(all(&dataset, "/start"), "2007-04-18|2009-03-30|2010-06|2011|2011-06-15");
    assert_eq!(all(&dataset, "/end"), "2007-04-19|2009-04-02|-|-|-");
    assert_eq!(dataset["meetings"][4]["notes"][0], "(moved)");
    let (_, _, dataset) =
        Folder::new("parts").import("t.csv", "Year,Month,Day,Title\n2011,June,15,A\n2012,7,,B\n", &[]);
    assert_eq!(all(&dataset, "/start"), "2011-06-15|2012-07");
}
