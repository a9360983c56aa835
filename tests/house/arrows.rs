//! Which file names which. A path leads to the longest beginning of it that is a file: `crate::core::text::date::When`
//! to `src/core/text/date.rs`. What comes through a `pub use` leads to the file that has it, which has its own arrow on.

use std::collections::{BTreeMap, BTreeSet};

use super::named::{Alias, Reading, Steps};
use super::{Sources, parsed};

/// The name by which the programs in `src/bin` call the rest.
const CRATE: &str = "meetings";
/// More names of names than this do not stand behind a path.
const DEEPEST: usize = 4;

/// That a line of one file names something of another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow {
    /// The file that names.
    pub from: String,
    /// The line in it.
    pub line: usize,
    /// What stands there.
    pub path: String,
    /// The file that is named.
    pub to: String,
}

/// The modules that are files, and the names that a `use` makes in them.
#[derive(Default)]
struct House {
    files: BTreeMap<Steps, String>,
    aliases: BTreeMap<Steps, Vec<Alias>>,
}

/// All arrows between the Rust files below `src/`, in order.
pub fn arrows(sources: &Sources) -> BTreeSet<Arrow> {
    let mut house = House::default();
    let mut named = Vec::new();
    for (path, text) in sources.iter().filter(|(path, _)| path.starts_with("src/") && path.ends_with(".rs")) {
        let module = module(path);
        let reading = Reading::new(&parsed(path, text), module.clone());
        house.files.insert(module, path.clone());
        for alias in reading.aliases {
            house.aliases.entry(alias.module.clone()).or_default().push(alias);
        }
        named.extend(reading.named.into_iter().map(|named| (path, named)));
    }
    let mut arrows = BTreeSet::new();
    for (from, named) in named {
        for to in house.named(&named.module, &named.path, 0).into_iter().filter(|to| to != from) {
            arrows.insert(Arrow { from: from.clone(), line: named.line, path: named.path.join("::"), to });
        }
    }
    arrows
}

/// The module that a file is. Each program is a crate of its own, whose root is named after its file.
fn module(path: &str) -> Steps {
    if path.starts_with("src/bin/") {
        return vec![path.to_owned()];
    }
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
    let steps = inner.split('/').filter(|step| !matches!(*step, "lib" | "mod"));
    ["crate"].into_iter().chain(steps).map(str::to_owned).collect()
}

impl House {
    /// The files that a path in a module names. More than one, if it goes through a module that another file gives a
    /// name to: in `search::facet::Facet` the file with `use crate::core::search`, and `facet.rs`.
    fn named(&self, module: &[String], path: &[String], depth: usize) -> BTreeSet<String> {
        let Some((mut at, mut rest)) = self.start(module, path) else { return BTreeSet::new() };
        while let [first, others @ ..] = rest {
            let inner = [&at, std::slice::from_ref(first)].concat();
            if !self.has(&inner) {
                break;
            }
            (at, rest) = (inner, others);
        }
        let mut files = BTreeSet::from([self.file(&at)]);
        let [first, others @ ..] = rest else { return files };
        if others.is_empty() || depth == DEEPEST {
            return files;
        }
        for alias in self.aliases.get(&at).into_iter().flatten() {
            let goes_on = match &alias.name {
                Some(name) if name == first => [&alias.path, others].concat(),
                Some(_) => continue,
                None => [&alias.path, rest].concat(),
            };
            // The `use` has its own arrow to what it names; what lies behind that is this path's.
            let known = self.named(&at, &alias.path, depth + 1);
            files.extend(self.named(&at, &goes_on, depth + 1).difference(&known).cloned());
        }
        files
    }

    /// Where a path begins, and the steps from there; none if it begins in another crate.
    fn start<'a>(&self, module: &[String], path: &'a [String]) -> Option<(Steps, &'a [String])> {
        let mut at = module.to_vec();
        let mut rest = path;
        match path.first()?.as_str() {
            "" if path.get(1)? == CRATE => return Some((vec!["crate".to_owned()], &path[2..])),
            "" => return None,
            CRATE if !self.is_known(module, CRATE) => return Some((vec!["crate".to_owned()], &path[1..])),
            "crate" => return Some((module[..1].to_vec(), &path[1..])),
            "self" => rest = &path[1..],
            _ => {}
        }
        while let [first, others @ ..] = rest
            && first == "super"
        {
            at.truncate(at.len().max(2) - 1);
            rest = others;
        }
        Some((at, rest))
    }

    /// Whether a module has a module of this name, or a `use` that makes it.
    fn is_known(&self, module: &[String], name: &str) -> bool {
        let mut aliases = self.aliases.get(module).into_iter().flatten();
        aliases.any(|alias| alias.name.as_deref() == Some(name)) || self.has(&[module, &[name.to_owned()]].concat())
    }

    /// Whether a module is a file, or a folder with files.
    fn has(&self, module: &[String]) -> bool {
        let mut from_there = self.files.range(module.to_vec()..);
        from_there.next().is_some_and(|(at, _)| at.starts_with(module))
    }

    /// The file that a module stands in: its own, or that of a module around it.
    fn file(&self, module: &[String]) -> String {
        let around = (1..=module.len()).rev().find_map(|length| self.files.get(&module[..length]));
        around.cloned().unwrap_or_else(|| "src/lib.rs".to_owned())
    }
}
