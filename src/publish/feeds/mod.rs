//! The meetings changed last as feeds, of the archive and of every list: Atom (RFC 4287) and JSON Feed 1.1.

pub mod atom;
pub mod feed;
pub mod json;

use std::cell::OnceCell;
use std::cmp::Reverse;

use self::feed::{Feed, Told};
use crate::core::address::base::Home;
use crate::core::address::feed::{ATOM, JSON, followed};
use crate::core::address::route::{Kind, Route};
use crate::core::archive::changed::FORMAT_BEGAN;
use crate::core::search::collection::Collection;
use crate::core::search::entry::Entry;
use crate::language::NAMES;
use crate::publish::description::{described, of_page};
use crate::publish::ids;
use crate::views::{page, pages};

/// How many meetings a feed tells of.
const LAST: usize = 50;

/// All feeds of an archive.
pub struct Feeds<'a> {
    collection: &'a Collection,
    home: Home<'a>,
    /// For each meeting where it stands among all of them, those changed last first.
    ranks: Vec<usize>,
    /// For each meeting what all feeds tell of it that have it, once one has.
    told: Vec<OnceCell<Told<'a>>>,
}

impl<'a> Feeds<'a> {
    /// The feeds of an archive that is published there.
    pub fn new(collection: &'a Collection, home: Home<'a>) -> Self {
        let meetings = &collection.archive.meetings;
        // Those changed last first: so one of long ago that is added today is heard of. Of records that do not tell when they
        // were changed nobody can know, and the latest meetings come first. The sort is stable: what was changed on one day
        // stays in the order of time.
        let mut order: Vec<usize> = (0..meetings.len()).rev().collect();
        order.sort_by_key(|at| Reverse((meetings[*at].modified().is_some(), meetings[*at].changed())));
        let mut ranks = vec![0; order.len()];
        order.into_iter().enumerate().for_each(|(rank, at)| ranks[at] = rank);
        let told = meetings.iter().map(|_| OnceCell::new()).collect();
        Self { collection, home, ranks, told }
    }

    /// The files of a page's feeds, each by its path within the site; none where no feed stands beside it.
    pub fn files(&self, page: &Route) -> Vec<(String, String)> {
        let Some(feed) = followed(page).filter(|of| of == page).and_then(|_| self.feed(page)) else {
            return Vec::new();
        };
        let folder = page.folder();
        let atom = atom::written(&feed).map(|text| (format!("{folder}{ATOM}"), text));
        atom.into_iter().chain([(format!("{folder}{JSON}"), json::written(&feed))]).collect()
    }

    fn feed(&self, page: &Route) -> Option<Feed<'_>> {
        let Collection { archive, catalogue } = self.collection;
        let mut meetings = self.meetings(page)?;
        // Of the many that a list may have only those are put in order that are told.
        if meetings.len() > LAST {
            meetings.select_nth_unstable_by_key(LAST, |at| self.ranks[*at]);
            meetings.truncate(LAST);
        }
        meetings.sort_unstable_by_key(|at| self.ranks[*at]);
        let meetings: Vec<&Told> = meetings.into_iter().map(|at| self.told(at)).collect();
        let name = pages::name(archive, catalogue, page);
        let description = of_page(self.collection, page, name.as_deref());
        let (id, updated) = match page {
            Route::List { key, id, .. } => {
                // What came to other pages is no news of this one.
                let last = meetings.iter().map(|told| told.meeting.changed()).max();
                (ids::of_feed(archive, key, id), last.unwrap_or(FORMAT_BEGAN))
            }
            _ => (ids::of_archive(archive), archive.changed()),
        };
        let title = page::title(archive, catalogue, page, name);
        Some(Feed { archive, home: self.home, page: page.clone(), id, title, description, updated, meetings })
    }

    /// What is told of the meeting at a position.
    fn told(&self, at: usize) -> &Told<'a> {
        let archive = &self.collection.archive;
        let meeting = &archive.meetings[at];
        self.told[at].get_or_init(|| Told {
            meeting,
            id: ids::of_meeting(archive, meeting).urn().to_string(),
            page: Route::Meeting(meeting.record.id.clone()),
            summary: described(archive, meeting),
        })
    }

    /// The positions of all meetings of a page.
    fn meetings(&self, page: &Route) -> Option<Vec<usize>> {
        let Collection { archive, catalogue } = self.collection;
        let Route::List { key, id, .. } = page else { return Some((0..archive.meetings.len()).collect()) };
        if Kind::ALL.iter().any(|kind| kind.key() == key) {
            let together = catalogue.together(archive, &NAMES);
            let entry = Entry::find(archive, together, page)?;
            return Some(together.meetings(entry.kind, entry.at).into_iter().map(|of| of.meeting).collect());
        }
        let facet = catalogue.facets.get(key)?;
        Some(facet.latest_first(facet.position(id)?))
    }
}
