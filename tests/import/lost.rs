//! Nothing of a table is lost without a line: what a cell says is in the dataset, or is told.

use meetings::import::merge::dataset::{Head, write};
use meetings::import::merge::records::Records;
use meetings::import::merge::state::State;
use meetings::import::piece::Asked;
use meetings::import::run::Import;
use meetings::import::source::Source;
use meetings::import::table::role::WORDS;
use meetings::import::told::Told;

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
    let mut told = Told::default();
    let source = Source::new("t.csv", table.as_bytes().to_vec(), &mut told).ok()?;
    let none = |_: &str| None;
    let quiet = |_: usize| ();
    let mut import = Import::new(Asked::default(), Vec::new(), Records::default(), State::default(), &none, &quiet);
    import.read(source).ok()?;
    let imported = import.finish(&Head { file_title: "T".to_owned(), ..Head::default() });
    let mut json = Vec::new();
    write(&imported.dataset, &mut json).unwrap();
    let lines = imported.told.lines.iter().map(|line| format!("{} {}\n", line.value, line.became));
    Some(String::from_utf8(json).unwrap() + &lines.collect::<String>())
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
