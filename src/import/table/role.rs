//! What a column of a table can be.

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// An id of our own format.
    Id,
    /// What its source knows a meeting by.
    Uid,
    /// Its title.
    Title,
    /// What stands below its title.
    Subtitle,
    /// The day or the time when it began, or a span.
    Start,
    /// The time of day when it began, or a span of such.
    StartTime,
    /// The day or the time when it ended.
    End,
    /// The time of day when it ended.
    EndTime,
    /// How long it lasted.
    Duration,
    /// The year, where day and month stand elsewhere.
    Year,
    /// The month, likewise.
    Month,
    /// The day of the month, likewise.
    Day,
    /// The day of the week, which follows from the day.
    Weekday,
    /// Whether it came to be.
    Status,
    /// The form in which it was held.
    Format,
    /// A larger event.
    Within,
    /// A theme.
    Theme,
    /// A topic in sentences.
    Topic,
    /// A place of any kind.
    Place,
    /// A city.
    City,
    /// A building.
    Venue,
    /// A room in it.
    Room,
    /// A street address.
    Address,
    /// A region or state.
    Region,
    /// A postal code.
    Postcode,
    /// A country.
    Country,
    /// Degrees of latitude.
    Lat,
    /// Degrees of longitude.
    Lon,
    /// Both, with a comma between.
    Coordinates,
    /// The meeting's own web page.
    Page,
    /// A document: an address, a title, or both.
    Document,
    /// An address at which one could take part.
    Online,
    /// A person, or several.
    Person,
    /// The given name of a person whose family name stands elsewhere.
    GivenName,
    /// The family name, likewise.
    FamilyName,
    /// A person's office.
    Office,
    /// Whom a person spoke for.
    Organisation,
    /// A person's part; whether a person came.
    Part,
    /// Whether the person came whom its heading names.
    Presence,
    /// Those who did not come.
    Absent,
    /// Those who did not come and had said so.
    Excused,
    /// An agenda.
    Agenda,
    /// What an item of an agenda is about, in a table with a row for each.
    Item,
    /// Its number.
    ItemNumber,
    /// What was decided of it.
    Decision,
    /// What else is said.
    Note,
    /// What a source says to the letter.
    Quote,
    /// A shelf mark.
    Reference,
    /// A language.
    Language,
    /// A number in a series.
    Number,
    /// The day of the last change.
    Modified,
    /// A facet, however many values it has.
    Facet,
    /// What no field is for: a facet, or notes.
    Rest,
    /// Nothing of worth.
    Out,
}

/// Each role with the word for it in a mapping, and what it is, for the comment there.
pub const WORDS: [(Role, &str); 53] = [
    (Role::Id, "id"),
    (Role::Uid, "known by"),
    (Role::Title, "title"),
    (Role::Subtitle, "subtitle"),
    (Role::Start, "start"),
    (Role::StartTime, "start time"),
    (Role::End, "end"),
    (Role::EndTime, "end time"),
    (Role::Duration, "duration"),
    (Role::Year, "year"),
    (Role::Month, "month"),
    (Role::Day, "day"),
    (Role::Weekday, "weekday"),
    (Role::Status, "status"),
    (Role::Format, "format"),
    (Role::Within, "within"),
    (Role::Theme, "theme"),
    (Role::Topic, "topic"),
    (Role::Place, "place"),
    (Role::City, "city"),
    (Role::Venue, "venue"),
    (Role::Room, "room"),
    (Role::Address, "address"),
    (Role::Region, "region"),
    (Role::Postcode, "postcode"),
    (Role::Country, "country"),
    (Role::Lat, "latitude"),
    (Role::Lon, "longitude"),
    (Role::Coordinates, "coordinates"),
    (Role::Page, "web page"),
    (Role::Document, "document"),
    (Role::Online, "online"),
    (Role::Person, "person"),
    (Role::GivenName, "given name"),
    (Role::FamilyName, "family name"),
    (Role::Office, "office"),
    (Role::Organisation, "organisation"),
    (Role::Part, "part"),
    (Role::Presence, "presence"),
    (Role::Absent, "absent"),
    (Role::Excused, "excused"),
    (Role::Agenda, "agenda"),
    (Role::Item, "item"),
    (Role::ItemNumber, "item number"),
    (Role::Decision, "decision"),
    (Role::Note, "note"),
    (Role::Quote, "quote"),
    (Role::Reference, "reference"),
    (Role::Language, "language"),
    (Role::Number, "number"),
    (Role::Modified, "modified"),
    (Role::Facet, "facet"),
    (Role::Rest, "facet or note"),
];

/// The word for a column that is left out.
pub const OUT: &str = "leave out";

impl Role {
    /// The word for it in a mapping.
    pub fn word(self) -> &'static str {
        WORDS.iter().find(|(role, _)| *role == self).map_or(OUT, |(_, word)| word)
    }

    /// What a word of a mapping stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.trim();
        let known = WORDS.iter().find(|(_, of)| of.eq_ignore_ascii_case(word)).map(|(role, _)| *role);
        known.or_else(|| word.eq_ignore_ascii_case(OUT).then_some(Self::Out))
    }

    /// Whether it tells of one person among those of a meeting.
    pub fn is_of_person(self) -> bool {
        matches!(
            self,
            Self::Person | Self::GivenName | Self::FamilyName | Self::Office | Self::Organisation | Self::Part
        )
    }

    /// Whether a cell of it is a name, behind which an address may stand that leads to what has it.
    pub fn is_linked(self) -> bool {
        self.is_of_place()
            || self.is_of_person()
            || matches!(self, Self::Theme | Self::Format | Self::Within | Self::Item | Self::Absent | Self::Excused)
    }

    /// Whether it tells of one item of an agenda.
    pub fn is_of_item(self) -> bool {
        matches!(self, Self::Item | Self::ItemNumber | Self::Decision)
    }

    /// Whether it tells where a meeting was.
    pub fn is_of_place(self) -> bool {
        matches!(
            self,
            Self::Place
                | Self::City
                | Self::Venue
                | Self::Room
                | Self::Address
                | Self::Region
                | Self::Postcode
                | Self::Country
                | Self::Lat
                | Self::Lon
                | Self::Coordinates
        )
    }

    /// Whether a meeting can have several of it, so that several rows that differ in it alone can be one meeting.
    pub fn is_list(self) -> bool {
        matches!(
            self,
            Self::Theme
                | Self::Topic
                | Self::Document
                | Self::Agenda
                | Self::Absent
                | Self::Excused
                | Self::Facet
                | Self::Rest
                | Self::Language
        )
    }

    /// Whether a table can have only one such column; of several the first counts.
    pub fn is_single(self) -> bool {
        !self.is_list()
            && !matches!(
                self,
                Self::Person
                    | Self::Organisation
                    | Self::Presence
                    | Self::Note
                    | Self::Quote
                    | Self::Page
                    | Self::Address
                    | Self::Out
                    | Self::Room
            )
    }

    /// Whether its cells may hold several values with a sign between them.
    pub fn may_be_cut(self) -> bool {
        (self.is_list() && !matches!(self, Self::Agenda)) || matches!(self, Self::Person | Self::Page)
    }
}
