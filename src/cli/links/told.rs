//! What was found of addresses, as a keeper and as a program read it.

use serde_json::{Value, json};

use crate::cli::lines::Place;
use crate::cli::links::found::{Found, Not, Why};
use crate::cli::links::named::{Named, What};
use crate::cli::links::uri::{fragment, is_front, on_the_wire};
use crate::language::messages::number;

/// What was found of an address where it is named.
pub struct Finding<'a> {
    /// The address, and what has it.
    pub named: &'a Named,
    /// What was found.
    pub found: &'a Found,
    /// The file in which it stands.
    pub file: &'a str,
    /// Where it stands there.
    pub place: Option<Place>,
}

/// Whether an address works, and leads to what it led to: what has moved to the first page of its host is likely lost.
pub fn is_alive(named: &str, found: &Found) -> bool {
    match found {
        Found::Alive => true,
        Found::Moved(to) => !is_front(to) || is_front(&on_the_wire(named)),
        Found::Dead(_) | Found::Unreached(_) => false,
    }
}

impl Finding<'_> {
    /// What was found, and how to mend it; none where all is well.
    pub fn sentence(&self) -> Option<String> {
        let Named { address, what, .. } = self.named;
        let told = match self.found {
            Found::Alive => return None,
            Found::Moved(to) if !is_alive(address, self.found) => format!(
                "{address} leads to the first page of its host, {to}; look whether it is still to be found there. {}",
                mend(*what)
            ),
            Found::Moved(to) => {
                format!("{address} has moved for good to {}; write the new address.", with_fragment(to, address))
            }
            Found::Dead(not) => format!("{address} is dead: {}. {}", why(not), mend(*what)),
            Found::Unreached(not) => format!(
                "{address} was not reached: {}. Whether it is dead is not known: open it in a browser, or ask again later.",
                why(not)
            ),
        };
        Some(told)
    }

    /// The line that a keeper reads; none where all is well.
    pub fn line(&self) -> Option<String> {
        let sentence = self.sentence()?;
        let place = self.place.map_or_else(|| self.named.path.clone(), |place| place.line.to_string());
        let meeting = self.named.meeting.as_ref().map(|id| format!("{id}, ")).unwrap_or_default();
        Some(format!("{}:{place}: {meeting}“{}”: {sentence}\n", self.file, self.named.title))
    }

    /// The same for a program.
    pub fn element(&self) -> Option<Value> {
        let message = self.sentence()?;
        let to = if let Found::Moved(to) = self.found { Some(with_fragment(to, &self.named.address)) } else { None };
        Some(json!({
            "level": "warning",
            "path": self.named.path,
            "line": self.place.map(|place| place.line),
            "column": self.place.map(|place| place.column),
            "message": message,
            "file": self.file,
            "found": match self.found {
                Found::Alive => "alive",
                Found::Moved(_) => "moved",
                Found::Dead(_) => "dead",
                Found::Unreached(_) => "unreached",
            },
            "address": self.named.address,
            "to": to,
        }))
    }
}

/// How many addresses there are of each kind.
pub fn counts<'f>(found: impl Iterator<Item = &'f Found>) -> String {
    let (mut all, mut of) = (0, [0; 4]);
    for found in found {
        all += 1;
        of[match found {
            Found::Alive => 0,
            Found::Moved(_) => 1,
            Found::Dead(_) => 2,
            Found::Unreached(_) => 3,
        }] += 1;
    }
    let each = |count: usize, one: &str, many: &str| {
        (count > 0).then(|| format!("{} {}", number(count), if count == 1 { one } else { many }))
    };
    let told = [
        each(of[0], "is alive", "are alive"),
        each(of[1], "has moved for good", "have moved for good"),
        each(of[2], "is dead", "are dead"),
        each(of[3], "was not reached", "were not reached"),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    let address = if all == 1 { "address" } else { "addresses" };
    format!("{} {address} asked: {}.", number(all), told.join(", "))
}

/// The new address of one that named a place within a page.
fn with_fragment(to: &str, address: &str) -> String {
    format!("{to}{}", fragment(address))
}

/// What a keeper writes in place of an address that is dead.
fn mend(what: What) -> &'static str {
    match what {
        What::Document(true) => "Write where it is now, or leave `url` out: its copy stays.",
        What::Document(false) => {
            "Write where it is now, or leave `url` out and give in `archived` the address of a copy."
        }
        What::Copy => "Write the address of another copy, or leave `archived` out.",
        What::Source => "Write where it is now, or leave `url` out and say in `note` where it was.",
        What::Own => "Write where it is now, or leave it out.",
    }
}

/// Why an address did not work.
fn why(not: &Not) -> String {
    let (it, host) = match &not.led {
        Some(led) => (format!("{led}, to which it leads,"), format!("the host of {led}, to which it leads,")),
        None => ("it".to_owned(), "its host".to_owned()),
    };
    match &not.why {
        Why::Status(code @ (404 | 410)) => format!("{it} answers {code}, that nothing is there"),
        Why::Status(code @ (401 | 403)) => format!("{it} answers {code}, that programs may not see it"),
        Why::Status(code) => format!("{it} answers {code}"),
        Why::Busy(code, Some(rest)) => {
            format!(
                "{host} asks for a rest of {} s ({code})",
                number(usize::try_from(rest.as_secs()).unwrap_or(usize::MAX))
            )
        }
        Why::Busy(code, None) => format!("{host} has no time for it ({code})"),
        Why::NoName => format!("{host} is no more, its name leads nowhere"),
        Why::NoLookup => format!("the name of {} could not be looked up", host.trim_end_matches(',')),
        Why::Refused => format!("{host} takes no connection"),
        Why::Silent => format!("{host} did not answer in time"),
        Why::Broken(told) => format!("the connection to {} broke ({told})", host.trim_end_matches(',')),
        Why::Unsafe(told) => format!("{host} cannot prove who it is ({told})"),
        Why::Circle => "it leads in a circle".to_owned(),
        Why::Onwards => "it leads on and on".to_owned(),
        Why::Elsewhere(scheme) => format!("{it} leads to an address of {scheme}:, which is none of the web"),
        Why::Strange(told) => format!("what {} answers is not understood ({told})", it.trim_end_matches(',')),
    }
}
