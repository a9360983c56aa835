//! The explorer: search, facets and the list of meetings.

use std::time::Duration;

use leptos::prelude::*;

use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::address::view::View;
use crate::core::search::explore::{Shown, explore};
use crate::core::text::fold::tidy;
use crate::language::{labels, messages};
use crate::views::blocks::problems::problems;
use crate::views::blocks::told::told;
use crate::views::dom;
use crate::views::element::{Content, Element, classed, dynamic, el, finished, follow, fragment, outward, text_memo};
use crate::views::explorer::active_filters::active_filters;
use crate::views::explorer::facets::facets;
use crate::views::explorer::save::save;
use crate::views::explorer::search_form::{BOX, search_form};
use crate::views::explorer::sort_box::sort_box;
use crate::views::explorer::spoken::{spoken, when_still};
use crate::views::explorer::views::{chosen, switch};
use crate::views::site::{Site, Visit};

/// How long no letter must be typed before the typing is over.
const TYPED_AFTER: Duration = Duration::from_millis(300);

/// The explorer. What it shows is a function of the archive and the query in the address, and nothing else.
pub fn explorer(site: Site) -> AnyView {
    let shown = answer(site);
    // What is made of it is not made anew with the counts, or whoever is about to use it would lose the focus.
    let listed = Memo::new(move |_| shown.read().list());
    let text = text_memo(Box::new(move |_| shown.read().query.text().to_owned()));
    let count = count(site, shown);
    let is_typing = RwSignal::new(false);
    when_still(text, TYPED_AFTER, Box::new(move |_| _ = is_typing.try_set(false)));
    let search = move |typed: String, is_sent: bool| {
        let before = shown.read_untracked().query.clone();
        let query = before.with_text(&typed);
        if query.text() != before.text() {
            is_typing.set(true);
        }
        site.go.run((Route::Explorer(query), Visit::Replace));
        // What is found stands below the box there, and the keyboard over it.
        if is_sent && dom::is_narrow() {
            dom::soon(Box::new(|| dom::focus(dom::RESULTS)));
        }
    };
    follow_query(text);
    let [overview, browse, taken] = front(site);
    let head = classed("div", "results-head cluster")
        .child(classed("h2", "result-count").child(dynamic(move || count.get())))
        .child(switch(site, listed))
        .child(sort_box(site, shown, text));
    let section = classed("section", "results")
        .attr("id", dom::RESULTS)
        .attr("tabindex", "-1")
        .attr("aria-label", labels::RESULTS)
        .attr_fn("aria-busy", move || (!shown.read().is_listed()).then(|| "true".to_owned()))
        .child(skip(dom::FACETS, labels::SKIP_TO_FACETS))
        .child(head)
        .child(spoken(count))
        .child(active_filters(site, listed))
        .child(unanswered(site, listed))
        .child(notices(site, listed))
        .child(chosen(site, listed, is_typing))
        .child(save(site, shown, taken));
    let mut children = Vec::new();
    intro(site, shown).add_to(&mut children);
    problems(site).add_to(&mut children);
    search_form(site.explorer(Query::default()), &text.read_untracked(), search).add_to(&mut children);
    skip(dom::RESULTS, labels::SKIP_FACETS).add_to(&mut children);
    overview.add_to(&mut children);
    classed("div", "explorer").child(facets(site, shown)).child(section).add_to(&mut children);
    browse.add_to(&mut children);
    fragment(children)
}

/// What is found for the query in the address.
fn answer(site: Site) -> Memo<Shown> {
    Memo::new(move |before: Option<&Shown>| {
        let route = site.route.read();
        let query = match (&*route, before) {
            (Route::Explorer(query), _) => query,
            // The page is on its way out.
            (_, Some(before)) => &before.query,
            _ => &Query::default(),
        };
        let first = site.first.lock().ok().and_then(|mut first| first.take());
        let now = first.filter(|first| first.query == *query).unwrap_or_else(|| explore(site.catalogue, query));
        site.answer(now, before)
    })
}

/// What the archive is: its title and what it says of itself.
fn intro(site: Site, shown: Memo<Shown>) -> Element {
    let archive = site.archive;
    // Whoever asks for something knows what the archive is, and wants the room.
    let is_asking = move || {
        let query = &shown.read().query;
        query.is_narrowed() || query.view() != View::List || query.page() > 1
    };
    let title = archive.dataset.title.as_str();
    classed("div", "intro")
        .attr_fn("data-small", move || is_asking().then(String::new))
        .child(told(archive, el("h1"), title).attr("tabindex", "-1").child(title))
        .child(archive.dataset.description.as_deref().map(|text| told(archive, classed("p", "lead"), text).child(text)))
}

/// A way within the page, for those who go through it by keyboard.
fn skip(to: &'static str, text: &'static str) -> Element {
    outward(&format!("#{to}"), text).attr("class", "skip-link").on("click", move |event| {
        event.prevent_default();
        dom::focus(to);
    })
}

/// What stands around the list of the whole archive: as the build has made it, or made here where another page was opened first.
fn front(site: Site) -> [Option<Element>; 3] {
    let kept = site.kept.filter(|kept| !kept.browse.is_empty());
    if let Some(kept) = kept {
        let parts = [
            ("overview", dom::OVERVIEW, &kept.overview),
            ("browse no-print", dom::BROWSE, &kept.browse),
            ("taken", dom::TAKEN, &kept.taken),
        ];
        return parts.map(|(class, id, html)| Some(finished(classed("div", class).attr("id", id), html)));
    }
    site.later.pages.get().map(|pages| (pages.front)(site)).unwrap_or_default()
}

/// How many meetings are found, in words. As long as the list is the one before, so is its count.
fn count(site: Site, shown: Memo<Shown>) -> Memo<String> {
    text_memo(Box::new(move |before| {
        let shown = shown.read();
        match before.filter(|_| !shown.is_listed()) {
            Some(before) => before.clone(),
            None => messages::result_count(shown.found, site.catalogue.count(), shown.query.is_narrowed()),
        }
    }))
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

/// What in the address was skipped, and what the text was read as.
fn notices(site: Site, shown: Memo<Shown>) -> AnyView {
    dynamic(move || {
        let shown = shown.read();
        let is_any = !shown.notices.is_empty() || !shown.mended.is_empty();
        is_any.then(|| site.answers(|answers| (answers.notices)(site, &shown))).flatten()
    })
}

/// That the list is still the one before, where what the new one takes did not come.
fn unanswered(site: Site, shown: Memo<Shown>) -> AnyView {
    dynamic(move || {
        let shown = shown.read();
        site.failed.get().filter(|_| !shown.is_listed()).map(|sentence| {
            classed("div", "notice")
                .attr("role", "alert")
                .child(el("p").child(messages::unanswered(&sentence, shown.query.text())))
                .child(
                    el("button")
                        .attr("type", "button")
                        .on("click", move |_| {
                            // The button goes with the notice.
                            dom::focus(BOX);
                            site.again.run(());
                        })
                        .child(labels::TRY_AGAIN),
                )
                .child(outward(&site.explorer(shown.query.clone()), labels::RELOAD))
        })
    })
}
