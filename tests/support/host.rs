//! A host on this machine, for what is to be fetched.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

/// Serves some files on loopback, by their paths such as `/archive`, for as long as the tests run; what is none of them is not
/// found. Gives its origin.
pub fn serve(files: BTreeMap<String, Vec<u8>>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // Whoever hangs up has what was wanted.
            let _ = answer(&stream, &files);
        }
    });
    origin
}

fn answer(mut stream: &TcpStream, files: &BTreeMap<String, Vec<u8>>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let asked = lines.next().transpose()?.unwrap_or_default();
    lines.find(|line| line.as_ref().is_ok_and(String::is_empty));
    let file = asked.split(' ').nth(1).and_then(|path| files.get(path));
    let (status, content) = file.map_or(("404 Not Found", &b"no such file"[..]), |file| ("200 OK", file));
    write!(stream, "HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", content.len())?;
    stream.write_all(content)
}
