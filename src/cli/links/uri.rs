//! Web addresses as they go over the wire: in ASCII, without what is behind a `#`, and led on from one to the next. They are
//! read as browsers read them (url.spec.whatwg.org).

use url::{Position, Url};

/// What a redirect says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Led {
    /// Another web address.
    To(String),
    /// An address that is none of the web's, by its scheme.
    Elsewhere(String),
    /// Nothing that could be meant.
    Nowhere,
}

/// A web address in ASCII, nothing from a `#` on, and written in one way whoever wrote it. What no address can be stays as it
/// is, and nobody finds its host.
pub fn on_the_wire(address: &str) -> String {
    Url::parse(address).map_or_else(|_| address.to_owned(), wire)
}

fn wire(mut url: Url) -> String {
    url.set_fragment(None);
    url.into()
}

/// What stands from the `#` on, with it.
pub fn fragment(address: &str) -> &str {
    address.find('#').map_or("", |at| &address[at..])
}

/// The name of the host of an address, without its port; of what is no address, all of it.
pub fn host(wire: &str) -> String {
    let host = Url::parse(wire).ok().and_then(|url| url.host_str().map(str::to_owned));
    host.unwrap_or_else(|| wire.to_owned())
}

/// Whether an address leads to the first page of its host.
pub fn is_front(wire: &str) -> bool {
    Url::parse(wire).is_ok_and(|url| matches!(&url[Position::BeforePath..Position::AfterQuery], "" | "/"))
}

/// Where a redirect leads that an address answers with.
pub fn led(from: &str, location: &str) -> Led {
    match Url::parse(from).and_then(|from| from.join(location)) {
        Ok(to) if matches!(to.scheme(), "http" | "https") => Led::To(wire(to)),
        Ok(to) => Led::Elsewhere(to.scheme().to_owned()),
        Err(_) => Led::Nowhere,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_any_script_goes_over_the_wire_in_ascii() {
        for (address, wire) in [
            ("https://example.org", "https://example.org/"),
            ("HTTP://Example.ORG/A?b=C#d", "http://example.org/A?b=C"),
            ("https://møte.example/æ ø/?å=%C3%A5", "https://xn--mte-0na.example/%C3%A6%20%C3%B8/?%C3%A5=%C3%A5"),
            ("https://BÜCHER.example:8080/", "https://xn--bcher-kva.example:8080/"),
            ("https://пример.испытание/", "https://xn--e1afmkfd.xn--80akhbyknj4f/"),
            ("https://例え。テスト:81?a", "https://xn--r8jz45g.xn--zckzah:81/?a"),
            ("https://Käse-und-Wurst.example", "https://xn--kse-und-wurst-bfb.example/"),
            ("http://[::1]:80/a", "http://[::1]/a"),
            ("http://ann:ø@example.org/", "http://ann:%C3%B8@example.org/"),
        ] {
            assert_eq!(on_the_wire(address), wire);
            assert_eq!(on_the_wire(wire), wire, "twice changes nothing");
        }
    }

    #[test]
    fn a_host_is_known_by_its_name_alone() {
        for (wire, name) in [
            ("https://example.org/", "example.org"),
            ("http://example.org:81/a@b:2", "example.org"),
            ("http://ann:1@example.org:81/", "example.org"),
            ("http://[::1]:80/a", "[::1]"),
            ("http://[::1]/a", "[::1]"),
        ] {
            assert_eq!(host(wire), name);
        }
        assert!(
            is_front("https://a.example/") && !is_front("https://a.example/?a") && !is_front("https://a.example/b")
        );
        assert_eq!([fragment("https://a/b#c"), fragment("https://a/b")], ["#c", ""]);
    }

    #[test]
    fn a_redirect_leads_where_browsers_go_and_nowhere_else() {
        const FROM: &str = "https://a.example/b/c/d?q";
        for (location, to) in [
            ("https://B.example/x", "https://b.example/x"),
            ("//b.example/x", "https://b.example/x"),
            ("/x/ø", "https://a.example/x/%C3%B8"),
            ("g", "https://a.example/b/c/g"),
            ("g?y#s", "https://a.example/b/c/g?y"),
            ("?y", "https://a.example/b/c/d?y"),
            ("./../g/.", "https://a.example/b/g/"),
            ("../../../g", "https://a.example/g"),
            ("..", "https://a.example/b/"),
            ("a:b/../c", "a"),
            ("", FROM),
            ("#s", FROM),
        ] {
            let expected = if to == "a" { Led::Elsewhere("a".to_owned()) } else { Led::To(to.to_owned()) };
            assert_eq!(led(FROM, location), expected, "{location}");
        }
        assert_eq!(led(FROM, "FILE:///etc/passwd"), Led::Elsewhere("file".to_owned()));
        assert_eq!(led(FROM, "javascript:alert(1)"), Led::Elsewhere("javascript".to_owned()));
        for location in ["http:", "https://", "//", "http://a b/"] {
            assert_eq!(led(FROM, location), Led::Nowhere, "{location}");
        }
    }
}
