//! What is wrong with kept files, colours and licences, and how to mend it, in English.

use crate::core::archive::unpublishable::{Faint, Unpublishable};

/// What is wrong, as the end of a sentence that begins with the place.
pub fn unpublishable(of: &Unpublishable) -> String {
    match of {
        Unpublishable::BadPath(path) => format!(
            "“{path}” cannot be the path of a kept file; write it from the folder documents on, as 2011/programme.pdf: without \\ and :, no step beginning with a dot, at most 200 characters."
        ),
        Unpublishable::NoFile(path) => format!("there is no file {path}; put it there, or correct the path."),
        Unpublishable::NotAFile(path) => {
            format!("{path} is no file that can be read; write the path of one, or let it be read.")
        }
        Unpublishable::Outside(path) => {
            format!("{path} is a link that leads out of the folder documents; put the file itself there.")
        }
        Unpublishable::OtherSize(path, size) => format!(
            "is not the size of {path}, which has {size} bytes; write that if it is the right file, or put the right one there."
        ),
        Unpublishable::OtherHash(path, hash) => format!(
            "is not the SHA-256 of {path}, which is {hash}; write that if it is the right file, or put the right one there."
        ),
        Unpublishable::NotAPicture(path) => {
            format!(
                "“{path}” is no picture that browsers show; name a file in letters a to z, digits and hyphens that ends in .svg, .png, .jpg, .webp or .avif."
            )
        }
        Unpublishable::BadColour(text) => {
            format!("“{text}” is not a colour; write # and six digits from 0 to 9 and a to f, for example #005ea5.")
        }
        Unpublishable::TooManyColours(count) => {
            format!("has {count} colours; write one, or two: for the light scheme and for the dark one.")
        }
        Unpublishable::Faint(of) => faint(of),
        Unpublishable::BadLicence(text, None) => {
            format!("“{text}” is neither an SPDX expression, such as CC-BY-4.0, nor a web address; write one of them.")
        }
        Unpublishable::BadLicence(text, Some(meant)) => format!(
            "“{text}” is neither an SPDX expression nor a web address; write {meant} if that is meant, or the licence’s web address."
        ),
    }
}

fn faint(of: &Faint) -> String {
    let Faint { colour, ground, hundredths, is_dark, instead: [light, dark] } = of;
    let scheme = if *is_dark { "dark" } else { "light" };
    format!(
        "{colour} has a contrast of {}.{:02}:1 with {ground} in the {scheme} scheme, too little to be read (4.5:1 at least); write [\"{light}\", \"{dark}\"], the nearest of the same hue.",
        hundredths / 100,
        hundredths % 100
    )
}
