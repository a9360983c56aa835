//! How large things may grow before they are taken apart: a file is read at one go, a function on one screen.

use syn::visit::{self, Visit};

use super::{Sources, made_up, parsed, sources};

/// The lines that a file may have.
const FILE: usize = 400;
/// The lines that half of the files may have.
const MEDIAN: usize = 120;
/// The lines that a function may have, from `fn` to its closing brace.
const FUNCTION: usize = 60;
/// The word by which a comment above a longer function says why it is.
const EXCUSE: &str = "long";

/// The files that are written by hand, with their lines; data, lock files and pictures are as large as they are.
fn lengths(sources: &Sources) -> Vec<(&str, usize)> {
    let is_data = |path: &str| {
        let ending = path.rsplit('.').next().unwrap_or_default();
        matches!(ending, "json" | "tsv" | "txt" | "svg" | "csv" | "png")
    };
    sources.iter().filter(|(path, _)| !is_data(path)).map(|(path, text)| (&**path, text.lines().count())).collect()
}

fn median(sources: &Sources) -> usize {
    let mut lengths: Vec<usize> = lengths(sources).into_iter().map(|(_, length)| length).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() / 2).copied().unwrap_or_default()
}

fn long_files(sources: &Sources) -> Vec<String> {
    let long = lengths(sources).into_iter().filter(|(_, length)| *length > FILE);
    long.map(|(path, length)| format!("{path}: {length} lines")).collect()
}

/// The functions of a file that are too long, and do not say why.
struct LongFunctions<'a> {
    path: &'a str,
    lines: Vec<&'a str>,
    found: Vec<String>,
}

impl LongFunctions<'_> {
    fn judge(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let first = signature.fn_token.span.start().line;
        let length = block.brace_token.span.close().end().line + 1 - first;
        if length > FUNCTION && !self.is_excused(first) {
            self.found.push(format!("{}:{first}: {} has {length} lines", self.path, signature.ident));
        }
    }

    /// Whether a comment directly above a line, before or between the attributes, has the word.
    fn is_excused(&self, line: usize) -> bool {
        let above = self.lines[..line - 1].iter().rev().map(|line| line.trim_start());
        let mut comments = above.take_while(|line| line.starts_with("//") || line.starts_with("#["));
        comments.any(|line| line.starts_with("//") && line.split(|char: char| !char.is_alphanumeric()).any(is_excuse))
    }
}

fn is_excuse(word: &str) -> bool {
    word.eq_ignore_ascii_case(EXCUSE)
}

impl<'ast> Visit<'ast> for LongFunctions<'_> {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.judge(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.judge(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.judge(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

fn long_functions(sources: &Sources) -> Vec<String> {
    let rust = sources.iter().filter(|(path, _)| path.ends_with(".rs"));
    rust.flat_map(|(path, text)| {
        let mut long = LongFunctions { path, lines: text.lines().collect(), found: Vec::new() };
        long.visit_file(&parsed(path, text));
        long.found
    })
    .collect()
}

#[test]
fn no_file_is_too_long_and_most_are_short() {
    let sources = sources(&["src", "style", "tests"]);
    let long = long_files(&sources);
    assert!(long.is_empty(), "longer than {FILE} lines:\n{}", long.join("\n"));
    let median = median(&sources);
    assert!(median <= MEDIAN, "half of the files have {median} lines or more; {MEDIAN} are allowed");
}

/// Those of `src/` alone: a test is long where it tells one long story.
#[test]
fn no_function_is_too_long_without_saying_why() {
    let long = long_functions(&sources(&["src"]));
    assert!(long.is_empty(), "longer than {FUNCTION} lines, without a comment why it is “long”:\n{}", long.join("\n"));
}

#[test]
fn files_are_measured_but_for_data() {
    let lines = |count| "x\n".repeat(count);
    let (short, fits, long) = (lines(3), lines(FILE), lines(FILE + 1));
    let files = [("src/a.rs", &*short), ("style/b.css", &*fits), ("src/c.js", &*long), ("tests/d.json", &*long)];
    let sources = made_up(&files);
    assert_eq!(long_files(&sources), ["src/c.js: 401 lines"]);
    assert_eq!(median(&sources), FILE);
}

#[test]
fn a_long_function_is_told_unless_it_says_why() {
    let body = "    let _ = 0;\n".repeat(FUNCTION - 1);
    let text = format!(
        "/// Makes a.\n#[inline]\npub fn a() {{\n{body}}}\n// One long list.\n#[inline]\nfn b() {{\n{body}}}\n\
         fn fits() {{\n{short}}}\n// Along the way.\n\n// A long list, but of c.\n\nimpl C {{\n    /// One Long match.\n    \
         fn c() {{\n{body}}}\n    pub async fn d() {{\n{body}    }}\n}}\n\
         trait E {{\n    fn e() {{\n{body}    }}\n    fn f();\n}}\nfn g() {{\nfn h() {{\n{body}}}\n}}\n",
        short = &body[15..],
    );
    let found = long_functions(&made_up(&[("src/a.rs", &text)]));
    let found: Vec<_> = found.iter().map(|line| line.split_once(": ").unwrap().1).collect();
    let expected = ["a has 61", "d has 61", "e has 61", "g has 63", "h has 61"];
    assert_eq!(found, expected.map(|line| format!("{line} lines")));
}
