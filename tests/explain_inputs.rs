//! What people paste when they ask why a token was refused, and what it is taken for.
#![cfg(feature = "sign")]
#![expect(clippy::unwrap_used, reason = "an input that is not explained must end the test")]

mod common;

use common::{
    ALICE, WIDGET_ID, alices_jwt, as_of_now, assert_accepted, assert_refused, assert_verdict, claims, hints, jws,
    signed, signer, token, with, without,
};
use fogbender_token::{Code, Coverage, Error, Explanation, Input, Verdict};
use serde_json::json;

fn explain(input: &str) -> Explanation {
    signer().explain(input, &as_of_now()).unwrap()
}

fn refuse(input: &str) -> Error {
    signer().explain(input, &as_of_now()).unwrap_err()
}

#[test]
fn a_token_with_whitespace_or_a_byte_order_mark_around_it() {
    let token = token("userJWT", &alices_jwt()).to_string();
    for input in [token.clone(), format!("\u{feff}{token}\n"), format!("\r\n\t {token} ")] {
        let told = explain(&input);
        assert_eq!(told.input, Input::Token);
        assert_accepted(&told);
    }
}

#[test]
fn a_token_that_was_made_into_a_json_string_once_more() {
    let token = token("userJWT", &alices_jwt()).to_string();
    let told = explain(&json!(token).to_string());
    assert_eq!(told.input, Input::Token);
    assert_accepted(&told);
    let told = explain(&json!(json!({ "token": token_of_alice() }).to_string()).to_string());
    assert_eq!(told.input, Input::Answer);
    assert_accepted(&told);
}

fn token_of_alice() -> serde_json::Value {
    token("userJWT", &alices_jwt())
}

#[test]
fn an_endpoints_whole_answer() {
    let signatures = json!({ "userJWT": alices_jwt() });
    let told = explain(&json!({ "signatures": signatures, "token": token_of_alice() }).to_string());
    assert_eq!(told.input, Input::Answer);
    assert_accepted(&told);
    let edited = with(token_of_alice(), "userId", "U999999");
    let told = explain(&json!({ "token": edited, "signatures": signatures }).to_string());
    assert_refused(&told, &[(Code::FieldMismatch, "userId")]);
}

#[test]
fn an_endpoints_answer_of_signatures_alone_is_a_user_jwt_alone() {
    let told = explain(&json!({ "signatures": { "userJWT": alices_jwt() }, "widgetId": WIDGET_ID }).to_string());
    assert_eq!(told.input, Input::Answer);
    assert_accepted(&told);
    assert_eq!(hints(&told), ["user_jwt_alone"]);
}

/// The real `/signatures` answers with the whole body beside the signatures.
#[test]
fn fogbenders_own_answer_has_the_claims_beside_the_signatures() {
    let answer = with(claims(), "userJWT", alices_jwt());
    let told = explain(&json!({ "token": answer, "signatures": answer }).to_string());
    assert_eq!(told.input, Input::Answer);
    assert_accepted(&told);
    let told = explain(&json!({ "signatures": with(answer, "widgetId", WIDGET_ID) }).to_string());
    assert_eq!((told.input, told.steps.last().unwrap().stage.as_str()), (Input::Answer, "account"));
}

#[test]
fn the_message_to_the_widgets_frame() {
    let told = explain(&json!({ "env": null, "initToken": token_of_alice(), "mode": "light" }).to_string());
    assert_eq!(told.input, Input::InitToken);
    assert_accepted(&told);
}

#[test]
fn a_user_jwt_alone_with_what_often_stands_around_it() {
    let jwt = alices_jwt();
    let (before, after) = jwt.split_at(80);
    for input in [
        jwt.clone(),
        format!("{jwt}\n"),
        format!("  {jwt}\r\n"),
        format!("Bearer {jwt}"),
        format!("\"{jwt}\""),
        format!("'{jwt}'"),
        format!("`{jwt}`"),
        format!("\"{jwt}\","),
        format!("'{jwt}';"),
        format!("{before}\n{after}"),
        format!("{before}\r\n    {after}"),
        format!("{jwt}\\n"),
        format!("\"Bearer {jwt}\""),
        json!({ "userJWT": jwt }).to_string(),
        json!({ "userJWT": format!("Bearer {jwt}\n") }).to_string(),
    ] {
        let told = explain(&input);
        assert_eq!(told.input, Input::UserJwt, "{input}");
        assert_accepted(&told);
        assert_eq!(hints(&told), ["user_jwt_alone"], "{input}");
        assert_eq!(told.fields, ALICE.map(|(name, _)| (name, Coverage::Signed)), "{input}");
        assert_eq!(told.steps.last().unwrap().stage.as_str(), "claims");
    }
}

#[test]
fn a_user_jwt_alone_is_refused_for_what_is_in_it() {
    let told = explain(&signed(&without(claims(), "userId")));
    assert_eq!(told.input, Input::UserJwt);
    assert_refused(&told, &[(Code::FieldMissing, "userId")]);
    let told = explain(&jws(common::HEADER, "{}", WIDGET_ID));
    assert_refused(&told, &[(Code::SignatureMismatch, "userJWT")]);
    let told = explain("eyJhbGciOiJIUzI1NiJ9");
    assert_eq!(told.input, Input::UserJwt);
    assert_refused(&told, &[(Code::JwtMalformed, "userJWT")]);
    let told = explain("not.a.jwt");
    assert_eq!((told.input, told.verdict), (Input::UserJwt, Verdict::Refused));
}

#[test]
fn a_user_jwt_of_another_service_is_named_by_its_issuer() {
    let told = explain(&signed(&json!({ "iss": "https://clerk.example.com", "userId": "U1" })));
    assert_accepted(&told);
    assert_eq!(hints(&told), ["user_jwt_alone", "foreign_jwt"]);
}

#[test]
fn without_the_secret_a_user_jwt_alone_is_open() {
    let told = fogbender_token::explain(&alices_jwt(), &as_of_now()).unwrap();
    assert_verdict(&told, Verdict::Unknown, &[]);
    assert_eq!(hints(&told), ["user_jwt_alone", "signature_not_checked"]);
}

#[test]
fn a_token_with_a_field_of_its_own_named_token_or_error_is_a_token() {
    for (name, value) in
        [("token", json!("text")), ("initToken", json!(1)), ("signatures", json!(null)), ("error", json!({}))]
    {
        let told = explain(&with(token_of_alice(), name, value).to_string());
        assert_eq!(told.input, Input::Token, "{name}");
        assert_accepted(&told);
    }
    let two = json!({ "userJWT": alices_jwt(), "userId": "U234328" });
    assert_eq!(explain(&two.to_string()).input, Input::Token);
}

#[test]
fn an_endpoints_error_is_said_to_be_one() {
    let errors = [
        (
            json!({ "error": { "code": "secret_empty", "message": "" } }),
            "the endpoint's error secret_empty, not a token",
        ),
        (json!({ "error": { "code": "\u{1b}[31m" } }), "the endpoint's error (an unprintable name), not a token"),
        (json!({ "error": "no session" }), "the endpoint's error, not a token"),
    ];
    for (error, told) in errors {
        let refusal = refuse(&error.to_string());
        assert_eq!(refusal.code(), Code::NotAnObject);
        assert!(refusal.to_string().contains(told), "{refusal}");
    }
}

#[test]
fn what_holds_no_token_is_refused_and_not_shown() {
    let neither =
        ["undefined", "[object Object]", "[]", "42", "\"hello\"", "a.b"].map(|input| (input, "neither a token"));
    let others =
        [("", "is empty"), (" ", "is empty"), ("\"\"", "is empty"), ("<!doctype html>", "is HTML, not a token")];
    for (input, told) in neither.into_iter().chain(others) {
        let refusal = refuse(input);
        assert_eq!(refusal.code(), Code::NotAnObject, "{input}");
        assert!(refusal.to_string().contains(told), "{refusal}");
    }
    assert_eq!(refuse("{").code(), Code::NotAnObject);
    assert_eq!(refuse(r#"{"userId":"U1","userId":"U2"}"#).code(), Code::NameRepeated);
    assert_eq!(refuse(r#"{"token":{"userId":"U1","userId":"U2"}}"#).code(), Code::NameRepeated);
}
