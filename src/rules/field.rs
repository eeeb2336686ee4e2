//! What a single field must be.

use super::{FIELDS, OPTIONAL_FIELD};
use crate::error::{Code, Problem, add, shown};
use crate::json::{Object, Value};

/// The problems with the fields of an identity or a user token. With `partial`, only `userId` must be there.
pub(crate) fn check_fields(fields: &Object<'_>, partial: bool, problems: &mut Vec<Problem>) {
    for (place, name) in FIELDS.into_iter().enumerate() {
        match fields.get(name) {
            Some(Value::Text(text)) if is_usual(place, text.as_bytes()) => {}
            Some(value) => add(problems, field_problem(name, value)),
            None => {
                let is_optional = name == OPTIONAL_FIELD || (partial && name != "userId");
                add(problems, (!is_optional).then(|| missing(name)));
            }
        }
    }
}

/// Whether a field is right at first sight, as nearly every one is. The others are looked at closely.
#[inline]
fn is_usual(place: usize, text: &[u8]) -> bool {
    let Some(first) = text.first() else { return false };
    match FIELDS[place] {
        "userId" | "customerId" => !b"[Nnuv".contains(first) && text.iter().all(u8::is_ascii_graphic),
        "userEmail" => first.is_ascii_graphic() && text.contains(&b'@'),
        _ => first.is_ascii_alphanumeric(),
    }
}

/// The problem with a field that must be text, if there is one.
pub(crate) fn check_text(fields: &Object<'_>, name: &str, problems: &mut Vec<Problem>) {
    add(problems, fields.get(name).map_or_else(|| Some(missing(name)), |value| text_problem(name, value)));
}

/// The problem with a required field that is not there.
fn missing(name: &str) -> Problem {
    Problem::of(Code::FieldMissing, name, &[name, " is required and absent.", advice(name)])
}

/// The problem with one of the six fields: not text, or text that Fogbender's login cannot take or would misread. A picture
/// may be null.
fn field_problem(name: &str, value: &Value<'_>) -> Option<Problem> {
    let text = match value {
        Value::Text(text) => text,
        Value::Null if name == OPTIONAL_FIELD => return None,
        _ => return text_problem(name, value),
    };
    if matches!(name, "userId" | "customerId")
        && let Some(rule) = unresolved(text)
    {
        return Some(Problem::of(Code::FieldUnresolved, name, &[name, rule, advice(name)]));
    }
    let (code, rule) = match name {
        _ if text.is_empty() => return text_problem(name, value),
        "userId" if text.starts_with("visitor-") => {
            (Code::FieldReserved, " begins with visitor-, which marks a visitor at Fogbender.")
        }
        "customerName" if text.starts_with("$Cust_Internal_") || text.starts_with("$Cust_External_") => {
            (Code::FieldReserved, " begins with $Cust_Internal_ or $Cust_External_, which Fogbender keeps for itself.")
        }
        "userEmail" if !text.bytes().any(|byte| byte == b'@') => {
            (Code::FieldInvalid, " has no @, and Fogbender's login crashes on it.")
        }
        _ if text.bytes().all(|byte| byte.is_ascii_whitespace()) => (Code::FieldEmpty, " is blank."),
        _ => return None,
    };
    Some(Problem::of(code, name, &[name, rule, advice(name)]))
}

/// Why an id cannot be anybody's, if it cannot.
fn unresolved(id: &str) -> Option<&'static str> {
    match id {
        _ if matches!(id.trim_ascii(), "undefined" | "null" | "NaN")
            || (id.starts_with("[object ") && id.ends_with(']')) =>
        {
            Some(" is the text of a value that was missing.")
        }
        // Letters and digits, as nearly every id has, need no closer look.
        _ if id.bytes().all(|byte| byte.is_ascii_graphic()) => None,
        _ if id.chars().all(char::is_whitespace) => Some(" is blank."),
        _ if id.chars().any(char::is_control) => Some(" has a control character, such as a line break."),
        _ => None,
    }
}

/// The problem with a value that must be text and not empty, if there is one.
pub(crate) fn text_problem(name: &str, value: &Value<'_>) -> Option<Problem> {
    let name = shown(name);
    let (code, rule) = match value {
        _ if value.is_ill_formed() => (
            Code::FieldNotWellFormed,
            " holds half a character (a lone surrogate). Perhaps the text was cut in the middle of an emoji.",
        ),
        Value::Text(text) if text.is_empty() => (Code::FieldEmpty, " is the empty string."),
        Value::Text(_) => return None,
        _ => {
            let way_out = if matches!(value, Value::Number(_)) { " Turn the number into text." } else { advice(name) };
            let message = &[name, " must be a string, and it is ", value.kind(), ".", way_out];
            return Some(Problem::of(Code::FieldNotString, name, message));
        }
    };
    Some(Problem::of(code, name, &[name, rule, advice(name)]))
}

/// What to do about a field that is wrong: a sentence with a space before it.
pub(crate) fn advice(name: &str) -> &'static str {
    match name {
        "userId" => " Give the id that your own sign-in has for the user.",
        "customerId" => " Give the id that your application has for the user's company.",
        "customerName" => " Give the company's name, or its id if you do not know the name.",
        "userEmail" => " Give the verified email that your own sign-in has for the user.",
        "userName" => " Give the user's name, or her email if you do not know the name.",
        "userAvatarUrl" => " Leave it out if there is no picture.",
        "widgetId" | "widgetKey" => " Copy it from Fogbender's settings.",
        "visitorKey" => " Give the one that Fogbender made for the visitor.",
        _ => " Give a text, or leave it out.",
    }
}
