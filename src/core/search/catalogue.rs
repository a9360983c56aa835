//! What the explorer asks of an archive: the catalogue of its meetings, without their records.

use std::sync::OnceLock;

use crate::core::address::view::View;
use crate::core::archive::names::Names;
use crate::core::archive::{Archive, Meeting};
use crate::core::search::facet::{Facet, Facets, Value};
use crate::core::search::facet_builder;
use crate::core::search::finder::Finder;
use crate::core::search::index::Index;
use crate::core::search::index::piece::{Lacking, Piece};
use crate::core::search::set::Set;
use crate::core::search::times::Times;
use crate::core::search::together::Together;
use crate::core::text::vocabulary::Vocabulary;

/// The catalogue of an archive.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// The facets with their values.
    pub facets: Facets,
    /// The number of meetings.
    pub count: usize,
    /// The words of the meetings, once they are there.
    pub index: OnceLock<Index>,
    /// What finds meetings by words, once it is there.
    pub finder: OnceLock<Finder>,
    /// The titles of the meetings; none where only their ranks are known.
    titles: Option<Titles>,
    /// For each meeting where it stands in the order of titles.
    pub title_ranks: OnceLock<Vec<u32>>,
    /// When the meetings were held, once somebody has asked for it.
    pub times: OnceLock<Times>,
    /// The positions of the meetings of which no day is known.
    pub without_days: Vec<u32>,
    /// Whether what is found can be shown on a map: places can be asked for, and one at least has coordinates.
    pub is_mapped: bool,
    /// Who took part where, once it was asked for.
    pub together: OnceLock<Together>,
    /// For each gap, by number, how many meetings stand before it in time.
    pub gaps: Vec<usize>,
}

impl Catalogue {
    /// The catalogue of all meetings of an archive, without what finds them by words.
    pub fn new(archive: &Archive, names: &'static Names) -> Self {
        let mut builder = Builder::new(archive, names);
        archive.meetings.iter().for_each(|meeting| builder.add(archive, meeting));
        builder.finish_in_order(archive)
    }

    /// The same with what finds meetings by words, and their index.
    pub fn searched_by(mut self, finder: Finder, index: Index) -> Self {
        self.index = OnceLock::from(index);
        self.finder = OnceLock::from(finder);
        self
    }

    /// The number of meetings.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Makes the later parts of all words, where they are not there and all words are.
    pub fn read_later_parts(&self) {
        if let Some((finder, index)) = self.search() {
            index.later.get_or_init(|| (finder.later)(index));
        }
    }

    /// The views in which what is found can be looked at.
    pub fn views(&self) -> impl Iterator<Item = View> {
        View::ALL.into_iter().filter(|view| *view != View::Map || self.is_mapped)
    }

    /// Who took part where, in an archive that has come whole.
    pub fn together(&self, archive: &Archive, names: &Names) -> &Together {
        self.together.get_or_init(|| Together::new(archive, names))
    }

    /// What finds meetings by words, and in which index; none while either has not come.
    pub fn search(&self) -> Option<(&Finder, &Index)> {
        self.finder.get().zip(self.index.get())
    }

    /// For each value of a facet the meetings that have it; none while they have not come.
    pub fn sets<'a>(&self, facet: &'a Facet, lacking: &Lacking) -> &'a [Set] {
        facet.sets.get().map(Vec::as_slice).unwrap_or_else(|| {
            lacking.note(Piece::Facets, false);
            &[]
        })
    }

    /// For each meeting where it stands in the order of titles; none while that has not come.
    pub fn title_ranks(&self, lacking: &Lacking) -> &[u32] {
        if let Some(titles) = &self.titles {
            return self.title_ranks.get_or_init(|| titles.ranks());
        }
        self.title_ranks.get().map(Vec::as_slice).unwrap_or_else(|| {
            lacking.note(Piece::Titles, false);
            &[]
        })
    }
}

/// The titles of all meetings, and how they are put in order.
#[derive(Debug)]
struct Titles {
    titles: Vocabulary,
    /// The archive's language.
    language: String,
    names: &'static Names,
}

impl Titles {
    /// For each meeting where it stands in their order.
    fn ranks(&self) -> Vec<u32> {
        let titles: Vec<&str> = (0..self.titles.len()).map(|at| self.titles.word(at)).collect();
        let mut ranks = vec![0; titles.len()];
        let order = (self.names.sorted)(&self.language, &titles);
        order.into_iter().enumerate().for_each(|(rank, at)| ranks[at] = rank as u32);
        ranks
    }
}

/// A catalogue under construction, meeting by meeting.
pub struct Builder {
    facets: facet_builder::Builder,
    titles: Vocabulary,
    /// For each meeting whether no day of it is known.
    without_days: Vec<bool>,
    names: &'static Names,
}

impl Builder {
    /// A catalogue without a meeting, with the facets that the archive declares.
    pub fn new(archive: &Archive, names: &'static Names) -> Self {
        Self {
            facets: facet_builder::Builder::new(archive, names),
            titles: Vocabulary::default(),
            without_days: Vec::new(),
            names,
        }
    }

    /// Adds the next meeting. `archive` knows what the meeting names by id.
    pub fn add(&mut self, archive: &Archive, meeting: &Meeting) {
        self.add_with_title(archive, meeting, &meeting.record.title);
    }

    /// Adds the next meeting's facets alone: it will not be ordered by its title.
    pub fn add_facets(&mut self, archive: &Archive, meeting: &Meeting) {
        self.add_with_title(archive, meeting, "");
    }

    fn add_with_title(&mut self, archive: &Archive, meeting: &Meeting, title: &str) {
        self.facets.add(archive, meeting);
        self.titles.push(title);
        self.without_days.push(!meeting.when.has_days());
    }

    /// The finished catalogue of an archive whose meetings were added in their order.
    pub fn finish_in_order(self, archive: &Archive) -> Catalogue {
        let meetings: Vec<usize> = (0..archive.meetings.len()).collect();
        self.finish(archive, &meetings)
    }

    /// The finished catalogue, with the meetings in the order of time: for each position which of those added stands
    /// there.
    pub fn finish(self, archive: &Archive, meetings: &[usize]) -> Catalogue {
        let mut titles = Vocabulary::default();
        meetings.iter().for_each(|added| titles.push(self.titles.word(*added)));
        let without_days = (0..).zip(meetings).filter(|(_, added)| self.without_days.get(**added) == Some(&true));
        let facets = self.facets.finish(archive, meetings);
        let is_on_map = |value: &Value| archive.place(&value.id).is_some_and(|place| place.lat.is_some());
        let is_mapped = facets.get("place").is_some_and(|places| places.values.iter().any(is_on_map));
        Catalogue {
            is_mapped,
            facets,
            count: meetings.len(),
            without_days: without_days.map(|(position, _)| position).collect(),
            titles: Some(Titles { titles, language: archive.dataset.language.clone(), names: self.names }),
            gaps: archive.gaps.iter().map(|(before, _)| *before).collect(),
            ..Catalogue::default()
        }
    }
}
