//! One page a kind of address, named after it.

pub mod about;
pub mod explorer;
pub mod index;
pub mod listing;
pub mod meeting;
pub mod not_found;
pub mod overview;
pub mod person;
pub mod place;
pub mod taken;
pub mod who_met;

use leptos::prelude::{AnyView, Callable};

use crate::core::address::route::{Kind, Route};
use crate::core::archive::Archive;
use crate::core::search::catalogue::Catalogue;
use crate::core::search::entry::{Entry, count, named, position};
use crate::core::search::list::List;
use crate::language::{NAMES, labels, messages, met};
use crate::views::dom;
use crate::views::element::Element;
use crate::views::site::{Pages, Site, Visit};

/// How every page but the explorer is made.
pub fn pages() -> Pages {
    Pages { view, front, name }
}

fn front(site: Site) -> [Option<Element>; 3] {
    [overview::overview(site), listing::browse(site), Some(taken::taken(site))]
}

fn view(site: Site, route: &Route) -> AnyView {
    let page = match route {
        Route::Meeting(id) => {
            let position = site.archive.position(id);
            if position.is_none() {
                lead_on(site, id);
            }
            position.map(|position| meeting::meeting(site, position))
        }
        Route::List { key, .. } if Kind::ALL.iter().any(|kind| kind.key() == key) => {
            Entry::find(site.archive, site.together(), route).map(|entry| match entry.kind {
                Kind::People => person::person(site, &entry),
                Kind::Places => place::place(site, &entry),
            })
        }
        Route::List { .. } => List::find(site.catalogue, route).map(|list| listing::listing(site, &list)),
        Route::Index(kind, _) => index::index(site, *kind),
        Route::Together { id, with } => person::together(site, id, with),
        Route::About => Some(about::about(site)),
        Route::Explorer(_) | Route::NotFound(_) => None,
    };
    page.unwrap_or_else(|| not_found::not_found(site, &route.path())).view()
}

/// Goes on to the address of the meeting that had this id before, if there is one. The build writes a page that does so too,
/// which stands at the old address.
fn lead_on(site: Site, id: &str) {
    if let Some(meeting) = site.archive.former(id) {
        let route = Route::Meeting(meeting.record.id.clone());
        dom::soon(Box::new(move || site.go.run((route.clone(), Visit::Replace))));
    }
}

/// What a page is called within its site; none where there is no such page.
pub fn name(archive: &Archive, catalogue: &Catalogue, route: &Route) -> Option<String> {
    match route {
        Route::Explorer(_) => Some(labels::ALL_MEETINGS.to_owned()),
        Route::About => Some(labels::ABOUT.to_owned()),
        Route::Meeting(id) => archive.position(id).map(|at| archive.meetings[at].record.title.clone()),
        Route::Index(kind, _) => (count(archive, *kind) > 0).then(|| met::all_of(*kind).to_owned()),
        Route::Together { id, with } => {
            let name = |id: &str| position(archive, Kind::People, id).map(|at| named(archive, Kind::People, at).1);
            Some(met::both(name(id)?, name(with)?))
        }
        Route::List { key, page, .. } if Kind::ALL.iter().any(|kind| kind.key() == key) => {
            let entry = Entry::find(archive, catalogue.together(archive, &NAMES), route)?;
            let name = entry.name().to_owned();
            Some(if *page > 1 { messages::page_of_list(&name, *page, entry.pages()) } else { name })
        }
        Route::List { page, .. } => {
            let list = List::find(catalogue, route)?;
            let label = list.value().label.clone();
            Some(if *page > 1 { messages::page_of_list(&label, *page, list.pages()) } else { label })
        }
        Route::NotFound(_) => None,
    }
}
