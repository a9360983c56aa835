//! Countries by their names, in all languages that the program knows them in.

use std::collections::HashMap;

use crate::core::archive::names::without_years;
use crate::core::archive::values::is_country_of_today;
use crate::core::text::fold::fold;
use crate::language::NAMES;

/// The codes of countries by their folded names.
pub struct Countries(HashMap<String, String>);

impl Countries {
    /// All countries of today.
    pub fn of_today() -> Self {
        let mut codes = HashMap::new();
        let letters = || 'A'..='Z';
        let pairs = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
        for code in pairs.filter(|code| is_country_of_today(code)) {
            let name = (NAMES.country)(&code);
            for name in [name].into_iter().chain((NAMES.country_elsewhere)(&code)) {
                codes.entry(plain(without_years(&name))).or_insert_with(|| code.clone());
            }
        }
        Self(codes)
    }

    /// The code of a country.
    pub fn code(&self, name: &str) -> Option<String> {
        self.0.get(&plain(name)).cloned()
    }
}

/// A name without marks, and "and" for the sign of it.
fn plain(name: &str) -> String {
    fold(name.trim()).replace('&', "and")
}
