//! What the fuzz targets hold the crate against: the rules written once more, on `serde_json` and `hmac` alone.

pub mod json;
pub mod login;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use fogbender_token::{Error, ExplainOptions, Explanation, Secret, SignatureType, Signer, Verdict, VerifyOptions};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::de::IgnoredAny;
use serde_json::{Map, Value};
use sha2::Sha256;

pub const SECRET: &str = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
pub const WIDGET_ID: &str = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
pub const HEADER: &str = r#"{"alg":"HS256","typ":"JWT"}"#;
pub const NOW: u32 = 1_700_000_000;
pub const FIELDS: [&str; 6] = ["userId", "customerId", "customerName", "userEmail", "userName", "userAvatarUrl"];

pub fn signer() -> Signer {
    Signer::new(Secret::new(SECRET).unwrap())
}

pub fn at(seconds: u32) -> VerifyOptions {
    VerifyOptions::new().now(u64::from(seconds))
}

pub fn for_type(signature_type: SignatureType) -> ExplainOptions {
    ExplainOptions::new().now(u64::from(NOW)).signature_type(signature_type)
}

pub fn mac(message: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

/// Header and payload in base64url, with the dot between them.
pub fn signing_input(header: &str, payload: &str) -> String {
    [header, payload].map(|part| URL_SAFE_NO_PAD.encode(part)).join(".")
}

/// The one userJWT over these bytes: a fuzzer cannot guess an HMAC, so the targets sign for it.
pub fn jws(header: &str, payload: &str) -> String {
    let input = signing_input(header, payload);
    let signature = URL_SAFE_NO_PAD.encode(mac(input.as_bytes()));
    format!("{input}.{signature}")
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

/// The fields that the widget's `checkToken` finds wrong.
pub fn widget_refuses(token: &Map<String, Value>) -> Vec<&'static str> {
    let no_text = |name: &&&str| !token.get(**name).is_some_and(Value::is_string);
    let optional = ["userAvatarUrl", "widgetKey", "userJWT", "userHMAC", "userPaseto", "visitorKey"];
    let mut wrong: Vec<&str> = optional
        .iter()
        .filter(no_text)
        .filter(|name| token.get(**name).is_some_and(|value| !value.is_null()))
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

/// An explanation has reasons if and only if the login ends, and is JSON.
pub fn assert_explains(told: &Explanation) {
    assert_eq!(matches!(told.verdict, Verdict::Refused | Verdict::Crashes), !told.reasons.is_empty());
    let json = told.to_json();
    assert!(object(&json).is_some(), "{json}");
    assert_discreet(&json);
}

/// Tells neither the secret nor a signature: no word is as long as one.
pub fn assert_discreet(message: &str) {
    let is_of_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+' | '/');
    for word in message.split(|c| !is_of_word(c)) {
        // A text of a token is shown up to its 40th character, unless it could be a secret.
        let mixed = |kind: fn(&u8) -> bool| word.as_bytes().iter().any(kind);
        let is_plain = !mixed(u8::is_ascii_uppercase) || !mixed(u8::is_ascii_lowercase) || !mixed(u8::is_ascii_digit);
        assert!(word.len() < SECRET.len() || (word.len() <= 40 && is_plain), "{message}");
    }
}
