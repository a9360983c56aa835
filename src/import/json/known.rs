//! Objects of a document that others name by their ids or addresses: bodies, people, places.

use std::collections::HashMap;

use crate::import::fault::Fault;
use crate::import::json::skim::List;
use crate::import::json::tree::Node;

/// Objects by their ids.
#[derive(Debug, Default)]
pub struct Known<'a> {
    objects: HashMap<String, (Node<'a>, String)>,
}

impl<'a> Known<'a> {
    /// The objects of some lists.
    ///
    /// # Errors
    /// Where the text is no JSON.
    pub fn new<'l>(lists: impl Iterator<Item = &'l List<'a>>, text: &'a str) -> Result<Self, Fault>
    where
        'a: 'l,
    {
        let mut known = Self::default();
        for list in lists {
            list.each(text, &mut |node, _, path| known.add(node, path))?;
        }
        Ok(known)
    }

    /// Adds an object, if it has an id.
    pub fn add(&mut self, node: &Node<'a>, path: String) {
        if let Some(id) = ["id", "_id", "@id"].iter().find_map(|name| node.get(name)?.text()) {
            self.objects.insert(id, (node.clone(), path));
        }
    }

    /// An object by its id, and where it stands.
    pub fn find(&self, id: &str) -> Option<(&Node<'a>, &str)> {
        self.objects.get(id).map(|(node, path)| (node, path.as_str()))
    }

    /// What an object with this id is called.
    pub fn name(&self, id: &str) -> Option<String> {
        let (node, _) = self.find(id)?;
        ["name", "label", "title"].iter().find_map(|name| node.get(name)?.text())
    }
}
