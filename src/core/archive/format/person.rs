//! People, and the part they had in a meeting.

use crate::core::archive::format::text::OneOrMany;
use crate::core::archive::json::{Fields, Json};
use crate::core::archive::record::{id_of, record, text};

record! {
    /// A person who took part in meetings.
    pub struct Person {
        /// Permanent id: small letters, digits and single hyphens, at most 80 characters.
        pub id: String,
        /// Name as the sources give it, without office or title.
        pub name: String,
    }
    from_text |name: &str| vec![text("id", &id_of(name)), text("name", name)];
}

record! {
    /// A person's part in a meeting.
    pub struct Participation {
        /// The person, by id, or by a name, which then needs no entry in the list of people.
        pub person: String,
        /// Office held at the time.
        pub office: Option<String>,
        /// Body, company or authority that the person spoke for at the time.
        pub organisation: Option<String>,
        /// Part played in the meeting, for example `Moderator`; `absent` or `excused` of who did not come.
        pub part: Option<String>,
        /// Where it comes from: the id of a source, or several.
        #[schemars(default)]
        pub source: OneOrMany,
    }
    from_text |person: &str| vec![text("person", person)];
    forgive |fields: &mut Fields| plain_part(fields);
}

/// The part of who was expected and did not come.
pub const ABSENT: &str = "absent";

/// The part of who did not come, and had said so.
pub const EXCUSED: &str = "excused";

/// The parts of those who did not come.
pub const AWAY: [&str; 2] = [ABSENT, EXCUSED];

impl Participation {
    /// Whether the person took part.
    pub fn was_there(&self) -> bool {
        !AWAY.contains(&self.part.as_deref().unwrap_or_default())
    }
}

/// Who was away may be so in capitals, or with a space behind it.
fn plain_part(fields: &mut Fields) -> bool {
    let part = fields.iter_mut().find(|(name, _)| name == "part");
    let Some((_, Json::Text(part))) = part else { return false };
    let plain = part.trim().to_ascii_lowercase();
    let is_other = AWAY.contains(&plain.as_str()) && *part != plain;
    if is_other {
        *part = plain.into();
    }
    is_other
}
