//! Who took part where, who met whom, and what was held at which place: flat lists of numbers, made in one walk over the
//! records, so that an archive of many thousand attendances needs little memory and no waiting.

use crate::core::address::route::{Kind, Order};
use crate::core::archive::Archive;
use crate::core::archive::format::Participation;
use crate::core::archive::names::Names;
use crate::core::text::order::{sort, sorted};

/// Who took part where. People, places and meetings are known by their positions in the archive.
#[derive(Debug, Default)]
pub struct Together {
    /// For each meeting the people that it names.
    named: Lists,
    people: Listed,
    places: Listed,
}

/// People or places.
#[derive(Debug, Default)]
struct Listed {
    /// For each of them the meetings that name it, in the order of time.
    meetings: Lists,
    /// For each of them where it stands in the order of names.
    ranks: Vec<u32>,
}

/// Lists of numbers, one behind the other. A number is twice a position, and one more where it tells of somebody who was
/// there.
#[derive(Debug, Default)]
struct Lists {
    /// Where each list ends.
    ends: Vec<u32>,
    numbers: Vec<u32>,
    /// For each position where it stood last.
    slots: Vec<u32>,
}

/// A meeting of a person or a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attended {
    /// Its position.
    pub meeting: usize,
    /// Whether the person was there; of a place always.
    pub was_there: bool,
}

/// Somebody with the number of meetings that both attended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Met {
    /// The position of the other person.
    pub person: usize,
    /// How often they met.
    pub meetings: usize,
}

/// How often, from when and until when: of those meetings alone that a person attended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seen {
    /// The number of meetings.
    pub meetings: usize,
    /// The position of the first of them.
    pub first: Option<usize>,
    /// That of the last.
    pub last: Option<usize>,
}

impl Together {
    /// Who took part in the meetings of an archive. Where nothing of people is published, nobody.
    pub fn new(archive: &Archive, names: &Names) -> Self {
        let (people, places) = (archive.people().len(), archive.dataset.places.len());
        let empty = |count| Lists { slots: vec![0; count], ..Lists::default() };
        let (mut named, mut held) = (empty(people), empty(places));
        for meeting in &archive.meetings {
            let mut add = |of: &Participation| {
                let person = archive.person_position(&of.person).filter(|at| *at < people);
                person.into_iter().for_each(|at| named.add(at, of.was_there()));
            };
            meeting.record.people.iter().for_each(&mut add);
            meeting.record.agenda.iter().for_each(|item| item.people.iter().for_each(&mut add));
            named.end();
            for place in meeting.record.place_ids() {
                archive.place_position(place).into_iter().for_each(|at| held.add(at, true));
            }
            held.end();
        }
        let ranks = |ids: &[&str], texts: &[&str]| ranks(&archive.dataset.language, names, ids, texts);
        let mut of_people = Listed { meetings: named.turned(people), ranks: Vec::new() };
        let mut of_places = Listed { meetings: held.turned(places), ranks: Vec::new() };
        let (mut ids, mut texts) = (Vec::new(), Vec::new());
        archive.people().iter().for_each(|of| (ids.push(&*of.id), texts.push(&*of.name)).1);
        of_people.ranks = ranks(&ids, &texts);
        (ids, texts) = (Vec::new(), Vec::new());
        archive.dataset.places.iter().for_each(|of| (ids.push(&*of.id), texts.push(&*of.name)).1);
        of_places.ranks = ranks(&ids, &texts);
        Self { named, people: of_people, places: of_places }
    }

    fn listed(&self, kind: Kind) -> &Listed {
        match kind {
            Kind::People => &self.people,
            Kind::Places => &self.places,
        }
    }

    /// The meetings that name a person or a place, in the order of time, each once.
    pub fn meetings(&self, kind: Kind, at: usize) -> Vec<Attended> {
        self.listed(kind).meetings.of(at).iter().map(|number| attended(*number)).collect()
    }

    /// How often a person was there, or a meeting at a place, from when and until when.
    pub fn seen(&self, kind: Kind, at: usize) -> Seen {
        let mut seen = Seen::default();
        for number in self.listed(kind).meetings.of(at) {
            let Attended { meeting, was_there } = attended(*number);
            if was_there {
                seen.meetings += 1;
                seen.first = seen.first.or(Some(meeting));
                seen.last = Some(meeting);
            }
        }
        seen
    }

    /// Whom a person met, those met most often first, then by name.
    pub fn met(&self, person: usize) -> Vec<Met> {
        let mut counts = vec![0u32; self.people.ranks.len()];
        for Attended { meeting, was_there } in self.meetings(Kind::People, person) {
            for other in self.named.of(meeting).iter().filter(|_| was_there) {
                if other % 2 == 1 {
                    counts[(other / 2) as usize] += 1;
                }
            }
        }
        let mut others: Vec<usize> = (0..counts.len()).filter(|at| counts[*at] > 0 && *at != person).collect();
        let ranks = &self.people.ranks;
        sort(&mut others, &|a, b| counts[b].cmp(&counts[a]).then_with(|| ranks[a].cmp(&ranks[b])));
        others.into_iter().map(|at| Met { person: at, meetings: counts[at] as usize }).collect()
    }

    /// The meetings that two people attended, in the order of time.
    pub fn both(&self, one: usize, other: usize) -> Vec<usize> {
        let there = |person| {
            let mut meetings = self.meetings(Kind::People, person);
            meetings.retain(|of| of.was_there);
            meetings
        };
        let (ones, others) = (there(one), there(other));
        let (mut both, mut at) = (Vec::new(), 0);
        for Attended { meeting, .. } in ones {
            while others.get(at).is_some_and(|of| of.meeting < meeting) {
                at += 1;
            }
            if others.get(at).is_some_and(|of| of.meeting == meeting) {
                both.push(meeting);
            }
        }
        both
    }

    /// All people or places in an order; those that are equal in it by name. Who was nowhere stands last.
    pub fn table(&self, kind: Kind, order: Order) -> Vec<usize> {
        let listed = self.listed(kind);
        let seen: Vec<Seen> = (0..listed.ranks.len()).map(|at| self.seen(kind, at)).collect();
        let rank = |at: usize| match order {
            Order::Name => 0,
            Order::Meetings => usize::MAX - seen[at].meetings,
            Order::First => seen[at].first.unwrap_or(usize::MAX),
            Order::Last => seen[at].last.map_or(usize::MAX, |last| usize::MAX - 1 - last),
        };
        sorted(seen.len(), &|a, b| rank(a).cmp(&rank(b)).then_with(|| listed.ranks[a].cmp(&listed.ranks[b])))
    }

    /// How often each two of some people met, those that never did left out: the places of both in the list, the first before
    /// the second, and the number of meetings.
    pub fn pairs(&self, people: &[usize]) -> Vec<(usize, usize, usize)> {
        let count = people.len();
        let mut place_of = vec![usize::MAX; self.people.ranks.len()];
        people.iter().enumerate().for_each(|(place, at)| place_of[*at] = place);
        let mut counts = vec![0; count * count];
        let mut there = Vec::new();
        for meeting in 0..self.named.ends.len() {
            there.clear();
            for number in self.named.of(meeting).iter().filter(|number| **number % 2 == 1) {
                let place = place_of[(number / 2) as usize];
                if place < count {
                    there.push(place);
                }
            }
            for one in &there {
                there.iter().for_each(|other| counts[one * count + other] += 1);
            }
        }
        let met = (0..counts.len()).filter(|at| counts[*at] > 0 && at / count < at % count);
        met.map(|at| (at / count, at % count, counts[at])).collect()
    }
}

fn attended(number: u32) -> Attended {
    Attended { meeting: (number / 2) as usize, was_there: number % 2 == 1 }
}

/// For each of some texts where it stands in their order; of two that are equal the lower id stands first.
fn ranks(language: &str, names: &Names, ids: &[&str], texts: &[&str]) -> Vec<u32> {
    let by_id = sorted(ids.len(), &|a, b| ids[a].cmp(ids[b]));
    let in_turn: Vec<&str> = by_id.iter().map(|at| texts[*at]).collect();
    let mut ranks = vec![0; ids.len()];
    let order = (names.sorted)(language, &in_turn);
    order.into_iter().enumerate().for_each(|(rank, at)| ranks[by_id[at]] = rank as u32);
    ranks
}

impl Lists {
    /// Adds a position to the last list. What stands in it already is there if it was there once.
    fn add(&mut self, position: usize, was_there: bool) {
        let start = self.ends.last().copied().unwrap_or_default();
        let number = 2 * position as u32 + u32::from(was_there);
        let slot = self.slots[position];
        match self.numbers.get_mut(slot as usize).filter(|of| slot >= start && **of / 2 == number / 2) {
            Some(known) => *known |= number,
            None => {
                self.slots[position] = self.numbers.len() as u32;
                self.numbers.push(number);
            }
        }
    }

    /// Ends the last list.
    fn end(&mut self) {
        self.ends.push(self.numbers.len() as u32);
    }

    fn of(&self, at: usize) -> &[u32] {
        let start = if at == 0 { 0 } else { self.ends.get(at - 1).copied().unwrap_or_default() };
        let end = self.ends.get(at).copied().unwrap_or_default();
        self.numbers.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The lists the other way round: for each of `count` positions in which lists it stands.
    fn turned(&self, count: usize) -> Self {
        let mut next = vec![0u32; count + 1];
        self.numbers.iter().for_each(|number| next[(number / 2) as usize + 1] += 1);
        for at in 0..count {
            next[at + 1] += next[at];
        }
        let ends = next[1..].to_vec();
        let mut numbers = vec![0; self.numbers.len()];
        for list in 0..self.ends.len() {
            for number in self.of(list) {
                let slot = &mut next[(number / 2) as usize];
                numbers[*slot as usize] = 2 * list as u32 + number % 2;
                *slot += 1;
            }
        }
        Self { ends, numbers, slots: Vec::new() }
    }
}
