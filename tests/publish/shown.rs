//! What a page tells of the fields that an archive may use or leave: status, places, languages, agenda, people, documents.

use meetings::core::archive::Archive;
use meetings::core::archive::provenance::Provenance;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::folder::{Folder, SITE};

/// What stands in the files that the archives of these tests keep, by their paths.
const KEPT: [(&str, &[u8]); 2] = [("2001/møte & 1.pdf", &[b' '; 1_449_000]), ("our-logo.svg", b"<svg/>")];

/// The site of an archive with these fields.
pub fn site(name: &str, fields: &Value) -> Folder {
    let mut dataset = json!({"version": 1, "title": "Talks", "language": "en"});
    dataset.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let folder = Folder::built(name);
    let data = folder.beside("meetings.json");
    std::fs::write(&data, dataset.to_string()).unwrap();
    for (path, content) in KEPT {
        let path = data.with_file_name("documents").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }
    let output = folder.publish(&[SITE, ("DATA", data.to_str().unwrap())]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder
}

/// The page of a meeting of these fields, in an archive of it alone.
pub fn page(name: &str, fields: &Value) -> String {
    let mut meeting = json!({"id": "a", "title": "First", "start": "2001-05-06"});
    meeting.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let places =
        json!([{"id": "oslo", "name": "Oslo", "country": "NO"}, {"id": "inari", "name": "Inari", "country": "FI"}]);
    let people = json!([{"id": "ann", "name": "Ann"}, {"id": "bo", "name": "Bo"}, {"id": "cy", "name": "Cy"}]);
    let sources = json!([{"id": "one", "title": "One"}, {"id": "two", "title": "Two"}]);
    let site = site(
        name,
        &json!({"places": places, "people": people, "sources": sources, "source": "one", "meetings": [meeting]}),
    );
    site.text("meetings/a/index.html")
}

pub fn has(page: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(page.contains(piece), "{piece}\n{page}");
    }
}

/// Where the pieces stand, in which order they are expected.
pub fn in_order(page: &str, pieces: &[&str]) {
    has(page, pieces);
    let places: Vec<usize> = pieces.iter().map(|piece| page.find(piece).unwrap()).collect();
    assert!(places.is_sorted(), "{pieces:?} at {places:?}\n{page}");
}

const CANCELLED: &str = "<span class=\"status\" data-status=\"cancelled\">Cancelled</span>";

#[test]
fn the_status_is_a_word_on_the_page_and_in_every_list() {
    let meeting = |id: &str, status: Option<&str>| {
        let mut meeting = json!({"id": id, "title": id, "start": "2001"});
        if let Some(status) = status {
            meeting["status"] = status.into();
        }
        meeting
    };
    let all = ["planned", "tentative", "postponed", "cancelled", "held"];
    let meetings: Vec<Value> = all.iter().map(|of| meeting(of, Some(of))).chain([meeting("plain", None)]).collect();
    let site = site("status", &json!({"meetings": meetings}));
    for (status, word) in all.iter().zip(["Planned", "Tentative", "Postponed", "Cancelled", "Held"]) {
        let page = site.text(&format!("meetings/{status}/index.html"));
        let badge = format!("<span class=\"status\" data-status=\"{status}\">{word}</span>");
        has(
            &page,
            &[
                // Once, and before the time.
                &format!(
                    "</h1><p class=\"facts held\"><span>{badge}</span><span><span><time datetime=\"2001\">2001</time>"
                ),
            ],
        );
        assert!(!page.contains("<dt>Status</dt>"), "{page}");
        let row = format!("<p class=\"facts\">{badge}<span><time datetime=\"2001\">2001</time></span></p>");
        for list in ["index.html", "years/2001/index.html"] {
            assert_eq!(site.text(list).contains(&row), *status != "held", "{status} in {list}");
        }
    }
    let plain = site.text("meetings/plain/index.html");
    assert!(plain.contains("<p class=\"facts held\"><span><span><time"), "{plain}");
    // What an earlier or later meeting came to is told with the way to it.
    has(
        &site.text("meetings/held/index.html"),
        &["<span class=\"status\" data-status=\"cancelled\">Cancelled</span></span></p></nav>"],
    );
}

#[test]
fn several_places_are_told_alike_on_the_page_and_in_the_row() {
    let one = page("one-place", &json!({"place": "oslo"}));
    has(&one, &["</time></span></span><span><a href=\"/talks/places/oslo/\">Oslo</a>, <a"]);
    let site_of_two = site(
        "two-places",
        &json!({"places": [{"id": "oslo", "name": "Oslo", "country": "NO"}, {"id": "inari", "name": "Inari"}],
            "meetings": [{"id": "a", "title": "A", "start": "2001", "places": ["oslo", "inari"]}]}),
    );
    let two = site_of_two.text("meetings/a/index.html");
    has(
        &two,
        &[
            "</time></span></span><span><a href=\"/talks/places/oslo/\">Oslo</a>, <a href=\"/talks/?country=NO\">Norway</a></span>\
             <span><a href=\"/talks/places/inari/\">Inari</a></span></p>",
        ],
    );
    has(&site_of_two.text("index.html"), &["<span><bdi>Oslo</bdi>, Norway</span><span><bdi>Inari</bdi></span></p>"]);
}

#[test]
fn where_to_take_part_from_afar_and_where_the_papers_lie_are_facts() {
    let page = page("online", &json!({"online": "https://meet.example.org/a?room=1&lang=en", "reference": "Box 3"}));
    has(
        &page,
        &[
            "<dt>Online</dt><dd><span><a href=\"https://meet.example.org/a?room=1&amp;lang=en\" rel=\"external\" class=\"own-address\">meet.example.org/a?room=1&amp;lang=en</a>",
            "<dt>Reference</dt><dd><span><bdi>Box 3</bdi></span></dd>",
        ],
    );
}

#[test]
fn the_day_of_a_records_change_is_told() {
    has(&page("changed", &json!({"modified": "2026-05-03"})), &["<p class=\"quiet\">Record changed 3 May 2026.</p>"]);
    assert!(!page("unchanged", &json!({})).contains("Record changed"));
}

#[test]
fn titles_and_statements_stand_in_their_language_with_their_translations() {
    let title = json!({"title": "Første møte", "language": "nb", "translations": {"en": "First meeting", "ar": "الاجتماع الأول"}});
    let page_of_title = page("languages", &title);
    has(
        &page_of_title,
        &[
            "<h1 lang=\"nb\" tabindex=\"-1\">Første møte</h1><ul class=\"translations\" role=\"list\" aria-label=\"In other languages\">",
            "<li class=\"translation\"><bdi lang=\"en\">First meeting</bdi><span class=\"quiet\"> (English)</span></li>",
            "<bdi lang=\"ar\" dir=\"rtl\">الاجتماع الأول</bdi><span class=\"quiet\"> (Arabic)</span>",
        ],
    );
    let of_two = site(
        "languages-list",
        &json!({"meetings": [{"id": "a", "title": "Første", "language": "nb", "start": "2001"}, {"id": "b", "title": "B", "start": "2002"}]}),
    );
    has(&of_two.text("index.html"), &["lang=\"nb\">Første</a></h3>"]);
    has(&of_two.text("meetings/b/index.html"), &["lang=\"nb\">Første</a><span class=\"quiet aside\">"]);
    let said = json!({"text": "En havn", "language": "nb", "translations": {"en": "One harbour"}, "source": "two"});
    for field in ["topics", "notes", "quotes"] {
        let page = page(field, &json!({field: [said, "Plain"]}));
        let tag = if field == "quotes" { "p" } else { "li" };
        in_order(
            &page,
            &[
                &format!("<{tag}><bdi lang=\"nb\">En havn</bdi><a href=\"#source-2\""),
                "<span class=\"translations\"><span class=\"translation\"><bdi lang=\"en\">One harbour</bdi><span class=\"quiet\"> (English)</span></span></span>",
                &format!("<{tag}>Plain</{tag}>"),
            ],
        );
    }
}

#[test]
fn each_item_of_an_agenda_has_its_place_and_an_address() {
    let item = json!({"number": "4.2", "title": "Harbours", "translations": {"nb": "Havner"}, "source": "two",
        "text": {"text": "Two were shown.", "source": "two"}, "decision": "One is built.",
        "people": [{"person": "ann", "part": "Rapporteur"}, {"person": "bo", "part": "excused"}],
        "documents": [{"title": "Drawing", "url": "https://example.org/drawing"}]});
    let page = page(
        "agenda",
        &json!({"topics": ["Topic"], "agenda": [{"number": "1", "title": "Opening"}, item], "people": ["ann"]}),
    );
    in_order(
        &page,
        &[
            "<h2>Topics</h2>",
            "<section><h2>Agenda</h2><ol class=\"agenda\" role=\"list\"><li id=\"item-1\" tabindex=\"-1\">",
            "<h3><a href=\"/talks/?q=%22Opening%22&amp;sort=oldest\" title=\"All meetings that discussed this\"><bdi class=\"quiet\">1 </bdi><bdi>Opening</bdi></a></h3></li>",
            "<li id=\"item-4-2\" tabindex=\"-1\"><h3><a href=\"/talks/?q=%22Harbours%22&amp;sort=oldest\" title=\"All meetings that discussed this\"><bdi class=\"quiet\">4.2 </bdi><bdi>Harbours</bdi></a><a href=\"#source-2\"",
            "<bdi lang=\"nb\">Havner</bdi>",
            "<p>Two were shown.<a href=\"#source-2\"",
            "<div class=\"decision\"><strong class=\"label\">Decision</strong><p>One is built.</p></div>",
            "<strong><a href=\"/talks/people/ann/\">Ann</a></strong><span class=\"details quiet\">Rapporteur</span>",
            "<p class=\"label\">Excused</p><ul class=\"people\" role=\"list\" aria-label=\"Excused\"><li><strong><a href=\"/talks/people/bo/\">Bo</a></strong></li></ul>",
            "<a href=\"https://example.org/drawing\" rel=\"external\" class=\"opens\">Drawing</a>",
            "<h2>People</h2>",
        ],
    );
    assert!(!page.contains("class=\"contents"), "{page}");
}

#[test]
fn a_long_agenda_has_a_list_of_contents_and_every_item() {
    let agenda = |count: usize| (1..=count).map(|at| json!({"title": format!("Item {at}")})).collect::<Vec<_>>();
    let page_of = |count: usize| page(&format!("agenda-{count}"), &json!({"agenda": agenda(count)}));
    assert!(!page_of(5).contains("class=\"contents"));
    let page = page_of(400);
    assert_eq!(page.matches("<li id=\"item-").count(), 400);
    assert_eq!(page.matches("<a href=\"#item-").count(), 400);
    in_order(
        &page,
        &[
            "<nav class=\"contents no-print\" aria-label=\"Agenda\"><ol class=\"columns\" role=\"list\"><li><a href=\"#item-1\"><bdi>Item 1</bdi></a></li>",
            "<a href=\"#item-400\"",
            "<li id=\"item-1\"",
            "<li id=\"item-400\"",
        ],
    );
}

#[test]
fn who_did_not_come_stands_apart() {
    let people = json!([{"person": "ann", "office": "Minister", "organisation": "Ministry of Fish", "part": "Chair"},
        {"person": "bo", "part": "absent", "organisation": "Harbour Board"}, {"person": "cy", "part": "excused"}]);
    let page = page("people", &json!({"people": people}));
    has(
        &page,
        &[
            "<h2>People</h2><ul class=\"people\" role=\"list\"><li><strong><a href=\"/talks/people/ann/\">Ann</a></strong>, <bdi>Minister</bdi>, <bdi>Ministry of Fish</bdi>\
           <span class=\"details quiet\">Chair</span></li></ul>\
           <p class=\"label\">Absent</p><ul class=\"people\" role=\"list\" aria-label=\"Absent\"><li><strong><a href=\"/talks/people/bo/\">Bo</a></strong>, <bdi>Harbour Board</bdi></li></ul>\
           <p class=\"label\">Excused</p><ul class=\"people\" role=\"list\" aria-label=\"Excused\"><li><strong><a href=\"/talks/people/cy/\">Cy</a></strong></li></ul></section>",
        ],
    );
}

#[test]
fn a_document_tells_what_it_is_and_everywhere_that_it_can_be_read() {
    let hash: String = Sha256::digest(KEPT[0].1).iter().map(|byte| format!("{byte:02x}")).collect();
    let page = page(
        "documents",
        &json!({"documents": [
            {"title": "Both", "url": "https://example.org/both", "file": "2001/møte & 1.pdf", "type": "application/pdf", "size": 1_449_000, "sha256": hash, "seen": "2026-05-03"},
            {"title": "Kept", "archived": "https://web.example.org/kept"}, {"title": "Lost"}]}),
    );
    let file = "/talks/documents/2001/m%C3%B8te%20%26%201.pdf";
    in_order(
        &page,
        &[
            &format!("<a href=\"{file}\" rel=\"external\" type=\"application/pdf\" class=\"opens\">Both</a>"),
            "<span>PDF</span><span>1.4 MB</span>",
            &format!("<span>SHA-256 <code class=\"hash\">{hash}</code></span>"),
            "<a href=\"https://example.org/both\" rel=\"external\" aria-label=\"On the web: Both\" class=\"opens\">On the web</a>",
            "<span>Address last seen 3 May 2026</span>",
            ">Kept</span><span class=\"details quiet\"><span><a href=\"https://web.example.org/kept\" rel=\"external\" aria-label=\"Archived copy: Kept\" class=\"opens\">Archived copy</a></span></span>",
            ">Lost</span><span class=\"details quiet\"><span>no address survives</span>",
        ],
    );
    assert_eq!(page.matches("no address survives").count(), 1);
}

#[test]
fn a_source_tells_when_its_address_was_last_seen_to_work() {
    let sources = json!([{"id": "one", "title": "One", "url": "https://example.org/", "seen": "2026-05-03", "note": "N"},
        {"id": "two", "title": "Two", "seen": "2026-05-04"}]);
    let meetings = json!([{"id": "a", "title": "A", "start": "2001"}]);
    let site = site("seen", &json!({"sources": sources, "source": ["one", "two"], "meetings": meetings}));
    let page = site.text("meetings/a/index.html");
    let seen = "One</cite></a> (for all that carries no number).<span class=\"quiet\"> Address last seen 3 May 2026.</span><p class=\"quiet\">N</p>";
    // Without an address none was seen.
    assert!(page.contains(seen) && !page.contains("4 May 2026"), "{page}");
}

#[test]
fn what_a_record_lacks_is_told_and_an_agenda_only_where_others_have_one() {
    let site = site(
        "lacking",
        &json!({"meetings": [{"id": "a", "title": "A", "start": "2001", "venue": "Hall", "agenda": ["Item"]},
            {"id": "b", "title": "B", "start": "2002", "format": "talk"},
            {"id": "c", "title": "C", "start": "2003", "online": "https://meet.example.org"}]}),
    );
    has(&site.text("meetings/a/index.html"), &["Not recorded: theme, place, format, topics, people and documents."]);
    has(
        &site.text("meetings/b/index.html"),
        &["Not recorded: theme, place, venue, topics, agenda, people and documents."],
    );
    // Who met from afar met at no place.
    let afar = &site.text("meetings/c/index.html");
    has(afar, &["Not recorded: theme, format, topics, agenda, people and documents."]);
    has(&site.text("index.html"), &["<span><time datetime=\"2003\">2003</time></span><span>Online</span></p>"]);
    has(&page("bare", &json!({})), &["Not recorded: theme, place, venue, format, topics, people and documents."]);
}

#[test]
fn a_row_shows_what_the_archive_has_chosen_in_its_order() {
    let fields = |row: Value| {
        json!({"row": row, "facets": [{"key": "outcome", "label": "Outcome"}, {"key": "year"}],
            "themes": [{"id": "fish", "label": "Fish"}], "places": [{"id": "oslo", "name": "Oslo"}],
            "meetings": [{"id": "a", "title": "A", "start": "2001", "status": "cancelled", "themes": ["fish"], "place": "oslo", "venue": "Hall",
                "format": "talk", "facets": {"outcome": ["Agreed", "Deferred"]}}]})
    };
    let (date, place) = ("<span><time datetime=\"2001\">2001</time></span>", "<span><bdi>Oslo</bdi></span>");
    let themes = "<ul class=\"tags\" role=\"list\" aria-label=\"Themes\"><li>Fish</li></ul>";
    let outcome = "<ul class=\"tags\" role=\"list\" aria-label=\"Outcome\"><li>Agreed</li><li>Deferred</li></ul>";
    let (venue, format) = ("<bdi>Hall</bdi>", "<bdi>talk</bdi>");
    for (row, expected) in [
        (json!([]), format!("</h3><p class=\"facts\">{CANCELLED}{date}{place}</p>{themes}</li>")),
        (
            json!(["outcome", "format", "date"]),
            format!("</h3><p class=\"facts\">{CANCELLED}</p>{outcome}<p class=\"facts\">{format}{date}</p></li>"),
        ),
        (
            json!(["venue", "place", "themes"]),
            format!("</h3><p class=\"facts\">{CANCELLED}{venue}{place}</p>{themes}</li>"),
        ),
    ] {
        let name = format!("row-{}", row.as_array().unwrap().len());
        let folder = site(&name, &fields(row.clone()));
        for list in ["index.html", "years/2001/index.html"] {
            has(&folder.text(list), &[&expected]);
        }
    }
}

#[test]
fn every_page_says_who_publishes_it_and_on_which_terms() {
    let meetings = json!([{"id": "a", "title": "A", "start": "2001"}]);
    let site_of = |name: &str, fields: Value| {
        let mut all = json!({"meetings": meetings});
        all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        site(name, &all)
    };
    let folder = site_of(
        "footer",
        json!({"logo": "our-logo.svg", "publisher": {"name": "Council", "url": "https://council.example"}, "licence": "CC-BY-4.0",
            "contact": "archive@council.example", "links": [{"title": "Council", "url": "https://council.example/home"}]}),
    );
    let publisher = "<a href=\"https://council.example\" rel=\"external\">Council</a>";
    let licence = "<a href=\"https://spdx.org/licenses/CC-BY-4.0.html\" rel=\"external\">CC-BY-4.0</a>";
    let contact = "<a href=\"mailto:archive@council.example\" rel=\"external\">archive@council.example</a>";
    for page in ["index.html", "meetings/a/index.html", "about/index.html", "404.html"] {
        let page = folder.text(page);
        has(
            &page,
            &["<header class=\"site-header\"><img class=\"logo\" src=\"/talks/documents/our-logo.svg\" alt=\"\">"],
        );
        assert!(!page.contains("</img>"), "{page}");
        has(
            &page,
            &[&format!(
                "<p>Published by {publisher}</p><p>Licence: {licence}</p><p>Contact: {contact}</p>\
             <p><a href=\"https://council.example/home\" rel=\"external\">Council</a></p>\
             <p>1 meeting. <a href=\"/talks/about/#complete\">How complete it is</a></p>"
            )],
        );
    }
    has(
        &folder.text("about/index.html"),
        &[
            &format!(
                "<h2>Publisher and licence</h2><dl class=\"facts-table\"><dt>Publisher</dt><dd>{publisher}</dd><dt>Licence</dt><dd>{licence}</dd></dl>"
            ),
            &format!("and your source, to {contact}</p>"),
        ],
    );
    let other = site_of("footer-plain", json!({"publisher": {"name": "Council"}, "licence": "MIT OR CC0-1.0"}))
        .text("index.html");
    has(&other, &["<p>Published by <bdi>Council</bdi></p><p>Licence: <bdi>MIT OR CC0-1.0</bdi></p><p>1 meeting."]);
    let bare = site_of("footer-bare", json!({})).text("about/index.html");
    for none in ["Published by", "Licence", "Contact", "class=\"logo"] {
        assert!(!bare.contains(none), "{none}: {bare}");
    }
}

#[test]
fn the_sources_of_an_agenda_are_numbered_as_a_reader_comes_to_them() {
    let source = |id: &str| json!({"id": id, "title": id});
    let ids = ["text", "decision", "document", "there", "away", "field", "item", "people", "own"];
    let dataset = json!({"version": 1, "title": "T", "language": "en", "source": "own", "sources": ids.map(source),
        "people": [{"id": "ann", "name": "Ann"}, {"id": "bo", "name": "Bo"}],
        "meetings": [{"id": "a", "title": "A", "start": "2001", "people": [{"person": "ann", "source": "people"}],
            "agenda": [{"title": "I", "source": "item", "text": {"text": "T", "source": "text"}, "decision": {"text": "D", "source": "decision"},
                "people": [{"person": "bo", "part": "absent", "source": "away"}, {"person": "ann", "source": "there"}],
                "documents": [{"title": "D", "kind": "k", "source": "document", "additions": {"kind": "field"}}]}]}]});
    let archive = Archive::read(&dataset.to_string()).unwrap();
    let provenance = Provenance::of(&archive, &archive.meetings[0]);
    let numbered: Vec<&str> = provenance.sources(&archive).into_iter().map(|(_, source)| source.id.as_str()).collect();
    assert_eq!(numbered, ["own", "item", "text", "decision", "there", "away", "document", "field", "people"]);
}
