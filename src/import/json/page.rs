//! The JSON-LD of a web page.

use crate::import::fault::Fault;
use crate::import::json::fields::Reading;
use crate::import::json::schema_org;
use crate::import::json::tree::Parser;
use crate::import::origin::Origin;
use crate::import::piece::Piece;
use crate::import::told::Done;

/// Reads the events that a page tells machines of.
///
/// # Errors
/// Where it tells none.
pub fn read(html: &str, reading: &mut Reading, give: &mut dyn FnMut(Piece)) -> Result<(), Fault> {
    let mut count = 0;
    for (at, text) in scripts(html) {
        let line = html.get(..at).unwrap_or_default().matches('\n').count() + 1;
        let origin = Origin::line(u32::try_from(line).unwrap_or(u32::MAX));
        let mut parser = Parser::new(text, 0);
        match parser.value() {
            Ok(node) => count += schema_org::events(&node, "$".into(), reading, give),
            Err(Fault::Broken(_, why)) => {
                let sentence = "What a page tells machines (JSON-LD) is broken and was left out.";
                reading.told.tell(Done::LeftOut, &origin, sentence, &why);
            }
            Err(fault) => return Err(fault),
        }
    }
    if count == 0 {
        return Err(Fault::NoMeetings("the page tells machines of no event (JSON-LD)"));
    }
    let why = "Of the page only the events that it tells machines of (JSON-LD) were read.";
    reading.told.tell(Done::Guessed, &Origin::whole(), why, &count.to_string());
    Ok(())
}

/// The scripts of JSON-LD in a page, with their first bytes.
fn scripts(html: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = html.match_indices("<script").chain(html.match_indices("<SCRIPT"));
    starts.filter_map(|(at, _)| {
        let tag = html.get(at..)?;
        let begin = tag.get(..500.min(tag.len())).unwrap_or(tag).find('>')?;
        if !tag.get(..begin)?.to_ascii_lowercase().contains("ld+json") {
            return None;
        }
        let text = tag.get(begin + 1..)?;
        let end = text.find("</")?;
        Some((at + begin + 1, text.get(..end)?.trim()))
    })
}
