//! JSON as a JWT needs it (RFC 8259): strict, names in their order and repetitions kept, lone surrogates seen.
//!
//! A general parser keeps the last of two equal names and turns a lone surrogate into U+FFFD in silence; both let one
//! token mean two things, so a userJWT is read here. What goes out is a [`Value`] too, so that there is one writer.

use std::borrow::Cow;

use crate::numeric_date;

/// Deep enough for any claim, shallow enough for any stack.
const MAX_DEPTH: usize = 32;

/// Wide enough for any identity, narrow enough to compare every name with every other.
pub(crate) const MAX_MEMBERS: usize = 256;

/// The names and values of an object, as they stand.
pub(crate) type Members<'a> = Vec<(Cow<'a, str>, Value<'a>)>;

/// A JSON value. Numbers keep their text: only a NumericDate is ever computed with.
#[derive(Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Text(Cow<'a, str>),
    /// A string with a lone surrogate, which has no UTF-8 form.
    IllFormed,
    Number(&'a str),
    Bool(bool),
    Null,
    Array(Vec<Value<'a>>),
    Object(Members<'a>),
    /// Something that JSON cannot carry, as it is called in a message.
    #[cfg(feature = "js")]
    Foreign(&'static str),
}

/// Stands before text from JavaScript in which every array is the name of something that JSON cannot carry; js/values.js
/// writes it. No JSON begins so.
#[cfg(feature = "js")]
const MARK: &str = "\u{1}";

/// What a marked text names, and what it is called in a message.
#[cfg(feature = "js")]
const NAMED: [(&str, &str); 9] = [
    ("undefined", "undefined"),
    ("function", "a function"),
    ("symbol", "a symbol"),
    ("bigint", "a bigint"),
    ("NaN", "NaN"),
    ("Infinity", "Infinity"),
    ("-Infinity", "-Infinity"),
    ("array", "an array"),
    ("object", "a built-in object"),
];

impl Value<'_> {
    /// The text, if it is text.
    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The value of a number that can be a time.
    pub(crate) fn as_seconds(&self) -> Option<f64> {
        if let Self::Number(number) = self { numeric_date::read(number) } else { None }
    }

    /// `null` and `undefined` leave an optional field out.
    pub(crate) fn is_absent(&self) -> bool {
        match self {
            Self::Null => true,
            #[cfg(feature = "js")]
            Self::Foreign(name) => *name == "undefined",
            _ => false,
        }
    }

    /// Whether there is a lone surrogate in it.
    pub(crate) fn is_ill_formed(&self) -> bool {
        match self {
            Self::IllFormed => true,
            Self::Array(items) => items.iter().any(Value::is_ill_formed),
            Self::Object(members) => members.iter().any(|(_, value)| value.is_ill_formed()),
            _ => false,
        }
    }

    /// The value as JSON text, as `JSON.stringify` writes it.
    pub(crate) fn to_json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => write_string(out, text),
            Self::Number(text) => out.push_str(text),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Array(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { "," });
                    item.write(out);
                }
                out.push(']');
            }
            Self::Object(members) => write_object(out, members),
            _ => out.push_str("null"),
        }
    }

    /// What it is, for a message: never what it holds.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) | Self::IllFormed => "a string",
            Self::Number(_) => "a number",
            Self::Bool(_) => "a boolean",
            Self::Null => "null",
            Self::Array(_) => "an array",
            #[cfg(feature = "js")]
            Self::Foreign(name) => name,
            Self::Object(_) => "an object",
        }
    }
}

/// The value of the first member of that name.
pub(crate) fn get<'m, 'a>(members: &'m Members<'a>, name: &str) -> Option<&'m Value<'a>> {
    members.iter().find(|(known, _)| known == name).map(|(_, value)| value)
}

/// The first name that stands in `members` twice with different values.
pub(crate) fn repeated<'m>(members: &'m Members<'_>) -> Option<&'m str> {
    members.iter().enumerate().find_map(|(index, (name, value))| {
        let earlier = members[..index].iter().find(|(known, _)| known == name)?;
        (earlier.1 != *value).then_some(name.as_ref())
    })
}

/// Reads `text` as one JSON value with nothing behind it; `None` when it is not JSON, or too wide or too deep.
pub(crate) fn parse(text: &str) -> Option<Value<'_>> {
    Reader { text, at: 0, marked: false }.whole()
}

/// The same for text that js/values.js wrote.
#[cfg(feature = "js")]
pub(crate) fn parse_given(text: &str) -> Option<Value<'_>> {
    let (marked, text) = text.strip_prefix(MARK).map_or((false, text), |rest| (true, rest));
    Reader { text, at: 0, marked }.whole()
}

/// Reads `text` as one JSON object; `None` when it is anything else.
pub(crate) fn parse_object(text: &str) -> Option<Members<'_>> {
    match parse(text)? {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

struct LoneSurrogate;

struct Reader<'a> {
    text: &'a str,
    at: usize,
    #[cfg_attr(not(feature = "js"), expect(dead_code, reason = "only JavaScript marks"))]
    marked: bool,
}

impl<'a> Reader<'a> {
    fn whole(mut self) -> Option<Value<'a>> {
        let value = self.value(0)?;
        self.skip_whitespace();
        (self.at == self.text.len()).then_some(value)
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline]
    fn skip_whitespace(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    #[inline]
    fn take(&mut self, byte: u8) -> bool {
        let taken = self.peek() == Some(byte);
        self.at += usize::from(taken);
        taken
    }

    #[inline]
    fn expect(&mut self, byte: u8) -> Option<()> {
        self.take(byte).then_some(())
    }

    fn word(&mut self, word: &str, value: Value<'a>) -> Option<Value<'a>> {
        let found = self.text.as_bytes()[self.at..].starts_with(word.as_bytes());
        self.at += word.len();
        found.then_some(value)
    }

    fn value(&mut self, depth: usize) -> Option<Value<'a>> {
        self.skip_whitespace();
        match self.peek()? {
            b'"' => Some(self.string()?.map_or(Value::IllFormed, Value::Text)),
            b'{' if depth < MAX_DEPTH => self.object(depth + 1).map(Value::Object),
            b'[' if depth < MAX_DEPTH => self.array(depth + 1),
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
                return None;
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
        #[cfg(feature = "js")]
        if self.marked {
            let name = items.first().and_then(Value::as_text)?;
            let named = NAMED.iter().find(|(known, _)| *known == name);
            return Some(named.map_or(Value::IllFormed, |(_, called)| Value::Foreign(called)));
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
        numeric_date::is_finite(number).then_some(Value::Number(number))
    }

    fn string(&mut self) -> Option<Result<Cow<'a, str>, LoneSurrogate>> {
        self.expect(b'"')?;
        let start = self.at;
        self.skip_plain()?;
        if self.take(b'"') {
            return Some(Ok(Cow::Borrowed(&self.text[start..self.at - 1])));
        }
        let mut text = self.text[start..self.at].to_owned();
        let mut well_formed = true;
        while !self.take(b'"') {
            if self.take(b'\\') {
                match self.escape()? {
                    Ok(unescaped) => text.push(unescaped),
                    Err(LoneSurrogate) => well_formed = false,
                }
            }
            let start = self.at;
            self.skip_plain()?;
            text.push_str(&self.text[start..self.at]);
        }
        Some(if well_formed { Ok(Cow::Owned(text)) } else { Err(LoneSurrogate) })
    }

    /// Goes to the next quotation mark or backslash, if no control character stands before it.
    #[inline]
    fn skip_plain(&mut self) -> Option<()> {
        self.at += plain_length(&self.text.as_bytes()[self.at..]);
        (self.peek()? > 0x1f).then_some(())
    }

    /// What stands behind a backslash.
    fn escape(&mut self) -> Option<Result<char, LoneSurrogate>> {
        let escaped = self.peek()?;
        self.at += 1;
        Some(Ok(match escaped {
            b'"' | b'\\' | b'/' => char::from(escaped),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.utf16(),
            _ => return None,
        }))
    }

    fn utf16(&mut self) -> Option<Result<char, LoneSurrogate>> {
        let first = self.hex()?;
        let after_first = self.at;
        if matches!(first, 0xd800..=0xdbff) && self.take(b'\\') && self.take(b'u') {
            let pair = [first, self.hex()?];
            if let Some(Ok(paired)) = char::decode_utf16(pair).next() {
                return Some(Ok(paired));
            }
        }
        // Whatever followed is read again for itself.
        self.at = after_first;
        Some(char::from_u32(u32::from(first)).ok_or(LoneSurrogate))
    }

    fn hex(&mut self) -> Option<u16> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4)?;
        self.at += 4;
        digits.iter().try_fold(0, |number: u16, digit| {
            let digit = char::from(*digit).to_digit(16).and_then(|digit| u16::try_from(digit).ok())?;
            Some(number << 4 | digit)
        })
    }
}

/// How many bytes stand in a string for themselves before the first that does not.
#[inline]
fn plain_length(bytes: &[u8]) -> usize {
    let (eights, end) = bytes.as_chunks();
    match eights.iter().map(|eight| plain_among(*eight)).enumerate().find(|(_, plain)| *plain < 8) {
        Some((before, plain)) => before * 8 + plain,
        None => eights.len() * 8 + end.iter().take_while(|byte| is_plain(**byte)).count(),
    }
}

/// Whether a byte does so.
#[inline]
fn is_plain(byte: u8) -> bool {
    !matches!(byte, b'"' | b'\\' | 0..=0x1f)
}

/// The same of eight bytes at once, because most of a text is in strings.
#[inline]
fn plain_among(eight: [u8; 8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    let bytes = u64::from_le_bytes(eight);
    // Sets the highest bit of each byte below the bound. Behind one of those it may set more, which changes nothing here.
    let below = |bytes: u64, bound: u64| bytes.wrapping_sub(ONES * bound) & !bytes;
    let quotation_mark = below(bytes ^ (ONES * 0x22), 1);
    let backslash = below(bytes ^ (ONES * 0x5c), 1);
    let special = (quotation_mark | backslash | below(bytes, 0x20)) & (ONES * 0x80);
    (special.trailing_zeros() / 8) as usize
}

/// Appends `members` as a JSON object.
pub(crate) fn write_object(out: &mut String, members: &Members<'_>) {
    out.push('{');
    for (index, (name, value)) in members.iter().enumerate() {
        out.push_str(if index == 0 { "" } else { "," });
        write_string(out, name);
        out.push(':');
        value.write(out);
    }
    out.push('}');
}

/// Appends `text` as a JSON string, byte for byte as `JSON.stringify` writes it (ECMA-262, QuoteJSONString).
pub(crate) fn write_string(out: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut rest = text;
    out.push('"');
    loop {
        let (plain, behind) = rest.split_at(plain_length(rest.as_bytes()));
        out.push_str(plain);
        let Some(escaped) = behind.bytes().next() else { break };
        match escaped {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            8 => out.push_str("\\b"),
            12 => out.push_str("\\f"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            control => {
                out.push_str("\\u00");
                out.extend([control >> 4, control & 15].map(|digit| char::from(HEX[usize::from(digit)])));
            }
        }
        rest = &behind[1..];
    }
    out.push('"');
}

/// An object of texts.
pub(crate) fn object_of_texts<'a>(members: &[(&'a str, &'a str)]) -> Value<'a> {
    Value::Object(
        members.iter().map(|(name, text)| (Cow::Borrowed(*name), Value::Text(Cow::Borrowed(*text)))).collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn agrees_with_serde_json_on_strings_and_structure() {
        for text in [
            r#" { "a" : [ 1 , -0.5e+3 , true , false , null , "x" ] , "b" : { } , "c" : [ ] } "#,
            r#"{"a":"\"\\\/\b\f\n\r\t\u0041\u00e9\ud83d\ude00"}"#,
            "{\"é\":\"\u{2028} 👩🏽‍🚀\u{7f}\"}",
        ] {
            let ours = parse_object(text).unwrap();
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
    fn finds_the_first_byte_that_is_not_plain_among_eight() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                for around in [b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xff] {
                    for behind in [around, 0, b'"'] {
                        let mut eight = [around; 8];
                        eight[place..].fill(behind);
                        eight[place] = byte;
                        let plain = eight.iter().take_while(|byte| is_plain(**byte)).count();
                        assert_eq!(plain_among(eight), plain, "{eight:02x?}");
                    }
                }
            }
        }
    }

    #[test]
    fn sees_lone_surrogates_and_keeps_pairs() {
        for text in
            [r#""\ud800""#, r#""\udc00""#, r#""\ud800\ud800""#, r#""\ud800x""#, r#""\udc00\ud800""#, r#""\ud800\n""#]
        {
            assert_eq!(parse(text), Some(Value::IllFormed), "{text}");
        }
        assert_eq!(parse(r#""\ud800\ud83d\ude00""#), Some(Value::IllFormed));
        assert_eq!(parse(r#""\uD83D\uDE00""#), Some(Value::Text("😀".into())));
        assert_eq!(parse_object(r#"{"\ud800":1}"#), Some(vec![("\u{fffd}".into(), Value::IllFormed)]));
    }

    #[test]
    fn stops_at_a_depth_of_32() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse(&nested(32)).is_some());
        assert!(parse(&nested(33)).is_none());
        assert!(parse(&nested(10_000)).is_none());
    }

    #[test]
    fn stops_at_256_members() {
        let wide = |count: usize| format!("{{{}}}", vec!["\"a\":1"; count].join(","));
        assert!(parse(&wide(256)).is_some());
        assert!(parse(&wide(257)).is_none());
    }

    #[test]
    fn finds_a_name_repeated_with_another_value_and_only_then() {
        let repeated_in = |text| parse_object(text).and_then(|members| repeated(&members).map(str::to_owned));
        assert_eq!(repeated_in(r#"{"a":"x","a":"\u0078"}"#), None);
        assert_eq!(repeated_in(r#"{"a":"x","b":1,"\u0061":"y"}"#), Some("a".to_owned()));
    }

    #[test]
    fn writes_strings_as_json_stringify_does() {
        let mut out = String::new();
        write_string(&mut out, "\"\\/\u{8}\u{c}\n\r\t\0\u{1f}\u{7f}é\u{2028}😀");
        assert_eq!(out, "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u{7f}é\u{2028}😀\"");
    }
}
