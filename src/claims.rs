//! The rules for the claims of a userJWT, and for the fields of a token that stand for the same.

use crate::error::{Code, Problem, add, clipped};
use crate::json::{self, Members, Value};

/// The fields that name a user and her company, in the token's order.
pub(crate) const FIELDS: [&str; 6] = ["customerId", "customerName", "userId", "userEmail", "userName", "userAvatarUrl"];

/// The registered claims that say when a userJWT holds (RFC 7519 §4.1).
pub(crate) const TIMES: [&str; 3] = ["exp", "nbf", "iat"];

/// Reads `text` as a JSON object in which no name has two values; `what` it is, for the message.
pub(crate) fn read_object<'a>(what: &str, text: &'a str) -> Result<Members<'a>, Problem> {
    object(what, json::parse(text))
}

/// The same for text that js/values.js wrote.
#[cfg(feature = "js")]
pub(crate) fn read_given<'a>(what: &str, text: &'a str) -> Result<Members<'a>, Problem> {
    object(what, json::parse_given(text))
}

fn object<'a>(what: &str, read: Option<Value<'a>>) -> Result<Members<'a>, Problem> {
    let kind = match read {
        Some(Value::Object(members)) => {
            let Some(name) = json::repeated(&members) else { return Ok(members) };
            let rule = [" has a name twice with different values: ", clipped(name), "."].concat();
            return Err(Problem::of(Code::NameRepeated, name, &[what, &rule]));
        }
        Some(other) => other.kind(),
        None => "not JSON, or it has more than 256 names or 32 levels, or a number that no double holds",
    };
    Err(Problem::of(Code::NotAnObject, what, &[what, " must be an object, and it is ", kind, "."]))
}

/// The problems with claims that are to be signed: `userId` must be there, and everything must be text.
#[cfg(feature = "sign")]
pub(crate) fn check_to_sign(claims: &Members<'_>, problems: &mut Vec<Problem>) {
    check_text(claims, "userId", problems);
    if claims.len() > json::MAX_MEMBERS - TIMES.len() {
        let rule = "The identity has more than 253 claims: with the times, a verifier would not read them. Sign less.";
        problems.push(Problem::of(Code::TooLarge, "identity", &[rule]));
    }
    for (name, value) in claims {
        if TIMES.contains(&name.as_ref()) {
            let rule = " is not set as a claim: use issuedAt, notBeforeSeconds and expiresInSeconds.";
            problems.push(Problem::of(Code::FieldForbidden, name, &[name, rule]));
        } else if !is_filled(value) && name != "userId" {
            let of_identity = FIELDS.contains(&name.as_ref());
            add(problems, text_problem(name, value).filter(|found| of_identity || found.code != Code::FieldEmpty));
        }
        add(problems, forbidden(name));
    }
}

/// Whether a value is text that is not empty, as nearly every one is.
fn is_filled(value: &Value<'_>) -> bool {
    value.as_text().is_some_and(|text| !text.is_empty())
}

/// The problems with claims that were signed, by whomever: `userId` must be there, the identity must be text; claims that
/// Fogbender does not know may be anything.
pub(crate) fn check_signed(claims: &Members<'_>, problems: &mut Vec<Problem>) {
    check_text(claims, "userId", problems);
    for (name, value) in claims {
        if !is_filled(value) && name != "userId" && (FIELDS.contains(&name.as_ref()) || value.is_ill_formed()) {
            add(problems, text_problem(name, value).filter(|found| found.code != Code::FieldEmpty));
        }
        add(problems, forbidden(name));
    }
}

/// The problems with claims from which a token is assembled: all that it requires must be signed.
#[cfg(feature = "sign")]
pub(crate) fn check_complete(claims: &Members<'_>, problems: &mut Vec<Problem>) {
    for name in FIELDS {
        if !["userId", "userAvatarUrl"].contains(&name) && json::get(claims, name).is_none() {
            problems.push(missing(name));
        }
    }
}

/// The problem with a required text field, if there is one.
pub(crate) fn check_text(fields: &Members<'_>, name: &str, problems: &mut Vec<Problem>) {
    match json::get(fields, name) {
        None => problems.push(missing(name)),
        Some(value) => add(problems, text_problem(name, value)),
    }
}

fn missing(name: &str) -> Problem {
    Problem::of(Code::FieldMissing, name, &[name, " is required and absent.", advice(name)])
}

/// The problem with a value that must be non-empty, well-formed text, if there is one.
pub(crate) fn text_problem(name: &str, value: &Value<'_>) -> Option<Problem> {
    let shown = clipped(name);
    let (code, rule) = match value {
        _ if value.is_ill_formed() => {
            (Code::FieldNotWellFormed, " holds a lone surrogate: two different texts would become one.")
        }
        Value::Text(text) if text.is_empty() => (Code::FieldEmpty, " is the empty string."),
        Value::Text(_) => return None,
        _ => {
            let way_out = if matches!(value, Value::Number(_)) { ": wrap it in String(...)." } else { "." };
            let message = &[shown, " must be a string, and it is ", value.kind(), way_out, advice(name)];
            return Some(Problem::of(Code::FieldNotString, name, message));
        }
    };
    Some(Problem::of(code, name, &[shown, rule, advice(name)]))
}

fn advice(name: &str) -> &'static str {
    match name {
        "customerName" => " Give the company's name; if it is not known, its id.",
        "userEmail" => " Give the email that your own authentication has for the user.",
        "userName" => " If the name is not known, use the email.",
        "userAvatarUrl" => " If there is no picture, leave the field out.",
        "userId" => " Give the id that your own authentication has for the user.",
        "customerId" => " Give the id that your application has for the user's company.",
        _ => "",
    }
}

/// The problem with a claim that would change how Fogbender reads a userJWT.
fn forbidden(name: &str) -> Option<Problem> {
    let reason = match name {
        "sub" => "sub must not be in a userJWT: Fogbender would compare sub alone and ignore every other claim.",
        "visitor" => "visitor must not be in a userJWT: it marks a visitor's token, which Fogbender issues itself.",
        _ => return None,
    };
    Some(Problem::of(Code::FieldForbidden, name, &[reason]))
}
