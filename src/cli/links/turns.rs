//! Whose turn it is at which host: one request at a time, and a pause before the next.

use std::collections::HashMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The turns at all hosts.
pub struct Turns {
    pause: Duration,
    hosts: Mutex<HashMap<String, Host>>,
    freed: Condvar,
}

#[derive(Clone, Copy)]
struct Host {
    is_taken: bool,
    /// When it may be asked again.
    free: Instant,
}

/// The one turn at a host; over when it is dropped.
pub struct Turn<'t> {
    turns: &'t Turns,
    host: String,
    rest: Duration,
}

impl Turns {
    /// Turns with so long a pause between two.
    pub fn new(pause: Duration) -> Self {
        Self { pause, hosts: Mutex::default(), freed: Condvar::new() }
    }

    /// The pause between two turns at a host.
    pub fn pause(&self) -> Duration {
        self.pause
    }

    /// Waits for the turn at a host.
    pub fn take(&self, host: &str) -> Turn<'_> {
        let mut hosts = self.lock();
        loop {
            let now = Instant::now();
            let of = hosts.entry(host.to_owned()).or_insert(Host { is_taken: false, free: now });
            if !of.is_taken && of.free <= now {
                of.is_taken = true;
                return Turn { turns: self, host: host.to_owned(), rest: self.pause };
            }
            let wait = of.free.saturating_duration_since(now);
            hosts = match of.is_taken {
                true => self.freed.wait(hosts).unwrap_or_else(PoisonError::into_inner),
                false => self.freed.wait_timeout(hosts, wait).unwrap_or_else(PoisonError::into_inner).0,
            };
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Host>> {
        self.hosts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn<'_> {
    /// Gives the host a longer rest than the pause, as it has asked for.
    pub fn rest(&mut self, rest: Duration) {
        self.rest = self.rest.max(rest);
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let free = Instant::now() + self.rest;
        self.turns.lock().insert(self.host.clone(), Host { is_taken: false, free });
        self.turns.freed.notify_all();
    }
}
