//! What becomes known of an address that is asked.

use std::time::Duration;

/// What is known of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// It works.
    Alive,
    /// It works, and leads for good to another one.
    Moved(String),
    /// It is no more.
    Dead(Not),
    /// Whether it works is not known.
    Unreached(Not),
}

/// What one try has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tried {
    /// It works; with the address to which it leads for good.
    Alive(Option<String>),
    /// It did not, this time.
    Not(Not),
}

/// That an address did not work, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Not {
    /// Why.
    pub why: Why,
    /// The address that did not, where the one asked leads to another.
    pub led: Option<String>,
}

/// Why an address did not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Its host answers with this code of HTTP.
    Status(u16),
    /// Its host asks not to be asked now, with this code; and for so long a rest.
    Busy(u16, Option<Duration>),
    /// Its host's name leads nowhere.
    NoName,
    /// Its host's name could not be looked up.
    NoLookup,
    /// Its host takes no connection.
    Refused,
    /// Its host does not answer in time.
    Silent,
    /// The connection broke.
    Broken(String),
    /// Its host cannot prove who it is.
    Unsafe(String),
    /// It leads back to itself.
    Circle,
    /// It leads on and on.
    Onwards,
    /// It leads to an address of this scheme, which is none of the web's.
    Elsewhere(String),
    /// What is answered is not understood.
    Strange(String),
}

impl Why {
    /// Whether another try may show something else.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Status(code) => *code >= 500,
            Self::Busy(..) | Self::NoName | Self::NoLookup | Self::Refused | Self::Silent | Self::Broken(_) => true,
            _ => false,
        }
    }

    /// Whether it tells of the host more than of the address, so that the next address there is likely no better off.
    pub fn is_of_host(&self) -> bool {
        self.may_pass() && !matches!(self, Self::Status(_))
    }

    /// Whether it tells that an address is no more: the host says so, or there is no host. Of what may pass it has to be
    /// seen twice.
    pub fn is_end(&self) -> bool {
        matches!(self, Self::Status(404 | 410) | Self::NoName | Self::Refused)
    }
}

/// What is known after one try; none where another is needed.
pub fn after_one(tried: &Tried) -> Option<Found> {
    match tried {
        Tried::Alive(None) => Some(Found::Alive),
        Tried::Alive(Some(to)) => Some(Found::Moved(to.clone())),
        Tried::Not(not) if not.why.may_pass() => None,
        Tried::Not(not) if not.why.is_end() => Some(Found::Dead(not.clone())),
        Tried::Not(not) => Some(Found::Unreached(not.clone())),
    }
}

/// What is known after another try, where the first was not enough. An address is dead only where both say so.
pub fn after_two(first: &Not, second: &Tried) -> Found {
    match (after_one(second), second) {
        (Some(found), _) => found,
        (None, Tried::Not(not)) if not.why.is_end() && first.why.is_end() => Found::Dead(not.clone()),
        (None, Tried::Not(not)) => Found::Unreached(not.clone()),
        (None, Tried::Alive(_)) => Found::Alive,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_may_pass_is_called_dead_after_one_try() {
        let not = |why: Why| Not { why, led: None };
        let passing = [
            Why::Status(500),
            Why::Busy(429, None),
            Why::NoName,
            Why::NoLookup,
            Why::Refused,
            Why::Silent,
            Why::Broken(String::new()),
        ];
        for why in &passing {
            assert_eq!(after_one(&Tried::Not(not(why.clone()))), None, "{why:?}");
            // A host that could not be looked up at first may be gone, or the network was.
            let found = after_two(&not(Why::NoLookup), &Tried::Not(not(why.clone())));
            assert_eq!(found, Found::Unreached(not(why.clone())), "{why:?}");
            let twice = after_two(&not(why.clone()), &Tried::Not(not(why.clone())));
            let is_dead = matches!(twice, Found::Dead(_));
            assert_eq!(is_dead, matches!(why, Why::NoName | Why::Refused), "{why:?}");
            assert_eq!(after_two(&not(why.clone()), &Tried::Alive(None)), Found::Alive);
            assert_eq!(
                after_two(&not(why.clone()), &Tried::Not(not(Why::Status(404)))),
                Found::Dead(not(Why::Status(404)))
            );
        }
        for (why, is_dead) in [
            (Why::Status(404), true),
            (Why::Status(410), true),
            (Why::Status(403), false),
            (Why::Circle, false),
            (Why::Elsewhere("file".to_owned()), false),
        ] {
            let found = after_one(&Tried::Not(not(why.clone())));
            assert_eq!(matches!(found, Some(Found::Dead(_))), is_dead, "{why:?}");
        }
    }
}
