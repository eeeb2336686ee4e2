//! A field of the token beside the claim that was signed.

use crate::error::{Code, Problem};
use crate::json::{Object, Value};

/// The most characters of a text that a message shows.
const SHOWN: usize = 40;

/// The problem with a field that is not strictly equal to the signed claim. A claim that is absent or null signs nothing.
pub(crate) fn mismatch(token: &Object<'_>, claims: &Object<'_>, name: &str) -> Option<Problem> {
    let claim = claims.get(name).filter(|claim| **claim != Value::Null)?;
    let field = token.get(name);
    (field != Some(claim)).then(|| {
        let field = field.map_or_else(|| "absent".to_owned(), described);
        let signed = described(claim);
        let rule =
            [name, " is ", &field, " in the token and ", &signed, " in the userJWT. Sign and send the same value."];
        Problem::of(Code::FieldMismatch, name, &rule)
    })
}

/// A value for a message. A text is clipped, and what is not printable is replaced by U+FFFD; of other values, the kind.
pub(crate) fn described(value: &Value<'_>) -> String {
    let Some(text) = value.as_text() else { return value.kind().to_owned() };
    if is_like_a_secret(text) {
        return "a text that could be a secret".to_owned();
    }
    let mut out = String::from("\"");
    for character in text.chars().take(SHOWN) {
        match character {
            _ if is_printable(character) => out.push(character),
            _ => out.push('\u{fffd}'),
        }
    }
    out.push_str(if text.chars().nth(SHOWN).is_some() { "…\"" } else { "\"" });
    out
}

/// Whether a word of a text could be a secret or a JWT that stands in the wrong place: long, and of mixed characters.
fn is_like_a_secret(text: &str) -> bool {
    text.split(|character: char| {
        !character.is_ascii_alphanumeric() && !matches!(character, '+' | '/' | '=' | '-' | '_' | '.')
    })
    .any(|word| {
        let has = |kind: fn(&u8) -> bool| word.as_bytes().iter().any(kind);
        word.len() >= 24 && has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_digit)
    })
}

/// Whether a character shows itself and changes nothing around it: no control, no direction mark, no invisible space.
fn is_printable(character: char) -> bool {
    let is_format = matches!(character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}');
    !character.is_control() && !is_format
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_texts_clipped_and_printable() {
        let text = |text: &str| described(&Value::Text(text.to_owned().into()));
        assert_eq!(text("U1"), "\"U1\"");
        assert_eq!(text("a\u{1b}[31m\u{202e}é😀"), "\"a\u{fffd}[31m\u{fffd}é😀\"");
        assert_eq!(text(&"x".repeat(41)), format!("\"{}…\"", "x".repeat(40)));
        assert_eq!(text(&"x".repeat(40)), format!("\"{}\"", "x".repeat(40)));
        assert_eq!(text("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO"), "a text that could be a secret");
        assert_eq!(text("Bearer ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO"), "a text that could be a secret");
        assert_eq!(text("9f1c2f7e-8d0e-4a3b-9c5d-6e7f8a9b0c1d"), "\"9f1c2f7e-8d0e-4a3b-9c5d-6e7f8a9b0c1d\"");
        assert_eq!(described(&Value::Number("42")), "a number");
    }
}
