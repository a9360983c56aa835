//! That an import is found however it is written.

use std::collections::BTreeSet;

use super::arrows::arrows;
use super::made_up;

/// The arrows of one made-up file among others, in short: the line, and where to.
fn arrows_of(text: &str) -> BTreeSet<String> {
    let sources = made_up(&[
        ("src/lib.rs", "pub mod a; pub mod b;"),
        ("src/a/mod.rs", "pub mod c; pub mod d; pub use self::d::Thing; pub use crate::b; pub struct Own;"),
        ("src/a/c.rs", text),
        ("src/a/d.rs", "pub struct Thing;"),
        ("src/b/mod.rs", "pub mod e; pub use self::e::Deep;"),
        ("src/b/e.rs", "pub struct Deep;"),
    ]);
    let arrows = arrows(&sources).into_iter().filter(|arrow| arrow.from == "src/a/c.rs");
    arrows.map(|arrow| format!("{} {}", arrow.line, arrow.to.trim_start_matches("src/"))).collect()
}

#[test]
fn a_path_leads_to_a_file_however_it_is_written() {
    for (text, expected) in [
        ("use crate::b::e::Deep;", "1 b/e.rs"),
        ("use crate::b::e;", "1 b/e.rs"),
        ("use crate::{a::d, b::{self, e::{Deep as Low, self}}};", "1 a/d.rs, 1 b/mod.rs, 1 b/e.rs"),
        ("use crate::b::*;", "1 b/mod.rs"),
        ("pub use super::d::Thing;", "1 a/d.rs"),
        ("use super::Own;", "1 a/mod.rs"),
        ("use super::*;", "1 a/mod.rs"),
        ("use super::super::b::e::Deep;", "1 b/e.rs"),
        ("use self::super::d::Thing;", "1 a/d.rs"),
        // Through a re-export: that one has an arrow on.
        ("use super::Thing;", "1 a/mod.rs"),
        ("use crate::b::Deep;", "1 b/mod.rs"),
        // What leads nowhere in the house.
        ("use std::fmt; use ::b::e::Deep; fn f() { Own::new(); self::g(); } fn g() {}", ""),
        ("pub(crate) mod x { pub(super) struct A; pub(in crate::b) struct B; use super::C; }", ""),
        ("#[cfg(test)] mod tests { use crate::b::e::Deep; }", ""),
        ("#[cfg(not(test))] mod x { use crate::b::e::Deep; }", "1 b/e.rs"),
        ("/// See [`Deep`](crate::b::e::Deep).\nstruct A;", ""),
        // Within a module in the file, `super` is the file.
        ("mod x {\n    use super::super::d::Thing;\n}", "2 a/d.rs"),
    ] {
        let expected = expected.split(", ").filter(|expected| !expected.is_empty()).map(str::to_owned);
        assert_eq!(arrows_of(text), expected.collect(), "{text}");
    }
}

#[test]
fn a_path_is_found_wherever_it_stands_without_a_use() {
    for text in [
        "fn f() { crate::b::e::f() }",
        "fn f(deep: &mut Vec<crate::b::e::Deep>) {}",
        "fn f() { if let crate::b::e::Deep { .. } = g() {} }",
        "fn f() -> impl crate::b::e::Trait { || super::super::b::e::Deep }",
        "impl crate::b::e::Trait for X {}",
        "fn f() { <X as crate::b::e::Trait>::f() }",
        "fn f() { use crate::b::e::Deep; }",
        "fn f() { crate::b::e::say!() }",
        "fn f() { println!(\"{}\", crate::b::e::f()) }",
        "fn f() { vec![g(|x| x + super::super::b::e::NUMBER)] }",
        "fn f() { outer! { inner!(use crate::{a::Own, b::{e::Deep}};) } }",
        "fn f() { outer!(use crate::b::e::*;) }",
        "macro_rules! of { ($x:expr) => { $crate::b::e::f($x) } }",
        "#[derive(crate::b::e::Derived)] struct X;",
        // Through names that a `use` has made, here or elsewhere.
        "use crate::b; fn f() { b::e::f() }",
        "use crate::b as low; fn f() { println!(\"{}\", low::e::f()) }",
        "use super::*; fn f() { b::e::f() }",
        "fn f() { super::b::e::f() }",
        "fn f() { meetings::b::e::f() }",
        "use ::meetings::b::e::f;",
    ] {
        assert!(arrows_of(text).contains("1 b/e.rs"), "{text}: {:?}", arrows_of(text));
    }
}

#[test]
fn a_program_is_a_crate_of_its_own_and_a_module_names_those_in_it() {
    let sources = made_up(&[
        ("src/lib.rs", "pub mod a; pub use a::c::C;"),
        ("src/a/mod.rs", "mod c; fn f() { c::f() }"),
        ("src/a/c.rs", ""),
        ("src/bin/door.rs", "use meetings::a::c::C; fn main() { meetings::C; crate::a(); self::a() }"),
        ("src/a/page.js", "import x"),
    ]);
    let found: Vec<_> = arrows(&sources).into_iter().map(|arrow| (arrow.from, arrow.path, arrow.to)).collect();
    let expected = [
        ("src/a/mod.rs", "c::f", "src/a/c.rs"),
        ("src/bin/door.rs", "meetings::C", "src/lib.rs"),
        ("src/bin/door.rs", "meetings::a::c::C", "src/a/c.rs"),
        ("src/lib.rs", "a::c::C", "src/a/c.rs"),
    ];
    assert_eq!(found, expected.map(|(from, path, to)| (from.to_owned(), path.to_owned(), to.to_owned())));
}
