//! Every address of the explorer: the one type that reads and prints them.

use std::fmt;

use form_urlencoded::{byte_serialize, parse};

use crate::core::address::query::Query;
use crate::core::archive::values::{NONE, is_facet_key, is_id, is_known_facet};

/// A page of the site.
///
/// ```
/// use meetings::core::address::route::Route;
/// let route = Route::parse("/body/energy-group/2", "");
/// assert_eq!(route, Route::List { key: "body".to_owned(), id: "energy-group".to_owned(), page: 2 });
/// assert_eq!(route.path(), "/body/energy-group/2/");
/// assert_eq!(Route::parse("/", "q=oslo&page=2").path(), "/?q=oslo&page=2");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "there are only ever a few routes, and most are the explorer")]
pub enum Route {
    /// `/`: the explorer, with its query.
    Explorer(Query),
    /// `/meetings/{id}/`: one meeting. The id is well formed, but the archive may not have it.
    Meeting(String),
    /// `/about/`: the series and its data.
    About,
    /// `/themes/{id}/`, `/years/{yyyy}/`, `/{key}/{id}/`: the meetings with one value of a facet, from the second page on
    /// with its number behind. The archive may not have the facet, the value or the page. `/people/{id}/` and
    /// `/places/{id}/` are of this kind too, whether or not the archive narrows by people and places.
    List {
        /// The facet, by its key.
        key: String,
        /// The value, by its id.
        id: String,
        /// The page, from 1.
        page: usize,
    },
    /// `/people/`, `/places/`: all of them, in an order.
    Index(Kind, Order),
    /// `/people/{id}/?with={id}`: the meetings that both attended.
    Together {
        /// The one, by id.
        id: String,
        /// The other.
        with: String,
    },
    /// Any other address, as a path within the site.
    NotFound(String),
}

/// What has pages of its own whether or not the archive narrows by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// People.
    People,
    /// Places.
    Places,
}

impl Kind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::People, Self::Places];

    /// The folder of its pages.
    pub fn folder(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Places => "places",
        }
    }

    /// The key of its facet, which its pages have whether or not the archive declares it.
    pub fn key(self) -> &'static str {
        match self {
            Self::People => "person",
            Self::Places => "place",
        }
    }
}

/// The order of a table of people or places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// By name; this one is never written.
    Name,
    /// Those of most meetings first.
    Meetings,
    /// Those whose first meeting is the earliest first.
    First,
    /// Those whose last meeting is the latest first.
    Last,
}

impl Order {
    /// All orders.
    pub const ALL: [Self; 4] = [Self::Name, Self::Meetings, Self::First, Self::Last];

    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Meetings => "meetings",
            Self::First => "first",
            Self::Last => "last",
        }
    }
}

/// What the addresses of a site begin with, beside the keys of an archive's own facets.
pub const BEGINNINGS: [&str; 6] = ["about", "meetings", "people", "places", "themes", "years"];

impl Route {
    /// Reads an address: the path within the site (without the base) and the query part without its question mark.
    /// The form without the closing slash is read too.
    pub fn parse(path: &str, search: &str) -> Self {
        let trimmed = path.trim_matches('/');
        let trimmed = match trimmed.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder.trim_end_matches('/'),
            _ => trimmed,
        };
        let not_found = || Self::NotFound(trimmed.to_owned());
        match trimmed.split_once('/') {
            None if trimmed.is_empty() => Self::Explorer(Query::parse(search)),
            None if trimmed == "about" => Self::About,
            Some(("meetings", id)) if is_id(id) => Self::Meeting(id.to_owned()),
            None => index(trimmed, search).unwrap_or_else(not_found),
            Some((folder, rest)) => together(list(folder, rest), search).unwrap_or_else(not_found),
        }
    }

    /// The first page of the meetings with one value of a facet.
    pub fn list(key: &str, id: &str) -> Self {
        Self::List { key: key.to_owned(), id: id.to_owned(), page: 1 }
    }

    /// The table of all people or places.
    pub fn index(kind: Kind) -> Self {
        Self::Index(kind, Order::Name)
    }

    /// The address within the site, from its first slash on, in its one canonical form.
    pub fn path(&self) -> String {
        match self {
            Self::Explorer(query) => {
                let query = query.to_string();
                if query.is_empty() { "/".to_owned() } else { format!("/?{query}") }
            }
            // Written as browsers write it, so that there is one address. An id has letters, digits and hyphens alone.
            Self::List { key, id, page } => {
                format!("/{}", list_folder(key, byte_serialize(id.as_bytes()).collect::<String>(), *page))
            }
            Self::NotFound(path) => format!("/{path}"),
            Self::Index(_, order) if *order != Order::Name => format!("/{}?sort={}", self.folder(), order.key()),
            Self::Together { with, .. } => format!("/{}?with={with}", self.folder()),
            Self::Meeting(_) | Self::About | Self::Index(..) => format!("/{}", self.folder()),
        }
    }

    /// The folder in which the page is published, with its closing slash; empty for the top.
    pub fn folder(&self) -> String {
        match self {
            Self::Explorer(_) | Self::NotFound(_) => String::new(),
            Self::Meeting(id) => format!("meetings/{id}/"),
            Self::About => "about/".to_owned(),
            Self::List { key, id, page } => list_folder(key, id, *page),
            Self::Together { id, .. } => list_folder("person", id, 1),
            Self::Index(kind, _) => format!("{}/", kind.folder()),
        }
    }

    /// Whether its address asks for what no finished page stands for: another order of a table, or who met whom.
    pub fn is_asked(&self) -> bool {
        matches!(self, Self::Together { .. }) || matches!(self, Self::Index(_, order) if *order != Order::Name)
    }

    /// The page without its query: two routes with the same page differ only in what the explorer shows, or in the order of
    /// a table. Who met whom is a page of its own.
    pub fn page(&self) -> Self {
        match self {
            Self::Explorer(_) => Self::Explorer(Query::default()),
            Self::Index(kind, _) => Self::Index(*kind, Order::Name),
            other => other.clone(),
        }
    }
}

fn list_folder(key: &str, id: impl fmt::Display, page: usize) -> String {
    let folder = match key {
        "theme" => "themes",
        "year" => "years",
        "person" => "people",
        "place" => "places",
        key => key,
    };
    if page > 1 { format!("{folder}/{id}/{page}/") } else { format!("{folder}/{id}/") }
}

/// The table of all people or places. What the address asks for besides is passed over, as is an order that there is not.
fn index(folder: &str, search: &str) -> Option<Route> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == folder)?;
    let asked = parameter(search, "sort").unwrap_or_default();
    let order = Order::ALL.into_iter().find(|order| order.key() == asked);
    Some(Route::Index(kind, order.unwrap_or(Order::Name)))
}

/// The meetings of a person with another, where the address asks for them; else the list.
fn together(list: Option<Route>, search: &str) -> Option<Route> {
    let with = parameter(search, "with").filter(|with| is_id(with));
    match (list, with) {
        // Whom a person met is somebody else.
        (Some(Route::List { key, id, .. }), Some(with)) if key == "person" && id != with => {
            Some(Route::Together { id, with })
        }
        (list, _) => list,
    }
}

/// What an address says of a parameter.
fn parameter(search: &str, name: &str) -> Option<String> {
    parse(search.as_bytes()).find(|(of, _)| of == name).map(|(_, value)| value.into_owned())
}

/// The list in a folder, if it can be one; `rest` is the id of the value, and a page or none.
fn list(folder: &str, rest: &str) -> Option<Route> {
    let (id, page) = match rest.split_once('/') {
        Some((id, page)) => (id, page.parse().ok().filter(|number: &usize| *number > 0 && number.to_string() == page)?),
        None => (rest, 1),
    };
    // Queries are read by the same code, but these signs mean something there alone.
    let (id, _) = parse(id.as_bytes()).next().filter(|_| !id.contains(['=', '&', '+']))?;
    let is_value = || id.chars().all(|char| char.is_alphanumeric() || char == '-') && !id.is_empty() && id != NONE;
    let key = match folder {
        "themes" if is_id(&id) => "theme",
        "years" if is_year(&id) => "year",
        "people" if is_id(&id) => "person",
        "places" if is_id(&id) => "place",
        key if is_facet_key(key) && !is_known_facet(key) && is_value() => key,
        _ => return None,
    };
    Some(Route::List { key: key.to_owned(), id: id.into_owned(), page })
}

/// Whether `text` is a year as addresses have it.
fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_are_read_with_and_without_the_closing_slash() {
        let meeting = Route::Meeting("2011-haparanda".to_owned());
        let list = |key: &str, id: &str, page| Route::List { key: key.to_owned(), id: id.to_owned(), page };
        for (path, route) in [
            ("/", Route::Explorer(Query::default())),
            ("", Route::Explorer(Query::default())),
            ("/index.html", Route::Explorer(Query::default())),
            ("/about/", Route::About),
            ("/about", Route::About),
            ("/about/index.html", Route::About),
            ("/meetings/2011-haparanda/", meeting.clone()),
            ("/meetings/2011-haparanda", meeting.clone()),
            ("/meetings/2011-haparanda/index.html", meeting),
            ("/themes/mining/", list("theme", "mining", 1)),
            ("/years/2005", list("year", "2005", 1)),
            ("/years/2005/2/", list("year", "2005", 2)),
            ("/themes/mining/12", list("theme", "mining", 12)),
            ("/themes/mining/1/", list("theme", "mining", 1)),
            ("/themes/mining/2/index.html", list("theme", "mining", 2)),
            ("/body/energy-group/", list("body", "energy-group", 1)),
            ("/body/energy-group/3/", list("body", "energy-group", 3)),
            ("/body/%D1%8D%D0%BD%D0%B5%D1%80%D0%B3%D0%B8%D1%8F/", list("body", "энергия", 1)),
            ("/body/энергия/", list("body", "энергия", 1)),
            ("/people/", Route::Index(Kind::People, Order::Name)),
            ("/places", Route::Index(Kind::Places, Order::Name)),
            ("/people/2/", list("person", "2", 1)),
            ("/people/k-g-bergstrom/2/", list("person", "k-g-bergstrom", 2)),
            ("/places/oslo/", list("place", "oslo", 1)),
            ("/people/Oslo/", Route::NotFound("people/Oslo".to_owned())),
            ("/person/a/", Route::NotFound("person/a".to_owned())),
            ("/themes/mining/0/", Route::NotFound("themes/mining/0".to_owned())),
            ("/themes/mining/x/", Route::NotFound("themes/mining/x".to_owned())),
            ("/themes/mining/02/", Route::NotFound("themes/mining/02".to_owned())),
            ("/theme/mining/", Route::NotFound("theme/mining".to_owned())),
            ("/country/NO/", Route::NotFound("country/NO".to_owned())),
            ("/data/mining/", Route::NotFound("data/mining".to_owned())),
            ("/se/mining/", Route::NotFound("se/mining".to_owned())),
            ("/body/none/", Route::NotFound("body/none".to_owned())),
            ("/body/energy=x/", Route::NotFound("body/energy=x".to_owned())),
            ("/themes/mining&x/", Route::NotFound("themes/mining&x".to_owned())),
            ("/body/a+b/", Route::NotFound("body/a+b".to_owned())),
            ("/body/a%2Bb/", Route::NotFound("body/a%2Bb".to_owned())),
            ("/body/%ff/", Route::NotFound("body/%ff".to_owned())),
            ("/aboutindex.html", Route::NotFound("aboutindex.html".to_owned())),
            ("/years/05/", Route::NotFound("years/05".to_owned())),
            ("/meetings/", Route::NotFound("meetings".to_owned())),
            ("/meetings/2011-Haparanda/", Route::NotFound("meetings/2011-Haparanda".to_owned())),
            ("/meetings/a/b/", Route::NotFound("meetings/a/b".to_owned())),
            ("/nowhere", Route::NotFound("nowhere".to_owned())),
        ] {
            assert_eq!(Route::parse(path, ""), route, "{path}");
        }
    }

    #[test]
    fn tables_are_ordered_and_people_met_by_the_address() {
        for (path, search, printed) in [
            ("/people/", "sort=meetings", "/people/?sort=meetings"),
            ("/people", "utm_source=x&sort=last", "/people/?sort=last"),
            ("/places/", "sort=first&with=a", "/places/?sort=first"),
            ("/people/", "sort=name", "/people/"),
            ("/people/", "sort=newest", "/people/"),
            ("/people/a/", "with=b", "/people/a/?with=b"),
            ("/people/a/2/", "with=b&with=c", "/people/a/?with=b"),
            ("/people/a/", "with=", "/people/a/"),
            ("/people/a/", "with=a", "/people/a/"),
            ("/people/a/", "with=B%20c", "/people/a/"),
            ("/places/a/", "with=b", "/places/a/"),
        ] {
            assert_eq!(Route::parse(path, search).path(), printed, "{path}?{search}");
        }
        let (one, other) = (Route::Index(Kind::People, Order::Last), Route::Index(Kind::People, Order::Name));
        assert_eq!(one.page(), other);
    }

    proptest! {
        #[test]
        fn reading_an_address_never_panics(path in "\\PC{0,40}", search in "\\PC{0,40}") {
            let route = Route::parse(&path, &search);
            let printed = route.path();
            let (path, search) = printed.split_once('?').unwrap_or((&printed, ""));
            if !matches!(route, Route::NotFound(_)) {
                prop_assert_eq!(Route::parse(path, search).path(), printed);
            }
        }
    }
}
