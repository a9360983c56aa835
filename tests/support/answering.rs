//! A host on loopback that answers as a test wants.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// What a host is asked.
pub struct Asked {
    /// The method and the address, as `HEAD /a`.
    pub line: String,
    /// The path alone.
    pub path: String,
    /// How often this path was asked before, by any method.
    pub before: usize,
}

impl Asked {
    /// Whether only the head is asked for.
    pub fn is_head(&self) -> bool {
        self.line.starts_with("HEAD ")
    }
}

/// What a host does.
pub enum Reply {
    /// A status with its reason, and further headers, each with its line end.
    Head(String, String),
    /// Nothing, as long as anyone waits.
    Silence,
    /// A page without an end.
    Endless,
}

/// A status with nothing else.
pub fn status(status: &str) -> Reply {
    Reply::Head(status.to_owned(), String::new())
}

/// A status that leads elsewhere.
pub fn to(code: &str, location: &str) -> Reply {
    Reply::Head(code.to_owned(), format!("Location: {location}\r\n"))
}

/// A host, as long as the test runs.
pub struct Host {
    /// Its origin.
    pub origin: String,
    known: Arc<Known>,
}

#[derive(Default)]
struct Known {
    asked: Mutex<Vec<String>>,
    headers: Mutex<Vec<String>>,
    counts: Mutex<HashMap<String, usize>>,
    now: AtomicUsize,
    most: AtomicUsize,
    sent: AtomicUsize,
}

impl Host {
    /// A host at 127.0.0.1.
    pub fn new(answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        Self::at("127.0.0.1", answer)
    }

    /// A host at an address of loopback.
    pub fn at(address: &str, answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind((address, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (known, answer) = (Arc::new(Known::default()), Arc::new(answer));
        let own = Arc::clone(&known);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (own, answer) = (Arc::clone(&own), Arc::clone(&answer));
                thread::spawn(move || own.serve(stream, &*answer));
            }
        });
        Self { origin: format!("http://{address}:{port}"), known }
    }

    /// What was asked, in order.
    pub fn asked(&self) -> Vec<String> {
        self.known.asked.lock().unwrap().clone()
    }

    /// The headers of each request.
    pub fn headers(&self) -> Vec<String> {
        self.known.headers.lock().unwrap().clone()
    }

    /// The most connections that waited for an answer at one time.
    pub fn most(&self) -> usize {
        self.known.most.load(Ordering::SeqCst)
    }

    /// The bytes of pages without an end that anyone took.
    pub fn sent(&self) -> usize {
        self.known.sent.load(Ordering::SeqCst)
    }
}

impl Known {
    fn serve(&self, mut stream: TcpStream, answer: &dyn Fn(&Asked) -> Reply) {
        let now = self.now.fetch_add(1, Ordering::SeqCst) + 1;
        self.most.fetch_max(now, Ordering::SeqCst);
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        let (mut line, mut headers) = (String::new(), String::new());
        if reader.read_line(&mut line).unwrap_or_default() == 0 {
            self.now.fetch_sub(1, Ordering::SeqCst);
            return;
        }
        while reader.read_line(&mut headers).unwrap_or_default() > 2 {}
        let line = line.trim_end().trim_end_matches(" HTTP/1.1").to_owned();
        let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
        self.asked.lock().unwrap().push(line.clone());
        self.headers.lock().unwrap().push(headers);
        let before = {
            let mut counts = self.counts.lock().unwrap();
            let count = counts.entry(path.clone()).or_default();
            *count += 1;
            *count - 1
        };
        let asked = Asked { line, path, before };
        let close = "Connection: close\r\n\r\n";
        let reply = answer(&asked);
        // Whoever has the answer may go on before this thread does.
        self.now.fetch_sub(1, Ordering::SeqCst);
        match reply {
            Reply::Head(status, headers) => {
                let _ = write!(stream, "HTTP/1.1 {status}\r\n{headers}Content-Length: 0\r\n{close}");
            }
            // Until nobody waits any more.
            Reply::Silence => _ = reader.read(&mut [0; 1]),
            Reply::Endless => {
                let _ = write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n{close}");
                while stream.write_all(&[b'x'; 65_536]).is_ok() && !asked.is_head() {
                    self.sent.fetch_add(65_536, Ordering::SeqCst);
                }
            }
        }
    }
}
