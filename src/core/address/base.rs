//! Where a site is published: the path and the origin that all its addresses begin with.

use crate::core::address::route::Route;

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
    use super::*;
    use crate::core::address::query::Query;

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
}
