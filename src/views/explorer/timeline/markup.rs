//! Markup as text, with what the timeline's drawing is made of. Colours and sizes are attributes here and no style, since
//! every page would carry that. Where the page runs to the left so does time, and the letters stay as they are.

use crate::core::search::times::Day;

/// Markup under way.
pub struct Markup {
    /// What has been written.
    pub text: String,
    /// The width of the drawing.
    pub width: u32,
    /// Whether its left is its right.
    pub is_mirrored: bool,
}

impl Markup {
    /// Adds markup.
    #[inline(never)]
    pub fn add(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Adds a text.
    #[inline(never)]
    pub fn say(&mut self, text: &str) {
        for char in text.chars() {
            match char {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '"' => self.text.push_str("&quot;"),
                other => self.text.push(other),
            }
        }
    }

    /// Adds an attribute.
    #[inline(never)]
    pub fn attribute(&mut self, name: &str, value: &str) {
        self.add(" ");
        self.add(name);
        self.add("=\"");
        self.say(value);
        self.text.push('"');
    }

    /// Adds an attribute with a number.
    #[inline(never)]
    pub fn number(&mut self, name: &str, value: u32) {
        self.attribute(name, &value.to_string());
    }

    /// Adds a text between two pieces of markup; nothing where there is none.
    #[inline(never)]
    pub fn within(&mut self, before: &str, text: &str, behind: &str) {
        if !text.is_empty() {
            self.add(before);
            self.say(text);
            self.add(behind);
        }
    }

    /// A rectangle.
    #[inline(never)]
    pub fn rect(&mut self, x: u32, y: u32, width: u32, height: u32, rest: &str) {
        self.add("<rect");
        self.number("x", if self.is_mirrored { self.width.saturating_sub(x + width) } else { x });
        self.number("y", y);
        self.number("width", width);
        self.number("height", height);
        self.add(rest);
        self.add("/>");
    }

    /// A text that begins at some place, or ends or has its middle there as the rest says; nothing where there is none. It is
    /// read elsewhere.
    #[inline(never)]
    pub fn label(&mut self, x: u32, y: u32, rest: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        self.add("<text aria-hidden=\"true\"");
        self.number("x", if self.is_mirrored { self.width.saturating_sub(x) } else { x });
        self.number("y", y);
        self.add(rest);
        self.within(">", text, "</text>");
    }

    /// The beginning of a link with a name; in which row it is walked, and on which day it stands. As long as a record has not
    /// come nobody knows where it leads.
    #[inline(never)]
    pub fn link(&mut self, href: &str, row: u32, day: Day, name: &str) {
        self.add("<a tabindex=\"-1\"");
        match href {
            "" => self.add(" role=\"link\" aria-disabled=\"true\""),
            href => self.attribute("href", href),
        }
        self.number("data-row", row);
        self.number("data-day", day.unsigned_abs());
        self.attribute("aria-label", name);
        self.add(">");
    }

    /// An item of a list, which leads somewhere or not.
    #[inline(never)]
    pub fn item(&mut self, href: &str, text: &str) {
        self.add("<li>");
        if !href.is_empty() {
            self.add("<a");
            self.attribute("href", href);
            self.add(">");
        }
        self.say(text);
        self.add(if href.is_empty() { "</li>" } else { "</a></li>" });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_data_is_no_markup_and_what_is_opened_is_closed() {
        let mut to = Markup { text: String::new(), width: 100, is_mirrored: false };
        to.link("/a?b&c", 0, 5, "<b>\"x\"");
        to.rect(1, 2, 3, 4, "");
        to.label(1, 2, "", "a < b & c");
        to.label(1, 2, "", "");
        to.add("</a>");
        assert_eq!(
            to.text,
            "<a tabindex=\"-1\" href=\"/a?b&amp;c\" data-row=\"0\" data-day=\"5\" aria-label=\"&lt;b>&quot;x&quot;\">\
             <rect x=\"1\" y=\"2\" width=\"3\" height=\"4\"/>\
             <text aria-hidden=\"true\" x=\"1\" y=\"2\">a &lt; b &amp; c</text></a>"
        );
    }

    #[test]
    fn where_time_runs_to_the_left_what_stands_first_stands_at_the_right() {
        let mut to = Markup { text: String::new(), width: 100, is_mirrored: true };
        to.rect(1, 2, 3, 4, "");
        to.label(10, 2, "", "a");
        assert!(to.text.contains("<rect x=\"96\"") && to.text.contains("x=\"90\""), "{}", to.text);
    }
}
