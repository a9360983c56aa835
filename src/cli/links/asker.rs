//! Asks one address whether it works: by its head, or where a host refuses that, by a page of which nothing is read.

use std::io::{self, ErrorKind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use ureq::{Agent, Error};

use crate::cli::links::found::{Not, Tried, Why};
use crate::cli::links::turns::Turns;
use crate::cli::links::uri::{Led, host, led};

/// So often an address may lead on to another.
const REDIRECTS: usize = 10;

/// The longest rest that a host is given because it asks for one; who asks for more is not asked again.
pub const LONGEST_REST: Duration = Duration::from_mins(1);

/// The bytes of what stands before a page that are read at most.
const HEADER: usize = 64 * 1024;

/// By what hosts know the program, and find who is behind it.
const NAME: &str = concat!("archive/", env!("CARGO_PKG_VERSION"), " (+", env!("CARGO_PKG_REPOSITORY"), ")");

/// How an address is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// By its head, and by the page itself where that is refused.
    Head,
    /// By the page itself, of which nothing is read.
    Get,
}

/// Asks addresses.
pub struct Asker {
    agent: Agent,
    turns: Turns,
    was_answered: AtomicBool,
}

/// What a host answered.
struct Answer {
    status: u16,
    /// Where it leads.
    location: Option<String>,
    /// The rest that it asks for.
    rest: Option<Duration>,
}

impl Asker {
    /// Asks with so long a patience in each step, and so long a pause between two requests to one host.
    pub fn new(patience: Duration, pause: Duration) -> Self {
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_response_header_size(HEADER)
            .user_agent(NAME)
            .timeout_resolve(Some(patience))
            .timeout_connect(Some(patience))
            .timeout_send_request(Some(patience))
            .timeout_recv_response(Some(patience))
            .build()
            .new_agent();
        Self { agent, turns: Turns::new(pause), was_answered: AtomicBool::new(false) }
    }

    /// The pause between two requests to one host.
    pub fn pause(&self) -> Duration {
        self.turns.pause()
    }

    /// Whether any host has answered anything.
    pub fn was_answered(&self) -> bool {
        self.was_answered.load(Ordering::Relaxed)
    }

    /// Tries an address that goes over the wire.
    pub fn ask(&self, address: &str, method: Method) -> Tried {
        let mut method = method;
        let mut at = address.to_owned();
        let mut before: Vec<String> = Vec::new();
        // What leads elsewhere for a while may yet lead back, so nothing behind it counts.
        let (mut moved, mut is_for_good) = (None, true);
        loop {
            let not = |why: Why| Tried::Not(Not { why, led: (!before.is_empty()).then(|| at.clone()) });
            let answer = match self.request(&at, method) {
                Ok(answer) => answer,
                Err(why) => return not(why),
            };
            match answer.status {
                200..=299 => return Tried::Alive(moved),
                301..=303 | 307 | 308 => {
                    let to = match answer.leads_to(&at) {
                        Ok(to) if to == at || before.contains(&to) => return not(Why::Circle),
                        Ok(_) if before.len() == REDIRECTS => return not(Why::Onwards),
                        Ok(to) => to,
                        Err(why) => return not(why),
                    };
                    is_for_good &= matches!(answer.status, 301 | 308);
                    if is_for_good {
                        moved = Some(to.clone());
                    }
                    before.push(std::mem::replace(&mut at, to));
                }
                429 | 503 => return not(Why::Busy(answer.status, answer.rest)),
                400.. if method == Method::Head => method = Method::Get,
                status => return not(Why::Status(status)),
            }
        }
    }

    /// One request, when it is the host's turn.
    fn request(&self, at: &str, method: Method) -> Result<Answer, Why> {
        let mut turn = self.turns.take(&host(at));
        let answer = match method {
            Method::Head => self.agent.head(at).call(),
            Method::Get => self.agent.get(at).call(),
        };
        let answer = answer.map_err(|error| why(&error))?;
        self.was_answered.store(true, Ordering::Relaxed);
        let (status, headers) = (answer.status().as_u16(), answer.headers());
        let location = headers.get("location").map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        let rest = headers.get("retry-after").and_then(|value| rest(value.to_str().ok()?, SystemTime::now()));
        if matches!(status, 429 | 503) {
            turn.rest(rest.unwrap_or_default().min(LONGEST_REST));
        }
        Ok(Answer { status, location, rest })
    }
}

impl Answer {
    /// Where a redirect leads from an address.
    fn leads_to(&self, from: &str) -> Result<String, Why> {
        match self.location.as_deref().map(|to| led(from, to)) {
            Some(Led::To(to)) => Ok(to),
            Some(Led::Elsewhere(scheme)) => Err(Why::Elsewhere(scheme)),
            Some(Led::Nowhere) | None => Err(Why::Strange(format!("{} without an address", self.status))),
        }
    }
}

/// The rest that a host asks for: in seconds, or until a time (RFC 9110, section 10.2.3).
fn rest(text: &str, now: SystemTime) -> Option<Duration> {
    if let Ok(seconds) = text.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = rfc2822::parse(text.trim()).ok()?.timestamp();
    let now = Timestamp::try_from(now).ok()?;
    Some(Duration::try_from(until.duration_since(now)).unwrap_or_default())
}

/// Why a request came to nothing.
fn why(error: &Error) -> Why {
    match error {
        Error::HostNotFound => Why::NoName,
        Error::Timeout(_) => Why::Silent,
        Error::Io(error) => why_broken(error),
        Error::ConnectionFailed | Error::ConnectProxyFailed(_) => Why::Broken(error.to_string()),
        Error::Tls(_) | Error::Rustls(_) => Why::Unsafe(error.to_string()),
        error => Why::Strange(error.to_string()),
    }
}

/// The same of what the system tells. Systems have no kind for a name that nobody has, and what they say of it is known; all
/// else may have been the network's fault.
fn why_broken(error: &io::Error) -> Why {
    const LOOKUP: &str = "lookup address";
    const NOBODY: [&str; 3] = ["not known", "not resolve", "No address associated"];
    // The codes of Windows for names: nobody has it, without an address, try again.
    const NO_NAME: [i32; 2] = [11001, 11004];
    const TRY_AGAIN: i32 = 11002;
    let told = error.to_string();
    match (error.kind(), error.raw_os_error()) {
        (ErrorKind::ConnectionRefused, _) => Why::Refused,
        (ErrorKind::TimedOut | ErrorKind::WouldBlock, _) => Why::Silent,
        (ErrorKind::InvalidData, _) => Why::Unsafe(told),
        (_, Some(code)) if NO_NAME.contains(&code) => Why::NoName,
        (_, Some(TRY_AGAIN)) => Why::NoLookup,
        _ if told.contains(LOOKUP) && NOBODY.iter().any(|known| told.contains(known)) => Why::NoName,
        _ if told.contains(LOOKUP) => Why::NoLookup,
        _ => Why::Broken(told),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_asks_for_a_rest_in_seconds_or_until_a_time() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_445_412_480);
        for (text, seconds) in [
            ("120", Some(120)),
            (" 0 ", Some(0)),
            ("Wed, 21 Oct 2015 07:29:00 GMT", Some(60)),
            ("Wed, 21 Oct 2015 07:00:00 GMT", Some(0)),
            ("soon", None),
            ("-5", None),
        ] {
            assert_eq!(rest(text, now), seconds.map(Duration::from_secs), "{text}");
        }
    }

    #[test]
    fn a_name_that_nobody_has_is_told_from_one_that_cannot_be_looked_up() {
        let lookup = |told: &str| io::Error::other(format!("failed to lookup address information: {told}"));
        for told in [
            "Name or service not known",
            "Name does not resolve",
            "nodename nor servname provided, or not known",
            "No address associated with hostname",
        ] {
            assert_eq!(why_broken(&lookup(told)), Why::NoName, "{told}");
        }
        for told in ["Temporary failure in name resolution", "Try again", "Non-recoverable failure in name resolution"]
        {
            assert_eq!(why_broken(&lookup(told)), Why::NoLookup, "{told}");
        }
        assert_eq!(why_broken(&ErrorKind::ConnectionRefused.into()), Why::Refused);
        assert!(matches!(why_broken(&ErrorKind::ConnectionReset.into()), Why::Broken(_)));
    }
}
