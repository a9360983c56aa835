//! What is imported again, beside what a keeper changed by hand.

use serde_json::Value;

use super::{Folder, all};

const CONTENT: &str = "ID,Date,Title,Place\n1,2011-06-15,A,Oslo\n2,2011-06-16,B,Bergen\n";

#[test]
fn running_twice_changes_nothing() {
    let folder = Folder::new("twice");
    folder.import("t.csv", CONTENT, &[]);
    let files = ["meetings.json", "meetings.json.import.json", "meetings.json.import.toml"];
    let first = files.map(|name| folder.text(name));
    let (code, told, _) = folder.import("t.csv", CONTENT, &[]);
    assert_eq!((code, files.map(|name| folder.text(name))), (0, first), "{told}");
    assert!(told.contains("0 meetings new, 0 changed, 2 as they were; 2 in all."), "{told}");
}

#[test]
fn what_a_keeper_changed_stays_and_is_told() {
    let folder = Folder::new("keeper");
    folder.import("t.csv", CONTENT, &[]);
    let mut dataset = folder.dataset();
    dataset["title"] = "Board".into();
    dataset["meetings"][0]["title"] = "My A".into();
    dataset["meetings"][0]["notes"] = serde_json::json!(["own"]);
    folder.write("meetings.json", dataset.to_string());
    let content =
        CONTENT.replace("1,2011-06-15,A,Oslo", "1,2011-06-15,A2,Tromsø").replace("2,2011-06-16,B", "2,2011-06-17,B2");
    let (code, told, dataset) = folder.import("t.csv", content, &[]);
    assert_eq!((code, all(&dataset, "/title")), (0, "My A|B2".into()), "{told}");
    assert_eq!(all(&dataset, "/start"), "2011-06-15|2011-06-17");
    assert_eq!((&dataset["title"], &dataset["meetings"][0]["notes"][0]), (&"Board".into(), &"own".into()));
    assert_eq!(dataset["meetings"][0]["place"], "tromso");
    assert!(told.contains("It was changed by hand") && told.contains("“A2” → My A"), "{told}");
    // The ids of meetings stay, whatever their titles and days become.
    assert_eq!(all(&dataset, "/id"), "2011-06-15-a-1|2011-06-16-b-2");
}

#[test]
fn what_was_taken_out_is_not_put_back_and_what_is_gone_from_the_file_stays() {
    let folder = Folder::new("gone");
    folder.import("t.csv", CONTENT, &[]);
    let mut dataset = folder.dataset();
    dataset["meetings"].as_array_mut().unwrap().remove(0);
    folder.write("meetings.json", dataset.to_string());
    let (_, told, dataset) = folder.import("t.csv", CONTENT, &[]);
    assert_eq!(all(&dataset, "/title"), "B", "{told}");
    assert!(told.contains("taken out of the dataset by hand"), "{told}");
    let (_, told, dataset) = folder.import("t.csv", "ID,Date,Title,Place\n3,2011-06-18,C,Oslo\n", &[]);
    assert_eq!(all(&dataset, "/title"), "B|C", "{told}");
    assert!(told.contains("stands there no more; it stays"), "{told}");
}

#[test]
fn a_second_file_adds_and_ids_stay_when_rows_are_added() {
    let folder = Folder::new("second");
    folder.import("a.csv", "Date,Title,Place,Themes,Speaker\n2011-06-16,B,Oslo,Sea,Anna Berg\n", &[]);
    let (_, told, dataset) = folder.import(
        "b.csv",
        "Date,Title,Place,Themes,Speaker\n2011-06-15,A,Oslo,Mining,Olav Dahl\n2011-06-16,B,Oslo,Sea,Anna Berg\n",
        &[],
    );
    assert_eq!(all(&dataset, "/title"), "A|B", "{told}");
    assert_eq!(dataset["sources"].as_array().unwrap().len(), 2);
    let again = folder.text("meetings.json");
    for file in ["a.csv", "b.csv", "a.csv"] {
        folder.run(&["import", file, "--into", "meetings.json"]);
        assert_eq!(folder.text("meetings.json"), again, "{file}");
    }
    // From nothing, with a row before the others: the same ids.
    let other = Folder::new("second-other");
    let content =
        "Date,Title,Place,Themes,Speaker\n2010-01-01,Z,Bergen,Air,Kari Lie\n2011-06-16,B,Oslo,Sea,Anna Berg\n";
    let ids = |dataset: &Value| ["places", "people", "themes"].map(|list| dataset[list].to_string());
    let (_, _, fresh) = other.import("a.csv", content, &[]);
    assert!(all(&fresh, "/id").ends_with("2011-06-16-b"));
    for (list, id) in ids(&fresh).iter().zip(["oslo", "anna-berg", "sea"]) {
        assert!(list.contains(&format!("\"id\":\"{id}\"")), "{list}");
    }
}

#[test]
fn a_reviewed_list_puts_meetings_together_for_good() {
    let folder = Folder::new("reviewed");
    let content =
        "Date,Title,Place,Link\n2011-06-15,A,Oslo,https://a.example/\n2011-06-15,A,Bergen,https://a.example/\n";
    let (_, told, dataset) = folder.import("t.csv", content, &[]);
    assert!(told.contains("--merge"), "{told}");
    let ids = all(&dataset, "/id").replace('|', " ");
    folder.write("one.txt", &ids);
    let (code, told, dataset) = folder.import("t.csv", content, &["--merge", "one.txt"]);
    assert_eq!((code, dataset["meetings"].as_array().unwrap().len()), (0, 1), "{told}");
    let (_, told, dataset) = folder.import("t.csv", content, &[]);
    assert_eq!(dataset["meetings"].as_array().unwrap().len(), 1, "{told}");
    assert_eq!(dataset["meetings"][0]["formerly"].as_array().unwrap().len(), 1);
}

#[test]
fn a_dry_run_writes_nothing_and_a_strict_one_minds_what_was_left_out() {
    let folder = Folder::new("dry");
    let (code, told, _) = folder.import("t.csv", CONTENT, &["--dry-run"]);
    assert_eq!(code, 0, "{told}");
    assert!(!folder.at("meetings.json").exists() && !folder.at("meetings.json.import.csv").exists());
    let (code, told, dataset) = folder.import("t.csv", format!("{CONTENT}3,,C,Oslo\n"), &["--strict"]);
    assert_eq!((code, all(&dataset, "/title")), (1, "A|B".into()), "{told}");
    let report = folder.text("meetings.json.import.csv");
    assert!(report.starts_with("done,file,where,label,what,value,became\n"), "{report}");
    assert!(report.contains("left out,t.csv,Row 4"), "{report}");
    assert_eq!(folder.run(&["import", "t.csv"]).0, 2);
    assert_eq!(folder.run(&["import", "no.csv", "--into", "meetings.json"]).0, 2);
    let (code, told) = folder.run(&["import", "t.csv", "--into", "no/meetings.json"]);
    assert!(code == 2 && told.starts_with("no is not there.") && !told.contains("tmp"), "{told}");
    assert_eq!(folder.run(&["import", "t.csv", "--into", "m.json", "--zone", "Mars/Olympus"]).0, 2);
}

#[test]
fn what_was_last_read_may_be_lost_and_a_keepers_own_ids_are_used() {
    let folder = Folder::new("lost");
    folder.import("t.csv", CONTENT, &[]);
    std::fs::remove_file(folder.at("meetings.json.import.json")).unwrap();
    let (_, told, _) = folder.import("t.csv", CONTENT, &[]);
    assert!(told.contains("0 meetings new, 0 changed, 2 as they were"), "{told}");
    let folder = Folder::new("own-ids");
    let dataset = r#"{"version": 1, "title": "T", "language": "en", "places": [{"id": "capital", "name": "Oslo"}], "meetings": []}"#;
    folder.write("meetings.json", dataset);
    let (_, told, dataset) = folder.import("t.csv", CONTENT, &[]);
    assert_eq!(all(&dataset, "/place"), "capital|bergen", "{told}");
}

#[cfg(unix)]
#[test]
fn a_dataset_that_a_link_leads_to_is_replaced_and_the_link_stays() {
    let folder = Folder::new("link");
    folder.import("t.csv", CONTENT, &[]);
    std::fs::rename(folder.at("meetings.json"), folder.at("real.json")).unwrap();
    std::os::unix::fs::symlink("real.json", folder.at("meetings.json")).unwrap();
    let (_, told, dataset) = folder.import("t.csv", format!("{CONTENT}3,2011-06-17,C,Alta\n"), &[]);
    assert_eq!(all(&dataset, "/title"), "A|B|C", "{told}");
    assert!(folder.at("meetings.json").is_symlink() && folder.text("real.json").contains("Alta"));
}

#[test]
fn a_meeting_whose_title_or_day_is_changed_in_its_file_is_told_with_the_one_that_it_may_be() {
    let folder = Folder::new("renamed");
    folder.import("t.csv", "Date,Title\n2012-01-13,Budgt\n2012-02-13,Ice\n2012-03-13,Same\n", &[]);
    let (code, told, dataset) =
        folder.import("t.csv", "Date,Title\n2012-01-13,Budget\n2012-02-14,Ice\n2012-03-13,Same\n", &[]);
    assert_eq!((code, dataset["meetings"].as_array().unwrap().len()), (0, 5), "{told}");
    for said in ["“2012-01-13-budgt” → 2012-01-13-budget", "“2012-02-13-ice” → 2012-02-14-ice"] {
        assert!(told.contains(said), "{said}: {told}");
    }
    folder.write("one.txt", "2012-01-13-budgt, 2012-01-13-budget\n2012-02-13-ice, 2012-02-14-ice\n");
    let (code, told, dataset) = folder.import(
        "t.csv",
        "Date,Title\n2012-01-13,Budget\n2012-02-14,Ice\n2012-03-13,Same\n",
        &["--merge", "one.txt"],
    );
    assert_eq!((code, dataset["meetings"].as_array().unwrap().len()), (0, 3), "{told}");
}
