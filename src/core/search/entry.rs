//! The pages of people and places: the meetings of each, a page at a time, whether or not the archive narrows by them.

use crate::core::address::route::{Kind, Route};
use crate::core::archive::Archive;
use crate::core::search::explore::PAGE_SIZE;
use crate::core::search::together::{Attended, Together};
use crate::core::text::distance::mistakes;
use crate::core::text::order::sorted;

/// One page of the meetings of a person or a place.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    archive: &'a Archive,
    together: &'a Together,
    /// What it is.
    pub kind: Kind,
    /// Its position among those of its kind.
    pub at: usize,
    /// The page, from 1.
    pub page: usize,
}

impl<'a> Entry<'a> {
    /// The page at an address; none where the archive has no such person or place, or these no such page.
    pub fn find(archive: &'a Archive, together: &'a Together, route: &Route) -> Option<Self> {
        let Route::List { key, id, page } = route else { return None };
        let kind = Kind::ALL.into_iter().find(|kind| kind.key() == key)?;
        let entry = Self { archive, together, kind, at: position(archive, kind, id)?, page: *page };
        (*page <= entry.pages()).then_some(entry)
    }

    /// All pages of all people and places, and the tables of these.
    pub fn all(archive: &Archive, together: &Together) -> Vec<Route> {
        let mut routes = Vec::new();
        for kind in Kind::ALL.into_iter().filter(|kind| count(archive, *kind) > 0) {
            routes.push(Route::index(kind));
            for at in 0..count(archive, kind) {
                let entry = Entry { archive, together, kind, at, page: 1 };
                (1..=entry.pages()).for_each(|page| routes.push(entry.route(page)));
            }
        }
        routes
    }

    /// Its name.
    pub fn name(&self) -> &'a str {
        named(self.archive, self.kind, self.at).1
    }

    /// The number of its pages, at least 1.
    pub fn pages(&self) -> usize {
        self.together.meetings(self.kind, self.at).len().div_ceil(PAGE_SIZE).max(1)
    }

    /// The meetings of this page, the latest first.
    pub fn meetings(&self) -> Vec<Attended> {
        let mut all = self.together.meetings(self.kind, self.at);
        all.reverse();
        all.into_iter().skip((self.page - 1) * PAGE_SIZE).take(PAGE_SIZE).collect()
    }

    /// The address of another of its pages.
    pub fn route(&self, page: usize) -> Route {
        let (id, _) = named(self.archive, self.kind, self.at);
        Route::List { key: self.kind.key().to_owned(), id: id.to_owned(), page }
    }
}

/// How many people or places have a page.
pub fn count(archive: &Archive, kind: Kind) -> usize {
    match kind {
        Kind::People => archive.people().len(),
        Kind::Places => archive.dataset.places.len(),
    }
}

/// The id and the name of the person or the place at a position.
pub fn named(archive: &Archive, kind: Kind, at: usize) -> (&str, &str) {
    match kind {
        Kind::People => archive.people().get(at).map_or(("", ""), |of| (&of.id, &of.name)),
        Kind::Places => archive.dataset.places.get(at).map_or(("", ""), |of| (&of.id, &of.name)),
    }
}

/// The positions of the people or places whose ids are most like `text`, the likest first, at most `most`.
pub fn nearest(archive: &Archive, kind: Kind, text: &str, most: usize) -> Vec<usize> {
    let wanted: Vec<char> = text.chars().collect();
    let mistakes: Vec<usize> =
        (0..count(archive, kind)).map(|at| mistakes(&wanted, named(archive, kind, at).0)).collect();
    let mut order = sorted(mistakes.len(), &|a, b| mistakes[a].cmp(&mistakes[b]));
    order.retain(|at| mistakes[*at] <= text.len() / 2);
    order.truncate(most);
    order
}

/// The position of the person or the place with this id, if it has a page.
pub fn position(archive: &Archive, kind: Kind, id: &str) -> Option<usize> {
    let at = match kind {
        Kind::People => archive.person_position(id),
        Kind::Places => archive.place_position(id),
    };
    at.filter(|at| *at < count(archive, kind))
}
