//! The plain lists of an archive: the meetings with one value of a facet, a page at a time.

use crate::core::address::route::Route;
use crate::core::search::catalogue::Catalogue;
use crate::core::search::explore::PAGE_SIZE;
use crate::core::search::facet::{Facet, Value};

/// One page of the meetings with one value of a facet.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// The facet.
    pub facet: &'a Facet,
    /// The position of the value in it.
    at: usize,
    /// The page, from 1.
    pub page: usize,
}

impl<'a> List<'a> {
    /// The list at an address; none where the archive has no such list, or the list no such page.
    pub fn find(catalogue: &'a Catalogue, route: &Route) -> Option<Self> {
        let Route::List { key, id, page } = route else { return None };
        let facet = catalogue.facets.get(key).filter(|facet| facet.has_pages())?;
        let at = facet.recorded().iter().position(|value| value.id == *id)?;
        let list = Self { facet, at, page: *page };
        (*page <= list.pages()).then_some(list)
    }

    /// All lists of a catalogue, page by page.
    pub fn all(catalogue: &Catalogue) -> Vec<Route> {
        let mut routes = Vec::new();
        for facet in catalogue.facets.all().iter().filter(|facet| facet.has_pages()) {
            for (value, total) in facet.recorded().iter().zip(&facet.totals) {
                for page in 1..=total.div_ceil(PAGE_SIZE) {
                    routes.push(Route::List { key: facet.key.clone(), id: value.id.clone(), page });
                }
            }
        }
        routes
    }

    /// The value that all its meetings have.
    pub fn value(&self) -> &'a Value {
        &self.facet.values[self.at]
    }

    /// The number of its meetings, on all pages.
    pub fn count(&self) -> usize {
        self.facet.totals[self.at]
    }

    /// The number of its pages, at least 1.
    pub fn pages(&self) -> usize {
        self.count().div_ceil(PAGE_SIZE).max(1)
    }

    /// The positions of the meetings of this page, the latest first.
    pub fn meetings(&self) -> Vec<usize> {
        let all = self.facet.latest_first(self.at);
        all.into_iter().skip((self.page - 1) * PAGE_SIZE).take(PAGE_SIZE).collect()
    }

    /// The address of another of its pages.
    pub fn route(&self, page: usize) -> Route {
        Route::List { key: self.facet.key.clone(), id: self.value().id.clone(), page }
    }
}
