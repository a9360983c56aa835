//! The explorer: search, facets and the list of meetings.

use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::app::element::{Content, Element, classed, dynamic, el, follow, fragment};
use crate::app::pages::listing::browse;
use crate::app::parts::active_filters::active_filters;
use crate::app::parts::facets::facets;
use crate::app::parts::problems::problems;
use crate::app::parts::results::results;
use crate::app::parts::search_form::{BOX, search_form};
use crate::app::parts::take_away::take_away;
use crate::app::{Site, Visit, dom};
use crate::core::explore::{Shown, explore};
use crate::core::export::Format;
use crate::core::hits::read_as;
use crate::core::query::{Query, Sort, tidy};
use crate::core::route::Route;
use crate::wording::{self, label};

/// The formats in which what is shown can be taken away; the first is for archives in which a day is known.
const FORMATS: [Format; 4] = [Format::Calendar, Format::Csv, Format::Bibtex, Format::Json];

/// How long no letter must be typed before the typing is over.
const TYPED_AFTER: Duration = Duration::from_millis(300);

/// How long the list must stand still before a screen reader is told its count.
const SPEAK_AFTER: Duration = Duration::from_millis(700);

/// The explorer. What it shows is a function of the archive and the query in the address, and nothing else.
pub fn explorer(site: Site) -> AnyView {
    let archive = site.archive;
    let shown = Memo::new(move |before: Option<&Shown>| {
        let now = match &*site.route.read() {
            Route::Explorer(query) => explore(&archive.catalogue, query),
            // The page is on its way out.
            _ => explore(&archive.catalogue, &Query::default()),
        };
        site.answer(now, before)
    });
    let text = Memo::new(move |_| shown.read().query.text().to_owned());
    let hits = Memo::new(move |_| shown.read().hits.clone());
    let count = Memo::new(move |_| {
        let shown = shown.read();
        let narrowed = shown.query.has_filters() || !shown.query.text().is_empty();
        wording::result_count(shown.found, archive.catalogue.count(), narrowed)
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
    // The box follows the query, as when going back; but the reader's own spaces stay while the words are the same.
    follow(Box::new(move || {
        let text = text.read();
        if tidy(&dom::value(BOX)) != *text {
            dom::set_value(BOX, &text);
        }
    }));
    let intro = classed("div", "intro")
        .child(el("h1").attr("tabindex", "-1").child(archive.dataset.title.as_str()))
        .child(archive.dataset.description.as_deref().map(|text| classed("p", "lead").child(text)));
    let head = classed("div", "results-head cluster")
        .child(classed("p", "result-count").child(dynamic(move || count.get())))
        .child(sort_box(site, shown, text));
    let section = classed("section", "results")
        .attr("id", dom::RESULTS)
        .attr("tabindex", "-1")
        .attr("aria-label", label::RESULTS)
        .child(head)
        .child(spoken(count))
        .child(active_filters(site, shown))
        .child(notices(site, shown))
        .child(results(site, shown, hits, is_typing))
        .child(save(site, shown));
    let mut parts = Vec::new();
    intro.add_to(&mut parts);
    problems(archive).add_to(&mut parts);
    search_form(site.explorer(Query::default()), &text.read_untracked(), search).add_to(&mut parts);
    classed("div", "explorer").child(facets(site, shown)).child(section).add_to(&mut parts);
    browse(site).add_to(&mut parts);
    fragment(parts)
}

/// The meetings found as files; nothing where none is.
fn save(site: Site, shown: Memo<Shown>) -> Element {
    let has_days = site.archive.meetings.iter().any(|meeting| meeting.when.has_days());
    let formats = if has_days { &FORMATS[..] } else { &FORMATS[1..] };
    classed("aside", "save no-print")
        .attr_fn("hidden", move || (shown.read().found == 0).then(String::new))
        .child(el("h2").child(label::SAVE_THESE))
        .child(take_away(site, &Route::Explorer(Query::default()), formats))
}

/// What in the address was skipped, and what the text was read as.
fn notices(site: Site, shown: Memo<Shown>) -> AnyView {
    dynamic(move || {
        let shown = shown.read();
        let read_as = read_as(site.records, &shown).map(|text| wording::read_as(shown.query.text(), &text));
        let notices = shown.notices.iter().map(wording::notice).chain(read_as);
        let notices: Vec<Element> = notices.map(|notice| el("p").child(notice)).collect();
        (!notices.is_empty()).then(|| classed("div", "notice").child(notices))
    })
}

fn sort_box(site: Site, shown: Memo<Shown>, text: Memo<String>) -> Element {
    let choose = move |event| {
        if let Some(sort) = Sort::from_key(&dom::value_of(&event)) {
            let query = shown.read_untracked().query.with_sort(sort);
            site.go.run((Route::Explorer(query), Visit::Step));
        }
    };
    let option = move |of: Sort| {
        el("option")
            .attr("value", of.key())
            .prop_fn("selected", move || shown.read().query.sort() == of)
            .child(wording::sort(of))
    };
    let options = move || {
        let offered = Sort::ALL.into_iter().filter(|sort| *sort != Sort::Relevance || !text.read().is_empty());
        offered.map(option).collect::<Vec<_>>()
    };
    classed("label", "sort cluster")
        .child(el("span").child(label::SORT))
        .child(el("select").on("change", choose).child(dynamic(options)))
}

/// Tells a screen reader what stands in `text`, once it has stood still.
fn spoken(text: Memo<String>) -> Element {
    let said = RwSignal::new(String::new());
    when_still(text, SPEAK_AFTER, Box::new(move |text| _ = said.try_set(text)));
    classed("p", "visually-hidden").attr("role", "status").child(dynamic(move || said.get()))
}

/// Does something with a text whenever it has changed and then stood still for a time. What is there when the page opens
/// is no change.
fn when_still(text: Memo<String>, time: Duration, act: Box<dyn Fn(String)>) {
    let act: Rc<dyn Fn(String)> = Rc::from(act);
    Effect::new(move |last: Option<Option<TimeoutHandle>>| {
        let now = text.get();
        if let Some(timer) = last? {
            timer.clear();
        }
        let act = act.clone();
        set_timeout_with_handle(move || act(now), time).ok()
    });
}
