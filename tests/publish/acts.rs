//! What a row tells of a meeting, and what its page tells and offers first.

use serde_json::json;

use crate::publish::shown::{has, in_order, page, site};

#[test]
fn what_opens_is_told_from_what_is_lost_and_two_of_one_title_apart() {
    let documents = json!([
        {"title": "Conclusions", "kind": "conclusions"},
        {"title": "Speech", "kind": ["Remarks", "Speech"], "languages": ["fi"], "url": "https://www.example.org/a"},
        {"title": "Speech", "languages": ["ru"], "url": "https://example.net/b"}]);
    let page_of = page("documents-apart", &json!({"documents": documents}));
    in_order(
        &page_of,
        &[
            // The kind is no word more than the title, and no link beside one that is none.
            ">Conclusions</span><span class=\"details quiet\"><span>no address survives</span></span>",
            "aria-label=\"Speech, Finnish (1 of 2)\">Speech</a></span><span class=\"details quiet\"><span><bdi>Remarks</bdi></span><span>Finnish</span><span>example.org</span>",
            "aria-label=\"Speech, Russian (2 of 2)\">Speech</a></span><span class=\"details quiet\"><span>Russian</span><span>example.net</span>",
            "<p class=\"quiet\">Whoever has a document that cannot be read here is asked to tell <a href=\"/talks/about/#corrections\">whoever publishes this site</a>.</p>",
        ],
    );
    let found =
        page("documents-found", &json!({"documents": [{"title": "A", "archived": "https://web.example.org/a"}]}));
    assert!(!found.contains("Whoever has"), "{found}");
    let asked = site(
        "documents-asked",
        &json!({"contact": "archive@council.example",
        "meetings": [{"id": "a", "title": "A", "start": "2001", "agenda": [{"title": "I", "documents": ["Lost"]}]}]}),
    );
    has(&asked.text("meetings/a/index.html"), &["is asked to tell <a href=\"mailto:archive@council.example\""]);
    has(&asked.text("about/index.html"), &["<section id=\"corrections\" tabindex=\"-1\">", "<section id=\"complete\""]);
}

#[test]
fn a_meeting_is_told_in_a_line_and_what_one_does_with_it_in_another() {
    let page_of = page(
        "acts",
        &json!({"place": "oslo", "topics": ["Fish"], "quotes": ["Said"], "people": ["ann"], "documents": ["D"]}),
    );
    in_order(
        &page_of,
        &[
            "<p class=\"facts held\"><span><span><time datetime=\"2001-05-06\">6 May 2001</time></span></span><span><a",
            "<ul class=\"acts cluster no-print\" role=\"list\"",
            "<a href=\"/talks/meetings/a.ics\" rel=\"external\">Add to calendar</a>",
            "<a href=\"#cite\">Cite</a>",
            "<li class=\"needs-script\"><span class=\"copy cluster\"><button type=\"button\">Share</button>",
            "<li class=\"needs-script\"><button type=\"button\" class=\"print\">Print</button>",
            "<h2>Topics</h2>",
            "<h2>In the source’s own words</h2>",
            "<h2>People</h2>",
            "<h2>Documents</h2>",
            "id=\"cite\" tabindex=\"-1\"><h2>Cite, share, save</h2>",
            "All of 2001",
        ],
    );
    // Of a meeting without a day there is no calendar.
    let no_day = page("acts-no-day", &json!({"start": "2001"}));
    assert!(!no_day.contains("Add to calendar") && no_day.contains(">Cite</a>"), "{no_day}");
}

#[test]
fn names_in_other_languages_and_where_a_place_lies_come_after_what_was_said_and_by_whom() {
    let folder = site(
        "names-of-places",
        &json!({"places": [{"id": "oslo", "name": "Oslo", "lat": 59.91, "lon": 10.75, "names": {"ru": "Осло"}, "note": "A city", "source": "two"},
                {"id": "inari", "name": "Inari"}], "sources": [{"id": "two", "title": "Two"}],
            "meetings": [{"id": "a", "title": "A", "start": "2001", "places": ["oslo", "inari"], "topics": ["Fish"], "documents": ["D"]}]}),
    );
    in_order(
        &folder.text("meetings/a/index.html"),
        &[
            "<h2>Topics</h2>",
            "<h2>Documents</h2>",
            "<h2>Where</h2><ul class=\"places\" role=\"list\"><li><p><a href=\"/talks/places/oslo/\">Oslo</a><span class=\"quiet aside\">59.91° N, 10.75° E</span><a href=\"#source-1\"",
            "<ul class=\"names\" role=\"list\" aria-label=\"Names in other languages\"><li><span lang=\"ru\">Осло</span>",
            "<p>A city</p></li></ul></section>",
        ],
    );
}

#[test]
fn a_row_tells_in_numbers_what_a_meeting_has_and_what_sets_its_title_apart() {
    let people = json!([{"person": "ann"}, {"person": "ann", "part": "Chair"}, {"person": "bo", "part": "absent"}]);
    let fields = |is_told: bool| {
        json!({"people": [{"id": "ann", "name": "Ann"}, {"id": "bo", "name": "Bo"}, {"id": "cy", "name": "Cy"}], "people_pages": is_told, "meetings": [
            {"id": "a", "title": "1st meeting of the Council", "start": "2001", "people": people, "agenda": [{"title": "I", "people": ["cy"], "documents": ["Lost"]}],
                "documents": [{"title": "D", "url": "https://example.org/d"}, {"title": "E", "file": "2001/møte & 1.pdf"}]},
            {"id": "b", "title": "2nd meeting of the Council", "start": "2002", "people": [{"person": "ann", "part": "excused"}]},
            {"id": "c", "title": "Talks & <more>", "start": "2003", "people": ["ann"]}]})
    };
    let folder = site("row-numbers", &fields(true));
    for list in ["index.html", "years/2001/index.html"] {
        has(
            &folder.text(list),
            &[
                "<strong>1st</strong> meeting of the Council</a>",
                "<p class=\"details quiet\"><span>3 documents, 2 can be opened</span><span>2 people</span></p></li>",
            ],
        );
    }
    // The second is compared with what comes behind it in time, and who was only excused is nobody.
    let page = folder.text("index.html");
    has(&page, &[">2nd meeting of the Council</a></h3>", "<time datetime=\"2002\">2002</time></span></p></li>"]);
    has(&page, &[">Talks &amp; &lt;more&gt;</a></h3>", "<p class=\"details quiet\"><span>1 person</span></p>"]);
    let silent = site("row-silent", &fields(false)).text("index.html");
    has(&silent, &["<p class=\"details quiet\"><span>3 documents, 2 can be opened</span></p>"]);
    assert!(!silent.contains("2 people"), "{silent}");
}
