//! What the fuzz targets hold the crate against: the rules written once more, on `serde_json` and `hmac` alone.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use fogbender_token::{Error, Explanation, Secret, Signer, Verdict, VerifyOptions};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::de::IgnoredAny;
use serde_json::{Map, Value};
use sha2::Sha256;

pub const SECRET: &str = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
pub const WIDGET_ID: &str = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
pub const HEADER: &str = r#"{"alg":"HS256","typ":"JWT"}"#;
pub const NOW: u32 = 1_700_000_000;
pub const FIELDS: [&str; 6] = ["customerId", "customerName", "userId", "userEmail", "userName", "userAvatarUrl"];

pub fn signer() -> Signer {
    Signer::new(Secret::new(SECRET).unwrap())
}

pub fn at(seconds: u32) -> VerifyOptions {
    VerifyOptions::new().now(seconds.into())
}

/// Header and payload in base64url, with the dot between them.
pub fn signing_input(header: &str, payload: &str) -> String {
    [header, payload].map(|part| URL_SAFE_NO_PAD.encode(part)).join(".")
}

/// The one userJWT over these bytes: a fuzzer cannot guess an HMAC, so the targets sign for it.
pub fn jws(header: &str, payload: &str) -> String {
    let input = signing_input(header, payload);
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(input.as_bytes());
    format!("{input}.{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
}

/// A JSON object as most parsers read it: of equal names the last one counts.
pub fn object(text: &str) -> Option<Map<String, Value>> {
    serde_json::from_str(text).ok()
}

/// Whether `text` is one JSON object by RFC 8259's grammar; lone surrogates and huge numbers are in it.
pub fn is_object(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok() && text.trim_start().starts_with('{')
}

/// Whether a value is within the limits of 256 names and 32 levels.
pub fn fits(object: &Map<String, Value>) -> bool {
    fn fits(value: &Value, levels: usize) -> bool {
        match value {
            Value::Array(items) => levels > 0 && items.iter().all(|item| fits(item, levels - 1)),
            Value::Object(members) => {
                levels > 0 && members.len() <= 256 && members.values().all(|member| fits(member, levels - 1))
            }
            _ => true,
        }
    }
    object.len() <= 256 && object.values().all(|member| fits(member, 31))
}

/// The text of a field.
pub fn text<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    object.get(name).and_then(Value::as_str)
}

/// How Fogbender's backend compares a token with the claims of a userJWT whose signature is right.
pub fn backend_accepts(token: &Map<String, Value>, claims: &Map<String, Value>) -> bool {
    if let Some(sub) = claims.get("sub") {
        return sub.is_string() && Some(sub) == token.get("userId");
    }
    let present = |name: &str| claims.get(name).filter(|claim| !claim.is_null());
    present("userId").is_some()
        && FIELDS
            .iter()
            .all(|name| present(name).is_none_or(|claim| claim.is_string() && Some(claim) == token.get(*name)))
}

/// The fields that the published widget's `checkToken` finds wrong.
pub fn widget_refuses(token: &Map<String, Value>) -> Vec<&'static str> {
    let no_text = |name: &&&str| !token.get(**name).is_some_and(Value::is_string);
    let optional = ["userAvatarUrl", "widgetKey", "userJWT", "userHMAC", "userPaseto", "visitorKey"];
    let mut wrong: Vec<&str> = optional
        .iter()
        .filter(no_text)
        .filter(|name| token.get(**name).is_some_and(|v| !v.is_null()))
        .copied()
        .collect();
    let required: &[&str] = if token.contains_key("userId") {
        let truthy = |name| text(token, name).is_some_and(|text| !text.is_empty());
        if !["userJWT", "userHMAC", "userPaseto", "widgetKey"].into_iter().any(truthy) {
            wrong.push("userJWT");
        }
        &["widgetId", "customerId", "customerName", "userId", "userEmail", "userName"]
    } else if token.contains_key("visitor") {
        &["widgetId", "visitorKey"]
    } else {
        &["widgetId", "widgetKey"]
    };
    wrong.extend(required.iter().filter(no_text));
    wrong
}

/// The input of the targets that take a token: its JSON text, or that and, in the next line, what its userJWT signs.
pub fn token_and_payload(input: &str) -> (String, Option<&str>) {
    let Some((token, payload)) = input.split_once('\n') else { return (input.to_owned(), None) };
    let Some(mut token) = object(token) else { return (input.to_owned(), None) };
    token.insert("userJWT".to_owned(), jws(HEADER, payload).into());
    (Value::Object(token).to_string(), Some(payload))
}

/// An error has a problem to tell.
pub fn assert_tells(error: &Error) {
    assert!(!error.problems().is_empty());
    assert_discreet(&error.to_string());
}

/// An explanation has reasons if and only if it refuses, and is JSON.
pub fn assert_explains(told: &Explanation) {
    assert_eq!(told.verdict == Verdict::Refused, !told.reasons.is_empty());
    let json = told.to_json();
    assert!(object(&json).is_some(), "{json}");
    assert_discreet(&json);
}

/// Tells neither the secret nor a signature: no word is as long as one.
pub fn assert_discreet(message: &str) {
    let of_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+' | '/');
    assert!(message.split(|c| !of_word(c)).all(|word| word.len() < SECRET.len()), "{message}");
}
