//! The rooms of `src/`, and what each may import. ARCHITECTURE.md has a chapter for each.

use super::arrows::{Arrow, arrows};
use super::{Sources, made_up, sources};

struct Room {
    name: &'static str,
    /// Its folder, or the one file that it is.
    at: &'static str,
    /// The folders and files that it may import from besides its own.
    may: &'static [&'static str],
}

const TEXT: &str = "src/core/text/";
const ARCHIVE: &str = "src/core/archive/";
const ADDRESS: &str = "src/core/address/";
const CORE: &str = "src/core/";
const IMPORT: &str = "src/import/";
const LANGUAGE: &str = "src/language/";
const VIEWS: &str = "src/views/";
const PUBLISH: &str = "src/publish/";

/// The one table. The core imports no language: what it must say it is handed. The texts of scripts, which the publisher
/// includes, are no imports. A folder that does not exist yet may stand here already.
const ROOMS: [Room; 15] = [
    Room { name: "text", at: TEXT, may: &[] },
    Room { name: "archive", at: ARCHIVE, may: &[TEXT] },
    // What an id looks like is asked of an address as of an archive.
    Room { name: "address", at: ADDRESS, may: &[TEXT, "src/core/archive/values.rs"] },
    Room { name: "search", at: "src/core/search/", may: &[TEXT, ARCHIVE, ADDRESS] },
    Room { name: "export", at: "src/core/export/", may: &[CORE] },
    Room { name: "import", at: IMPORT, may: &[TEXT, ARCHIVE] },
    Room { name: "language", at: LANGUAGE, may: &[CORE] },
    Room { name: "views", at: VIEWS, may: &[CORE, LANGUAGE] },
    Room { name: "browser", at: "src/browser/", may: &[CORE, LANGUAGE, VIEWS] },
    Room { name: "publish", at: PUBLISH, may: &[CORE, LANGUAGE, VIEWS] },
    Room { name: "cli", at: "src/cli/", may: &[CORE, LANGUAGE, IMPORT, PUBLISH] },
    Room { name: "engine", at: "src/engine/", may: &[CORE, LANGUAGE] },
    Room { name: "bin", at: "src/bin/", may: &["src/"] },
    // These two only say which modules there are.
    Room { name: "the core's mod.rs", at: "src/core/mod.rs", may: &[] },
    Room { name: "lib.rs", at: "src/lib.rs", may: &[] },
];

/// The room that a file stands in.
fn room(file: &str) -> Option<&'static Room> {
    ROOMS.iter().find(|room| is_in(file, room.at))
}

/// Whether a file is this one, or stands in this folder.
fn is_in(file: &str, place: &str) -> bool {
    if place.ends_with('/') { file.starts_with(place) } else { file == place }
}

/// What is wrong with an arrow, if its room may not have it.
fn fault(arrow: &Arrow) -> Option<String> {
    let (from, to) = (room(&arrow.from)?, room(&arrow.to)?);
    if from.at == to.at || from.may.iter().any(|place| is_in(&arrow.to, place)) {
        return None;
    }
    let spared = from.may.iter().find(|place| place.starts_with(to.at));
    let but = spared.map(|place| format!(" but for {place}")).unwrap_or_default();
    let Arrow { from: file, line, path, .. } = arrow;
    Some(format!("{file}:{line}: {path} — {} may not import {}{but}", from.name, to.name))
}

/// All imports that a room may not have; of a line that imports much of one file, the first.
fn faults(sources: &Sources) -> Vec<String> {
    let mut arrows: Vec<Arrow> = arrows(sources).into_iter().collect();
    arrows.dedup_by(|next, arrow| (&next.from, next.line, &next.to) == (&arrow.from, arrow.line, &arrow.to));
    arrows.iter().filter_map(fault).collect()
}

/// All files that stand in no room.
fn homeless(sources: &Sources) -> Vec<String> {
    sources.keys().filter(|file| room(file).is_none()).cloned().collect()
}

#[test]
fn each_room_imports_only_what_it_may() {
    let faults = faults(&sources(&["src"]));
    assert!(faults.is_empty(), "{} imports are not allowed:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn each_file_stands_in_a_room() {
    let homeless = homeless(&sources(&["src"]));
    assert!(homeless.is_empty(), "in no room of the table, where each folder is entered:\n{}", homeless.join("\n"));
}

#[test]
fn a_wrong_import_is_told_with_its_line_and_its_rooms() {
    let sources = made_up(&[
        ("src/core/archive/mod.rs", "use crate::language::dates;"),
        ("src/core/archive/values.rs", ""),
        ("src/core/archive/check.rs", "use crate::core::text::fold;"),
        ("src/core/text/fold.rs", "\nuse std::fmt;\nuse crate::core::{archive::Archive, text::order};\n"),
        ("src/core/text/order.rs", "fn f() {\n    println!(\"{}\", crate::core::archive::check::NONE);\n}"),
        ("src/core/address/route.rs", "use crate::core::archive::{check, values::is_id};"),
        ("src/language/mod.rs", "pub use self::en::dates;"),
        ("src/language/en/mod.rs", "use crate::core::archive::Archive; pub mod dates;"),
        ("src/language/en/dates.rs", "use crate::views::Site;"),
        ("src/views/mod.rs", "use crate::{core::archive, language, gone::f};"),
        ("src/publish/mod.rs", "use crate::browser::start; use crate::views;"),
        ("src/browser/start.rs", ""),
        ("src/bin/door.rs", "use meetings::{browser::start, language};"),
        ("src/lib.rs", "pub use core::text::fold;"),
    ]);
    let expected = [
        "src/core/address/route.rs:1: crate::core::archive::check — address may not import archive but for \
         src/core/archive/values.rs",
        "src/core/archive/mod.rs:1: crate::language::dates — archive may not import language",
        "src/core/text/fold.rs:3: crate::core::archive::Archive — text may not import archive",
        "src/core/text/order.rs:2: crate::core::archive::check::NONE — text may not import archive",
        "src/language/en/dates.rs:1: crate::views::Site — language may not import views",
        "src/lib.rs:1: core::text::fold — lib.rs may not import text",
        "src/publish/mod.rs:1: crate::browser::start — publish may not import browser",
        "src/views/mod.rs:1: crate::gone::f — views may not import lib.rs",
    ];
    assert_eq!(faults(&sources), expected);
}

#[test]
fn a_file_outside_the_rooms_is_told() {
    let files = ["src/core/odd/mod.rs", "src/core/odd.rs", "src/odd.rs", "src/core/text/mod.rs", "src/odd/page.js"];
    let sources = made_up(&files.map(|file| (file, "")));
    assert_eq!(homeless(&sources), ["src/core/odd.rs", "src/core/odd/mod.rs", "src/odd.rs", "src/odd/page.js"]);
}
