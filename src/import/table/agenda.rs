//! Agendas that stand in one cell.

use crate::import::draft::ItemDraft;

/// The items of an agenda in a text: lines, or numbers one behind the other in a line: `1. Opening; 2. Budget`.
pub fn agenda(text: &str) -> Vec<ItemDraft> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    match lines.as_slice() {
        [] => Vec::new(),
        [line] => in_a_line(line),
        lines => of_lines(lines),
    }
}

/// Items that stand on a line each; a line without a number goes on with the one above, where that has one.
fn of_lines(lines: &[&str]) -> Vec<ItemDraft> {
    let are_numbered = lines.iter().filter(|line| numbered(line).is_some()).count() * 2 >= lines.len();
    let mut items: Vec<ItemDraft> = Vec::new();
    for line in lines {
        match (numbered(line), items.last_mut()) {
            (Some((number, title)), _) => items.push(item(Some(number), title)),
            (None, Some(last)) if are_numbered => {
                let text = last.text.get_or_insert_default();
                if !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(line);
            }
            (None, _) => items.push(item(None, line.trim_start_matches(['-', '–', '•', '*', ' ']))),
        }
    }
    items
}

/// Items in one line, whose numbers count up from 1.
fn in_a_line(line: &str) -> Vec<ItemDraft> {
    let mut starts = Vec::new();
    let mut from = 0;
    for number in 1.. {
        let Some((at, length)) = find_number(line, from, number) else { break };
        starts.push((at, length, number));
        from = at + length;
    }
    if starts.len() < 2 {
        return line.split(';').map(str::trim).filter(|part| !part.is_empty()).map(plain).collect();
    }
    let before = line[..starts[0].0].trim();
    let ends = starts.iter().skip(1).map(|(at, ..)| *at).chain([line.len()]);
    let items = starts.iter().zip(ends).map(|((at, length, number), end)| {
        item(
            Some(number.to_string()),
            line[at + length..end].trim_matches(|char: char| char.is_whitespace() || ";,".contains(char)),
        )
    });
    let first = (!before.is_empty()).then(|| item(None, before));
    first.into_iter().chain(items).collect()
}

fn plain(part: &str) -> ItemDraft {
    match numbered(part) {
        Some((number, title)) => item(Some(number), title),
        None => item(None, part),
    }
}

/// Where in a line, from a place on, `n.` or `n)` stands at the beginning of a word.
fn find_number(line: &str, from: usize, number: u32) -> Option<(usize, usize)> {
    [format!("{number}. "), format!("{number}) ")]
        .iter()
        .filter_map(|wanted| {
            let mut at = from;
            while let Some(found) = line.get(at..)?.find(wanted.as_str()) {
                let start = at + found;
                let is_start =
                    line[..start].chars().last().is_none_or(|before| before.is_whitespace() || ";,".contains(before));
                if is_start {
                    return Some((start, wanted.len()));
                }
                at = start + wanted.len();
            }
            None
        })
        .min()
}

/// The number at the beginning of a line, and what stands behind it: `4.2 Fisheries`, `4) Fisheries`, `§ 4 Fisheries`.
fn numbered(line: &str) -> Option<(String, &str)> {
    let start = line.trim_start_matches(['§', ' ', '#']);
    let end = start.find(|char: char| !(char.is_ascii_digit() || matches!(char, '.' | ')' | ':')))?;
    let (number, rest) = start.split_at(end);
    let is_apart = rest.starts_with(char::is_whitespace) || number.ends_with([')', '.', ':']);
    let number = number.trim_end_matches(['.', ')', ':']);
    let is_number = !number.is_empty() && number.split('.').all(|part| (1..=3).contains(&part.len()));
    (is_number && is_apart && !rest.trim().is_empty()).then(|| (number.to_owned(), rest.trim()))
}

fn item(number: Option<String>, title: &str) -> ItemDraft {
    ItemDraft { number, title: title.trim().to_owned(), ..ItemDraft::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_found_on_lines_and_in_a_line() {
        let read = |text: &str| {
            let items = agenda(text);
            let lines = items.iter().map(|item| format!("{}:{}", item.number.as_deref().unwrap_or("-"), item.title));
            lines.collect::<Vec<_>>().join("|")
        };
        assert_eq!(read("1. Opening\n2. Budget 2011\n2.1 Fisheries"), "1:Opening|2:Budget 2011|2.1:Fisheries");
        assert_eq!(read("1. Opening; 2. Budget 1. quarter; 3. Closing"), "1:Opening|2:Budget 1. quarter|3:Closing");
        assert_eq!(read("1) Opening 2) Closing"), "1:Opening|2:Closing");
        assert_eq!(read("Opening\nClosing"), "-:Opening|-:Closing");
        assert_eq!(read("Opening; Closing"), "-:Opening|-:Closing");
        assert_eq!(read("§ 4 Opening\n§ 5 Closing"), "4:Opening|5:Closing");
    }
}
