//! What every view may use.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock};

use leptos::prelude::*;

use crate::core::address::base::Base;
use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::address::view::View;
use crate::core::archive::problem::Problem;
use crate::core::archive::{Archive, Meeting};
use crate::core::search::asked::Sought;
use crate::core::search::catalogue::Catalogue;
use crate::core::search::explore::Shown;
use crate::core::search::facet::Value;
use crate::core::search::index::piece::Piece;
use crate::core::search::map::picture::Picture;
use crate::core::search::pieces::records::Records;
use crate::core::search::together::Together;
use crate::core::text::fold::tidy;
use crate::language::NAMES;
use crate::views::element::Element;

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
    /// What views need that may come later.
    pub later: &'static Later,
    /// Asks for what has not come yet. Once something has come, `arrived` changes.
    pub ask: Callback<Needed>,
    /// How often something has come.
    pub arrived: RwSignal<usize>,
    /// Why what the list waits for did not come, in a sentence; none as long as it may come.
    pub failed: RwSignal<Option<String>>,
    /// Asks anew for what did not come.
    pub again: Callback<()>,
    /// What the build has made for good; none in the build.
    pub kept: Option<&'static Kept>,
    /// Whether the app runs in the page. Where it does not, links lead to what needs no app.
    pub has_app: bool,
    /// What the explorer was last asked, so that other pages lead back to it.
    pub asked: &'static Mutex<Query>,
    /// What was shown for the first query when the app took over, so that the same is not asked twice.
    pub first: &'static Mutex<Option<Shown>>,
}

/// What of the page that was opened the app shows as the build has made it, as HTML; empty where the page has it not.
#[derive(Debug)]
pub struct Kept {
    /// The footer, which is the same on every page.
    pub footer: String,
    /// What the archive is, in one look; of the first page alone.
    pub overview: String,
    /// The ways through the archive without a script; of the first page alone.
    pub browse: String,
    /// What a reader takes away of the list, and how the archive is followed; of the first page alone.
    pub taken: String,
}

/// What views need besides the first list: the app fetches it when it is first asked for, the build has it from the
/// beginning.
#[derive(Debug, Default)]
pub struct Later {
    /// Every page but the explorer, of an archive that has come whole.
    pub pages: OnceLock<Pages>,
    /// The same of an archive in pieces: the finished pages that have come, by their paths.
    pub finished: Mutex<BTreeMap<String, Finished>>,
    /// How what is found is shown in each view but the list.
    pub views: [OnceLock<ShowView>; View::ALL.len()],
    /// The picture of the map.
    pub picture: OnceLock<Picture>,
    /// Asks for the records of the rows that are seen, where the archive is in pieces.
    pub ask_for_seen: OnceLock<AskForSeen>,
    /// What is told of an answer besides what is found.
    pub answers: OnceLock<Answers>,
    /// What is wrong with a field, in a sentence.
    pub problem: OnceLock<fn(&Problem) -> String>,
}

/// Asks for what is seen of a list, while the reader is typing or not.
pub type AskForSeen = fn(Site, Memo<Shown>, RwSignal<bool>);

/// What is told of an answer besides what is found.
#[derive(Debug, Clone, Copy)]
pub struct Answers {
    /// What was not understood, and what the text was read as.
    pub notices: fn(Site, &Shown) -> Option<Element>,
    /// Where else in a meeting's record than in its row the words asked for were found.
    pub elsewhere: fn(Site, &Meeting, &[Vec<Sought>]) -> Vec<Element>,
    /// What a reader may do who has found nothing.
    pub ways_out: fn(Site, &Shown) -> Option<Element>,
}

/// Shows what is found in one of the views.
pub type ShowView = fn(Site, Memo<Shown>) -> AnyView;

/// How every page but the explorer is made.
#[derive(Debug, Clone, Copy)]
pub struct Pages {
    /// What stands in the page.
    pub view: fn(Site, &Route) -> AnyView,
    /// What stands around the list on the first page: the overview, the ways through the archive without a script, and what a
    /// reader takes away.
    pub front: fn(Site) -> [Option<Element>; 3],
    /// What the page is called within its site; none where there is no such page.
    pub name: fn(&Archive, &Catalogue, &Route) -> Option<String>,
}

/// A page as the build made it.
#[derive(Debug, Clone)]
pub struct Finished {
    /// Its title, as windows show it.
    pub title: String,
    /// What stands in it, as HTML.
    pub html: String,
}

/// How a new address enters the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visit {
    /// As a step that Back undoes.
    Step,
    /// In place of the present one, as when typing.
    Replace,
}

/// What may come later than the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Needed {
    /// A piece of the catalogue.
    Piece(Piece),
    /// The record of the meeting at this position.
    Record(usize),
    /// What it takes to show what is found in this view.
    View(View),
    /// What it takes to show this page, which is not the explorer.
    Page(Route),
}

impl Later {
    /// The finished page at an address, if it has come.
    pub fn finished(&self, route: &Route) -> Option<Finished> {
        self.finished.lock().ok()?.get(&route.path()).cloned()
    }

    /// Whether it has come.
    pub fn has_finished(&self, route: &Route) -> bool {
        self.finished.lock().is_ok_and(|finished| finished.contains_key(&route.path()))
    }
}

impl Site {
    /// What is shown, if all that its list needs is there; else what was shown before, until it is.
    pub fn answer(self, shown: Shown, before: Option<&Shown>) -> Shown {
        if shown.is_complete() {
            return shown;
        }
        self.arrived.track();
        let for_list = shown.lacking_for_list();
        let is_listed = for_list.is_empty();
        let all = || shown.lacking.iter().chain(&shown.lacking_for_later);
        let asked: Vec<&Piece> = if is_listed { all().collect() } else { for_list.iter().collect() };
        asked.into_iter().for_each(|piece| self.ask.run(Needed::Piece(*piece)));
        match before.filter(|_| !is_listed) {
            Some(before) => Shown {
                query: shown.query,
                lacking: shown.lacking,
                lacking_for_later: shown.lacking_for_later,
                ..before.clone()
            },
            None => shown,
        }
    }

    /// Who took part where, in an archive that has come whole.
    pub fn together(self) -> &'static Together {
        self.catalogue.together(self.archive, &NAMES)
    }

    /// What is told of an answer; nothing while what tells it has not come.
    pub fn answers(self, tell: impl Fn(&Answers) -> Option<Element>) -> Option<Element> {
        let answers = self.later.answers.get();
        if answers.is_none() {
            self.arrived.track();
            self.ask.run(Needed::Piece(Piece::Search));
        }
        answers.and_then(tell)
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
