//! Which places stand on the map by a mark of their own, and which share one: no two marks touch. All is in whole dots, of
//! which sixteen are as long as the letters of the page are high.

use crate::core::search::map::OnMap;
use crate::core::search::map::picture::Picture;
use crate::core::text::order::{sort, sorted};

/// The least width of a mark: what a finger can hit.
pub const LEAST: usize = 28;
/// The width of the mark of the place with the most meetings, where there are many; and the most that a mark can have.
const MOST: usize = 52;
const WIDEST: usize = 64;
/// What is free between two marks.
const BETWEEN: usize = 2;
/// Places within such a square are together at once: they would touch however few meetings they have.
const CELL: usize = 20;
/// The height of a name beside a mark, and the width of a letter in it, wide ones for scripts whose letters are.
const LINE: isize = 20;
const LETTER: usize = 8;
const WIDE: usize = 14;

/// A mark on the map.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mark {
    /// Its places, by their positions on the map; that with the most meetings first, where the mark stands.
    pub places: Vec<usize>,
    /// Its middle, in dots from the left.
    pub x: usize,
    /// And from above.
    pub y: usize,
    /// Its width.
    pub size: usize,
    /// The side on which its name stands, as the style sheet calls it; none where there is no room.
    pub name: Option<&'static str>,
    /// The sum of the meetings of its places.
    sum: usize,
    /// How wide its name would be.
    wide: usize,
}

/// The marks of a map that is `width` dots wide, from west to east; `name` is what stands beside one with these places.
pub fn marks(on: &OnMap, picture: &Picture, width: usize, name: &dyn Fn(&[usize]) -> String) -> Vec<Mark> {
    let most = on.places.iter().map(|of| of.count).max().unwrap_or_default();
    let frame = (width, height(picture, width));
    let mut marks = in_cells(on, picture, width);
    for mark in &mut marks {
        fit(mark, most, frame);
    }
    let mut at = 0;
    while at < marks.len() {
        let touching = (0..marks.len()).find(|other| *other != at && touches(&marks[at], &marks[*other]));
        let Some(other) = touching else {
            at += 1;
            continue;
        };
        // The one that stays may now touch one that has been looked at.
        let mut gone = marks.remove(at.max(other));
        at = at.min(other);
        let stays = &mut marks[at];
        if gone.sum > stays.sum {
            std::mem::swap(stays, &mut gone);
        }
        stays.places.append(&mut gone.places);
        stays.sum += gone.sum;
        fit(stays, most, frame);
    }
    let mut placed = Vec::with_capacity(marks.len());
    for at in sorted(marks.len(), &|a, b| (marks[a].x, marks[a].y).cmp(&(marks[b].x, marks[b].y))) {
        let mut mark = std::mem::take(&mut marks[at]);
        sort(&mut mark.places, &|a, b| on.places[b].count.cmp(&on.places[a].count));
        placed.push(mark);
    }
    name_them(&mut placed, frame, name);
    placed
}

/// The height of a map that is so wide.
pub fn height(picture: &Picture, width: usize) -> usize {
    width * picture.height / picture.width
}

/// The marks of places that are not yet known to touch others, those with the most meetings first.
fn in_cells(on: &OnMap, picture: &Picture, width: usize) -> Vec<Mark> {
    let columns = width / CELL + 1;
    let mut cells: Vec<usize> = vec![usize::MAX; columns * (height(picture, width) / CELL + 1)];
    let mut marks: Vec<Mark> = Vec::new();
    for at in sorted(on.places.len(), &|a, b| on.places[b].count.cmp(&on.places[a].count)) {
        let (place, spot) = (&on.places[at], &picture.spots[on.places[at].spot]);
        // What lies beyond the picture stands at its edge.
        let x = spot.x.min(picture.width) * width / picture.width;
        let y = spot.y.min(picture.height) * width / picture.width;
        let Some(cell) = cells.get_mut(y / CELL * columns + x / CELL) else { continue };
        match marks.get_mut(*cell) {
            Some(mark) => {
                mark.places.push(at);
                mark.sum += place.count;
            }
            None => {
                *cell = marks.len();
                marks.push(Mark { places: vec![at], x, y, size: LEAST, sum: place.count, ..Mark::default() });
            }
        }
    }
    marks
}

/// Gives a mark its width, and moves it until all of it is on the map, where the map is as large.
fn fit(mark: &mut Mark, most: usize, (width, height): (usize, usize)) {
    mark.size = size(mark.sum, most);
    let half = mark.size / 2 + BETWEEN;
    mark.x = mark.x.min(width.saturating_sub(half)).max(half.min(width / 2));
    mark.y = mark.y.min(height.saturating_sub(half)).max(half.min(height / 2));
}

/// The width of a mark: areas are to each other as numbers of meetings are, where they are large enough to be hit.
fn size(count: usize, most: usize) -> usize {
    let square = count * (LEAST * LEAST).min(MOST * MOST / most.max(1));
    // A longer number needs more room.
    let mut size = LEAST.max(12 + 9 * count.checked_ilog10().unwrap_or_default() as usize + 9);
    while size < WIDEST && (size + 1) * (size + 1) <= square {
        size += 1;
    }
    size
}

fn touches(a: &Mark, b: &Mark) -> bool {
    let (x, y) = (a.x.abs_diff(b.x), a.y.abs_diff(b.y));
    let least = (a.size + b.size) / 2 + BETWEEN;
    x * x + y * y < least * least
}

/// A rectangle: its left and upper end, its right and lower end. Beyond the map it may begin below nothing.
type Room = [isize; 4];

/// Gives each mark a side for its name where there is room, those with the most meetings first; of those with as many the one
/// with the longest name, which fits in the fewest places.
fn name_them(marks: &mut [Mark], (width, height): (usize, usize), name: &dyn Fn(&[usize]) -> String) {
    let mut taken: Vec<Room> = Vec::with_capacity(2 * marks.len());
    for mark in marks.iter_mut() {
        let (x, y, half) = (mark.x as isize, mark.y as isize, mark.size as isize / 2);
        taken.push([x - half, y - half, x + half, y + half]);
        mark.wide = LETTER;
        for letter in name(&mark.places).chars() {
            mark.wide += if letter < '\u{1100}' { LETTER } else { WIDE };
        }
    }
    // No name is 4,096 dots wide, so the number of meetings comes first.
    let weight = |at: usize| marks[at].sum * 4096 + marks[at].wide;
    for at in sorted(marks.len(), &|a, b| weight(b).cmp(&weight(a))) {
        let mark = &marks[at];
        let (x, y, wide) = (mark.x as isize, mark.y as isize, mark.wide as isize);
        // A dot more, so that a name does not overlap its own mark.
        let half = mark.size as isize / 2 + 1;
        // The sides by their names in the style sheet, the best first.
        for (side, left, upper) in [
            ("right", x + half, y - LINE / 2),
            ("left", x - half - wide, y - LINE / 2),
            ("below", x - wide / 2, y + half),
            ("above", x - wide / 2, y - half - LINE),
        ] {
            let room = [left, upper, left + wide, upper + LINE];
            let is_within = left >= 0 && upper >= 0 && room[2] <= width as isize && room[3] <= height as isize;
            if is_within && !taken.iter().any(|other| overlap(&room, other)) {
                taken.push(room);
                marks[at].name = Some(side);
                break;
            }
        }
    }
}

fn overlap(a: &Room, b: &Room) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// Where a key leads from one of the marks, which stand from west to east: to the next to the right or left, above or below,
/// to the first or the last. None for any other key.
pub fn step(marks: &[Mark], from: usize, key: &str) -> Option<usize> {
    let last = marks.len().checked_sub(1)?;
    let next = |from: usize, is_on: bool| if is_on { last.min(from + 1) } else { from.saturating_sub(1) };
    match key {
        "ArrowRight" | "ArrowLeft" => Some(next(from, key == "ArrowRight")),
        "ArrowDown" | "ArrowUp" => {
            let order = sorted(marks.len(), &|a, b| (marks[a].y, marks[a].x).cmp(&(marks[b].y, marks[b].x)));
            let at = order.iter().position(|at| *at == from).unwrap_or_default();
            order.get(next(at, key == "ArrowDown")).copied()
        }
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}
