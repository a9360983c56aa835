//! Who publishes an archive, on which terms, and where they are reached.

use crate::core::archive::Archive;
use crate::core::archive::values::{is_web_address, licence_page};
use crate::views::blocks::told::told;
use crate::views::element::{Element, el, outward};

/// A text that leads to an address of another site, or stands alone where there is none.
fn outward_if(address: Option<&str>, text: &str) -> Element {
    match address {
        Some(address) => outward(address, text),
        None => el("bdi").child(text),
    }
}

/// The publisher, with a link where its address is known.
pub fn publisher(archive: &Archive) -> Option<Element> {
    let publisher = archive.dataset.publisher.as_ref()?;
    Some(told(archive, outward_if(publisher.url.as_deref(), &publisher.name), &publisher.name))
}

/// The licence, with a link to its text where there is one.
pub fn licence(archive: &Archive) -> Option<Element> {
    let licence = archive.dataset.licence.as_deref()?;
    Some(outward_if(licence_address(licence).as_deref(), licence))
}

/// Where a licence can be read: the address that it is, or the page of the SPDX list if it is one of that list's ids. An
/// expression of several has none.
pub fn licence_address(licence: &str) -> Option<String> {
    if is_web_address(licence) {
        return Some(licence.to_owned());
    }
    let is_id = licence.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
    // Whose licence is not on the list calls it so.
    let is_listed = is_id && !licence.starts_with("LicenseRef-");
    is_listed.then(|| licence_page(licence))
}

/// Where a reader sends a correction, as a link.
pub fn contact(archive: &Archive) -> Option<Element> {
    let contact = archive.dataset.contact.as_deref()?;
    let mail = contact.strip_prefix("mailto:").unwrap_or(contact);
    Some(match is_web_address(contact) {
        true => outward(contact, contact),
        false => outward(&format!("mailto:{mail}"), mail),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_that_can_be_read_has_an_address() {
        let address = |licence| licence_address(licence);
        assert_eq!(address("CC-BY-4.0").as_deref(), Some("https://spdx.org/licenses/CC-BY-4.0.html"));
        assert_eq!(address("https://example.org/terms").as_deref(), Some("https://example.org/terms"));
        for none in ["CC0-1.0 OR MIT", "LicenseRef-council", "(MIT)"] {
            assert_eq!(address(none), None, "{none}");
        }
    }
}
