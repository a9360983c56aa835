//! The whole page: header, the page of the route, footer.

use leptos::prelude::*;

#[cfg(feature = "native")]
use crate::core::address::data::DATASET;
use crate::core::address::query::Query;
use crate::core::address::route::{Kind, Route};
use crate::core::archive::Archive;
use crate::core::archive::format::FOLDER;
#[cfg(feature = "native")]
use crate::core::archive::format::Link;
use crate::core::search::catalogue::Catalogue;
#[cfg(feature = "native")]
use crate::language::dates;
use crate::language::{labels, messages};
#[cfg(feature = "native")]
use crate::views::blocks::colophon;
use crate::views::blocks::told::told;
use crate::views::blocks::way_back::asked;
#[cfg(feature = "native")]
use crate::views::element::outward;
use crate::views::element::{Content, Element, classed, dynamic, el, finished, fragment, link};
#[cfg(feature = "native")]
use crate::views::pages::about;
use crate::views::site::Site;
use crate::views::{dom, pages};

/// The title of a page with this name, as windows and bookmarks show it.
pub fn title(archive: &Archive, catalogue: &Catalogue, route: &Route, name: Option<String>) -> String {
    let name = match route {
        Route::Explorer(query) => asked(catalogue, query),
        _ => Some(name.unwrap_or_else(|| labels::NOT_FOUND.to_owned())),
    };
    let title = &archive.dataset.title;
    name.map_or_else(|| title.clone(), |name| messages::page_title(&name, title))
}

/// The whole page: header, the page of the route, footer.
pub fn app(site: Site) -> AnyView {
    let page = Memo::new(move |_| site.route.read().page());
    let mut children = Vec::new();
    skip_link(page).add_to(&mut children);
    header(site, page).add_to(&mut children);
    let content = dynamic(move || match page.get() {
        Route::Explorer(_) => pages::explorer::explorer(site),
        other => other_page(site, &other),
    });
    el("main").attr("id", dom::CONTENT).attr("tabindex", "-1").child(content).add_to(&mut children);
    footer(site).add_to(&mut children);
    fragment(children)
}

/// A page that is not the explorer, made here or finished before.
fn other_page(site: Site, route: &Route) -> AnyView {
    if let Some(page) = site.later.finished(route) {
        return finished(el("div").attr("id", "finished"), &page.html).view();
    }
    site.later.pages.get().map_or_else(|| fragment(Vec::<Element>::new()), |pages| (pages.view)(site, route))
}

/// The first thing that Tab reaches: past everything that is the same on every page.
fn skip_link(page: Memo<Route>) -> Element {
    let on_explorer = move || matches!(*page.read(), Route::Explorer(_));
    let target = move || if on_explorer() { dom::RESULTS } else { dom::CONTENT };
    classed("a", "skip-link")
        .attr_fn("href", move || Some(format!("#{}", target())))
        .on("click", move |event| {
            event.prevent_default();
            dom::focus(target());
        })
        .child(dynamic(move || if on_explorer() { labels::SKIP_TO_RESULTS } else { labels::SKIP_TO_CONTENT }))
}

fn header(site: Site, page: Memo<Route>) -> Element {
    let home = Route::Explorer(Query::default());
    let entry = |route: Route, text: &str| {
        let current = move |route: &Route| (*page.read() == *route).then(|| "page".to_owned());
        link(site.href(&route), text).attr_fn("aria-current", move || current(&route))
    };
    // The explorer has the archive's title as its heading.
    let title = {
        let home = home.clone();
        move || {
            let text = site.archive.dataset.title.as_str();
            let title = || told(site.archive, link(site.href(&home), text), text);
            (*page.read() != home).then(|| title().attr("class", "site-title"))
        }
    };
    // What it shows is told by the title.
    let logo = site.archive.dataset.logo.as_deref().map(|file| site.base.file(&(FOLDER.to_owned() + file)));
    let logo = logo.map(|address| classed("img", "logo").attr("src", &address).attr("alt", ""));
    classed("header", "site-header").child(logo).child(dynamic(title)).child(
        classed("nav", "cluster")
            .attr("aria-label", labels::SITE)
            .child(entry(home, labels::ALL_MEETINGS))
            .child((!site.archive.people().is_empty()).then(|| entry(Route::index(Kind::People), labels::PEOPLE)))
            .child((!site.archive.dataset.places.is_empty()).then(|| entry(Route::index(Kind::Places), labels::PLACES)))
            .child(entry(Route::About, labels::ABOUT)),
    )
}

/// The footer. It says the same on every page, so the app shows the one that the build has made.
fn footer(site: Site) -> Element {
    let footer = classed("footer", "site-footer");
    match site.kept {
        Some(kept) => finished(footer.attr("id", "footer"), &kept.footer),
        #[cfg(feature = "native")]
        None => footer.child(said_of_archive(site)),
        #[cfg(not(feature = "native"))]
        None => footer,
    }
}

/// Who publishes the archive, on which terms, and where one asks.
#[cfg(feature = "native")]
fn said_of_archive(site: Site) -> Vec<Option<Element>> {
    let archive = site.archive;
    let dataset = &archive.dataset;
    let modified = dataset.modified.as_deref().map(dates::modified);
    let data = outward(&site.base.file(DATASET), labels::DATASET);
    let paragraph = |name: &str, told: Option<Element>| told.map(|told| el("p").child(name).child(told));
    let outside = |of: &Link| el("p").child(told(archive, outward(&of.url, of.title.as_str()), &of.title));
    // Places within a page are left to the browser.
    let on_about = |place: &str, name: &str| link(format!("{}#{place}", site.href(&Route::About)), name);
    let mut said = vec![
        paragraph(labels::PUBLISHED_BY, colophon::publisher(archive)),
        paragraph(labels::LICENCE_IS, colophon::licence(archive)),
        paragraph(labels::CONTACT, colophon::contact(archive)),
    ];
    said.extend(dataset.links.iter().map(outside).map(Some));
    let how_much =
        el("p").child(how_much(archive)).child(" ").child(on_about(about::COMPLETENESS, labels::COMPLETENESS));
    said.push(Some(how_much));
    said.push(modified.map(|text| el("p").child(text)));
    said.push(Some(el("p").child(data)));
    said.push(Some(el("p").child(on_about(about::ACCESSIBILITY, labels::ACCESSIBILITY))));
    said
}

/// How much is in the archive, in a sentence.
#[cfg(feature = "native")]
fn how_much(archive: &Archive) -> String {
    let dataset = &archive.dataset;
    let documents = || archive.meetings.iter().flat_map(|meeting| meeting.record.all_documents());
    let (all, open) = (documents().count(), documents().filter(|document| document.can_be_opened()).count());
    let are_told = dataset.people_pages != Some(false) && !dataset.people.is_empty();
    let told = [
        Some(messages::meetings(archive.meetings.len())),
        (all > 0).then(|| messages::documents(all, open)),
        are_told.then(|| messages::people(dataset.people.len())),
        (!dataset.places.is_empty()).then(|| messages::places(dataset.places.len())),
    ];
    messages::sentence(&told.into_iter().flatten().collect::<Vec<_>>())
}
