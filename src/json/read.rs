//! The reader: one JSON value, strictly as RFC 8259 writes it.

use std::borrow::Cow;

use super::string::LoneSurrogate;
use super::usual::usual_object;
use super::{MAX_DEPTH, MAX_MEMBERS, Members, Value, number};

/// Why a text is not JSON that is read here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fault {
    /// Not JSON: the byte at which it stops being so.
    NotJson { at: usize },
    /// An object with more than [`MAX_MEMBERS`] names.
    TooManyNames,
    /// Nested more than [`MAX_DEPTH`] deep.
    TooDeep,
    /// A number that no `f64` holds, which some readers take for infinity.
    NumberTooLarge,
}

/// Reads `text` as one JSON value with nothing behind it.
pub(crate) fn parse(text: &str) -> Result<Value<'_>, Fault> {
    if let Some(members) = usual_object(text) {
        return Ok(Value::Object(members));
    }
    let mut reader = Reader { text, at: 0, limit: None };
    reader.whole().ok_or(reader.limit.unwrap_or(Fault::NotJson { at: reader.at.min(text.len()) }))
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// The limit that was passed, if that is why reading ended.
    limit: Option<Fault>,
}

impl<'a> Reader<'a> {
    fn whole(&mut self) -> Option<Value<'a>> {
        let value = self.value(0)?;
        self.skip_whitespace();
        (self.at == self.text.len()).then_some(value)
    }

    #[cold]
    fn stop<T>(&mut self, limit: Fault) -> Option<T> {
        self.limit = Some(limit);
        None
    }

    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline]
    fn skip_whitespace(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    #[inline]
    pub(super) fn take(&mut self, byte: u8) -> bool {
        let taken = self.peek() == Some(byte);
        self.at += usize::from(taken);
        taken
    }

    #[inline]
    pub(super) fn expect(&mut self, byte: u8) -> Option<()> {
        self.take(byte).then_some(())
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Option<Value<'a>> {
        self.text.as_bytes()[self.at..].starts_with(word.as_bytes()).then(|| {
            self.at += word.len();
            value
        })
    }

    fn value(&mut self, depth: usize) -> Option<Value<'a>> {
        self.skip_whitespace();
        match self.peek()? {
            b'"' => Some(self.string()?.map_or(Value::IllFormed, Value::Text)),
            b'{' | b'[' if depth == MAX_DEPTH => self.stop(Fault::TooDeep),
            b'{' => self.object(depth + 1).map(Value::Object),
            b'[' => self.array(depth + 1),
            b't' => self.word("true", Value::Bool(true)),
            b'f' => self.word("false", Value::Bool(false)),
            b'n' => self.word("null", Value::Null),
            b'-' | b'0'..=b'9' => self.number(),
            _ => None,
        }
    }

    fn object(&mut self, depth: usize) -> Option<Members<'a>> {
        self.expect(b'{')?;
        self.skip_whitespace();
        let mut members = Members::new();
        while !self.take(b'}') {
            if members.len() == MAX_MEMBERS {
                return self.stop(Fault::TooManyNames);
            }
            if !members.is_empty() {
                self.expect(b',')?;
                self.skip_whitespace();
            }
            let name = self.string()?;
            self.skip_whitespace();
            self.expect(b':')?;
            let value = self.value(depth)?;
            if members.is_empty() {
                // As many as an identity has fields, so that the usual object takes one allocation.
                members.reserve(8);
            }
            members.push(match name {
                Ok(name) => (name, value),
                Err(LoneSurrogate) => (Cow::Borrowed("\u{fffd}"), Value::IllFormed),
            });
            self.skip_whitespace();
        }
        Some(members)
    }

    fn array(&mut self, depth: usize) -> Option<Value<'a>> {
        self.expect(b'[')?;
        self.skip_whitespace();
        let mut items = Vec::new();
        while !self.take(b']') {
            if !items.is_empty() {
                self.expect(b',')?;
            }
            items.push(self.value(depth)?);
            self.skip_whitespace();
        }
        Some(Value::Array(items))
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn number(&mut self) -> Option<Value<'a>> {
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _sign = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        let number = &self.text[start..self.at];
        if number::is_finite(number) { Some(Value::Number(number)) } else { self.stop(Fault::NumberTooLarge) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(text: &str) -> Members<'_> {
        match parse(text) {
            Ok(Value::Object(members)) => members,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn says_where_json_ends_to_be_json() {
        for (text, at) in [("", 0), ("{} x", 3), ("{\"a\":tru}", 5), ("[1,]", 3), ("\"\\x\"", 3), ("\"open", 5)] {
            assert_eq!(parse(text), Err(Fault::NotJson { at }), "{text}");
        }
        assert_eq!(parse("[1e400]"), Err(Fault::NumberTooLarge));
    }

    #[test]
    fn refuses_what_rfc_8259_refuses() {
        for text in [
            "",
            "{",
            "{]",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "'a'",
            "01",
            "1.",
            ".5",
            "+1",
            "1e",
            "-",
            "tru",
            "nul",
            "\"\n\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u+123\"",
            "{} {}",
            "{}x",
            "\u{feff}{}",
            "NaN",
            "[1 2]",
            "{\"a\" 1}",
            "\"open",
        ] {
            assert!(matches!(parse(text), Err(Fault::NotJson { .. })), "{text}");
        }
    }

    #[test]
    fn agrees_with_serde_json_on_strings_and_structure() {
        for text in [
            r#" { "a" : [ 1 , -0.5e+3 , true , false , null , "x" ] , "b" : { } , "c" : [ ] } "#,
            r#"{"a":"\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00"}"#,
            "{\"é\":\"\u{2028} 👩🏽‍🚀\u{7f}\"}",
        ] {
            let ours = object(text);
            let theirs: serde_json::Value = serde_json::from_str(text).unwrap();
            for (name, value) in &ours {
                match value {
                    Value::Text(text) => assert_eq!(theirs[name.as_ref()], text.as_ref()),
                    Value::Array(items) => assert_eq!(theirs[name.as_ref()].as_array().unwrap().len(), items.len()),
                    other => assert_eq!(*other, Value::Object(vec![])),
                }
            }
        }
    }

    #[test]
    fn stops_at_a_depth_of_32() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse(&nested(32)).is_ok());
        assert_eq!(parse(&nested(33)), Err(Fault::TooDeep));
        assert_eq!(parse(&nested(10_000)), Err(Fault::TooDeep));
    }

    #[test]
    fn stops_at_256_members() {
        let wide = |count: usize| format!("{{{}}}", vec!["\"a\":1"; count].join(","));
        assert!(parse(&wide(256)).is_ok());
        assert_eq!(parse(&wide(257)), Err(Fault::TooManyNames));
    }
}
