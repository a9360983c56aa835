//! Times of day as a record writes them, with what tells how clocks stood there.

use std::fmt;

/// A time of day. Its text is ISO 8601: `16:30`, `16:30Z`, `16:30+01:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// Minutes since midnight, as clocks had it where it was.
    pub minute: i16,
    /// How many minutes these clocks were ahead of UTC. Without it nobody may say when it was elsewhere.
    pub offset: Option<i16>,
}

impl Clock {
    /// Reads `HH:MM` or `HH:MM:00`, with `Z`, an offset `±HH:MM` or nothing behind it. `None` for anything else: no
    /// meeting is known to the second, and the end of a day is the beginning of the next.
    pub fn parse(text: &str) -> Option<Self> {
        let (time, rest) = (text.get(..5)?, text.get(5..)?);
        let rest = rest.strip_prefix(":00").unwrap_or(rest);
        let offset = match (rest.as_bytes().first(), rest.get(1..)) {
            (None, _) => None,
            (Some(b'Z'), Some("")) => Some(0),
            (Some(b'+'), Some(ahead)) => Some(minutes(ahead)?),
            (Some(b'-'), Some(behind)) => Some(-minutes(behind)?),
            _ => return None,
        };
        Some(Self { minute: minutes(time)?, offset })
    }

    /// The time alone, `16:30`.
    pub fn time(self) -> String {
        in_hours(self.minute)
    }
}

/// The minutes of `HH:MM`, less than a day.
fn minutes(text: &str) -> Option<i16> {
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// A number written with exactly `count` digits.
pub(super) fn digits(text: &str, count: usize) -> Option<i16> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// Minutes as `HH:MM`, whichever their sign.
pub fn in_hours(minutes: i16) -> String {
    let minutes = minutes.unsigned_abs();
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

impl fmt::Display for Clock {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.time())?;
        match self.offset {
            None => Ok(()),
            Some(0) => formatter.write_str("Z"),
            Some(offset) => {
                formatter.write_str(if offset < 0 { "-" } else { "+" })?;
                formatter.write_str(&in_hours(offset))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn clock(minute: i16, offset: Option<i16>) -> Option<Clock> {
        Some(Clock { minute, offset })
    }

    #[test]
    fn a_time_of_day_is_read_with_what_stands_behind_it() {
        for (text, expected) in [
            ("00:00", clock(0, None)),
            ("16:30", clock(990, None)),
            ("23:59:00", clock(1439, None)),
            ("16:30Z", clock(990, Some(0))),
            ("16:30-00:00", clock(990, Some(0))),
            ("16:30+01:00", clock(990, Some(60))),
            ("16:30:00+05:30", clock(990, Some(330))),
            ("08:05-03:30", clock(485, Some(-210))),
        ] {
            assert_eq!(Clock::parse(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_time_of_day_is_refused() {
        for text in [
            "",
            "16",
            "16:3",
            "4:30",
            "1630",
            "24:00",
            "16:60",
            "16:30:01",
            "16:30:00.000",
            "16:30:0",
            "16:30z",
            "16:30ZZ",
            "16:30+1",
            "16:30+0100",
            "16:30+01",
            "16:30+24:00",
            "16:30+01:60",
            "16:30 +01:00",
            "16:30−01:00",
            "16:30é",
            "-6:30",
            "+6:30",
            "１６:３０",
            "16:30 pm",
        ] {
            assert_eq!(Clock::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_a_time_of_day_never_panics(text in "\\PC{0,8}|[0-9:+Z-]{0,12}") {
            let _ = Clock::parse(&text);
        }

        #[test]
        fn a_time_of_day_is_printed_as_it_was_read(minute in 0i16..1440, offset in proptest::option::of(-1439i16..1440)) {
            let clock = Clock { minute, offset };
            prop_assert_eq!(Clock::parse(&clock.to_string()), Some(clock));
        }
    }
}
