//! Reads what a file names: each `use`, each path in its code, and each path in the tokens of macros and attributes.
//!
//! `mod x;` names nothing, nor does `pub(super)`. Modules for tests alone are left out: a test may reach for whatever
//! helps it, and nothing that is published comes to depend on it.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::visit::{self, Visit};

/// A path in steps: `crate::core::text` is `["crate", "core", "text"]`; before a leading `::` stands an empty step.
pub type Steps = Vec<String>;

/// A path where it stands.
pub struct Named {
    /// The module it stands in.
    pub module: Steps,
    /// As it is written, with the groups of a `use` taken apart.
    pub path: Steps,
    /// The line, from 1.
    pub line: usize,
}

/// A name that a `use` gives to a path, or all the names in it.
pub struct Alias {
    /// The module that has the name.
    pub module: Steps,
    /// None for a glob.
    pub name: Option<String>,
    /// What it stands for.
    pub path: Steps,
}

/// What a file names.
#[derive(Default)]
pub struct Reading {
    /// All paths that may lead to another module.
    pub named: Vec<Named>,
    /// All names that a `use` makes.
    pub aliases: Vec<Alias>,
    module: Steps,
}

impl Reading {
    /// Reads a file that is the given module.
    pub fn new(file: &syn::File, module: Steps) -> Self {
        let mut reading = Self { module, ..Self::default() };
        reading.visit_file(file);
        reading
    }

    fn name(&mut self, path: &[String], line: usize) {
        self.named.push(Named { module: self.module.clone(), path: path.to_vec(), line });
    }

    fn import(&mut self, path: Steps, name: Option<String>, line: usize) {
        self.name(&path, line);
        self.aliases.push(Alias { module: self.module.clone(), name, path });
    }

    /// Takes a `use` apart, of which the first steps are known.
    fn read_use(&mut self, tree: &syn::UseTree, steps: &[String]) {
        let with = |ident: &Ident| match step(ident) {
            step if step == "self" && !steps.is_empty() => steps.to_vec(),
            step => [steps, &[step]].concat(),
        };
        match tree {
            syn::UseTree::Path(path) => self.read_use(&path.tree, &with(&path.ident)),
            syn::UseTree::Name(name) => {
                let path = with(&name.ident);
                self.import(path.clone(), path.last().cloned(), line(&name.ident));
            }
            syn::UseTree::Rename(name) => self.import(with(&name.ident), Some(step(&name.rename)), line(&name.ident)),
            syn::UseTree::Glob(glob) => self.import(steps.to_vec(), None, glob.star_token.span.start().line),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.read_use(tree, steps)),
        }
    }

    /// Finds paths in tokens that nothing has taken apart yet; `before` is what stands before their group, as in
    /// `crate::core::{text, archive}`.
    fn read_tokens(&mut self, tokens: TokenStream, before: &[String]) {
        let mut tokens = tokens.into_iter().peekable();
        // A name alone is no path.
        let shortest = before.len().max(1);
        let (mut path, mut at, mut goes_on) = (before.to_vec(), 0, false);
        while let Some(token) = tokens.next() {
            let is_colons = is_colon(Some(&token)) && is_colon(tokens.peek());
            match token {
                TokenTree::Ident(ident) if goes_on => {
                    path.push(step(&ident));
                    goes_on = false;
                    continue;
                }
                TokenTree::Punct(_) if is_colons => {
                    tokens.next();
                    if path.len() == before.len() {
                        path = vec![String::new()];
                    }
                    goes_on = true;
                    continue;
                }
                _ => {}
            }
            // Anything else ends the path before it.
            if path.len() > shortest || goes_on {
                self.name(&path, at);
            }
            let inside = if goes_on { std::mem::take(&mut path) } else { Steps::new() };
            (path, goes_on) = (before.to_vec(), false);
            match token {
                TokenTree::Ident(ident) => {
                    at = line(&ident);
                    path.push(step(&ident));
                }
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    self.read_tokens(group.stream(), &inside);
                }
                TokenTree::Group(group) => self.read_tokens(group.stream(), &[]),
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
        if path.len() > shortest {
            self.name(&path, at);
        }
    }
}

impl<'ast> Visit<'ast> for Reading {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let root = item.leading_colon.as_ref().map(|_| String::new());
        self.read_use(&item.tree, root.as_slice());
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.attrs.iter().any(is_for_tests) {
            return;
        }
        self.module.push(step(&item.ident));
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let root = path.leading_colon.as_ref().map(|_| String::new());
        let steps: Steps = root.into_iter().chain(path.segments.iter().map(|segment| step(&segment.ident))).collect();
        // A name alone is of this module, or a `use` has told of it.
        if let (Some(first), 2..) = (path.segments.first(), steps.len()) {
            self.name(&steps, line(&first.ident));
        }
        visit::visit_path(self, path);
    }

    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {}

    fn visit_token_stream(&mut self, tokens: &'ast TokenStream) {
        self.read_tokens(tokens.clone(), &[]);
    }
}

fn step(ident: &Ident) -> String {
    ident.unraw().to_string()
}

fn line(ident: &Ident) -> usize {
    ident.span().start().line
}

fn is_colon(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':')
}

/// `#[cfg(test)]`, and nothing that is more involved.
fn is_for_tests(attribute: &syn::Attribute) -> bool {
    attribute.path().is_ident("cfg") && attribute.parse_args::<Ident>().is_ok_and(|of| of == "test")
}
