//! Every address of the explorer: the one type that reads and prints them.

use super::check::is_id;
use super::query::Query;

/// A page of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "there are only ever a few routes, and most are the explorer")]
pub enum Route {
    /// `/`: the explorer, with its query.
    Explorer(Query),
    /// `/meetings/{id}/`: one meeting. The id is well formed, but the archive may not have it.
    Meeting(String),
    /// `/about/`: the series and its data.
    About,
    /// `/themes/{id}/`: the meetings on a theme. The id is well formed, but the archive may not have it.
    Theme(String),
    /// `/years/{yyyy}/`: the meetings that began in a year of four digits.
    Year(String),
    /// Any other address, as a path within the site.
    NotFound(String),
}

impl Route {
    /// Reads an address: the path within the site (without the base) and the query part without its question mark.
    /// The form without the closing slash is read too.
    pub fn parse(path: &str, search: &str) -> Self {
        let trimmed = path.trim_matches('/');
        let trimmed = match trimmed.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder.trim_end_matches('/'),
            _ => trimmed,
        };
        match trimmed.split_once('/') {
            None if trimmed.is_empty() => Self::Explorer(Query::parse(search)),
            None if trimmed == "about" => Self::About,
            Some(("meetings", id)) if is_id(id) => Self::Meeting(id.to_owned()),
            Some(("themes", id)) if is_id(id) => Self::Theme(id.to_owned()),
            Some(("years", year)) if is_year(year) => Self::Year(year.to_owned()),
            _ => Self::NotFound(trimmed.to_owned()),
        }
    }

    /// The address within the site, from its first slash on, in its one canonical form.
    pub fn path(&self) -> String {
        match self {
            Self::Explorer(query) => {
                let query = query.to_string();
                if query.is_empty() { "/".to_owned() } else { format!("/?{query}") }
            }
            Self::Meeting(id) => format!("/meetings/{id}/"),
            Self::Theme(id) => format!("/themes/{id}/"),
            Self::Year(year) => format!("/years/{year}/"),
            Self::About => "/about/".to_owned(),
            Self::NotFound(path) => format!("/{path}"),
        }
    }

    /// The page without its query: two routes with the same page differ only in what the explorer shows.
    pub fn page(&self) -> Self {
        match self {
            Self::Explorer(_) => Self::Explorer(Query::default()),
            other => other.clone(),
        }
    }
}

/// Whether `text` is a year as addresses have it.
fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The path under which the site is published; read from the page, never compiled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// The base of a path such as `/`, `/some/sub/path/` or `/some/sub/path`; anything behind the last slash that
    /// looks like a file is not part of it.
    pub fn new(path: &str) -> Self {
        let folder = match path.rsplit_once('/') {
            Some((folder, file)) if file.contains('.') => folder,
            _ => path,
        };
        Self(folder.trim_end_matches('/').to_owned())
    }

    /// The base without its closing slash: empty for the root of a host.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a page on its host, as links have it.
    pub fn href(&self, route: &Route) -> String {
        format!("{}{}", self.0, route.path())
    }

    /// The address of a published file, for example `data/meetings.json`.
    pub fn file(&self, path: &str) -> String {
        format!("{}/{path}", self.0)
    }

    /// The page at an address on the host: its path and the query part without its question mark.
    pub fn route(&self, path: &str, search: &str) -> Route {
        Route::parse(path.strip_prefix(&self.0).unwrap_or(path), search)
    }
}

/// Where a site is at home in the world: what whole addresses are made from.
#[derive(Debug, Clone, Copy)]
pub struct Home<'a> {
    /// Its origin without a closing slash, for example `https://example.org`, where it is known.
    pub origin: Option<&'a str>,
    /// The path it is published under.
    pub base: &'a Base,
}

impl Home<'_> {
    /// The whole address of a page; `None` where the origin is not known.
    pub fn address(self, route: &Route) -> Option<String> {
        self.origin.map(|origin| format!("{origin}{}", self.base.href(route)))
    }

    /// The whole address of a published file; `None` where the origin is not known.
    pub fn file(self, path: &str) -> Option<String> {
        self.origin.map(|origin| format!("{origin}{}", self.base.file(path)))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_are_read_with_and_without_the_closing_slash() {
        let meeting = Route::Meeting("2011-haparanda".to_owned());
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
            ("/themes/mining/", Route::Theme("mining".to_owned())),
            ("/years/2005", Route::Year("2005".to_owned())),
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
    fn the_base_is_in_every_address() {
        for base in ["/some/sub/path/", "/some/sub/path", "/some/sub/path/index.html"] {
            let base = Base::new(base);
            let route = Route::Explorer(Query::parse("year=2005"));
            assert_eq!(base.href(&route), "/some/sub/path/?year=2005");
            assert_eq!(base.route("/some/sub/path/", "year=2005"), route);
            assert_eq!(base.file("data/meetings.json"), "/some/sub/path/data/meetings.json");
        }
        assert_eq!(Base::new("/").href(&Route::About), "/about/");
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
