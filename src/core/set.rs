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
    /// The set of some meetings, given by their numbers; `position_of` tells for each number its position.
    pub fn new(numbers: &[u32], position_of: &[usize]) -> Self {
        let mut bits = FixedBitSet::with_capacity(position_of.len());
        numbers.iter().for_each(|number| bits.insert(position_of[*number as usize]));
        if numbers.len() < position_of.len() / 32 {
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
