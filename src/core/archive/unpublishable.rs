//! What can be wrong with what a keeper's program alone can judge: kept files, colours and licences.

/// The kinds of it, each with what the file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unpublishable {
    /// What cannot be the path of a kept file.
    BadPath(String),
    /// A kept file that is not there; with the path at which it was looked for.
    NoFile(String),
    /// What is there in its place is no file.
    NotAFile(String),
    /// A kept file to which a link leads out of the folder.
    Outside(String),
    /// A kept file of another size; with the size that it has.
    OtherSize(String, u64),
    /// A kept file of another SHA-256; with the one that it has.
    OtherHash(String, String),
    /// A logo that is no picture, by the ending of its name.
    NotAPicture(String),
    /// What is no colour of the form `#rrggbb`.
    BadColour(String),
    /// More colours than there are schemes.
    TooManyColours(usize),
    /// A colour that stands out too little.
    Faint(Faint),
    /// What is neither a licence nor a web address; with the licence that is probably meant.
    BadLicence(String, Option<String>),
}

/// A colour that stands out too little from what is around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faint {
    /// The colour.
    pub colour: String,
    /// The ground that it stands out from the least.
    pub ground: String,
    /// By how much it does, in hundredths of what the WCAG call contrast ratio.
    pub hundredths: u32,
    /// Whether that is so in the dark scheme.
    pub is_dark: bool,
    /// Colours of the same hue that stand out enough: for the light scheme, and for the dark one.
    pub instead: [String; 2],
}
