//! What the explorer asks of an archive: the catalogue of its meetings, without their records.

use std::sync::OnceLock;

use super::archive::{Archive, Meeting};
use super::facet::{self, Facet, Facets};
use super::fold::fold;
use super::index::{self, Index, Part, Vocabulary};
use super::order::sorted;
use super::searched;
use super::set::Set;

/// The catalogue of an archive.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// The facets with their values.
    pub facets: Facets,
    /// The words of the meetings.
    pub index: Index,
    /// The titles of the meetings, folded; none where only their ranks are known.
    titles: Vocabulary,
    /// For each meeting where it stands in the order of titles.
    pub title_ranks: OnceLock<Vec<u32>>,
    /// For each gap, by number, how many meetings stand before it in time.
    pub gaps: Vec<usize>,
}

impl Catalogue {
    /// The number of meetings.
    pub fn count(&self) -> usize {
        self.index.meetings
    }

    /// For each value of a facet the meetings that have it; none while they have not come.
    pub fn sets(&self, facet: Facet) -> &[Set] {
        self.facets.get(facet).sets.get().map(Vec::as_slice).unwrap_or_else(|| {
            self.index.miss(Part::Facets);
            &[]
        })
    }

    /// For each meeting where it stands in the order of titles; none while that has not come.
    pub fn title_ranks(&self) -> &[u32] {
        if self.titles.len() < self.count() && self.title_ranks.get().is_none() {
            self.index.miss(Part::Titles);
            return &[];
        }
        self.title_ranks.get_or_init(|| {
            let order = sorted(self.count(), &|a, b| self.titles.word(a).cmp(self.titles.word(b)));
            let mut ranks = vec![0; order.len()];
            order.into_iter().enumerate().for_each(|(rank, at)| ranks[at] = rank as u32);
            ranks
        })
    }
}

/// A catalogue under construction, meeting by meeting.
#[derive(Debug, Default)]
pub struct Builder {
    facets: facet::Builder,
    index: index::builder::Builder,
    titles: Vocabulary,
}

impl Builder {
    /// Makes room for the meetings of a dataset of so many bytes.
    pub fn reserve(&mut self, bytes: usize) {
        self.index.reserve(bytes);
    }

    /// Adds the next meeting. `archive` knows what the meeting names by id.
    pub fn add(&mut self, archive: &Archive, meeting: &Meeting) {
        self.facets.add(archive, meeting);
        self.titles.push(&fold(&meeting.record.title));
        searched::add(&mut self.index, archive, meeting);
    }

    /// Adds the next meeting's facets alone: it will not be found by words, nor ordered by its title.
    pub fn add_facets(&mut self, archive: &Archive, meeting: &Meeting) {
        self.facets.add(archive, meeting);
        self.titles.push("");
        self.index.end_meeting();
    }

    /// The finished catalogue, with the meetings in the order of time: for each position which of those added stands
    /// there.
    pub fn finish(self, archive: &Archive, meetings: &[usize]) -> Catalogue {
        let mut titles = Vocabulary::default();
        meetings.iter().for_each(|added| titles.push(self.titles.word(*added)));
        Catalogue {
            facets: self.facets.finish(archive, meetings),
            index: self.index.finish(meetings),
            titles,
            title_ranks: OnceLock::new(),
            gaps: archive.gaps.iter().map(|(before, _)| *before).collect(),
        }
    }
}
