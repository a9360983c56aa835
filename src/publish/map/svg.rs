//! The map as a picture, `map.svg`: for pages that show one place of it (`map.svg#spot-kirkenes`), and for the app, which
//! reads its lines and spots and draws the marks itself (`core/search/map/picture`).

use std::fmt::Write;

use crate::core::archive::Archive;
use crate::language::{TAG, map as words, world};
use crate::publish::escape::escape;
use crate::publish::map::{Dot, Map};

/// The name of the file.
pub const FILE: &str = "map.svg";

/// How the picture looks by itself. The colours are those of the pages, which a picture cannot ask for.
const STYLE: &str = ".sea{fill:#e6eef1}.land{fill:#fbfaf6;stroke:#6b777e;stroke-width:1}\
    .borders{fill:none;stroke:#6b777e;stroke-width:1;stroke-dasharray:5 3}.spots *{fill:#0b4a63;stroke:#fff;stroke-width:3}\
    .spots :target{fill:#a15c00;stroke:#1b2328;stroke-width:6;r:22px}svg:has(:target) circle:not(:target){r:7px}\
    @media(prefers-color-scheme:dark){.sea{fill:#20323b}.land{fill:#12181c;stroke:#8a979e}.borders{stroke:#8a979e}\
    .spots *{fill:#9bd3ea;stroke:#12181c}.spots :target{fill:#e0a04a;stroke:#eceeec}}\
    @media(forced-colors:active){.sea,.land{fill:Canvas;stroke:CanvasText}.borders{stroke:GrayText}.spots *{fill:CanvasText;\
    stroke:Canvas}.spots :target{fill:Highlight;stroke:CanvasText}}";

/// The picture of an archive's map.
pub fn svg(archive: &Archive, map: &Map) -> String {
    let Map { width, height, .. } = map;
    let dataset = &archive.dataset;
    let names: Vec<&str> = map.spots.iter().filter_map(|spot| archive.place(&spot.id)).map(|of| &*of.name).collect();
    let (title, told) = (escape(&words::title(&dataset.title)), escape(&words::places(&names)));
    let sea = match &map.globe {
        Some(globe) => format!("<path class=\"sea\" d=\"{}Z\"/>", path(std::slice::from_ref(globe), "")),
        None => format!("<path class=\"sea\" d=\"M0 0h{width}v{height}H0Z\"/>"),
    };
    let style = style(dataset.accent.as_slice());
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\" aria-labelledby=\"t d\" lang=\"{}\">\n<title id=\"t\">{title}</title>\n<desc id=\"d\">{told}</desc>\n\
         <style>{style}</style>\n{sea}\n<path class=\"land\" fill-rule=\"evenodd\" d=\"{}\"/>\n\
         <path class=\"borders\" d=\"{}\"/>\n<g class=\"spots\">\n",
        TAG,
        path(&map.land, "Z"),
        path(&map.borders, ""),
    );
    for spot in &map.spots {
        let place = archive.place(&spot.id);
        let code = place.and_then(|of| of.country.as_deref());
        let name = place.map_or("", |of| &of.name);
        let country = code.map(|code| format!(", {}", world::country_or_code(code))).unwrap_or_default();
        // Writing to a text cannot fail.
        let _ = writeln!(
            svg,
            "<circle id=\"spot-{}\" data-country=\"{}\" cx=\"{}\" cy=\"{}\" r=\"11\"><title>{}</title></circle>",
            spot.id,
            escape(code.unwrap_or_default()),
            spot.at.0,
            spot.at.1,
            escape(&format!("{name}{country}")),
        );
    }
    svg + "</g>\n</svg>\n"
}

/// The style, with an archive's own colours, for light and dark, where it has any.
fn style(accent: &[String]) -> String {
    match (accent.first(), accent.last()) {
        (Some(light), Some(dark)) => STYLE.replace("#0b4a63", &escape(light)).replace("#9bd3ea", &escape(dark)),
        _ => STYLE.to_owned(),
    }
}

/// Lines as a path, each by its first point and then by steps.
fn path(lines: &[Vec<Dot>], end: &str) -> String {
    let mut path = String::new();
    for line in lines {
        let mut before: Option<Dot> = None;
        for (x, y) in line.iter().copied() {
            let _ = match before.replace((x, y)) {
                None => write!(path, "M{x} {y}l"),
                Some((from, up)) => write!(path, "{}{}", spaced(x - from, &path), spaced(y - up, " ")),
            };
        }
        path += end;
    }
    path
}

/// A number behind others: a sign separates it too.
fn spaced(number: i32, behind: &str) -> String {
    let needs_space = number >= 0 && !behind.ends_with('l');
    format!("{}{number}", if needs_space { " " } else { "" })
}
