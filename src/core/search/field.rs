//! The fields of a meeting that are searched, and what each counts for.

/// A field of a meeting that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Title in all its languages, number and date.
    Title,
    /// Themes, the places in all their names, their countries, venue, format, status, reference, and values of the archive's
    /// own facets.
    ThemeAndPlace,
    /// People with office, organisation and part, those of the agenda too.
    People,
    /// Documents with kind and note, those of the agenda too.
    Documents,
    /// Topics, the agenda with its decisions, quotes, notes, the events around, and who held the chair.
    Notes,
}

impl Field {
    /// All fields, the weightiest first.
    pub const ALL: [Self; 5] = [Self::Title, Self::ThemeAndPlace, Self::People, Self::Documents, Self::Notes];

    /// What a word in it counts for.
    pub fn weight(self) -> u32 {
        match self {
            Self::Title => 8,
            Self::ThemeAndPlace => 5,
            Self::People => 3,
            Self::Documents => 2,
            Self::Notes => 1,
        }
    }
}
