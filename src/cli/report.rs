//! The problems of a dataset as a person reads them: each with the lines around it, and what repeats told once.

use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::cli::lines::{Lines, Place};
use crate::cli::spots::Spots;
use crate::core::archive::problem::{Fault, Problem};
use crate::language::{checks, problems};

/// So often the same is told in full; of what repeats more often so many places are named.
const OFTEN: usize = 3;

/// The signs of a sentence that are shown of its beginning and of its end, if a text in it is long.
const BEGINNING: usize = 300;
const END: usize = 300;

/// A problem, and where it stands.
pub struct Found<'a> {
    /// The problem.
    pub problem: &'a Problem,
    /// Its place in bytes; none where it is not known.
    spot: Option<Range<usize>>,
    /// Its place as editors count.
    pub place: Option<Place>,
}

/// The problems of a text with their places: errors first, each of the two in the order of the text.
pub fn found<'a>(json: &str, lines: &Lines, problems: &'a [Problem]) -> Vec<Found<'a>> {
    let spots = Spots::new(json, problems);
    found_by(&|problem| spots.of(problem), lines, problems)
}

/// The same of a text of another kind, of which `spot` tells where a problem stands.
pub fn found_by<'a>(
    spot: &dyn Fn(&Problem) -> Option<Range<usize>>,
    lines: &Lines,
    problems: &'a [Problem],
) -> Vec<Found<'a>> {
    let found = problems.iter().map(|problem| {
        let spot = spot(problem);
        Found { problem, place: spot.as_ref().map(|spot| lines.place(spot.start)), spot }
    });
    let mut found: Vec<Found> = found.collect();
    let order = |found: &Found| (!found.problem.is_error(), found.spot.as_ref().map_or(usize::MAX, |spot| spot.start));
    found.sort_by_key(order);
    found
}

/// What is the same of problems that repeat: the level, the kind of fault, and the path without positions in lists.
type Same = (bool, Discriminant<Fault>, String);

fn same(problem: &Problem) -> Same {
    let mut shape = String::with_capacity(problem.path.len());
    let mut rest = problem.path.as_str();
    while let Some((before, after)) = rest.split_once('[') {
        shape.push_str(before);
        shape.push('[');
        rest = after.trim_start_matches(|char: char| char.is_ascii_digit());
    }
    shape.push_str(rest);
    (problem.is_error(), discriminant(&problem.fault), shape)
}

/// Problems that are told at once: one, or all that are the same.
fn groups<'a, 'f>(found: &'f [Found<'a>]) -> Vec<Vec<&'f Found<'a>>> {
    let mut numbers: HashMap<Same, usize> = HashMap::new();
    let mut groups: Vec<Vec<&Found>> = Vec::new();
    let mut of = Vec::with_capacity(found.len());
    for one in found {
        let number = *numbers.entry(same(one.problem)).or_insert(groups.len());
        if number == groups.len() {
            groups.push(Vec::new());
        }
        groups[number].push(one);
        of.push(number);
    }
    let mut told = Vec::new();
    for (one, number) in found.iter().zip(of) {
        if groups[number].len() > OFTEN {
            told.push(std::mem::take(&mut groups[number]));
        } else if !groups[number].is_empty() {
            told.push(vec![one]);
        }
    }
    told
}

/// All problems of a file's text, with what stands around them.
pub fn told(file: &str, lines: &Lines, found: &[Found], is_coloured: bool) -> String {
    let renderer = renderer(is_coloured);
    let mut text = String::new();
    for group in groups(found) {
        let Some(first) = group.first() else { continue };
        let level = if first.problem.is_error() { Level::ERROR } else { Level::WARNING };
        let level = level.with_name(checks::level(first.problem.is_error()));
        let sentence = shortened(problems::problem(first.problem));
        let title = Group::with_title(level.primary_title(sentence));
        let mut report = match &first.spot {
            Some(spot) => shown(title, file, lines, spot.clone()),
            None => title.element(Origin::path(file)),
        };
        if group.len() > 1 {
            let named = group.iter().take(OFTEN);
            let places: Vec<_> =
                named.map(|one| (one.problem.path.as_str(), one.place.map(|place| place.line))).collect();
            let repeated = checks::repeated(group.len(), &places);
            report = report.element(Level::NOTE.no_name().message(repeated));
        }
        text.push_str(&renderer.render(&[report]));
        text.push_str("\n\n");
    }
    text
}

/// An error that is none of a record's, with the lines around its place, coloured.
pub fn told_one(sentence: &str, file: &str, lines: &Lines, spot: Range<usize>) -> String {
    let title = Group::with_title(Level::ERROR.with_name(checks::level(true)).primary_title(sentence));
    renderer(true).render(&[shown(title, file, lines, spot)])
}

/// Lines are cut here already, so that no width cuts them again.
fn renderer(is_coloured: bool) -> Renderer {
    let renderer = if is_coloured { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(1000)
}

/// Adds the lines around a place.
fn shown<'a>(group: Group<'a>, file: &'a str, lines: &Lines, spot: Range<usize>) -> Group<'a> {
    let place = lines.place(spot.start);
    let around = lines.around(spot);
    let mark = AnnotationKind::Primary.span(around.place);
    let snippet = Snippet::source(around.text).line_start(around.line).fold(false).annotation(mark);
    if around.is_cut {
        // The column would be counted from where the line is cut.
        let origin = Origin::path(file).line(place.line).char_column(place.column);
        return group.element(origin).element(snippet);
    }
    group.element(snippet.path(file))
}

/// A sentence without the middle of what a file says at great length.
fn shortened(sentence: String) -> String {
    let Some((end, _)) = sentence.char_indices().nth(BEGINNING) else { return sentence };
    match sentence.char_indices().rev().nth(END - 1) {
        Some((start, _)) if start > end => format!("{} … {}", &sentence[..end], &sentence[start..]),
        _ => sentence,
    }
}
