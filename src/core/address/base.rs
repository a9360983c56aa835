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

    /// The base that is written so, as browsers write it too: letters beyond ASCII as UTF-8 in percent signs, hex digits in
    /// capitals, and nothing in percent signs that need not be. None where no host can serve a site there.
    pub fn read(path: &str) -> Option<Self> {
        let steps = path.strip_prefix('/')?;
        let mut written = String::new();
        for step in steps.split_terminator('/') {
            written.push('/');
            written.push_str(&step_of(step)?);
        }
        (steps.is_empty() || steps.ends_with('/')).then_some(Self(written))
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

/// A step of a path as browsers write it; none where they would not all write it alike, or a host could not read it.
fn step_of(step: &str) -> Option<String> {
    let (mut written, mut decoded) = (String::new(), Vec::new());
    let mut bytes = step.bytes();
    while let Some(byte) = bytes.next() {
        let is_encoded = byte == b'%';
        let byte = if is_encoded {
            let mut digit = || char::from(bytes.next()?).to_digit(16);
            u8::try_from(16 * digit()? + digit()?).ok()?
        } else {
            byte
        };
        decoded.push(byte);
        let is_unreserved = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        match byte {
            b'/' | b'\\' => return None,
            _ if byte.is_ascii_control() => return None,
            _ if is_unreserved || (!is_encoded && b"!$'()*+,;=:@".contains(&byte)) => written.push(char::from(byte)),
            _ if is_encoded || byte == b' ' || !byte.is_ascii() => written.push_str(&format!("%{byte:02X}")),
            // Other signs begin a query, or are written by some browsers in one way and by some in another.
            _ => return None,
        }
    }
    String::from_utf8(decoded).is_ok_and(|step| !["", ".", ".."].contains(&step.as_str())).then_some(written)
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

    #[test]
    fn one_path_is_one_base_however_it_is_written() {
        for (path, base) in [
            ("/", ""),
            ("/talks/", "/talks"),
            ("/~anna/meetings/", "/~anna/meetings"),
            ("/%7eanna/m%65etings/", "/~anna/meetings"),
            ("/m\u{f8}ter/", "/m%C3%B8ter"),
            ("/m%c3%b8ter/", "/m%C3%B8ter"),
            ("/m%C3%B8ter/", "/m%C3%B8ter"),
            ("/\u{43e}\u{441}\u{43b}\u{43e}/", "/%D0%BE%D1%81%D0%BB%D0%BE"),
            ("/our meetings/v1.2/", "/our%20meetings/v1.2"),
            ("/o'brien/a+b/c%26d/", "/o'brien/a+b/c%26d"),
        ] {
            assert_eq!(Base::read(path), Some(Base(base.to_owned())), "{path}");
            // The page tells it, and so the app reads it again.
            assert_eq!(Base::new(&format!("{base}/")), Base(base.to_owned()));
        }
    }

    #[test]
    fn what_no_host_can_serve_is_no_base() {
        for path in [
            "",
            "./",
            "talks/",
            "/talks",
            "//",
            "//host/",
            "/a//b/",
            "/./",
            "/a/../",
            "/%2e%2E/",
            "/a?b/",
            "/a#b/",
            "/a\\b/",
            "/a%5cb/",
            "/a%2Fb/",
            "/100%/",
            "/%zz/",
            "/%f8/",
            "/a&b/",
            "/a|b/",
            "/a\"b/",
            "/a<b>/",
            "/a\tb/",
            "/a%00b/",
            "/[a]/",
            "/a^b/",
            "https://example.org/",
        ] {
            assert_eq!(Base::read(path), None, "{path}");
        }
    }
}
