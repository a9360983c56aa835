//! JSON as a tree that keeps numbers as they are written, and knows where in its text it stands.

use std::borrow::Cow;

use crate::import::fault::Fault;
use crate::import::origin::Origin;

/// The most lists and objects that may stand within each other.
const DEEPEST: usize = 100;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Node<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number as it is written.
    Number(&'a str),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Node<'a>>),
    /// Names and values in the text's order.
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

impl<'a> Node<'a> {
    /// A field of an object, the last of its name.
    pub fn get(&self, name: &str) -> Option<&Node<'a>> {
        match self {
            Self::Object(fields) => fields.iter().rev().find(|(of, _)| of == name).map(|(_, node)| node),
            _ => None,
        }
    }

    /// A text, a number or a flag as a text; none of what is empty.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned),
            Self::Number(number) => Some((*number).to_owned()),
            Self::Flag(flag) => Some(flag.to_string()),
            _ => None,
        }
    }

    /// The items of a list; what is no list is the one item of one.
    pub fn items(&self) -> &[Node<'a>] {
        match self {
            Self::List(items) => items,
            Self::Null => &[],
            one => std::slice::from_ref(one),
        }
    }

    /// The fields of an object; none of anything else.
    pub fn fields(&self) -> &[(Cow<'a, str>, Node<'a>)] {
        match self {
            Self::Object(fields) => fields,
            _ => &[],
        }
    }

    /// Whether it is an object.
    pub fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::List(items) => items.iter().all(Self::is_empty),
            Self::Object(fields) => fields.iter().all(|(_, node)| node.is_empty()),
            Self::Flag(_) | Self::Number(_) => false,
        }
    }
}

/// What reads a text of JSON from a place on.
#[derive(Debug, Clone)]
pub struct Parser<'a> {
    text: &'a str,
    /// The next byte.
    pub at: usize,
}

/// Who takes the fields of an object: at the value of each, with its name.
type Taking<'t, 'a> = &'t mut dyn FnMut(&mut Parser<'a>, Cow<'a, str>) -> Result<(), Fault>;

impl<'a> Parser<'a> {
    /// Reads a text from a byte on.
    pub fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// Why it cannot be read from here on.
    pub fn fault(&self, why: &str) -> Fault {
        let before = self.text.as_bytes().get(..self.at.min(self.text.len())).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        Fault::Broken(Origin::line(u32::try_from(line).unwrap_or(u32::MAX)), why.to_owned())
    }

    /// The next byte that is no white space, which is not taken.
    pub fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    fn expect(&mut self, byte: u8, why: &str) -> Result<(), Fault> {
        if self.peek() != Some(byte) {
            return Err(self.fault(why));
        }
        self.at += 1;
        Ok(())
    }

    /// Reads a value.
    ///
    /// # Errors
    /// Where it is none; what stands there is no JSON.
    pub fn value(&mut self) -> Result<Node<'a>, Fault> {
        self.value_at(0)
    }

    fn value_at(&mut self, depth: usize) -> Result<Node<'a>, Fault> {
        if depth > DEEPEST {
            return Err(self.fault("more than a hundred lists and objects stand within each other"));
        }
        match self.peek() {
            Some(b'{') => {
                let mut fields = Vec::new();
                self.each_field(&mut |parser, name| {
                    let value = parser.value_at(depth + 1)?;
                    fields.push((name, value));
                    Ok(())
                })?;
                Ok(Node::Object(fields))
            }
            Some(b'[') => {
                let mut items = Vec::new();
                self.each_item(&mut |parser, _| {
                    items.push(parser.value_at(depth + 1)?);
                    Ok(())
                })?;
                Ok(Node::List(items))
            }
            _ => self.plain(),
        }
    }

    /// Reads a value that is neither list nor object.
    fn plain(&mut self) -> Result<Node<'a>, Fault> {
        let why = "no value of JSON stands there";
        match self.peek() {
            Some(b'"') => Ok(Node::Text(self.string()?)),
            Some(b'-' | b'0'..=b'9') => {
                let rest = &self.text[self.at..];
                let is_part = |char: char| char.is_ascii_digit() || matches!(char, '-' | '+' | '.' | 'e' | 'E');
                let number = &rest[..rest.find(|char| !is_part(char)).unwrap_or(rest.len())];
                // What a float cannot be read of is no number.
                if number.len() > 400 || number.parse::<f64>().is_err() {
                    return Err(self.fault("a number is written as none can be"));
                }
                self.at += number.len();
                Ok(Node::Number(number))
            }
            Some(_) => {
                let words = [("true", Node::Flag(true)), ("false", Node::Flag(false)), ("null", Node::Null)];
                let rest = &self.text.as_bytes()[self.at..];
                let word = words.into_iter().find(|(word, _)| rest.starts_with(word.as_bytes()));
                let (word, node) = word.ok_or_else(|| self.fault(why))?;
                self.at += word.len();
                Ok(node)
            }
            None => Err(self.fault("the file ends in the middle; it may not have been copied whole")),
        }
    }

    /// Reads a text in quotes.
    fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        self.expect(b'"', "a name in quotes should stand there")?;
        let (bytes, start) = (self.text.as_bytes(), self.at);
        let mut made: Option<String> = None;
        let mut from = start;
        loop {
            match bytes.get(self.at) {
                Some(b'"') => {
                    let rest = &self.text[from..self.at];
                    self.at += 1;
                    return Ok(match made {
                        None => Cow::Borrowed(rest),
                        Some(made) => Cow::Owned(made + rest),
                    });
                }
                Some(b'\\') => {
                    let made = made.get_or_insert_default();
                    made.push_str(&self.text[from..self.at]);
                    self.at += 1;
                    made.push(self.escaped()?);
                    from = self.at;
                }
                Some(_) => self.at += 1,
                None => {
                    // The quotes that were not closed are what a person can find.
                    self.at = start;
                    return Err(self.fault("the text that begins there does not end"));
                }
            }
        }
    }

    /// Reads what stands behind a backslash.
    fn escaped(&mut self) -> Result<char, Fault> {
        let byte = self.text.as_bytes().get(self.at).copied();
        self.at += 1;
        Ok(match byte {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'u') => {
                let first = self.unit()?;
                let rest = &self.text.as_bytes()[self.at..];
                if (0xd800..0xdc00).contains(&first) && rest.starts_with(b"\\u") {
                    let before = self.at;
                    self.at += 2;
                    let second = self.unit()?;
                    if (0xdc00..0xe000).contains(&second) {
                        let code = 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                        return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                    }
                    self.at = before;
                }
                // Half of a sign is none.
                char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => {
                self.at -= 1;
                return Err(self.fault("a backslash stands before what it cannot stand before"));
            }
        })
    }

    fn unit(&mut self) -> Result<u32, Fault> {
        let digits =
            self.text.get(self.at..self.at + 4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let unit = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let unit = unit.ok_or_else(|| self.fault("four hexadecimal digits should stand behind \\u"))?;
        self.at += 4;
        Ok(unit)
    }

    /// Hands on each field of an object by its name; who takes it reads its value.
    ///
    /// # Errors
    /// Where it is none.
    pub fn each_field(&mut self, take: Taking<'_, 'a>) -> Result<(), Fault> {
        self.expect(b'{', "an object should stand there")?;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.peek();
            let name = self.string()?;
            self.expect(b':', "a colon should stand there")?;
            take(self, name)?;
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(());
                }
                None => return Err(self.fault("the file ends in the middle; it may not have been copied whole")),
                Some(_) => return Err(self.fault("a comma or } should stand there")),
            }
        }
    }

    /// Hands on each item of a list by its position; who takes it reads it.
    ///
    /// # Errors
    /// Where it is none.
    pub fn each_item(&mut self, take: &mut dyn FnMut(&mut Self, usize) -> Result<(), Fault>) -> Result<(), Fault> {
        self.expect(b'[', "a list should stand there")?;
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        for index in 0.. {
            take(self, index)?;
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    break;
                }
                None => return Err(self.fault("the file ends in the middle; it may not have been copied whole")),
                Some(_) => return Err(self.fault("a comma or ] should stand there")),
            }
        }
        Ok(())
    }

    /// Passes over a value without making anything of it.
    ///
    /// # Errors
    /// Where it is none.
    pub fn pass(&mut self, depth: usize) -> Result<(), Fault> {
        if depth > DEEPEST {
            return Err(self.fault("more than a hundred lists and objects stand within each other"));
        }
        match self.peek() {
            Some(b'{') => self.each_field(&mut |parser, _| parser.pass(depth + 1)),
            Some(b'[') => self.each_item(&mut |parser, _| parser.pass(depth + 1)),
            _ => self.plain().map(|_| ()),
        }
    }

    /// Makes sure that nothing stands behind what was read.
    ///
    /// # Errors
    /// Where something does.
    pub fn end(&mut self) -> Result<(), Fault> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.fault("something stands behind the end of the value")),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Result<Node<'_>, String> {
        let mut parser = Parser::new(text, 0);
        let node = parser.value().and_then(|node| parser.end().map(|()| node));
        node.map_err(|fault| fault.to_string())
    }

    #[test]
    fn numbers_and_texts_are_kept_as_they_are_written() {
        let text = r#" {"a": [1, -2.50, 12345678901234567890123, 1e3], "b\n": "x\u00e4\ud83d\ude00\ud800", "": null, "t": true} "#;
        let node = read(text).unwrap();
        let numbers: Vec<String> = node.get("a").unwrap().items().iter().filter_map(Node::text).collect();
        assert_eq!(numbers, ["1", "-2.50", "12345678901234567890123", "1e3"]);
        assert_eq!(node.get("b\n").unwrap().text().unwrap(), "xä😀\u{fffd}");
        assert_eq!((node.get(""), node.get("t")), (Some(&Node::Null), Some(&Node::Flag(true))));
    }

    #[test]
    fn what_is_broken_is_told_with_its_line() {
        for (text, fault) in [
            (
                "[1,\n2",
                "it cannot be read from line 2 on: the file ends in the middle; it may not have been copied whole.",
            ),
            ("[1,\n]", "it cannot be read from line 2 on: no value of JSON stands there."),
            ("{\"a\" 1}", "it cannot be read from line 1 on: a colon should stand there."),
            ("\n{\"a\": \"b\n}", "it cannot be read from line 2 on: the text that begins there does not end."),
            ("[1] 2", "it cannot be read from line 1 on: something stands behind the end of the value."),
            ("[\"\\x\"]", "it cannot be read from line 1 on: a backslash stands before what it cannot stand before."),
            ("[-]", "it cannot be read from line 1 on: a number is written as none can be."),
        ] {
            assert_eq!(read(text).unwrap_err(), fault, "{text}");
        }
        let deep = "[".repeat(1_000_000);
        assert!(read(&deep).unwrap_err().contains("more than a hundred"));
        assert!(Parser::new(&deep, 0).pass(0).is_err());
    }

    proptest! {
        #[test]
        fn what_is_json_is_read_and_what_is_none_is_refused(text in "[\\[\\]{}:,\"a0\\\\ \\-.etrufalsn]{0,24}|\\PC{0,16}") {
            let node = read(&text);
            prop_assert_eq!(Parser::new(&text, 0).value().is_ok(), Parser::new(&text, 0).pass(0).is_ok());
            if serde_json::from_str::<serde_json::Value>(&text).is_ok() {
                prop_assert!(node.is_ok(), "{}", text);
            }
        }
    }
}
