//! Places.

use std::collections::BTreeMap;

use crate::core::archive::format::text::{ByName, OneOrMany};
use crate::core::archive::record::{id_of, record, text};

record! {
    /// A place where meetings are held, as a rule a city.
    pub struct Place {
        /// Permanent id, part of addresses: small letters, digits and single hyphens, at most 80 characters.
        pub id: String,
        /// Name in the archive's language.
        pub name: String,
        /// Country as an ISO 3166-1 alpha-2 code, for example `NO`, or `XK` for Kosovo; of one that is no more the code that it
        /// had, such as `SU`, or its four letters of ISO 3166-3: `CS` is Czechoslovakia, `CSXX` Serbia and Montenegro.
        pub country: Option<String>,
        /// Region, municipality or republic within the country.
        pub region: Option<String>,
        /// Latitude in degrees (WGS 84), −90 to 90, north positive.
        pub lat: Option<f64>,
        /// Longitude in degrees (WGS 84), −180 to 180, east positive.
        pub lon: Option<f64>,
        /// Names in other languages, by BCP 47 tag: a name, or a list where a language uses several.
        #[schemars(default, with = "BTreeMap<String, OneOrMany>")]
        pub names: ByName,
        /// What else a reader should know of the place.
        pub note: Option<String>,
        /// Where coordinates and names come from: the id of a source, or several.
        #[schemars(default)]
        pub source: OneOrMany,
    }
    from_text |name: &str| vec![text("id", &id_of(name)), text("name", name)];
}
