//! The seed's Alice, her workspace, and userJWTs that our own signer refuses to make.
#![allow(dead_code, reason = "every test crate uses its own part of this")]
#![expect(clippy::expect_used, reason = "a fixture that is wrong must end the test")]

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use fogbender_token::{
    Code, ExplainOptions, Explanation, Identity, Secret, SignOptions, Signer, Token, Verdict, VerifyOptions,
};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::Value;
use sha2::Sha256;

/// The first vector's secret, with the two signatures below that the vectors give for it.
pub(crate) const SECRET: &str = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
pub(crate) const WIDGET_KEY: &str = "fb846f138d571ea616a";
pub(crate) const ALICES_HMAC: &str = "da19db6b8517fa15bbfeacdd73738acb7663cba9fb309c0a715f08ee361d0b68";

pub(crate) const WIDGET_ID: &str = "dzAwNjg4NDY0NjI4NzgyNDY5MTIw";
pub(crate) const HEADER: &str = r#"{"alg":"HS256","typ":"JWT"}"#;
pub(crate) const NOW: u64 = 1_700_000_000;

/// The identity fields in the order in which they are signed.
pub(crate) const ALICE: [(&str, &str); 6] = [
    ("userId", "U234328"),
    ("customerId", "C256434"),
    ("customerName", "Netflix"),
    ("userEmail", "alice@netflix.com"),
    ("userName", "Alice Chesterton"),
    ("userAvatarUrl", "https://example.com/alice.png"),
];

pub(crate) fn alice() -> Identity {
    let [user_id, customer_id, customer_name, user_email, user_name, user_avatar_url] = ALICE.map(|(_, value)| value);
    Identity::new(user_id)
        .customer_id(customer_id)
        .customer_name(customer_name)
        .user_email(user_email)
        .user_name(user_name)
        .user_avatar_url(user_avatar_url)
}

pub(crate) fn signer_with(secret: impl AsRef<[u8]>) -> Signer {
    Signer::new(Secret::new(secret).expect("a secret of 32 bytes or more"))
}

pub(crate) fn signer() -> Signer {
    signer_with(SECRET)
}

/// The same userJWT every time, over all of Alice.
pub(crate) fn alices_jwt() -> String {
    signer().sign(&alice(), &SignOptions::new().without_issued_at()).expect("Alice can be signed")
}

pub(crate) fn at_now() -> VerifyOptions {
    VerifyOptions::new().now(NOW)
}

/// The same for an explanation.
pub(crate) fn as_of_now() -> ExplainOptions {
    ExplainOptions::new().now(NOW)
}

/// All of Alice's fields, as claims.
pub(crate) fn claims() -> Value {
    ALICE.into_iter().collect()
}

/// Alice's token with what stands for her identity in it.
pub(crate) fn token(signature: &str, value: &str) -> Value {
    with(with(claims(), "widgetId", WIDGET_ID), signature, value)
}

pub(crate) fn with(mut object: Value, name: &str, value: impl Into<Value>) -> Value {
    object[name] = value.into();
    object
}

pub(crate) fn without(mut object: Value, name: &str) -> Value {
    object.as_object_mut().expect("claims and tokens are objects").remove(name);
    object
}

pub(crate) fn hmac_sha256(key: &[u8], message: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of every length");
    mac.update(message);
    mac.finalize().into_bytes().into()
}

/// A compact serialization whose signature is HS256's, whatever its header says.
pub(crate) fn jws(header: &str, payload: &str, key: impl AsRef<[u8]>) -> String {
    let signing_input = signing_input(header, payload);
    let signature = URL_SAFE_NO_PAD.encode(hmac_sha256(key.as_ref(), signing_input.as_bytes()));
    [signing_input, signature].join(".")
}

pub(crate) fn signing_input(header: &str, payload: &str) -> String {
    [header, payload].map(|part| URL_SAFE_NO_PAD.encode(part)).join(".")
}

/// A userJWT over any claims at all.
pub(crate) fn signed(claims: &Value) -> String {
    jws(HEADER, &claims.to_string(), SECRET)
}

pub(crate) fn read(token: &Value) -> Token {
    Token::from_json(&token.to_string()).expect("an object is a token, good or bad")
}

pub(crate) fn explain(token: &Value) -> Explanation {
    signer().explain(&token.to_string(), &as_of_now()).expect("an object is explained, whatever it holds")
}

pub(crate) fn consequences(told: &Explanation) -> Vec<&str> {
    told.consequences.iter().map(|consequence| consequence.code).collect()
}

pub(crate) fn hints(told: &Explanation) -> Vec<&str> {
    told.hints.iter().map(|hint| hint.code).collect()
}

#[track_caller]
pub(crate) fn assert_accepted(told: &Explanation) {
    assert_verdict(told, Verdict::Accepted, &[]);
}

#[track_caller]
pub(crate) fn assert_refused(told: &Explanation, reasons: &[(Code, &str)]) {
    assert_verdict(told, Verdict::Refused, reasons);
}

#[track_caller]
pub(crate) fn assert_verdict(told: &Explanation, verdict: Verdict, reasons: &[(Code, &str)]) {
    let given: Vec<_> =
        told.reasons.iter().map(|problem| (problem.code, problem.field.as_deref().unwrap_or_default())).collect();
    assert_eq!((told.verdict, given.as_slice()), (verdict, reasons));
}
