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
    /// The set of these positions, which stand in order, among `count` meetings.
    pub fn new(positions: Vec<u32>, count: usize) -> Self {
        if positions.len() < count / 32 {
            return Self::Few(positions);
        }
        let mut bits = FixedBitSet::with_capacity(count);
        for position in positions {
            bits.insert(position as usize);
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
