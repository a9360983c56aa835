//! The views in which what is found can be looked at.

/// How what is found is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// A row a meeting.
    List,
    /// A row a meeting, in columns.
    Table,
    /// Meetings along the years.
    Timeline,
    /// Meetings where they were held.
    Map,
}

impl View {
    /// All views, as a reader is offered them.
    pub const ALL: [Self; 4] = [Self::List, Self::Table, Self::Timeline, Self::Map];

    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Table => "table",
            Self::Timeline => "timeline",
            Self::Map => "map",
        }
    }

    /// The view with this name in addresses.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.key() == key)
    }

    /// Whether it shows what is found a page at a time, and in an order; others show all of it.
    pub fn has_pages(self) -> bool {
        matches!(self, Self::List | Self::Table)
    }
}
