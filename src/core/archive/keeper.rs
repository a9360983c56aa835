//! How a keeper's program reads a dataset: it tells what stops nothing too, and gives the text that is to be published.

use jiff::civil::Date;

use super::check::doubles::doubles;
use super::check::facets::warnings;
use super::check::later::forget_later;
use super::check::signs::{take_away_signs, whole};
use super::format::VERSION;
use super::json::{Fields, Json};
use super::path::Path;
use super::problem::{Fault, Problem, ReadError};
use super::reading::{in_full, read_fields};
use super::record::read_record;
use super::{Archive, without_mark};

impl Archive {
    /// Reads an archive from the text of its dataset, as [`read`](Self::read) does, and tells what stops nothing too; with the
    /// text of the dataset that is to be published, if it was written otherwise: in its full form, without days that are later
    /// than `today`. `beside` are fields that stand in another file, and count instead of those of the dataset.
    ///
    /// # Errors
    /// Where the text is no dataset of this format at all.
    pub fn read_for_keeper(today: Date, json: &str, beside: Fields) -> Result<(Self, Option<String>), ReadError> {
        let (json, halves) = whole(without_mark(json));
        let mut fields = read_fields(&json)?;
        let is_completed = !beside.is_empty();
        let told_beside: Vec<String> = beside.iter().map(|(name, _)| name.to_string()).collect();
        for (name, value) in beside {
            fields.retain(|(of, _)| *of != name);
            fields.push((name, value));
        }
        let signs = take_away_signs(&mut fields, halves);
        let findings = in_full(&mut fields)?;
        let (newer, known) = newer(&fields, findings.problems, &told_beside);
        let later = forget_later(&mut fields, today);
        let is_changed = is_completed || findings.is_changed || !later.is_empty();
        let tree = Json::Object(fields);
        let text = is_changed.then(|| serde_json::to_string_pretty(&tree).ok()).flatten();
        let problems = [signs, newer, known, later].concat();
        let archive =
            Self::judged(read_record(tree), problems, |dataset| [warnings(dataset), doubles(dataset)].concat());
        Ok((archive, text.map(|text| text + "\n")))
    }
}

/// That a newer program wrote the dataset, if one did; and what is wrong with it. What this program does not know of a newer
/// one's fields is no fault of theirs, but in what stands beside the dataset, fields of these names, it is told all the same.
fn newer(fields: &Fields, mut problems: Vec<Problem>, beside: &[String]) -> (Vec<Problem>, Vec<Problem>) {
    let version = fields.iter().find(|(name, _)| name == "version").map(|(_, json)| json);
    let newer = match version {
        Some(Json::Number(version)) if *version > f64::from(VERSION) => {
            let is_beside = |path: &str| beside.iter().any(|name| path.split(['.', '[']).next() == Some(name));
            problems.retain(|problem| problem.fault != Fault::UnknownField || is_beside(&problem.path));
            vec![Problem::new(Path::top("version"), Fault::NewerVersion(*version as u32))]
        }
        _ => Vec::new(),
    };
    (newer, problems)
}
