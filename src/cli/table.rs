//! Tables and sentences that fit a terminal.

use std::fmt::Display;

/// The signs of a line.
const WIDTH: usize = 80;

/// A sentence in lines that fit, each with what stands before it.
pub fn wrapped(sentence: &str, before: &str) -> String {
    let mut told = String::new();
    let mut line = before.to_owned();
    for word in sentence.split(' ') {
        let is_first = line.len() == before.len();
        if !is_first && line.chars().count() + 1 + word.chars().count() > WIDTH {
            told.push_str(&line);
            told.push('\n');
            line = before.to_owned();
        } else if !is_first {
            line.push(' ');
        }
        line.push_str(word);
    }
    told + &line + "\n"
}

/// Columns side by side, each with its head: the first ones, and as many of the others as fit; what does not fit follows in
/// the same way. All are as long as the first, and set to the right.
pub fn columns(first: &[Vec<String>], others: &[Vec<String>]) -> String {
    let wide = |column: &Vec<String>| column.iter().map(|cell| cell.chars().count()).max().unwrap_or_default();
    let rows = first.first().map_or(0, Vec::len);
    let taken = first.iter().map(|column| wide(column) + 2).sum::<usize>().saturating_sub(2);
    let mut told = String::new();
    let mut rest = others;
    while !rest.is_empty() {
        let mut width = taken;
        let fits = |column: &&Vec<String>| {
            width += 2 + wide(column);
            width <= WIDTH
        };
        let (these, after) = rest.split_at(rest.iter().take_while(fits).count().max(1));
        rest = after;
        if !told.is_empty() {
            told.push('\n');
        }
        for row in 0..rows {
            let cell = |column: &Vec<String>| {
                let width = wide(column);
                format!("{:>width$}", column.get(row).map_or("", String::as_str))
            };
            let cells: Vec<String> = first.iter().chain(these).map(cell).collect();
            told.push_str(&cells.join("  "));
            told.push('\n');
        }
    }
    told
}

/// Stretches of numbers, one behind the other: `2, 5–7`.
pub fn stretches<T: Display + PartialEq>(stretches: &[(T, T)]) -> String {
    let told = stretches.iter().map(|(from, to)| if from == to { from.to_string() } else { format!("{from}–{to}") });
    told.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_that_do_not_fit_follow_below_with_the_first_ones() {
        let column = |head: &str, cell: &str| vec![head.to_owned(), cell.to_owned()];
        let first = [column("year", "2001"), column("n", "12")];
        let others: Vec<_> = (0..40).map(|at| column(&at.to_string(), "1,234")).collect();
        let told = columns(&first, &others);
        assert!(told.lines().all(|line| line.chars().count() <= WIDTH), "{told}");
        assert_eq!(
            told.lines().next().unwrap(),
            "year   n      0      1      2      3      4      5      6      7      8      9"
        );
        assert_eq!((told.matches("year").count(), told.matches("1,234").count()), (4, 40));
        // A column that is wider than a line stands alone.
        assert_eq!(columns(&[column("y", "1")], &[column("h", &"x".repeat(90))]).lines().count(), 2);
    }

    #[test]
    fn sentences_are_cut_between_words() {
        let told = wrapped(&"words and ".repeat(20), "  ");
        assert!(told.lines().all(|line| line.starts_with("  w") || line.starts_with("  a")), "{told}");
        assert!(told.lines().all(|line| line.chars().count() <= WIDTH) && told.lines().count() == 3, "{told}");
        assert_eq!(wrapped("short", ""), "short\n");
        assert_eq!(stretches(&[(2, 2), (5, 7)]), "2, 5–7");
    }
}
