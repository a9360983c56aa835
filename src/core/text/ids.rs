//! Where in a list the records with certain ids stand.

use crate::core::text::interner::Interner;

/// The positions of records by their ids.
#[derive(Debug, Default)]
pub struct Ids {
    numbers: Interner,
    /// For each different id the position of the first record that has it.
    firsts: Vec<usize>,
}

impl Ids {
    /// The ids of the records of a list, given one after another.
    pub fn new(ids: &mut dyn Iterator<Item = &str>) -> Self {
        let mut all = Self::default();
        for (position, id) in ids.enumerate() {
            if all.numbers.number(id) as usize == all.firsts.len() {
                all.firsts.push(position);
            }
        }
        all
    }

    /// The position of the first record with this id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.numbers.known(id).and_then(|number| self.firsts.get(number as usize)).copied()
    }

    /// Whether any record has this id.
    pub fn has(&self, id: &str) -> bool {
        self.position(id).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_leads_to_the_first_record_that_has_it() {
        let ids = Ids::new(&mut ["b", "a", "b", "", "a-rather-long-id", "a-rather-long-ie"].into_iter());
        let positions = ["b", "a", "", "a-rather-long-id", "a-rather-long-ie", "a-rather-long-if", "c"];
        let positions = positions.map(|id| ids.position(id));
        assert_eq!(positions, [Some(0), Some(1), Some(3), Some(4), Some(5), None, None]);
        assert!(!Ids::default().has("a"));
    }
}
