//! Why addresses could not be asked, or what of them is at fault, in one plain sentence.

use std::fmt;
use std::path::PathBuf;

use crate::language::messages::number;

/// Why `archive links` failed.
#[derive(Debug)]
pub enum LinksFailure {
    /// No host answers, of so many addresses.
    NoNetwork(usize),
    /// The dataset was changed meanwhile, and cannot be taken as it is now.
    Unsound(PathBuf),
    /// So many addresses are dead, and the call asks to fail by that.
    Dead(PathBuf, usize),
}

impl LinksFailure {
    /// 1 where the data is at fault; 2 where it is the call, or the machine.
    pub fn code(&self) -> u8 {
        match self {
            Self::NoNetwork(_) => 2,
            Self::Unsound(_) | Self::Dead(..) => 1,
        }
    }
}

impl fmt::Display for LinksFailure {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NoNetwork(count) => {
                let none = match count {
                    1 => "The only address was not reached".to_owned(),
                    count => format!("None of the {} addresses was reached", number(*count)),
                };
                write!(formatter, "{none}; is this machine connected to the network? Nothing was written.")
            }
            Self::Unsound(path) => write!(
                formatter,
                "{} was changed while its addresses were asked, and has errors now: nothing was written into it. See what \
                 `archive check` says of it, and run the command again.",
                path.display()
            ),
            Self::Dead(path, 1) => write!(formatter, "{}: 1 address is dead.", path.display()),
            Self::Dead(path, count) => write!(formatter, "{}: {} addresses are dead.", path.display(), number(*count)),
        }
    }
}
