//! The preview as a browser asks it, while the files behind it change.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::folder::{Folder, all};

/// What is waited for comes within a second; a machine that is busy with other things may take its time.
const PATIENCE: Duration = Duration::from_secs(60);

/// A preview that runs as long as the test does.
struct Preview {
    folder: Folder,
    tool: Child,
    /// Host and port.
    host: String,
    /// The path of the site.
    base: String,
}

/// An answer to a request.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(of, _)| of.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

impl Preview {
    fn new(name: &str, dataset: &str, options: &[&str]) -> Self {
        let folder = Folder::built(name);
        fs::create_dir_all(folder.beside("temporary")).unwrap();
        write(&folder.beside("meetings.json"), dataset);
        let mut call = command(&folder);
        call.args(["--port", "0"]).args(options).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut tool = call.spawn().unwrap();
        let mut told = String::new();
        BufReader::new(tool.stdout.take().unwrap()).read_line(&mut told).unwrap();
        let address = all(&told, "http://", ";")[0];
        let (host, path) = address.split_once('/').unwrap();
        Self { folder, tool, host: host.to_owned(), base: format!("/{path}") }
    }

    fn ask(&self, path: &str, headers: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8(answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }

    /// An address of the host.
    fn get(&self, path: &str) -> Answer {
        self.ask(path, &format!("Host: {}", self.host))
    }

    /// A page of the site.
    fn page(&self, path: &str) -> String {
        self.get(&format!("{}{path}", self.base)).body
    }

    /// What is told to a page that has heard this: what there is to see, and the name of the news.
    fn news(&self, heard: &str) -> (Value, String) {
        let answer =
            self.ask(&format!("{}.preview", self.base), &format!("Host: {}\r\nLast-Event-ID: {heard}", self.host));
        assert_eq!(answer.header("content-type"), Some("text/event-stream; charset=utf-8"));
        let line = |of: &str| all(&answer.body, of, "\n").first().map(|text| (*text).to_owned());
        match line("data: ") {
            Some(data) => (serde_json::from_str(&data).unwrap(), line("id: ").unwrap()),
            // Nothing has changed for long.
            None => self.news(heard),
        }
    }

    /// What is wrong now.
    fn problem(&self) -> Option<String> {
        self.news("").0["problem"].as_str().map(str::to_owned)
    }

    fn dataset(&self) -> PathBuf {
        self.folder.beside("meetings.json")
    }

    fn temporary(&self) -> PathBuf {
        self.folder.beside("temporary")
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.tool.kill();
        let _ = self.tool.wait();
        until("the folder of the sites is gone", || names(&self.temporary()).is_empty());
    }
}

fn command(folder: &Folder) -> Command {
    let mut call = Command::new(env!("CARGO_BIN_EXE_archive"));
    for name in ["SITE", "DATA", "BASE", "OFFLINE", "TRUNK_STAGING_DIR", "TRUNK_PUBLIC_URL"] {
        call.env_remove(name);
    }
    call.args(["serve", "--data"]).arg(folder.beside("meetings.json"));
    call.env("APP", folder.app()).env("TMPDIR", folder.beside("temporary"));
    call
}

fn until(what: &str, is_so: impl Fn() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < PATIENCE, "{what}: in vain");
        sleep(Duration::from_millis(20));
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}

/// A dataset of one meeting, with its title and its day.
fn dataset(title: &str, start: &str) -> String {
    format!(
        r#"{{"version": 1, "title": "An archive", "language": "en",
            "meetings": [{{"id": "a", "title": "{title}", "start": "{start}"}}]}}"#
    )
}

#[test]
fn a_preview_serves_the_site_as_hosts_do_and_to_this_machine_alone() {
    let preview = Preview::new("serve", &dataset("A talk", "2001-05-04"), &["--base", "/x/"]);
    assert_eq!(preview.base, "/x/");
    let page = preview.get("/x/");
    assert!(page.status == 200 && page.body.contains("A talk") && page.body.ends_with("</html>\n"));
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    for (address, leads) in [
        ("/", "/x/"),
        ("/?q=a", "/x/?q=a"),
        ("/x?q=a", "/x/?q=a"),
        ("/x/about", "/x/about/"),
        ("/x//about?q=a", "/x/about/?q=a"),
    ] {
        let answer = preview.get(address);
        assert_eq!((answer.status, answer.header("location")), (307, Some(leads)), "{address}");
    }
    for (address, kind) in [
        ("/x/data/meetings.json", "application/json"),
        ("/x/meetings.csv", "text/csv; charset=utf-8"),
        ("/x/meetings.ics", "text/calendar; charset=utf-8"),
        ("/x/manifest.webmanifest", "application/manifest+json"),
        ("/x/icon.svg", "image/svg+xml"),
        ("/x/sw.js", "text/javascript; charset=utf-8"),
        (&format!("/x/{}", all(&page.body, "data-wasm=\"/x/", "\"")[0]), "application/wasm"),
    ] {
        let answer = preview.get(address);
        assert_eq!((answer.status, answer.header("content-type")), (200, Some(kind)), "{address}");
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
    for address in ["/x/nowhere/", "/x/nowhere.csv", "/x/meetings.csv/", "/x/../app/explorer.js", "/x/documents/a.pdf"]
    {
        let answer = preview.get(address);
        assert!(answer.status == 404 && answer.body.contains("Page not found"), "{address}: {}", answer.head);
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
    let outside = preview.get("/elsewhere/");
    assert!(outside.status == 404 && outside.body.contains("under /x/"));
    for host in ["Host: example.org", &format!("Host: {}.example.org", preview.host), "Accept: */*"] {
        let refused = preview.ask("/x/", host);
        assert!(refused.status >= 400 && !refused.body.contains("A talk"), "{host}");
    }
    // Of what is only there for hosts and visitors nothing is made, for it would take long.
    let sites = preview.temporary().join(&names(&preview.temporary())[0]);
    let site = sites.join(&names(&sites)[0]);
    assert!(site.join("index.html").is_file() && !site.join("index.html.br").exists());
    assert!(!page.body.contains("data-worker"));
}

#[test]
fn what_changes_is_seen_however_it_is_written() {
    let preview = Preview::new("changes", &dataset("The first", "2001"), &[]);
    assert!(preview.page("meetings/a/").contains("The first"));
    let (seen, heard) = preview.news("");
    assert_eq!(seen["problem"], Value::Null);
    // Each page knows of which build it is.
    let build = seen["build"].as_str().unwrap().to_owned();
    assert!(preview.page("").contains(&format!("BUILD = \"{build}\"")));
    // In place.
    write(&preview.dataset(), &dataset("The second", "2001"));
    let (seen, heard) = preview.news(&heard);
    assert_ne!(seen["build"], build);
    assert!(preview.page("meetings/a/").contains("The second"));
    // Another file, with its name, as many editors do; more than once.
    let mut heard = heard;
    for title in ["The third", "The fourth"] {
        let beside = preview.folder.beside("meetings.json~");
        write(&beside, &dataset(title, "2001"));
        fs::rename(&beside, preview.dataset()).unwrap();
        heard = preview.news(&heard).1;
        assert!(preview.page("meetings/a/").contains(title));
    }
    // Away, and there again.
    fs::remove_file(preview.dataset()).unwrap();
    let (seen, gone) = preview.news(&heard);
    assert!(seen["problem"].as_str().unwrap().contains("meetings.json is not there."), "{seen}");
    assert!(preview.page("meetings/a/").contains("The fourth"));
    write(&preview.dataset(), &dataset("The fifth", "2001"));
    let (seen, heard) = preview.news(&gone);
    assert_eq!(seen["problem"], Value::Null);
    assert!(preview.page("meetings/a/").contains("The fifth"));
    // What stands beside it.
    write(&preview.folder.beside("site.toml"), "publisher = \"A secretariat\"\n");
    let (_, heard) = preview.news(&heard);
    assert!(preview.page("").contains("A secretariat"));
    let documents = preview.folder.beside("documents");
    fs::create_dir(&documents).unwrap();
    write(&documents.join("a.txt"), "Minutes");
    preview.news(&heard);
    assert_eq!(preview.get("/documents/a.txt").body, "Minutes");
    // Of the builds before only the last is kept, of which a page may be on its way.
    until("the sites before are gone", || names(&preview.temporary().join(&names(&preview.temporary())[0])).len() == 2);
}

#[test]
fn what_is_broken_leaves_the_last_page_and_is_told_as_check_tells_it() {
    let preview = Preview::new("breaks", &dataset("The good one", "2001"), &[]);
    let (good, mut heard) = preview.news("");
    for (name, text, said) in [
        ("meetings.json", &*dataset("The bad one", "2001-13"), "error: meetings[0].start: "),
        ("meetings.json", "{\"version\": 1,", "ends in the middle of the data"),
        ("site.toml", "publisher = ", "error: This is not TOML"),
    ] {
        write(&preview.dataset(), &dataset("The good one", "2001"));
        write(&preview.folder.beside(name), text);
        until(said, || preview.problem().is_some_and(|problem| problem.contains(said)));
        let (seen, name) = preview.news("");
        heard = name;
        assert!(preview.page("meetings/a/").contains("The good one"));
        assert!(preview.page("").contains(seen["build"].as_str().unwrap()));
        let check = Command::new(env!("CARGO_BIN_EXE_archive")).arg("check").arg(preview.dataset()).output().unwrap();
        assert_eq!(check.status.code(), Some(1));
        let told = [check.stdout, check.stderr].map(|text| String::from_utf8(text).unwrap());
        assert_eq!(seen["problem"].as_str().unwrap(), told.concat());
    }
    fs::remove_file(preview.folder.beside("site.toml")).unwrap();
    let (seen, _) = preview.news(&heard);
    assert_eq!(seen["problem"], Value::Null);
    assert_ne!(seen["build"], good["build"]);
}

#[test]
fn a_preview_that_begins_broken_tells_so_and_goes_on_when_it_is_mended() {
    let preview = Preview::new("begins", &dataset("<b>A</b>", "2001-13"), &[]);
    let page = preview.get("/meetings/a/");
    assert_eq!(page.status, 503);
    assert!(page.body.contains("error: meetings[0].start: ") && page.body.contains("2001-13"), "{}", page.body);
    let (seen, heard) = preview.news("");
    // A page that only tells what is wrong is loaded again as soon as something else is.
    let is_of = |page: &str, seen: &Value| page.contains(&format!("BUILD = {}", seen["build"]));
    assert!(is_of(&page.body, &seen));
    write(&preview.dataset(), "</pre><b>");
    let (seen, heard) = preview.news(&heard);
    let page = preview.page("");
    assert!(is_of(&page, &seen) && !page.contains("</pre><b>"));
    write(&preview.dataset(), &dataset("A talk", "2001"));
    let (seen, _) = preview.news(&heard);
    assert!(is_of(&preview.page(""), &seen));
    assert!(preview.page("meetings/a/").contains("A talk"));
}

#[test]
fn a_call_that_cannot_be_meant_is_refused_before_anything_is_served() {
    let folder = Folder::built("serve-call");
    write(&folder.beside("meetings.json"), &dataset("A talk", "2001"));
    fs::create_dir_all(folder.beside("temporary")).unwrap();
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = other.local_addr().unwrap().port();
    let next = format!("Port {port} is in use; name another with --port {}.", port.checked_add(1).unwrap_or(8000));
    for (options, setting, said) in [
        (&["--port", &port.to_string()][..], ("A", "a"), &*next),
        (&["--data", "nowhere.json"], ("A", "a"), "nowhere.json is not there."),
        (&["--base", "x"], ("A", "a"), "BASE is “x”"),
        (&[], ("SITE", "example.org"), "SITE is “example.org”"),
        (&[], ("APP", "nowhere"), "The app is not in nowhere"),
    ] {
        let mut call = command(&folder);
        if options.first() == Some(&"--data") {
            call = Command::new(env!("CARGO_BIN_EXE_archive"));
            call.arg("serve");
        }
        let output = call.args(options).env(setting.0, setting.1).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), &*output.stdout), (Some(2), &b""[..]), "{options:?}");
        assert!(told.contains(said), "{options:?}: {told}");
    }
    assert!(names(&folder.beside("temporary")).is_empty());
}

#[test]
fn nothing_stays_of_a_preview_that_ends_while_it_builds() {
    let meetings = (0..4_000).map(|at| format!(r#"{{"id": "m{at}", "title": "Meeting {at}", "start": "2001"}}"#));
    let meetings = meetings.collect::<Vec<_>>().join(",");
    let large = format!(r#"{{"version": 1, "title": "T", "language": "en", "meetings": [{meetings}]}}"#);
    let mut preview = Preview::new("ends", &large, &[]);
    let within = || names(&preview.temporary()).first().map_or(0, |of| names(&preview.temporary().join(of)).len());
    until("it builds", || within() > 0);
    preview.tool.kill().unwrap();
    preview.tool.wait().unwrap();
    until("the folder of the sites is gone", || names(&preview.temporary()).is_empty());
    // Nor does the build that was going on bring it back.
    sleep(Duration::from_millis(1500));
    assert!(names(&preview.temporary()).is_empty());
}
