//! Nothing of a table is lost without a line: what a cell says is in the dataset, or is told.

use meetings::import::piece::Asked;
use meetings::import::table::role::WORDS;

use super::import_alone;

/// What nobody would write below a heading, and somebody does.
const ODD: [&str; 16] = [
    "zqa zqb",
    "7319.5",
    "25:99",
    "2019-02-30",
    "67°17′N zqc",
    "true zqd",
    "https://zqe.example/a",
    "zqf@example.org",
    "(zqg)",
    "zqh (zqi)",
    "Minutes zqj (https://zqk.example/b)",
    "zql; zqm, zqn",
    "1. zqo\n2. zqp",
    "12 zqr",
    "zqs: zqt",
    "=zqu",
];

/// All that a table becomes, and all that is told of it, as one text.
fn outcome(table: &str) -> Option<String> {
    let (json, told) = import_alone("t.csv", table.as_bytes().to_vec(), Asked::default())?;
    let lines = told.lines.iter().map(|line| format!("{} {}\n", line.value, line.became));
    Some(json + &lines.collect::<String>())
}

/// The words of a cell that cannot stand anywhere by chance.
fn words(cell: &str) -> Vec<String> {
    let words = cell.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    let marked: Vec<String> = words.iter().filter(|word| word.starts_with("zq")).cloned().collect();
    if marked.is_empty() { words } else { marked }
}

#[test]
fn what_a_cell_says_is_in_the_dataset_or_is_told() {
    let mut lost = Vec::new();
    let headings = WORDS.iter().map(|(_, word)| *word).chain(["minutes", "whatever", "attendance", ""]);
    for heading in headings {
        for odd in ODD {
            // One odd value among what belongs there, and below what is no date of its own.
            let quoted = odd.replace('"', "\"\"");
            let usual = match heading {
                "start" | "end" | "modified" => "2019-03-04",
                "start time" | "end time" => "10:00",
                "year" => "2019",
                "month" | "day" | "number" | "latitude" | "longitude" | "duration" => "5",
                "web page" | "online" => "https://example.org/",
                "weekday" => "Monday",
                _ => "usual",
            };
            let rows: String = (1..=9).map(|day| format!("Talk {day},2019-03-0{day},{usual}\n")).collect();
            let table = format!("Title,Date,{heading}\n{rows}Odd,2019-04-05,\"{quoted}\"\n");
            let Some(text) = outcome(&table) else { continue };
            let text = text.to_lowercase();
            for word in words(odd).into_iter().filter(|word| !text.contains(word.as_str())) {
                lost.push(format!("{heading}: {odd:?} lost {word}"));
            }
        }
    }
    assert!(lost.is_empty(), "{} cells:\n{}", lost.len(), lost.join("\n"));
}
