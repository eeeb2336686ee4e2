//! The writer: JSON text without spaces, in which only what must be escaped is escaped (ECMA-262, QuoteJSONString).

use super::scan::plain_length;
use super::{Members, Value};

impl Value<'_> {
    /// The value as JSON text.
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
            Self::Null => out.push_str("null"),
            // An escape of a lone surrogate, which reads as ill-formed again.
            Self::IllFormed => out.push_str("\"\\ud800\""),
        }
    }
}

/// Appends `members` as a JSON object.
fn write_object(out: &mut String, members: &Members<'_>) {
    out.push('{');
    for (index, (name, value)) in members.iter().enumerate() {
        out.push_str(if index == 0 { "" } else { "," });
        write_string(out, name);
        out.push(':');
        value.write(out);
    }
    out.push('}');
}

/// Appends `text` as a JSON string.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_must_be_escaped_and_nothing_else() {
        let mut out = String::new();
        write_string(&mut out, "\"\\/\u{8}\u{c}\n\r\t\0\u{1f}\u{7f}é\u{2028}😀");
        assert_eq!(out, "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u{7f}é\u{2028}😀\"");
    }
}
