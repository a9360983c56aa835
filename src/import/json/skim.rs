//! What a document holds, found out without making a tree of it: its lists of objects, and the plain fields of its top.

use std::borrow::Cow;

use crate::import::fault::Fault;
use crate::import::json::path::field_path;
use crate::import::json::tree::{Node, Parser};

/// A list of objects, or of lists.
#[derive(Debug)]
pub struct List<'a> {
    /// Where it stands: `$.data`.
    pub path: String,
    /// Its first byte.
    pub at: usize,
    /// How many objects or lists it has.
    pub count: usize,
    /// The first of them.
    pub first: Node<'a>,
}

/// A document as it was skimmed.
#[derive(Debug)]
pub struct Skimmed<'a> {
    /// The plain fields of its top, if that is an object; of a field that is none `null`.
    pub top: Node<'a>,
    /// Its lists, in the order of the file; no list within another.
    pub lists: Vec<List<'a>>,
}

/// How many objects deep lists are looked for.
const DEEP: usize = 6;
/// The most lists that are kept.
const MOST: usize = 2_000;

/// Skims a text.
///
/// # Errors
/// Where it is no JSON.
pub fn skim(text: &str) -> Result<Skimmed<'_>, Fault> {
    let mut skimmed = Skimmed { top: Node::Null, lists: Vec::new() };
    let mut parser = Parser::new(text, 0);
    let mut top = Vec::new();
    let is_object = parser.peek() == Some(b'{');
    if is_object {
        parser.each_field(&mut |parser, name| {
            let is_plain = !matches!(parser.peek(), Some(b'{' | b'['));
            if is_plain {
                top.push((name, parser.value()?));
                return Ok(());
            }
            let path = field_path("$", &name);
            top.push((name, Node::Null));
            skimmed.look(parser, path, 1)
        })?;
        skimmed.top = Node::Object(top);
    } else {
        skimmed.look(&mut parser, "$".into(), 0)?;
    }
    parser.end()?;
    Ok(skimmed)
}

impl<'a> Skimmed<'a> {
    fn look(&mut self, parser: &mut Parser<'a>, path: String, depth: usize) -> Result<(), Fault> {
        match parser.peek() {
            Some(b'{') if depth <= DEEP => {
                parser.each_field(&mut |parser, name| self.look(parser, field_path(&path, &name), depth + 1))
            }
            Some(b'[') => {
                let (at, mut count, mut first) = (parser.at, 0, None);
                parser.each_item(&mut |parser, _| {
                    let is_record = matches!(parser.peek(), Some(b'{' | b'['));
                    count += usize::from(is_record);
                    if is_record && first.is_none() {
                        first = Some(parser.value()?);
                        return Ok(());
                    }
                    parser.pass(depth + 1)
                })?;
                if let Some(first) = first.filter(|_| self.lists.len() < MOST) {
                    self.lists.push(List { path, at, count, first });
                }
                Ok(())
            }
            _ => parser.pass(depth),
        }
    }
}

impl<'a> List<'a> {
    /// Hands on each item with its path, one at a time.
    ///
    /// # Errors
    /// Where the text is no JSON.
    pub fn each(&self, text: &'a str, take: &mut dyn FnMut(&Node<'a>, usize, String)) -> Result<(), Fault> {
        Parser::new(text, self.at).each_item(&mut |parser, index| {
            let node = parser.value()?;
            take(&node, index, format!("{}[{index}]", self.path));
            Ok(())
        })
    }
}

/// A field of an object by the names of its objects.
pub fn within<'n, 'a>(node: &'n Node<'a>, names: &[&str]) -> Option<&'n Node<'a>> {
    names.iter().try_fold(node, |node, name| node.get(name))
}

/// An object of some fields.
pub fn object<'a>(fields: Vec<(&'static str, Node<'a>)>) -> Node<'a> {
    Node::Object(fields.into_iter().map(|(name, node)| (Cow::Borrowed(name), node)).collect())
}
