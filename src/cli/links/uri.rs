//! Web addresses as they go over the wire: in ASCII, without what is behind a `#`, and led on from one to the next.

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

/// A web address in ASCII: the name of its host as IDNA has it, all else in percent signs, nothing from a `#` on. What a host
/// ignores is the same for all who write it: letters of its name are small.
pub fn on_the_wire(address: &str) -> String {
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", address));
    let rest = rest.split('#').next().unwrap_or_default();
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    let (user, host) = authority.rsplit_once('@').map_or(("", authority), |(user, host)| (user, host));
    let at = if user.is_empty() { String::new() } else { in_percents(user) + "@" };
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("{}://{at}{}{slash}{}", scheme.to_ascii_lowercase(), ascii_host(host), in_percents(path))
}

/// What stands from the `#` on, with it.
pub fn fragment(address: &str) -> &str {
    address.find('#').map_or("", |at| &address[at..])
}

/// The name of the host of an address that goes over the wire, without its port.
pub fn host(wire: &str) -> &str {
    let authority = authority(wire);
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

/// Whether an address leads to the first page of its host.
pub fn is_front(wire: &str) -> bool {
    let rest = wire.split_once("://").map_or(wire, |(_, rest)| rest);
    rest.split_once('/').is_none_or(|(_, path)| path.is_empty())
}

/// Where a redirect leads that an address answers with (RFC 3986, section 5.2).
pub fn led(from: &str, location: &str) -> Led {
    let location = location.trim();
    let end = location.find(['/', '?', '#']).unwrap_or(location.len());
    if let Some((scheme, _)) = location[..end].split_once(':') {
        let rest = &location[scheme.len() + 1..];
        let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        return match rest.strip_prefix("//") {
            _ if !is_web => Led::Elsewhere(scheme.to_ascii_lowercase()),
            Some(rest) if !rest.is_empty() && !rest.starts_with('/') => Led::To(on_the_wire(location)),
            _ => Led::Nowhere,
        };
    }
    let scheme = from.split("://").next().unwrap_or_default();
    if let Some(rest) = location.strip_prefix("//") {
        return if rest.is_empty() { Led::Nowhere } else { Led::To(on_the_wire(&format!("{scheme}://{rest}"))) };
    }
    let origin = format!("{scheme}://{}", authority(from));
    let path = from[origin.len().min(from.len())..].split('?').next().unwrap_or_default();
    let (of_location, query) = location.split_at(location.find(['?', '#']).unwrap_or(location.len()));
    let joined = match of_location {
        // The same page, asked otherwise.
        "" if query.starts_with('?') => path.to_owned(),
        "" => return Led::To(from.to_owned()),
        _ if of_location.starts_with('/') => without_dots(of_location),
        _ => without_dots(&format!("{}/{of_location}", path.rsplit_once('/').map_or("", |(folder, _)| folder))),
    };
    Led::To(on_the_wire(&format!("{origin}{joined}{query}")))
}

/// Host and port of an address, and who asks there.
fn authority(wire: &str) -> &str {
    let rest = wire.split_once("://").map_or(wire, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// A path without the steps `.` and `..`.
fn without_dots(path: &str) -> String {
    let steps: Vec<&str> = path.split('/').skip(1).collect();
    let mut kept: Vec<&str> = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let is_last = at + 1 == steps.len();
        match *step {
            "." | ".." => {
                if *step == ".." {
                    kept.pop();
                }
                // What ends in such a step is a folder.
                if is_last {
                    kept.push("");
                }
            }
            step => kept.push(step),
        }
    }
    format!("/{}", kept.join("/"))
}

/// A text of which every sign can stand in an address; signs in percent stay as they are.
fn in_percents(text: &str) -> String {
    let mut written = String::new();
    for byte in text.bytes() {
        let is_plain = byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
        if is_plain { written.push(char::from(byte)) } else { written.push_str(&format!("%{byte:02X}")) }
    }
    written
}

/// The name of a host, with its port, in ASCII (RFC 5891): small letters, and labels with others in Punycode. A name that no
/// label can be of stays as it is written, and nobody finds its host.
fn ascii_host(host: &str) -> String {
    let labels = host.split(['.', '。', '．', '｡']).map(|label| {
        let small = label.to_lowercase();
        match small.is_ascii() {
            true => small,
            false => punycode(&small).map_or(small, |code| format!("xn--{code}")),
        }
    });
    // A port stands behind the last label, which has no letter of another script then.
    labels.collect::<Vec<_>>().join(".")
}

/// A label in Punycode (RFC 3492, section 6.3); none where it is longer than any can be.
fn punycode(label: &str) -> Option<String> {
    let (label, port) = label.split_once(':').map_or((label, None), |(label, port)| (label, Some(port)));
    let signs: Vec<u32> = label.chars().map(u32::from).collect();
    let mut code: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(code.len()).ok()?;
    if basic > 0 {
        code.push('-');
    }
    let (mut least, mut delta, mut bias, mut done) = (0x80_u32, 0_u32, 72_u32, basic);
    while (done as usize) < signs.len() {
        let next = signs.iter().copied().filter(|sign| *sign >= least).min()?;
        delta = delta.checked_add((next - least).checked_mul(done + 1)?)?;
        least = next;
        for sign in &signs {
            if *sign < least {
                delta = delta.checked_add(1)?;
            }
            if *sign == least {
                push_number(&mut code, delta, bias);
                bias = adapted(delta, done + 1, done == basic);
                delta = 0;
                done += 1;
            }
        }
        delta = delta.checked_add(1)?;
        least += 1;
    }
    Some(port.map_or(code.clone(), |port| format!("{code}:{port}")))
}

/// The numbers of RFC 3492, section 5.
const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;

fn push_number(code: &mut String, number: u32, bias: u32) {
    let mut rest = number;
    for place in (1..).map(|place| place * BASE) {
        let least = place.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if rest < least {
            break;
        }
        push_digit(code, least + (rest - least) % (BASE - least));
        rest = (rest - least) / (BASE - least);
    }
    push_digit(code, rest);
}

/// The digits are a to z, then 0 to 9.
fn push_digit(code: &mut String, digit: u32) {
    code.extend(char::from_digit((digit + 10) % BASE, BASE));
}

fn adapted(delta: u32, count: u32, is_first: bool) -> u32 {
    let mut delta = delta / if is_first { DAMP } else { 2 };
    delta += delta / count;
    let mut steps = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        steps += BASE;
    }
    steps + (BASE - T_MIN + 1) * delta / (delta + SKEW)
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
            ("http://[::1]:80/a", "http://[::1]:80/a"),
            ("http://ann:ø@example.org/", "http://ann:%C3%B8@example.org/"),
        ] {
            assert_eq!(on_the_wire(address), wire);
            assert_eq!(on_the_wire(wire), wire, "twice changes nothing");
        }
        // Labels of RFC 3492, section 7.1.
        assert_eq!(punycode("他们为什么不说中文").unwrap(), "ihqwcrb4cv8a8dqg056pqjye");
        assert_eq!(punycode("3年b組金八先生").unwrap(), "3b-ww4c5e180e575a65lsy2b");
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
        for location in ["http:", "http:x", "https://", "https:///x", "//"] {
            assert_eq!(led(FROM, location), Led::Nowhere, "{location}");
        }
    }
}
