//! The explorer: search, facets and the list of meetings.

use std::time::Duration;

use leptos::prelude::*;

use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::export::Format;
use crate::core::search::explore::{Shown, explore};
use crate::core::search::highlight::read_as;
use crate::core::text::fold::tidy;
use crate::language::{NAMES, labels, messages};
use crate::views::blocks::problems::problems;
use crate::views::blocks::take_away::take_away;
use crate::views::dom;
use crate::views::element::{Content, Element, classed, dynamic, el, follow, fragment};
use crate::views::explorer::active_filters::active_filters;
use crate::views::explorer::facets::facets;
use crate::views::explorer::results::results;
use crate::views::explorer::search_form::{BOX, search_form};
use crate::views::explorer::sort_box::sort_box;
use crate::views::explorer::spoken::{spoken, when_still};
use crate::views::pages::listing::browse;
use crate::views::site::{Site, Visit};

/// The formats in which what is shown can be taken away; the first is for archives in which a day is known.
const FORMATS: [Format; 4] = [Format::Calendar, Format::Csv, Format::Bibtex, Format::Json];

/// How long no letter must be typed before the typing is over.
const TYPED_AFTER: Duration = Duration::from_millis(300);

/// The explorer. What it shows is a function of the archive and the query in the address, and nothing else.
pub fn explorer(site: Site) -> AnyView {
    let archive = site.archive;
    let shown = Memo::new(move |before: Option<&Shown>| {
        let route = site.route.read();
        let query = match &*route {
            Route::Explorer(query) => query,
            // The page is on its way out.
            _ => &Query::default(),
        };
        let first = site.first.lock().ok().and_then(|mut first| first.take());
        let now = first.filter(|first| first.query == *query).unwrap_or_else(|| explore(site.catalogue, query));
        site.answer(now, before)
    });
    let text = Memo::new(move |_| shown.read().query.text().to_owned());
    let hits = Memo::new(move |_| shown.read().hits.clone());
    let count = Memo::new(move |_| {
        let shown = shown.read();
        let narrowed = shown.query.has_filters() || !shown.query.text().is_empty();
        messages::result_count(shown.found, site.catalogue.count(), narrowed)
    });
    let is_typing = RwSignal::new(false);
    when_still(text, TYPED_AFTER, Box::new(move |_| _ = is_typing.try_set(false)));
    let search = move |typed: String, _| {
        let before = shown.read_untracked().query.clone();
        let query = before.with_text(&typed);
        if query.text() != before.text() {
            is_typing.set(true);
        }
        site.go.run((Route::Explorer(query), Visit::Replace));
    };
    follow_query(text);
    let intro = classed("div", "intro")
        .child(el("h1").attr("tabindex", "-1").child(archive.dataset.title.as_str()))
        .child(archive.dataset.description.as_deref().map(|text| classed("p", "lead").child(text)));
    let head = classed("div", "results-head cluster")
        .child(classed("p", "result-count").child(dynamic(move || count.get())))
        .child(sort_box(site, shown, text));
    let section = classed("section", "results")
        .attr("id", dom::RESULTS)
        .attr("tabindex", "-1")
        .attr("aria-label", labels::RESULTS)
        .child(head)
        .child(spoken(count))
        .child(active_filters(site, shown))
        .child(notices(site, shown))
        .child(results(site, shown, hits, is_typing))
        .child(save(site, shown));
    let mut children = Vec::new();
    intro.add_to(&mut children);
    problems(archive).add_to(&mut children);
    search_form(site.explorer(Query::default()), &text.read_untracked(), search).add_to(&mut children);
    classed("div", "explorer").child(facets(site, shown)).child(section).add_to(&mut children);
    browse(site).add_to(&mut children);
    fragment(children)
}

/// Lets the search box follow the query, as when going back; but the reader's own spaces stay while the words are the same.
fn follow_query(text: Memo<String>) {
    follow(Box::new(move || {
        let text = text.read();
        if tidy(&dom::value(BOX)) != *text {
            dom::set_value(BOX, &text);
        }
    }));
}

/// The meetings found as files; nothing where none is.
fn save(site: Site, shown: Memo<Shown>) -> Element {
    let has_days = site.archive.meetings.iter().any(|meeting| meeting.when.has_days());
    let formats = if has_days { &FORMATS[..] } else { &FORMATS[1..] };
    classed("aside", "save no-print")
        .attr_fn("hidden", move || (shown.read().found == 0).then(String::new))
        .child(el("h2").child(labels::SAVE_THESE))
        .child(take_away(site, &Route::Explorer(Query::default()), formats))
}

/// What in the address was skipped, and what the text was read as.
fn notices(site: Site, shown: Memo<Shown>) -> AnyView {
    dynamic(move || {
        let shown = shown.read();
        let read_as = read_as(site.records, &shown, &NAMES).map(|text| messages::read_as(shown.query.text(), &text));
        let notices = shown.notices.iter().map(messages::notice).chain(read_as);
        let notices: Vec<Element> = notices.map(|notice| el("p").child(notice)).collect();
        (!notices.is_empty()).then(|| classed("div", "notice").child(notices))
    })
}
