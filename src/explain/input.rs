//! What people paste when they ask why a token was refused, and the token in it.

use std::fmt;

use crate::error::{Code, Error, Problem, shown};
use crate::json::{Members, Object, Value, parse};
use crate::jws::Compact;
use crate::read_object::read_object;
use crate::rules::FIELDS;

/// What a text was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Input {
    /// A token, as the widget takes it.
    Token,
    /// An endpoint's answer, with `token` or `signatures` in it.
    Answer,
    /// The message that the widget posts to its frame, with `initToken` in it.
    InitToken,
    /// A userJWT alone. The token around it is not known.
    UserJwt,
}

impl Input {
    /// `token`, `answer`, `init_token` or `user_jwt`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Answer => "answer",
            Self::InitToken => "init_token",
            Self::UserJwt => "user_jwt",
        }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The JSON text of the token in a text, and what the text was taken for.
pub(crate) fn read_input(text: &str) -> Result<(Input, String), Error> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).trim_ascii();
    match parse(text) {
        // JSON that was made into a JSON string once more, or a userJWT in quotation marks.
        Ok(Value::Text(inner)) => read_unquoted(inner.trim_ascii()),
        _ => read_unquoted(text),
    }
}

fn read_unquoted(text: &str) -> Result<(Input, String), Error> {
    if text.starts_with('{') {
        return Ok(token_in(&read_object("input", text)?)?);
    }
    let user_jwt = bare(text);
    if user_jwt.starts_with("eyJ") || dots(&user_jwt) == 2 {
        return Ok((Input::UserJwt, around(&user_jwt)));
    }
    let rule = match text.bytes().next() {
        None => "The input is empty. Give the object that the widget was given, or the userJWT alone.",
        Some(b'<') => "The input is HTML, not a token. Check the address that it came from.",
        _ => {
            "The input is neither a token nor a userJWT. Give the object that the widget was given, or the userJWT alone."
        }
    };
    Err(Problem::of(Code::NotAnObject, "input", &[rule]).into())
}

/// How many dots are in a text. A userJWT has two.
pub(crate) fn dots(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'.').count()
}

/// The token in an object.
fn token_in(object: &Object<'_>) -> Result<(Input, String), Problem> {
    if object.get("error").is_some() && object.get("userId").is_none() {
        let rule = [
            "The input is the endpoint's error",
            &error_code(object),
            ", not a token. Read its message, which says why there is no token.",
        ];
        return Err(Problem::of(Code::NotAnObject, "input", &rule));
    }
    if let Some(inner @ Value::Object(_)) = object.get("initToken") {
        return Ok((Input::InitToken, inner.to_json()));
    }
    if let Some(inner @ Value::Object(_)) = object.get("token") {
        return Ok((Input::Answer, inner.to_json()));
    }
    if let Some(inner @ Value::Object(signatures)) = object.get("signatures") {
        let of = |name: &str| signatures.iter().find(|(known, _)| known == name).map(|(_, value)| value);
        return Ok(match (of("userId"), of("userJWT").and_then(Value::as_text)) {
            (None, Some(user_jwt)) => (Input::Answer, around(user_jwt)),
            _ => (Input::Answer, inner.to_json()),
        });
    }
    Ok(match object.text_of("userJWT") {
        Some(user_jwt) if object.members().len() == 1 => (Input::UserJwt, around(&bare(user_jwt))),
        _ => (Input::Token, object.text().to_owned()),
    })
}

/// The code of an endpoint's error, with a space before it, if it has one.
fn error_code(object: &Object<'_>) -> String {
    let Some(Value::Object(error)) = object.get("error") else { return String::new() };
    let code = error.iter().find(|(name, _)| name == "code").and_then(|(_, value)| value.as_text());
    code.map_or_else(String::new, |code| [" ", shown(code)].concat())
}

/// A userJWT without what often stands around it: `Bearer`, quotation marks, line breaks, a comma.
fn bare(text: &str) -> String {
    let text = text.strip_prefix("Bearer ").unwrap_or(text);
    let text = text.strip_suffix("\\n").unwrap_or(text);
    text.chars()
        .filter(|character| character.is_ascii_graphic() && !matches!(character, '"' | '\'' | '`' | ',' | ';'))
        .collect()
}

/// The least token around a userJWT: the fields that the userJWT signs itself.
fn around(user_jwt: &str) -> String {
    let mut members = Members::new();
    let jws = Compact::parse(user_jwt);
    if let Ok(claims) = jws.as_ref().map_err(Clone::clone).and_then(Compact::claims) {
        members.extend(claims.members().iter().filter(|(name, _)| FIELDS.contains(&name.as_ref())).cloned());
    }
    members.push(("userJWT".into(), Value::Text(user_jwt.into())));
    Value::Object(members).to_json()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inputs_are_displayed_as_their_names() {
        let inputs = [Input::Token, Input::Answer, Input::InitToken, Input::UserJwt];
        assert_eq!(inputs.map(|input| input.to_string()), ["token", "answer", "init_token", "user_jwt"]);
    }
}
