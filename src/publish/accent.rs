//! The colour of links and buttons: whether it can be read, and how the pages come to have it.

use crate::core::archive::unpublishable::{Faint, Unpublishable};

/// The values that all styles are made of.
const TOKENS: &str = include_str!("../../style/tokens.css");

/// What the colour stands on, or what stands on it: text in it may be on each of these, and buttons have text of the first.
const GROUNDS: [&str; 3] = ["paper", "sheet", "tint"];

/// Where in the tokens those of the dark scheme begin.
const DARK: &str = "prefers-color-scheme: dark";

/// The least contrast of text with its ground (WCAG 2.2, success criterion 1.4.3).
const LEAST: f64 = 4.5;

/// Red, green and blue.
pub type Colour = [u8; 3];

/// What is wrong with an archive's colours: one for both schemes, or one for each.
pub fn judge(accent: &[String]) -> Option<Unpublishable> {
    if accent.len() > 2 {
        return Some(Unpublishable::TooManyColours(accent.len()));
    }
    if let Some(bad) = accent.iter().find(|text| colour(text).is_none()) {
        return Some(Unpublishable::BadColour(bad.clone()));
    }
    let schemes: [Colour; 2] = [accent.first()?, accent.last()?].map(|text| colour(text).unwrap_or_default());
    let grounds = [false, true].map(grounds);
    let least = |scheme: usize| {
        let contrasts = grounds[scheme].iter().map(|of| (contrast(schemes[scheme], *of), *of));
        contrasts.min_by(|a, b| a.0.total_cmp(&b.0))
    };
    let (is_dark, (ratio, ground)) =
        [(false, least(0)?), (true, least(1)?)].into_iter().find(|(_, (ratio, _))| *ratio < LEAST)?;
    let instead = [0, 1].map(|scheme| written(readable(schemes[scheme], &grounds[scheme], scheme == 1)));
    Some(Unpublishable::Faint(Faint {
        colour: written(schemes[usize::from(is_dark)]),
        ground: written(ground),
        // Rounded down, so that it never looks as if it were enough.
        hundredths: (ratio * 100.0) as u32,
        is_dark,
        instead,
    }))
}

/// The rules by which a style sheet has these colours, if there are any: behind the tokens, in their layer.
pub fn rules(accent: &[String]) -> String {
    match (accent.first().and_then(|text| colour(text)), accent.last().and_then(|text| colour(text))) {
        (Some(light), Some(dark)) => format!(
            "@layer tokens{{:root{{--accent:{}}}@media (prefers-color-scheme: dark){{:root{{--accent:{}}}}}}}",
            written(light),
            written(dark)
        ),
        _ => String::new(),
    }
}

/// Paper and the colour of links in the light scheme; `None` never, since the tokens have both.
pub fn light(accent: &[String]) -> Option<(Colour, Colour)> {
    let own = accent.first().and_then(|text| colour(text));
    Some((token(TOKENS, GROUNDS[0])?, own.or_else(|| token(TOKENS, "accent"))?))
}

/// The colour of this name in a text of tokens: the first, which is the light scheme's.
fn token(tokens: &str, name: &str) -> Option<Colour> {
    colour(tokens.split_once(&format!("--{name}: "))?.1.split_once(';')?.0)
}

/// What the colour has to stand out from in a scheme.
fn grounds(is_dark: bool) -> Vec<Colour> {
    let (light, dark) = TOKENS.split_once(DARK).unwrap_or((TOKENS, ""));
    let tokens = if is_dark { dark } else { light };
    GROUNDS.iter().filter_map(|name| token(tokens, name)).collect()
}

/// The colour that a text is, `#rrggbb`.
fn colour(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

fn written([red, green, blue]: Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// How bright a colour is, from 0 to 1 (WCAG 2.2, "relative luminance").
fn luminance(of: Colour) -> f64 {
    let [red, green, blue] = of.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// By how much two colours stand out from each other, from 1 to 21 (WCAG 2.2, "contrast ratio").
fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The nearest colour of the same hue that can be read on all these grounds: itself, or a darker one; in the dark scheme a
/// lighter one.
fn readable(of: Colour, grounds: &[Colour], is_dark: bool) -> Colour {
    let is_readable = |colour: &Colour| grounds.iter().all(|ground| contrast(*colour, *ground) >= LEAST);
    let end = if is_dark { 255.0 } else { 0.0 };
    // Towards white or black the hue stays.
    let towards = |step: u32| {
        of.map(|part| {
            let part = f64::from(part);
            (part + (end - part) * f64::from(step) / 255.0).round() as u8
        })
    };
    (0..=255).map(towards).find(is_readable).unwrap_or(of)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(colours: &[&str]) -> Vec<String> {
        colours.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn the_grounds_are_those_of_the_style_sheet() {
        let rules: Vec<&str> = TOKENS.lines().map(str::trim).collect();
        for is_dark in [false, true] {
            let grounds = grounds(is_dark);
            assert_eq!(grounds.len(), GROUNDS.len());
            for (name, ground) in GROUNDS.iter().zip(grounds) {
                assert!(rules.contains(&&*format!("--{name}: {};", written(ground))), "{name}");
                assert_eq!(luminance(ground) < 0.2, is_dark, "{name}");
            }
        }
        // The colours that the pages have without any of an archive's own.
        assert_eq!(judge(&texts(&["#0b4a63", "#9bd3ea"])), None);
    }

    #[test]
    fn contrast_is_what_the_guidelines_call_so() {
        for (a, b, expected) in
            [("#ffffff", "#000000", 21.0), ("#777777", "#ffffff", 4.478), ("#005ea5", "#ffffff", 6.679)]
        {
            let ratio = contrast(colour(a).unwrap(), colour(b).unwrap());
            assert!((ratio - expected).abs() < 0.01, "{a} {b} {ratio}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_colours_that_can() {
        for given in [
            &["#005ea5"][..],
            &["#ffcc00"],
            &["#000000"],
            &["#ffffff"],
            &["#7ab8e8", "#005ea5"],
            &["#ff0000", "#00ff00"],
        ] {
            let Some(Unpublishable::Faint(faint)) = judge(&texts(given)) else { panic!("{given:?} can be read") };
            assert!(faint.hundredths < 450);
            assert_eq!(judge(&faint.instead), None, "{given:?}");
        }
        // What can be read stays as it is.
        let Some(Unpublishable::Faint(faint)) = judge(&texts(&["#005ea5"])) else { panic!("#005ea5 can be read") };
        assert_eq!((faint.instead[0].as_str(), faint.is_dark), ("#005ea5", true));
    }

    #[test]
    fn what_is_no_colour_is_refused() {
        for bad in ["red", "#fff", "005ea5", "#005ea", "#005ea5ff", "#00 ea5", "#+05ea5", "#00é5", ""] {
            assert_eq!(judge(&texts(&[bad])), Some(Unpublishable::BadColour(bad.to_owned())));
            assert_eq!(rules(&texts(&[bad])), "");
        }
        assert_eq!(judge(&texts(&["#000000"; 3])), Some(Unpublishable::TooManyColours(3)));
        assert_eq!(judge(&[]), None);
    }

    #[test]
    fn the_colours_stand_behind_the_tokens() {
        assert_eq!(
            rules(&texts(&["#005EA5", "#7ab8e8"])),
            "@layer tokens{:root{--accent:#005ea5}@media (prefers-color-scheme: dark){:root{--accent:#7ab8e8}}}"
        );
        assert_eq!(rules(&[]), "");
    }
}
