//! What the explorer asks of an archive: the catalogue of its meetings, without their records.

use super::archive::{Archive, Meeting};
use super::facet::{self, Facets};
use super::fold::fold;
use super::index::{self, Index, Vocabulary};
use super::searched;

/// The catalogue of an archive.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// The facets with their values.
    pub facets: Facets,
    /// The words of the meetings.
    pub index: Index,
    /// The titles of the meetings, folded.
    pub titles: Vocabulary,
    /// For each gap, by number, how many meetings stand before it in time.
    pub gaps: Vec<usize>,
}

impl Catalogue {
    /// The number of meetings.
    pub fn count(&self) -> usize {
        self.index.meetings
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
    /// Adds the next meeting. `archive` knows what the meeting names by id.
    pub fn add(&mut self, archive: &Archive, meeting: &Meeting) {
        self.facets.add(archive, meeting);
        self.titles.push(&fold(&meeting.record.title));
        searched::add(&mut self.index, archive, meeting);
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
            gaps: archive.gaps.iter().map(|(before, _)| *before).collect(),
        }
    }
}
