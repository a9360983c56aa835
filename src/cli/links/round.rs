//! Asks all addresses: the hosts at one time, the addresses of one host one after the other, and twice what may pass.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::cli::links::asker::{Asker, LONGEST_REST, Method};
use crate::cli::links::found::{Found, Not, Tried, Why, after_one, after_two};
use crate::cli::links::uri::host;

/// So many requests are under way at one time at most.
const AT_ONE_TIME: usize = 8;

/// A host that has failed so often in a row is asked nothing more in this round.
const STRIKES: usize = 3;

/// A host has so many pauses before it is asked for the second time.
const PAUSES: u32 = 4;

/// What becomes known of addresses that go over the wire, in their order; `told` hears how many of how many are done.
pub fn ask_all(addresses: &[String], asker: &Asker, told: &(dyn Fn(usize, usize) + Sync)) -> Vec<Found> {
    let mut by_host: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, address) in addresses.iter().enumerate() {
        by_host.entry(host(address)).or_default().push(at);
    }
    // Those that take the longest begin, and are taken from the end.
    let mut waiting: Vec<Vec<usize>> = by_host.into_values().collect();
    waiting.sort_by_key(|of| (of.len(), of.first().copied()));
    let threads = waiting.len().min(AT_ONE_TIME);
    let (waiting, found, done) = (Mutex::new(waiting), Mutex::new(HashMap::new()), AtomicUsize::new(0));
    told(0, addresses.len());
    let tell = |at: usize, what: Found| {
        lock(&found).insert(at, what);
        told(done.fetch_add(1, Ordering::Relaxed) + 1, addresses.len());
    };
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(of) = next(&waiting) {
                    Host { addresses, asker, tell: &tell }.ask(&of);
                }
            });
        }
    });
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    // A thread that fell over has told nothing.
    let untold = || Found::Unreached(Not { why: Why::Strange("nothing".to_owned()), led: None });
    (0..addresses.len()).map(|at| found.remove(&at).unwrap_or_else(untold)).collect()
}

fn next(waiting: &Mutex<Vec<Vec<usize>>>) -> Option<Vec<usize>> {
    lock(waiting).pop()
}

fn lock<T>(of: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The addresses of one host.
struct Host<'a> {
    addresses: &'a [String],
    asker: &'a Asker,
    tell: &'a dyn Fn(usize, Found),
}

/// How often a host has failed in a row, and how.
struct Strikes {
    most: usize,
    count: usize,
    last: Option<Not>,
}

impl Strikes {
    fn new(most: usize) -> Self {
        Self { most, count: 0, last: None }
    }

    /// Takes down a try; only what its own host did counts.
    fn note(&mut self, own: &str, tried: &Tried) {
        match tried {
            Tried::Not(not) if not.why.is_of_host() && not.led.as_deref().is_none_or(|led| host(led) == own) => {
                self.count += if is_sent_away(&not.why) { self.most } else { 1 };
                self.last = Some(not.clone());
            }
            _ => self.count = 0,
        }
    }

    /// Why the host is asked nothing more.
    fn out(&self) -> Option<Not> {
        self.last.clone().filter(|_| self.count >= self.most)
    }
}

/// Whether a host asks for more rest than anyone would wait for.
fn is_sent_away(why: &Why) -> bool {
    matches!(why, Why::Busy(_, Some(rest)) if *rest > LONGEST_REST)
}

impl Host<'_> {
    fn ask(&self, of: &[usize]) {
        let Some(own) = of.first().and_then(|at| self.addresses.get(*at)).map(|address| host(address)) else { return };
        let mut strikes = Strikes::new(STRIKES);
        let mut again: Vec<(usize, Not)> = Vec::new();
        for at in of {
            let tried = strikes.out().map_or_else(|| self.asker.ask(&self.addresses[*at], Method::Head), Tried::Not);
            match (after_one(&tried), tried) {
                (Some(found), tried) => {
                    strikes.note(&own, &tried);
                    (self.tell)(*at, found);
                }
                (None, Tried::Not(not)) => {
                    strikes.note(&own, &Tried::Not(not.clone()));
                    again.push((*at, not));
                }
                (None, Tried::Alive(_)) => {}
            }
        }
        if !again.is_empty() {
            self.ask_again(&own, strikes.out(), again);
        }
    }

    /// The second round, of what may have passed; a host that was given up in the first has one more chance.
    fn ask_again(&self, own: &str, out: Option<Not>, again: Vec<(usize, Not)>) {
        let is_sent_away = out.as_ref().is_some_and(|not| is_sent_away(&not.why));
        let mut strikes = Strikes::new(if out.is_some() { 1 } else { STRIKES });
        if is_sent_away {
            strikes = Strikes { most: 0, count: 0, last: out };
        } else {
            thread::sleep(self.asker.pause() * PAUSES);
        }
        for (at, first) in again {
            let tried = strikes.out().map_or_else(|| self.asker.ask(&self.addresses[at], Method::Get), Tried::Not);
            strikes.note(own, &tried);
            (self.tell)(at, after_two(&first, &tried));
        }
    }
}
