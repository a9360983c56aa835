//! Permanent ids that need no host (RFC 9562, version 5): by these feeds and schedules know an archive and what is in it. They
//! are made of the dataset's own ids, so that they stay wherever the archive is published and whatever else comes to it.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::core::archive::format::Person;
use crate::core::archive::{Archive, Meeting};

/// The greatest number that programs can hold whose numbers have 32 bits and a sign.
const GREATEST: u128 = i32::MAX as u128;

/// The id of the archive.
pub fn of_archive(archive: &Archive) -> Uuid {
    named(archive, "")
}

/// The id of a meeting, by the id that it had first.
pub fn of_meeting(archive: &Archive, meeting: &Meeting) -> Uuid {
    named(archive, &format!(":{}", meeting.record.first_id()))
}

/// The id of the feed of a list: the meetings with one value of a facet, of a person or a place.
pub fn of_feed(archive: &Archive, key: &str, id: &str) -> Uuid {
    named(archive, &format!(":feed:{key}:{id}"))
}

/// The id of a person.
pub fn of_person(archive: &Archive, person: &Person) -> Uuid {
    named(archive, &format!(":person:{}", person.id))
}

/// No id of a dataset has a colon in it, so no two things have one name.
fn named(archive: &Archive, what: &str) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, format!("urn:meetings:{}{what}", archive.id()).as_bytes())
}

/// A whole number for each of some ids, for formats that know things by these: from 1 to the greatest with 32 bits and a
/// sign, no two alike. It is a part of the id, so it stays when others come; only where two ids have the same part does the
/// greater of them get another part of its own.
pub fn numbers(ids: &[Uuid]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..ids.len()).collect();
    order.sort_by_key(|at| ids[*at]);
    let mut taken = BTreeSet::new();
    let mut numbers = vec![0; ids.len()];
    for at in order {
        let part = |bit: u32| u32::try_from(ids[at].as_u128() >> bit & GREATEST).unwrap_or_default();
        // Every other number stands behind all the parts of an id, so that one is always free.
        let is_free = |number: &u32| *number > 0 && !taken.contains(number);
        numbers[at] = (0..=97).map(part).chain(1..).find(is_free).unwrap_or_default();
        taken.insert(numbers[at]);
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_a_part_of_its_id_and_stays_when_others_come() {
        let id = |number: u128| Uuid::from_u128(number);
        let (one, other) =
            (id(0x1234_5678_9abc_5def_8123_4567_89ab_cdef), id(0x2234_5678_9abc_5def_8123_4567_89ab_cdef));
        assert_eq!(numbers(&[one]), [0x09ab_cdef]);
        // Both end alike: the greater gives way, wherever it stands.
        let next = (0x89ab_cdef_u32 >> 1) & 0x7fff_ffff;
        assert_eq!(numbers(&[one, other]), [0x09ab_cdef, next]);
        assert_eq!(numbers(&[other, one]), [next, 0x09ab_cdef]);
        // No number is nothing, and the same id twice still has two.
        assert_eq!(numbers(&[id(0), id(0), id(5 << 40)]), [1, 2, 1 << 30]);
        let many: Vec<Uuid> = (0..20_000u32).map(|at| Uuid::new_v5(&Uuid::NAMESPACE_URL, &at.to_be_bytes())).collect();
        let mut told = numbers(&many);
        assert_eq!(numbers(&many[..100]), told[..100]);
        told.sort_unstable();
        told.dedup();
        assert_eq!((told.len(), told[0] > 0, told[19_999] <= i32::MAX as u32), (20_000, true, true));
    }
}
