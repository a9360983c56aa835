//! The picture of an archive's map, as the build has drawn it (`publish/map/svg`).

use crate::core::text::ids::Ids;

/// What is read of the picture.
#[derive(Debug, Default)]
pub struct Picture {
    /// Its width, in its units.
    pub width: usize,
    /// Its height.
    pub height: usize,
    /// Its lines and areas, as markup.
    pub paths: String,
    /// Its places.
    pub spots: Vec<Spot>,
    /// Where among them each stands, by its id.
    ids: Ids,
}

/// A place on the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The place, by its id.
    pub id: String,
    /// Its country, by its code; empty where none is known.
    pub country: String,
    /// How far it is from the left, in units.
    pub x: usize,
    /// How far it is from above.
    pub y: usize,
}

/// What stands before the areas and the places.
const BEFORE: &str = "</style>";
const SPOT: &str = "<circle id=\"spot-";

impl Picture {
    /// Reads a picture; what cannot be read of it is left out.
    pub fn read(svg: &str) -> Self {
        let (head, rest) = svg.split_once(BEFORE).unwrap_or((svg, ""));
        let (paths, rest) = rest.split_once("<g ").unwrap_or((rest, ""));
        let mut spots = Vec::new();
        let mut rest = rest;
        while let Some((_, next)) = rest.split_once(SPOT) {
            spots.extend(spot(next));
            rest = next;
        }
        let ids = Ids::new(&mut spots.iter().map(|spot| spot.id.as_str()));
        let size = |name| attribute(head, name).and_then(number).unwrap_or(1).max(1);
        Self { width: size(" width"), height: size(" height"), paths: paths.to_owned(), spots, ids }
    }

    /// The position of the spot of a place, if it has one.
    pub fn spot(&self, id: &str) -> Option<usize> {
        self.ids.position(id)
    }
}

fn spot(text: &str) -> Option<Spot> {
    let (id, rest) = text.split_once('"')?;
    let at = |name| attribute(rest, name).and_then(number);
    let country = attribute(rest, "data-country").unwrap_or_default();
    Some(Spot { id: id.to_owned(), country: country.to_owned(), x: at(" cx")?, y: at(" cy")? })
}

/// What stands in an attribute, the first of this name.
fn attribute<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(&format!("{name}=\""))?;
    Some(rest.split_once('"')?.0)
}

fn number(text: &str) -> Option<usize> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_picture_lines_and_places_are_read() {
        let svg = "<svg viewBox=\"0 0 10 7\" width=\"10\" height=\"7\"><style></style>\n<path d=\"M0 0\"/><g class=\"spots\">\n\
            <circle id=\"spot-oslo\" data-country=\"NO\" cx=\"3\" cy=\"4\" r=\"1\"/>\
            <circle id=\"spot-bad\" data-country=\"\" cx=\"-3\" cy=\"4\"/>\
            <circle id=\"spot-alta\" data-country=\"\" cx=\"5\" cy=\"6\"/></g></svg>";
        let picture = Picture::read(svg);
        assert_eq!((picture.width, picture.height, picture.paths.trim()), (10, 7, "<path d=\"M0 0\"/>"));
        assert_eq!(picture.spot("oslo").map(|at| &picture.spots[at]).map(|spot| (spot.x, spot.y)), Some((3, 4)));
        assert_eq!([picture.spot("alta"), picture.spot("bad"), picture.spot("o")], [Some(1), None, None]);
        for nothing in ["", "<html>404</html>", "</style><g <circle id=\"spot-"] {
            assert!(Picture::read(nothing).spots.is_empty());
        }
    }
}
