//! Settings that cannot be meant, of the call or of the environment.

use std::fmt;

/// A setting that cannot be meant; with what was written.
#[derive(Debug)]
pub enum Setting {
    /// The base is no path with a slash at both ends.
    BadBase(String),
    /// No host can serve a site under this base.
    UnservedBase(String),
    /// The site is no origin.
    BadSite(String),
    /// Neither on nor off.
    BadOffline(String),
    /// No time in seconds from 1970 on.
    BadTime(String),
}

impl fmt::Display for Setting {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::BadBase(base) => {
                write!(formatter, "BASE is “{base}”; write the path with a slash at both ends, as /some/sub/path/.")
            }
            Self::UnservedBase(base) => write!(
                formatter,
                "BASE is “{base}”; no host can serve that: leave out empty, . and .. steps and signs such as ? # & \\ |, and \
                 write behind a % the two digits of a letter in UTF-8."
            ),
            Self::BadSite(site) => {
                write!(formatter, "SITE is “{site}”; write an origin without a path, as https://example.org.")
            }
            Self::BadOffline(text) => write!(formatter, "OFFLINE is “{text}”; write off, or leave it out."),
            Self::BadTime(text) => {
                write!(formatter, "SOURCE_DATE_EPOCH is “{text}”; write seconds from 1970 on, or leave it out.")
            }
        }
    }
}
