//! What a token's other fields must look like.

use crate::error::{Code, Problem};
use crate::json::Value;

/// The problem with a field that is text and yet cannot be what its name says.
pub(crate) fn shape_problem(name: &str, value: &Value<'_>) -> Option<Problem> {
    let text = value.as_text().filter(|text| !text.is_empty())?;
    let (right, rule) = match name {
        "widgetId" => (
            text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')),
            " must be base64url. Copy it from Fogbender's settings, and never give the secret.",
        ),
        "userHMAC" => (is_hex(text, 64), " must be 64 hexadecimal digits. Copy it again, or sign with userJWT."),
        "widgetKey" => (
            is_hex(text, 19),
            " must be 19 hexadecimal digits. Copy it from Fogbender's settings, and never give the secret.",
        ),
        _ => return None,
    };
    (!right).then(|| Problem::about(Code::FieldInvalid, name, rule))
}

/// Whether a text is so many hexadecimal digits, in either case.
pub(crate) fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// The problem with a field that must be `true`. All but `visitor` may also be left out.
pub(crate) fn flag_problem(name: &str, value: &Value<'_>) -> Option<Problem> {
    let right = *value == Value::Bool(true) || (name != "visitor" && *value == Value::Null);
    (!right).then(|| Problem::of(Code::FieldInvalid, name, &[name, " must be true. Give true, or leave it out."]))
}

/// The problem with `versions`, which must be an object of strings.
pub(crate) fn versions_problem(value: &Value<'_>) -> Option<Problem> {
    let right = match value {
        Value::Object(versions) => {
            versions.iter().all(|(name, version)| name != "__proto__" && version.as_text().is_some())
        }
        other => *other == Value::Null,
    };
    (!right).then(|| {
        Problem::of(
            Code::FieldInvalid,
            "versions",
            &["versions must be an object of strings. Correct it, or leave it out."],
        )
    })
}
