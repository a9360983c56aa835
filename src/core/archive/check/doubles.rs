//! Records that likely tell the same: one person in two spellings, one place, one theme, and two meetings of a day with one
//! title. Whether they do only a keeper knows, so nothing is stopped or lost by it.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use crate::core::archive::format::Dataset;
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Double, DoubleOf, Fault, Problem};
use crate::core::archive::values::day;
use crate::core::text::distance::mistakes;
use crate::core::text::fold::{fold, tidy};

/// The letters that a name has at least before another one is taken for the same with a mistake: one letter of a short name
/// makes another name.
const LONG: usize = 8;

/// Every record that is likely the double of an earlier one, list by list.
pub fn doubles(dataset: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    let themes: Vec<Named> = dataset.themes.iter().map(|theme| Named::new("", &theme.label)).collect();
    report(&mut problems, ("themes", "label", DoubleOf::Theme), &themes, &alike(&themes));
    let place =
        dataset.places.iter().map(|place| Named::new(place.country.as_deref().unwrap_or_default(), &place.name));
    let places: Vec<Named> = place.collect();
    report(&mut problems, ("places", "name", DoubleOf::Place), &places, &alike(&places));
    let people: Vec<Named> = dataset.people.iter().map(|person| Named::new("", &person.name)).collect();
    report(&mut problems, ("people", "name", DoubleOf::Person), &people, &alike(&people));
    let meeting = dataset.meetings.iter().map(|meeting| Named::new(day_of(&meeting.start), &meeting.title));
    let meetings: Vec<Named> = meeting.collect();
    report(&mut problems, ("meetings", "title", DoubleOf::Meeting), &meetings, &of_one_day(&meetings));
    problems
}

/// A name, and the group in which no two records are expected to have it.
struct Named<'a> {
    group: &'a str,
    name: &'a str,
}

impl<'a> Named<'a> {
    fn new(group: &'a str, name: &'a str) -> Self {
        Self { group, name }
    }
}

/// The positions of two records that are likely one, the later first.
type Pair = (usize, usize);

fn report(problems: &mut Vec<Problem>, (list, field, of): (&str, &str, DoubleOf), names: &[Named], pairs: &[Pair]) {
    for (later, first) in pairs {
        let text = |at: usize| names[at].name.to_owned();
        let at = Path::record(list, *first).to_string();
        let double = Double { of, text: text(*later), first: text(*first), at };
        problems.push(Problem::new(Path::record(list, *later).field(field), Fault::LikelyDouble(double)));
    }
}

/// The day of a beginning, with or without a time of the day; empty where no day is known.
fn day_of(start: &str) -> &str {
    start.get(..10).filter(|start| day(start).is_some()).unwrap_or_default()
}

/// Meetings that begin on a day on which one of the same title does; case and marks on letters aside.
fn of_one_day(meetings: &[Named]) -> Vec<Pair> {
    let mut firsts: HashMap<(&str, String), usize> = HashMap::new();
    let mut pairs = Vec::new();
    for (at, meeting) in meetings.iter().enumerate() {
        let title = tidy(&fold(meeting.name));
        if meeting.group.is_empty() || title.is_empty() {
            continue;
        }
        let first = *firsts.entry((meeting.group, title)).or_insert(at);
        if first != at {
            pairs.push((at, first));
        }
    }
    pairs
}

/// Names with the same words in whatever order, and else those that one mistake tells apart; each with the first such.
fn alike(names: &[Named]) -> Vec<Pair> {
    let mut firsts: HashMap<(&str, String), usize> = HashMap::new();
    let mut pairs = Vec::new();
    // What each name that is of no pair is compared by.
    let mut forms = Vec::new();
    for (at, Named { group, name }) in names.iter().enumerate() {
        let in_order = words(name);
        let mut sorted = in_order.clone();
        sorted.sort_unstable();
        let (in_order, sorted) = (in_order.join(" "), sorted.join(" "));
        if sorted.is_empty() {
            continue;
        }
        let first = *firsts.entry((group, sorted.clone())).or_insert(at);
        if first != at {
            pairs.push((at, first));
        } else if is_long(&sorted) {
            if in_order != sorted {
                forms.push((at, sorted));
            }
            forms.push((at, in_order));
        }
    }
    pairs.extend(mistaken(names, &forms));
    pairs.sort_unstable();
    pairs.dedup_by_key(|(at, _)| *at);
    pairs
}

/// The words of a name as search compares them; signs that people write or leave out are no part of them.
fn words(name: &str) -> Vec<String> {
    let is_between = |char: char| char.is_whitespace() || "-‐‑–—,.;:'’ʼ`´()/\"“”".contains(char);
    fold(name).split(is_between).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a mistake in a name is likelier than another name. A digit is hardly mistaken: it tells things apart.
fn is_long(form: &str) -> bool {
    form.chars().filter(|char| char.is_alphabetic()).count() >= LONG && !form.contains(|char: char| char.is_numeric())
}

/// Pairs of forms of names that one mistake tells apart. Two such become alike where a letter is left out of both or of one,
/// so only forms that share what is then left are compared.
fn mistaken(names: &[Named], forms: &[(usize, String)]) -> Vec<Pair> {
    let hasher = RandomState::new();
    let mut left: Vec<(u64, usize)> = Vec::with_capacity(forms.len() * 16);
    let mut rest = String::new();
    for (number, (at, form)) in forms.iter().enumerate() {
        left.push((hasher.hash_one((names[*at].group, form)), number));
        for (start, char) in form.char_indices() {
            rest.clear();
            rest.push_str(&form[..start]);
            rest.push_str(&form[start + char.len_utf8()..]);
            left.push((hasher.hash_one((names[*at].group, &rest)), number));
        }
    }
    left.sort_unstable();
    left.dedup();
    let mut pairs = Vec::new();
    for alike in left.chunk_by(|(a, _), (b, _)| a == b) {
        for (index, (_, later)) in alike.iter().enumerate().skip(1) {
            let (at, form) = &forms[*later];
            let earlier = alike[..index].iter().map(|(_, number)| &forms[*number]);
            let mut same = earlier.filter(|(first, other)| {
                first != at && names[*first].group == names[*at].group && is_mistaken(form, other)
            });
            pairs.extend(same.next().map(|(first, _)| (*at, *first)));
        }
    }
    pairs
}

/// Whether one mistake makes a form of the other. One letter for another that stands alone is none: it is an initial.
fn is_mistaken(form: &str, other: &str) -> bool {
    let differs = |(a, b): &(&str, &str)| a != b;
    let is_initial = form.split(' ').zip(other.split(' ')).find(differs);
    let is_initial = is_initial.is_some_and(|(a, b)| a.chars().count() == 1 && b.chars().count() == 1);
    !is_initial && mistakes(&form.chars().collect::<Vec<_>>(), other) <= 1
}
