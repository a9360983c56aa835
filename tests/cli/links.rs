//! `archive links`: against hosts on loopback that the tests start themselves.

use std::fs;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use serde_json::{Value, json};

use crate::support::answering::{Asked, Host, Reply, status, to};
use crate::support::folder::Folder;

/// A dataset in a folder of its own.
pub struct Dataset {
    pub folder: Folder,
    pub path: PathBuf,
}

impl Dataset {
    pub fn new(name: &str, text: &str) -> Self {
        let folder = Folder::built(&format!("links-{name}"));
        let path = folder.beside("meetings.json");
        fs::write(&path, text).unwrap();
        Self { folder, path }
    }

    /// A dataset of one meeting with a document for each address.
    pub fn of(name: &str, addresses: &[String]) -> Self {
        let document = |address: &String| format!("\n      {{\"title\": \"D\", \"url\": \"{address}\"}}");
        let documents: Vec<String> = addresses.iter().map(document).collect();
        let text = format!(
            "{{\"version\": 1, \"title\": \"T\", \"language\": \"en\",\n  \"meetings\": [\n    {{\"id\": \"a\", \"title\": \"A\", \"start\": \"2001\", \"documents\": [{}]}}]}}\n",
            documents.join(",")
        );
        Self::new(name, &text)
    }

    /// What the program says, on 4 March 2026: its exit code, the output without what it says of the whole dataset, and what
    /// stands on the error output.
    pub fn asked(&self, options: &[&str]) -> (i32, String, String) {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
        tool.arg("links").arg(&self.path).args(options);
        for (name, seconds) in [("--timeout", "3"), ("--pause", "0")] {
            if !options.contains(&name) {
                tool.args([name, seconds]);
            }
        }
        for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy"] {
            tool.env_remove(name);
        }
        let output = tool.env("SOURCE_DATE_EPOCH", "1772582400").output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(self.path.to_str().unwrap(), "FILE");
        let told = text(&output.stdout);
        let told = told.strip_prefix("FILE: no problem found.\n").unwrap_or(&told).to_owned();
        (output.status.code().unwrap(), told, text(&output.stderr))
    }

    pub fn text(&self) -> String {
        fs::read_to_string(&self.path).unwrap()
    }

    fn before(&self) -> Option<String> {
        fs::read_to_string(self.folder.beside("meetings.json.bak")).ok()
    }
}

/// A host that does what the path says.
fn any_host() -> Host {
    Host::new(|asked: &Asked| match asked.path.as_str() {
        "/no-head" if asked.is_head() => status("405 Method Not Allowed"),
        "/strange-head" if asked.is_head() => status("404 Not Found"),
        "/moved" => to("301 Moved Permanently", "/alive?a"),
        "/moved-twice" => to("308 Permanent Redirect", "moved"),
        "/moved-away" => to("301 Moved Permanently", "/gone"),
        "/found" => to("302 Found", "/alive"),
        "/found-and-moved" => to("307 Temporary Redirect", "/moved"),
        "/front" => to("301 Moved Permanently", "/"),
        "/circle" => to("302 Found", "/circle/on"),
        "/circle/on" => to("302 Found", "/circle"),
        "/file" => to("302 Found", "file:///etc/passwd"),
        "/nowhere" => status("301 Moved Permanently"),
        "/gone" => status("404 Not Found"),
        "/gone-for-good" => status("410 Gone"),
        "/secret" => status("403 Forbidden"),
        // Both of the first try, by its head and as a page.
        "/shaky" if asked.before < 2 => status("500 Internal Server Error"),
        "/down" => status("500 Internal Server Error"),
        "/silent" => Reply::Silence,
        "/endless" if asked.is_head() => status("501 Not Implemented"),
        "/endless" => Reply::Endless,
        "/busy" if asked.before == 0 => {
            Reply::Head("429 Too Many Requests".to_owned(), "Retry-After: 1\r\n".to_owned())
        }
        path if path.starts_with("/on/") => to("302 Found", &format!("{path}n")),
        _ => status("200 OK"),
    })
}

#[test]
fn each_address_is_told_as_it_is_found() {
    let host = any_host();
    // A port that nobody listens at.
    let refused = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let cases = [
        ("/alive", ""),
        ("/no-head", ""),
        ("/strange-head", ""),
        ("/moved#page=3", "has moved for good to HOST/alive?a#page=3; write the new address."),
        ("/moved-twice", "has moved for good to HOST/alive?a; write the new address."),
        (
            "/moved-away",
            "is dead: HOST/gone, to which it leads, answers 404, that nothing is there. Write where it is now, or",
        ),
        ("/found", ""),
        ("/found-and-moved", ""),
        ("/front", "leads to the first page of its host, HOST/; look whether it is still to be found there."),
        ("/circle", "was not reached: it leads in a circle. Whether it is dead is not known: open it in a browser, or"),
        ("/on/", "was not reached: it leads on and on."),
        ("/file", "was not reached: it leads to an address of file:, which is none of the web."),
        ("/nowhere", "was not reached: what it answers is not understood (301 without an address)."),
        (
            "/gone",
            "is dead: it answers 404, that nothing is there. Write where it is now, or leave `url` out and give in",
        ),
        ("/gone-for-good", "is dead: it answers 410, that nothing is there."),
        ("/secret", "was not reached: it answers 403, that programs may not see it."),
        ("/shaky", ""),
        ("/down", "was not reached: it answers 500."),
        ("/silent", "was not reached: its host did not answer in time."),
        ("/endless", ""),
        ("/busy", ""),
        ("/møte æ?ø=å", ""),
        ("REFUSED", "is dead: its host takes no connection."),
    ];
    let address = |path: &str| match path {
        "REFUSED" => format!("http://127.0.0.1:{refused}/"),
        path => format!("{}{}", host.origin, path.replace(' ', "%20")),
    };
    let dataset = Dataset::of("kinds", &cases.map(|(path, _)| address(path)));
    let (code, told, errors) = dataset.asked(&[]);
    let told = told.replace(&host.origin, "HOST");
    let mut lines = told.lines();
    for (line, (path, said)) in cases.iter().enumerate().filter(|(_, (_, said))| !said.is_empty()) {
        let of = address(path).replace(&host.origin, "HOST");
        let expected = format!("FILE:{}: a, “D”: {of} {said}", line + 4);
        let is = lines.next().unwrap();
        assert!(is.starts_with(&expected), "{is}\nis not\n{expected}");
    }
    assert_eq!(
        lines.collect::<Vec<_>>(),
        [
            "23 addresses asked: 9 are alive, 3 have moved for good, 4 are dead, 7 were not reached.",
            "FILE: written down when they were last seen alive: 11; what was there before is in FILE.bak.",
        ]
    );
    assert_eq!((code, errors.as_str()), (0, ""));
    // Whatever works has its day, and nothing else.
    let seen: Vec<&str> = told_of(&dataset.text(), &cases.map(|(path, _)| path));
    let works = |said: &str| said.is_empty() || said.starts_with("has moved");
    let expected: Vec<&str> = cases.iter().filter(|(_, said)| works(said)).map(|(path, _)| *path).collect();
    assert_eq!(seen, expected);
    // Of a page without an end nothing is taken but what the system holds.
    assert!(host.sent() < 20_000_000, "{}", host.sent());
    assert!(host.asked().contains(&"HEAD /m%C3%B8te%20%C3%A6?%C3%B8=%C3%A5".to_owned()), "{:?}", host.asked());
    assert_eq!(host.most(), 1);
    let name = format!("archive/{} (+{})", env!("CARGO_PKG_VERSION"), env!("CARGO_PKG_REPOSITORY"));
    assert!(host.headers().iter().all(|headers| headers.contains(&name)), "{:?}", host.headers());
}

/// Those of the documents, in their order, that have a day.
fn told_of<'p>(text: &str, documents: &[&'p str]) -> Vec<&'p str> {
    let dataset: Value = serde_json::from_str(text).unwrap();
    let records = dataset["meetings"][0]["documents"].as_array().unwrap();
    let seen = records.iter().zip(documents).filter(|(record, _)| record["seen"] == "2026-03-04");
    seen.map(|(_, path)| *path).collect()
}

#[test]
fn a_program_is_told_the_same_and_nothing_else() {
    let host = any_host();
    let dataset = Dataset::of("json", &["/gone", "/alive", "/moved"].map(|path| format!("{}{path}", host.origin)));
    let (code, told, errors) = dataset.asked(&["--format", "json", "--strict"]);
    let listed: Value = serde_json::from_str(&told.replace(&host.origin, "HOST")).unwrap();
    assert_eq!(
        listed,
        json!([
            {"level": "warning", "path": "meetings[0].documents[0].url", "line": 4, "column": 29, "file": "FILE",
             "message": "HOST/gone is dead: it answers 404, that nothing is there. Write where it is now, or leave `url` out and give in `archived` the address of a copy.",
             "found": "dead", "address": "HOST/gone", "to": null},
            {"level": "warning", "path": "meetings[0].documents[2].url", "line": 6, "column": 29, "file": "FILE",
             "message": "HOST/moved has moved for good to HOST/alive?a; write the new address.",
             "found": "moved", "address": "HOST/moved", "to": "HOST/alive?a"},
        ])
    );
    assert_eq!((code, errors.as_str()), (1, "FILE: 1 address is dead.\n"));
    assert_eq!(dataset.text().matches("2026-03-04").count(), 2);
}

#[test]
fn every_kind_of_address_is_asked_where_it_stands() {
    let host = Host::new(|_| status("404 Not Found"));
    let at = |path: &str| format!("{}/{path}", host.origin);
    let text = json!({
        "version": 1, "title": "T", "language": "en", "contact": at("contact"), "licence": at("licence"),
        "links": [{"title": "In the site's file instead", "url": at("link")}],
        "meetings": [{"id": "a", "title": "A", "start": "2001", "online": at("online"),
            "documents": [at("plain"), {"title": "D", "url": at("url"), "archived": at("archived")}],
            "agenda": [{"title": "I", "documents": [{"title": "E", "url": at("item")}]}]}],
        "sources": [{"id": "s", "title": "S", "url": at("source")}, {"id": "t", "title": "T"}],
    });
    let dataset = Dataset::new("places", &serde_json::to_string_pretty(&text).unwrap());
    let site = format!(
        "[publisher]\nname = \"P\"\nurl = \"{}\"\n[[links]]\ntitle = \"L\"\nurl = \"{}\"\n",
        at("publisher"),
        at("beside")
    );
    fs::write(dataset.folder.beside("site.toml"), site).unwrap();
    let (_, told, _) = dataset.asked(&[]);
    let named = host.origin.trim_start_matches("http://");
    let lines = told.lines().map(|line| line.split(" is dead").next().unwrap());
    let lines: Vec<String> = lines.map(|line| line.replace(&host.origin, "").replace(named, "HOST")).collect();
    let site = dataset.folder.beside("site.toml").display().to_string();
    let written = dataset.text();
    let line = |path: &str| 1 + written.lines().position(|line| line.contains(&format!("{}\"", at(path)))).unwrap();
    assert_eq!(
        lines[..9],
        [
            format!("FILE:{}: “contact”: /contact", line("contact")),
            format!("FILE:{}: “licence”: /licence", line("licence")),
            format!("{site}:3: “P”: /publisher"),
            format!("{site}:6: “L”: /beside"),
            // A plain text is the address and the title.
            format!("FILE:{}: a, “HOST/plain”: /plain", line("plain")),
            format!("FILE:{}: a, “D”: /url", line("url")),
            format!("FILE:{}: a, “D”: /archived", line("archived")),
            format!("FILE:{}: a, “E”: /item", line("item")),
            format!("FILE:{}: “S”: /source", line("source")),
        ]
    );
    assert_eq!(lines[9], "9 addresses asked: 9 are dead.");
    for said in
        ["or leave `url` out: its copy stays.", "Write the address of another copy, or", "say in `note` where it was."]
    {
        assert!(told.contains(said), "{said}");
    }
    assert!(!host.asked().iter().any(|asked| asked.contains("online")));
}

#[test]
fn a_host_that_wants_no_one_is_left_alone() {
    let host = Host::new(|_| Reply::Head("429 Too Many Requests".to_owned(), "Retry-After: 3600\r\n".to_owned()));
    let dataset = Dataset::of("busy", &(0..20).map(|at| format!("{}/{at}", host.origin)).collect::<Vec<_>>());
    let (code, told, _) = dataset.asked(&[]);
    assert_eq!(told.matches("was not reached: its host asks for a rest of 3,600 s (429).").count(), 20, "{told}");
    assert_eq!((code, host.asked().len()), (0, 1));
    // One that does not answer is asked three times, and once more later.
    let host = Host::new(|asked| if asked.path == "/0" { status("200 OK") } else { Reply::Silence });
    let dataset = Dataset::of("silent", &(0..20).map(|at| format!("{}/{at}", host.origin)).collect::<Vec<_>>());
    let (_, told, _) = dataset.asked(&["--timeout", "0.5"]);
    assert_eq!(told.matches("was not reached: its host did not answer in time.").count(), 19, "{told}");
    assert_eq!(host.asked().len(), 5, "{:?}", host.asked());
}

#[test]
fn where_no_host_answers_nothing_is_called_dead_and_nothing_is_written() {
    let refused = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let dataset = Dataset::of("alone", &["/a", "/b"].map(|path| format!("http://127.0.0.1:{refused}{path}")));
    let text = dataset.text();
    let (code, told, errors) = dataset.asked(&[]);
    assert_eq!((code, told.as_str()), (2, ""));
    assert_eq!(
        errors,
        "None of the 2 addresses was reached; is this machine connected to the network? Nothing was written.\n"
    );
    assert_eq!((dataset.text(), dataset.before()), (text, None));
}

#[test]
fn unsound_data_is_not_asked_of_and_what_has_no_address_needs_no_network() {
    let host = any_host();
    let dataset = Dataset::of("unsound", &[format!("{}/alive", host.origin)]);
    fs::write(&dataset.path, dataset.text().replace("2001", "2001-13")).unwrap();
    let (code, told, errors) = dataset.asked(&[]);
    assert!(
        code == 1 && told.contains("“2001-13” is not a date") && errors.contains("FILE: 1 error"),
        "{told}{errors}"
    );
    assert_eq!(host.asked(), Vec::<String>::new());
    let dataset = Dataset::of("none", &[]);
    assert_eq!(dataset.asked(&[]).1, "No address asked: there is none.\nFILE: nothing new to write down.\n");
    for options in [["--timeout", "-1"], ["--pause", "x"], ["--since", "1.5"], ["--format", "xml"]] {
        let (code, told, _) = dataset.asked(&options);
        assert_eq!((code, told.as_str()), (2, ""), "{options:?}");
    }
    let (_, _, errors) = dataset.asked(&["--timeout=-1"]);
    assert!(errors.contains("write seconds from 0.1 to 600, as 20 or 0.5"), "{errors}");
}

#[test]
fn one_host_is_asked_one_thing_at_a_time_and_eight_hosts_at_most() {
    // Hosts wait for each other until eight of them are asked: with fewer none would be answered in time.
    let gate = Arc::new((Mutex::new((0_usize, 0_usize)), Condvar::new()));
    let hosts: Vec<Host> = (1..=16)
        .map(|at| {
            let gate = Arc::clone(&gate);
            Host::at(
                if cfg!(target_os = "linux") { format!("127.0.0.{at}") } else { "127.0.0.1".to_owned() }.as_str(),
                move |asked| {
                    if cfg!(target_os = "linux") && asked.path == "/0" {
                        let (count, changed) = &*gate;
                        let mut now = count.lock().unwrap();
                        now.0 += 1;
                        now.1 = now.1.max(now.0);
                        changed.notify_all();
                        let wait = changed.wait_timeout_while(now, Duration::from_secs(20), |now| now.1 < 8);
                        wait.unwrap().0.0 -= 1;
                    }
                    status("200 OK")
                },
            )
        })
        .collect();
    let addresses: Vec<String> =
        hosts.iter().flat_map(|host| (0..5).map(|at| format!("{}/{at}", host.origin))).collect();
    let (_, told, _) = Dataset::of("turns", &addresses).asked(&["--timeout", "30"]);
    assert!(told.starts_with("80 addresses asked: 80 are alive.\n"), "{told}");
    assert!(hosts.iter().all(|host| host.most() == 1 && host.asked().len() == 5));
    if cfg!(target_os = "linux") {
        assert_eq!(gate.0.lock().unwrap().1, 8);
    }
}
