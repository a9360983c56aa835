//! What every view may use.

use std::sync::Mutex;

use leptos::prelude::*;

use crate::core::address::base::Base;
use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::archive::Archive;
use crate::core::search::catalogue::Catalogue;
use crate::core::search::explore::Shown;
use crate::core::search::facet::Value;
use crate::core::search::index::piece::Piece;
use crate::core::search::pieces::records::Records;
use crate::core::text::fold::tidy;

/// What every view may use. The archive is read once and lives as long as the page, so it is borrowed for good.
#[derive(Clone, Copy)]
pub struct Site {
    /// The archive shown, or the piece of it that holds what is shown.
    pub archive: &'static Archive,
    /// How its meetings are found.
    pub catalogue: &'static Catalogue,
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
    /// What was shown for the first query when the app took over, so that the same is not asked twice.
    pub first: &'static Mutex<Option<Shown>>,
}

/// How a new address enters the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visit {
    /// As a step that Back undoes.
    Step,
    /// In place of the present one, as when typing.
    Replace,
}

/// What is needed of an archive in pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Needed {
    /// A piece of the catalogue.
    Piece(Piece),
    /// The record of the meeting at this position.
    Record(usize),
}

impl Site {
    /// What is shown, if all that its list needs is there; else what was shown before, until it is.
    pub fn answer(self, shown: Shown, before: Option<&Shown>) -> Shown {
        // Said so, so that an app for archives that come whole has nothing of what follows.
        if !IS_IN_PIECES || shown.lacking.is_empty() {
            return shown;
        }
        self.arrived.track();
        let for_list = shown.lacking_for_list();
        let (asked, is_listed) = if for_list.is_empty() { (shown.lacking.clone(), true) } else { (for_list, false) };
        asked.into_iter().for_each(|piece| self.ask.run(Needed::Piece(piece)));
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
    /// their own if there is one. None where the archive does not have the facet.
    pub fn only(self, key: &str, id: &str) -> Option<String> {
        let facet = self.catalogue.facets.get(key)?;
        let has_page = facet.has_pages() && !self.has_app;
        Some(if has_page { self.href(&Route::list(key, id)) } else { self.explorer(Query::only(key, id)) })
    }

    /// The value of a facet with this label, if any meeting has it.
    pub fn value_labelled(self, key: &str, label: &str) -> Option<&'static Value> {
        self.catalogue.facets.get(key)?.values.iter().find(|value| value.label == tidy(label))
    }

    /// The address of the explorer with a query.
    pub fn explorer(self, query: Query) -> String {
        self.href(&Route::Explorer(query))
    }
}

/// Whether this is the app for archives in pieces, which shows the explorer alone. The build shows every page.
pub const IS_IN_PIECES: bool = cfg!(all(feature = "pieces", not(feature = "native")));
