//! The reader's part for strings: escapes, and UTF-16 pairs of them.

use std::borrow::Cow;

use super::read::Reader;
use super::scan::plain_length;

/// What a string holds that has no UTF-8 form.
pub(super) struct LoneSurrogate;

impl<'a> Reader<'a> {
    pub(super) fn string(&mut self) -> Option<Result<Cow<'a, str>, LoneSurrogate>> {
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

#[cfg(test)]
mod tests {
    use crate::json::{Value, parse};

    #[test]
    fn sees_lone_surrogates_and_keeps_pairs() {
        for text in
            [r#""\ud800""#, r#""\udc00""#, r#""\ud800\ud800""#, r#""\ud800x""#, r#""\udc00\ud800""#, r#""\ud800\n""#]
        {
            assert_eq!(parse(text), Ok(Value::IllFormed), "{text}");
        }
        assert_eq!(parse(r#""\ud800\ud83d\ude00""#), Ok(Value::IllFormed));
        assert_eq!(parse(r#""\uD83D\uDE00""#), Ok(Value::Text("😀".into())));
        let named = Value::Object(vec![("\u{fffd}".into(), Value::IllFormed)]);
        assert_eq!(parse(r#"{"\ud800":1}"#), Ok(named));
    }
}
