//! The picture that stands for an archive where its address is shared: its own timeline in its own colour, shapes only, so
//! that it needs no font and no language. Everything is placed in whole numbers; the same archive gives the same bytes.

use tiny_skia::{Color, FillRule, LineCap, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, StrokeDash, Transform};

use crate::core::archive::format::Document;
use crate::core::archive::{Archive, Meeting};
use crate::core::text::date::PartialDate;
use crate::language::messages;
use crate::publish::accent::{Colour, light};

/// Where it is published within the site.
pub const NAME: &str = "picture.png";

/// Its size in pixels, as those who show it ask for (Open Graph).
pub const WIDTH: u32 = 1200;
/// See [`WIDTH`].
pub const HEIGHT: u32 = 630;

/// What is free on either side, and above.
const MARGIN: i32 = 80;
/// How wide the axis is.
const AXIS: i32 = WIDTH as i32 - 2 * MARGIN;
/// How far below the axis bands begin, and how high each is.
const BANDS: i32 = 44;
const BAND: i32 = 26;
/// The most bodies whose chairs are bands.
const BODIES: usize = 3;
/// The largest and the least radius of a meeting's mark.
const LARGEST: i32 = 30;
/// See [`LARGEST`].
const LEAST: i32 = 7;
/// The most bars.
const MOST_BARS: i32 = 130;

/// The picture of an archive, as PNG; `None` never in practice, since its size is sound.
pub fn picture(archive: &Archive) -> Option<Vec<u8>> {
    let (paper, accent) = light(archive.dataset.accent.as_slice())?;
    let mut canvas = Canvas { pixmap: Pixmap::new(WIDTH, HEIGHT)?, paper, accent };
    canvas.pixmap.fill(canvas.mixed(100));
    let time = Time::of(archive);
    let bodies = bodies(archive);
    let below = if bodies.is_empty() { 0 } else { BANDS + BAND * bodies.len() as i32 };
    // The whole stands in the middle.
    let room = HEIGHT as i32 - 2 * MARGIN - below;
    let marks = Marks::placed(archive, &time, room);
    let above = match &marks {
        Some(marks) => marks.places.iter().map(|place| place.1 + marks.radius).max().unwrap_or_default(),
        None => room,
    };
    let base = (HEIGHT as i32 + above - below) / 2;
    draw_axis(&mut canvas, &time, base);
    draw_bands(&mut canvas, archive, &bodies, &time, base + BANDS);
    match marks {
        Some(marks) => draw_marks(&mut canvas, archive, &time, &marks, base),
        None => draw_bars(&mut canvas, archive, &time, base, room),
    }
    canvas.pixmap.encode_png().ok()
}

/// What the picture shows, in words.
pub fn described(archive: &Archive) -> String {
    let years = archive.meetings.iter().flat_map(|meeting| meeting.when.years());
    let (first, last) = (years.clone().min(), years.max());
    messages::timeline(archive.meetings.len(), first.zip(last), archive.gaps.len())
}

/// The years from the first meeting to the last, along the axis.
struct Time {
    first: i32,
    count: i32,
}

impl Time {
    fn of(archive: &Archive) -> Self {
        let years = archive.meetings.iter().flat_map(|meeting| meeting.when.years()).map(i32::from);
        let (first, last) = (years.clone().min().unwrap_or_default(), years.max().unwrap_or_default());
        Self { first, count: last - first + 1 }
    }

    /// Where a day is. Every year is as wide as any other.
    fn x(&self, of: PartialDate) -> i32 {
        let day = of.first_day();
        let part = i32::from(day.day_of_year() - 1) * 1000 / 366;
        let x = i64::from((i32::from(day.year()) - self.first) * 1000 + part) * i64::from(AXIS);
        MARGIN + (x / (i64::from(self.count) * 1000)).clamp(0, i64::from(AXIS)) as i32
    }

    /// Where the `at`th of some equal parts begins.
    fn part(&self, at: i32, of: i32) -> i32 {
        MARGIN + (i64::from(AXIS) * i64::from(at) / i64::from(of.max(1))) as i32
    }
}

/// Where marks are, and how large.
struct Marks {
    radius: i32,
    /// Of each meeting where it is, and how far above the axis its middle.
    places: Vec<(i32, i32)>,
    /// Whether they stand on stems, the higher the more is known of them; else one above the other where they would touch.
    have_stems: bool,
}

impl Marks {
    /// The largest marks that have room in this height; `None` where meetings are too many for any.
    fn placed(archive: &Archive, time: &Time, height: i32) -> Option<Self> {
        let meetings = &archive.meetings;
        let most = meetings.iter().map(weight).max().unwrap_or_default();
        let on_stems = (12..=LARGEST).rev().filter(|_| most > 0 && meetings.len() < 80).find_map(|radius| {
            let above = |of| 2 * radius + (height - 3 * radius).max(0) * weight(of) / most;
            let places: Vec<_> = meetings.iter().map(|of| (time.x(of.when.start), above(of))).collect();
            let touch = |a: (i32, i32), b: (i32, i32)| (a.0 - b.0).abs().max((a.1 - b.1).abs()) < 2 * radius + 4;
            let is_free = places.iter().enumerate().all(|(at, a)| places[..at].iter().all(|b| !touch(*a, *b)));
            is_free.then_some(Self { radius, places, have_stems: true })
        });
        on_stems.or_else(|| (LEAST..=LARGEST).rev().find_map(|radius| Self::piled(meetings, time, height, radius)))
    }

    /// Marks one above the other, if not too many are.
    fn piled(meetings: &[Meeting], time: &Time, height: i32, radius: i32) -> Option<Self> {
        let (mut ends, mut places): (Vec<i32>, Vec<(i32, i32)>) = Default::default();
        for meeting in meetings {
            let x = time.x(meeting.when.start);
            let free = ends.iter().position(|end| x - radius > *end + 4);
            let level = free.unwrap_or(ends.len());
            let above = radius + 14 + i32::try_from(level).ok()? * (2 * radius + 6);
            // A tower of many says less than a bar.
            if level >= 6 || above + radius > height {
                return None;
            }
            if free.is_none() {
                ends.push(0);
            }
            ends[level] = x + radius;
            places.push((x, above));
        }
        Some(Self { radius, places, have_stems: false })
    }
}

/// How much is known of a meeting: the more, the higher it stands.
fn weight(meeting: &Meeting) -> i32 {
    let record = &meeting.record;
    let open = record.all_documents().filter(|document: &&Document| document.can_be_opened()).count();
    let known = record.all_documents().count() + open + record.topics.len() + record.agenda.len() + record.quotes.len();
    i32::try_from(known.min(12)).unwrap_or_default()
}

fn draw_axis(canvas: &mut Canvas, time: &Time, base: i32) {
    let faint = canvas.mixed(45);
    canvas.line((MARGIN, base), (WIDTH as i32 - MARGIN, base), 4, canvas.mixed(25), None);
    // Months where there is one year, decades where there are many.
    let (parts, step) = match time.count {
        1 => (12, 1),
        2..=60 => (time.count, 1),
        61..=400 => (time.count, 10),
        _ => (time.count, 100),
    };
    for at in 0..=parts {
        let is_told = parts == 12 && time.count == 1 || (time.first + at) % step == 0;
        if is_told {
            let is_long = time.count > 1 && (time.first + at) % (step * 10) == 0;
            let x = time.part(at, parts);
            canvas.line((x, base), (x, base + if is_long { 24 } else { 12 }), 3, faint, None);
        }
    }
}

/// The bodies that somebody chaired, in the order of the archive.
fn bodies(archive: &Archive) -> Vec<&str> {
    let mut bodies: Vec<&str> = Vec::new();
    for chair in &archive.dataset.chairmanships {
        if bodies.len() < BODIES && !bodies.contains(&chair.body.as_str()) {
            bodies.push(&chair.body);
        }
    }
    bodies
}

/// A band for every body, in which each time in office is lighter or darker than the one before.
fn draw_bands(canvas: &mut Canvas, archive: &Archive, bodies: &[&str], time: &Time, top: i32) {
    for (row, body) in (0..).zip(bodies) {
        let chairs = archive.dataset.chairmanships.iter().filter(|chair| chair.body == *body);
        for (at, chair) in chairs.enumerate() {
            let ends = [&chair.from, &chair.to].map(|text| PartialDate::parse(text).map(|date| time.x(date)));
            let [Some(from), Some(to)] = ends else { continue };
            let colour = canvas.mixed(if at % 2 == 0 { 78 } else { 60 });
            canvas.rect(from, top + row * BAND, to - from - 2, BAND - 6, colour);
        }
    }
}

/// Meetings as marks on stems; hollow where they did not come to be, dashed where no source records them.
fn draw_marks(canvas: &mut Canvas, archive: &Archive, time: &Time, marks: &Marks, base: i32) {
    let (radius, stem) = (marks.radius, canvas.mixed(55));
    for (meeting, (x, above)) in archive.meetings.iter().zip(&marks.places) {
        let y = base - above;
        if marks.have_stems {
            canvas.line((*x, y + radius), (*x, base), 4, stem, None);
        }
        let is_hollow = meeting.record.unusual_status().is_some();
        canvas.circle((*x, y), radius, if is_hollow { Look::Hollow } else { Look::Full });
    }
    let y = base - if marks.have_stems { 4 * radius } else { radius + 14 };
    for x in gaps(archive, time) {
        canvas.line((x, y + radius), (x, base), 4, stem, StrokeDash::new(vec![8.0, 8.0], 0.0));
        canvas.circle((x, y), radius, Look::Dashed);
    }
}

/// Years, or as many years at a time as it takes, as bars. What no source records is dashed above them.
fn draw_bars(canvas: &mut Canvas, archive: &Archive, time: &Time, base: i32, room: i32) {
    let bars = time.count.min(MOST_BARS);
    let mut counts = vec![0; usize::try_from(bars).unwrap_or_default()];
    for meeting in &archive.meetings {
        let bar = i64::from(time.x(meeting.when.start) - MARGIN) * i64::from(bars) / i64::from(AXIS);
        if let Some(count) = usize::try_from(bar).ok().and_then(|bar| counts.get_mut(bar)) {
            *count += 1;
        }
    }
    let most: i64 = counts.iter().copied().max().unwrap_or_default().max(1);
    let room = i64::from(room);
    let full = canvas.mixed(0);
    for (at, count) in (0..).zip(&counts) {
        let (from, to) = (time.part(at, bars), time.part(at + 1, bars));
        let gap = ((to - from) / 6).max(1);
        let height = (room * count / most).max(i64::from(*count > 0) * 3) as i32;
        canvas.rect(from + gap, base - 2 - height, to - from - 2 * gap, height, full);
    }
    for x in gaps(archive, time) {
        canvas.circle((x, base - room as i32 - MARGIN / 2), 14, Look::Dashed);
    }
}

/// Where gaps are: between the meetings around them, evenly.
fn gaps(archive: &Archive, time: &Time) -> Vec<i32> {
    let place = |(at, (before, _)): (usize, &(usize, _))| {
        let same = || archive.gaps.iter().map(|(of, _)| of);
        let (first, count) = (same().take_while(|of| *of < before).count(), same().filter(|of| *of == before).count());
        let x = |at: Option<usize>| at.and_then(|at| archive.meetings.get(at)).map(|of| time.x(of.when.start));
        let from = x(before.checked_sub(1)).unwrap_or(MARGIN);
        let to = x(Some(*before)).unwrap_or(MARGIN + AXIS);
        let (place, of) = (i32::try_from(at - first + 1).ok()?, i32::try_from(count + 1).ok()?);
        Some(from + (to - from) * place / of)
    };
    archive.gaps.iter().enumerate().filter_map(place).collect()
}

/// How a mark looks.
enum Look {
    Full,
    Hollow,
    Dashed,
}

/// What is drawn on.
struct Canvas {
    pixmap: Pixmap,
    paper: Colour,
    accent: Colour,
}

impl Canvas {
    /// The archive's colour to so many parts of a hundred, and paper for the rest.
    fn mixed(&self, parts: u32) -> Color {
        let part = |at: usize| {
            let (accent, paper) = (u32::from(self.accent[at]), u32::from(self.paper[at]));
            ((accent * parts + paper * (100 - parts)) / 100) as u8
        };
        Color::from_rgba8(part(0), part(1), part(2), 255)
    }

    fn rect(&mut self, x: i32, y: i32, width: i32, height: i32, colour: Color) {
        if let Some(rect) = Rect::from_xywh(x as f32, y as f32, width as f32, height as f32) {
            self.pixmap.fill_rect(rect, &paint(colour), Transform::identity(), None);
        }
    }

    fn line(&mut self, from: (i32, i32), to: (i32, i32), width: i32, colour: Color, dash: Option<StrokeDash>) {
        let mut path = PathBuilder::new();
        path.move_to(from.0 as f32, from.1 as f32);
        path.line_to(to.0 as f32, to.1 as f32);
        self.stroke(path.finish(), width, colour, dash);
    }

    fn circle(&mut self, (x, y): (i32, i32), radius: i32, look: Look) {
        // A line stands half within and half without.
        let edge = if matches!(look, Look::Full) { 0 } else { 2 };
        let path = PathBuilder::from_circle(x as f32, y as f32, (radius - edge) as f32);
        let (inside, paper) = (self.mixed(100), self.mixed(0));
        let full = if matches!(look, Look::Full) { paper } else { inside };
        if let Some(path) = &path {
            self.pixmap.fill_path(path, &paint(full), FillRule::Winding, Transform::identity(), None);
        }
        match look {
            Look::Full => {}
            Look::Hollow => self.stroke(path, 2 * edge, paper, None),
            Look::Dashed => self.stroke(path, 2 * edge, paper, StrokeDash::new(vec![9.0, 7.0], 0.0)),
        }
    }

    fn stroke(&mut self, path: Option<Path>, width: i32, colour: Color, dash: Option<StrokeDash>) {
        let stroke = Stroke { width: width as f32, line_cap: LineCap::Butt, dash, ..Stroke::default() };
        if let Some(path) = path {
            self.pixmap.stroke_path(&path, &paint(colour), &stroke, Transform::identity(), None);
        }
    }
}

fn paint(colour: Color) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(colour);
    paint
}
