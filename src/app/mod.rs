//! The views: one page for each address, from an archive and a route. They run in the browser and in the build alike,
//! and ask nothing of either but what [`Site`] holds.

pub mod dom;
pub mod element;
pub mod pages;
pub mod parts;

use leptos::prelude::*;

use self::element::{Content, Element, classed, dynamic, el, fragment, link, outward};
use crate::core::archive::Archive;
use crate::core::explore::Shown;
use crate::core::facet::Facet;
use crate::core::index::Part;
use crate::core::parts::Records;
use crate::core::query::Query;
use crate::core::route::{Base, Route};
use crate::wording::{self, label};

/// What every view may use. The archive is read once and lives as long as the page, so it is borrowed for good.
#[derive(Clone, Copy)]
pub struct Site {
    /// The archive shown.
    pub archive: &'static Archive,
    /// The path the site is published under.
    pub base: &'static Base,
    /// The origin of the site, for addresses that leave it; empty where none is known.
    pub origin: &'static str,
    /// The page shown.
    pub route: Memo<Route>,
    /// Goes to another page.
    pub go: Callback<(Route, Visit)>,
    /// The records of the meetings.
    pub records: &'static Records,
    /// Asks for what has not come yet, by the names of its files. Once something has come, `arrived` changes.
    pub ask: Callback<Needed>,
    /// How often something has come.
    pub arrived: RwSignal<usize>,
    /// Whether the app runs in the page. Where it does not, links lead to what needs no app.
    pub has_app: bool,
}

/// How a new address enters the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visit {
    /// As a step that Back undoes.
    Step,
    /// In place of the present one, as when typing.
    Replace,
}

/// What is needed of an archive in parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Needed {
    /// A part of the catalogue.
    Part(Part),
    /// The record of the meeting at this position.
    Record(usize),
}

impl Site {
    /// What is shown, if all that its list needs is there; else what was shown before, until it is.
    pub fn answer(self, shown: Shown, before: Option<&Shown>) -> Shown {
        let missing = self.archive.catalogue.index.take_missing();
        if missing.is_empty() {
            return shown;
        }
        self.arrived.track();
        let before_list = shown.before_list(&missing);
        let (asked, is_listed) = if before_list.is_empty() { (missing, true) } else { (before_list, false) };
        asked.into_iter().for_each(|part| self.ask.run(Needed::Part(part)));
        match before.filter(|_| !is_listed) {
            Some(before) => Shown { query: shown.query, ..before.clone() },
            None => shown,
        }
    }

    /// The page shown, without its query. Not followed: a view that shows a page is made for that page.
    pub fn page(self) -> Route {
        self.route.read_untracked().page()
    }

    /// The address of a page on its host.
    pub fn href(self, route: &Route) -> String {
        self.base.href(route)
    }

    /// The address of a page for the whole world.
    pub fn permanent(self, route: &Route) -> String {
        format!("{}{}", self.origin, self.href(route))
    }

    /// The address of the meetings with one value of a facet: in the explorer, or where there is no app on a page of
    /// their own if there is one.
    pub fn only(self, facet: Facet, id: &str) -> String {
        match facet {
            Facet::Theme if !self.has_app => self.href(&Route::Theme(id.to_owned())),
            Facet::Year if !self.has_app => self.href(&Route::Year(id.to_owned())),
            _ => self.explorer(Query::only(facet, id)),
        }
    }

    /// The address of the explorer with a query.
    pub fn explorer(self, query: Query) -> String {
        self.href(&Route::Explorer(query))
    }
}

/// The title of a page, as windows and bookmarks show it.
pub fn title(archive: &Archive, route: &Route) -> String {
    let label_of = |facet: Facet, id: &str| {
        let values = archive.catalogue.facets.get(facet);
        values.position(id).map(|at| values.values[at].label.as_str())
    };
    let page = match route {
        Route::Explorer(_) => return archive.dataset.title.clone(),
        Route::About => Some(label::ABOUT),
        Route::Meeting(id) => archive.position(id).map(|at| archive.meetings[at].record.title.as_str()),
        Route::Theme(id) => label_of(Facet::Theme, id),
        Route::Year(year) => label_of(Facet::Year, year),
        Route::NotFound(_) => None,
    };
    wording::page_title(page.unwrap_or(label::NOT_FOUND), &archive.dataset.title)
}

/// Whether this is the app for archives in parts, which shows the explorer alone. The build shows every page.
pub const IS_IN_PARTS: bool = cfg!(all(feature = "parts", not(feature = "native")));

/// The whole page: header, the page of the route, footer.
pub fn app(site: Site) -> AnyView {
    let page = Memo::new(move |_| site.route.read().page());
    let mut parts = Vec::new();
    skip_link(page).add_to(&mut parts);
    header(site, page).add_to(&mut parts);
    let content = dynamic(move || match page.get() {
        Route::Explorer(_) => pages::explorer::explorer(site),
        _ if IS_IN_PARTS => fragment(Vec::<Element>::new()),
        Route::Meeting(id) => match site.archive.position(&id) {
            Some(position) => pages::meeting::meeting(site, position).view(),
            None => pages::not_found::not_found(site, &id).view(),
        },
        Route::Theme(id) => listing(site, Facet::Theme, &id),
        Route::Year(year) => listing(site, Facet::Year, &year),
        Route::About => pages::about::about(site).view(),
        Route::NotFound(path) => pages::not_found::not_found(site, &path).view(),
    });
    el("main").attr("id", dom::CONTENT).attr("tabindex", "-1").child(content).add_to(&mut parts);
    footer(site).add_to(&mut parts);
    fragment(parts)
}

fn listing(site: Site, facet: Facet, id: &str) -> AnyView {
    match pages::listing::listing(site, facet, id) {
        Some(page) => page.view(),
        None => pages::not_found::not_found(site, id).view(),
    }
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
        .child(dynamic(move || if on_explorer() { label::SKIP_TO_RESULTS } else { label::SKIP_TO_CONTENT }))
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
            let title = || link(site.href(&home), site.archive.dataset.title.as_str());
            (*page.read() != home).then(|| title().attr("class", "site-title"))
        }
    };
    classed("header", "site-header").child(dynamic(title)).child(
        classed("nav", "cluster")
            .attr("aria-label", label::SITE)
            .child(entry(home, label::ALL_MEETINGS))
            .child(entry(Route::About, label::ABOUT)),
    )
}

fn footer(site: Site) -> Element {
    let modified = site.archive.dataset.modified.as_deref().map(wording::modified);
    let data = outward(&site.base.file("data/meetings.json"), label::DATASET);
    classed("footer", "site-footer").child(modified.map(|text| el("p").child(text))).child(el("p").child(data))
}
