//! Sets of meetings.

use fixedbitset::FixedBitSet;

/// The meetings that have one value of a facet. A set of few keeps their positions, a larger one a bit for every meeting
/// of the archive: what is smaller, and quicker to count with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Set {
    /// Their positions in order.
    Few(Vec<u32>),
    /// A bit for each meeting.
    Many(FixedBitSet),
}

impl Set {
    /// The set of some of `count` meetings, given by their positions in any order.
    pub fn new(positions: &[u32], count: usize) -> Self {
        let mut bits = FixedBitSet::with_capacity(count);
        positions.iter().filter(|position| (**position as usize) < count).for_each(|at| bits.insert(*at as usize));
        if positions.len() < count / 32 {
            return Self::Few(bits.ones().map(|position| position as u32).collect());
        }
        Self::Many(bits)
    }

    /// The number of meetings that are in both.
    pub fn count_in(&self, others: &FixedBitSet) -> usize {
        match self {
            Self::Few(positions) => positions.iter().filter(|position| others.contains(**position as usize)).count(),
            Self::Many(bits) => bits.intersection_count(others),
        }
    }

    /// Adds its meetings to others.
    pub fn add_to(&self, others: &mut FixedBitSet) {
        match self {
            Self::Few(positions) => positions.iter().for_each(|position| others.insert(*position as usize)),
            Self::Many(bits) => others.union_with(bits),
        }
    }

    /// The positions of its meetings in order.
    pub fn positions(&self) -> Vec<usize> {
        match self {
            Self::Few(positions) => positions.iter().map(|position| *position as usize).collect(),
            Self::Many(bits) => bits.ones().collect(),
        }
    }
}
