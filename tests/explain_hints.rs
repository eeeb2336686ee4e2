//! Every hint that an explanation can give, each from the mistake that it names.
#![cfg(feature = "sign")]

mod common;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use common::{
    ALICES_HMAC, HEADER, NOW, SECRET, WIDGET_ID, WIDGET_KEY, alices_jwt, assert_accepted, assert_refused,
    assert_verdict, at_now, claims, explain, hints, jws, read, signed, signer, signer_with, token, with, without,
};
use fogbender_token::{Code, Explanation, Token, Verdict, VerifyOptions, explain_with};
use serde_json::{Value, json};

const ANOTHER_SECRET: &str = "cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ";

fn token_signed_with(key: impl AsRef<[u8]>) -> Value {
    token("userJWT", &jws(HEADER, &claims().to_string(), key))
}

fn explain_claims(claims: &Value) -> Explanation {
    explain(&token("userJWT", &signed(claims)))
}

/// The one reason is the signature, and the one hint says how it came about.
#[track_caller]
fn assert_wrong_key(told: &Explanation, hint: &str) {
    assert_refused(told, &[(Code::SignatureMismatch, "userJWT")]);
    assert_eq!(hints(told), [hint]);
}

#[test]
fn no_hint_is_a_guess() {
    assert_refused(&explain(&token_signed_with(ANOTHER_SECRET)), &[(Code::SignatureMismatch, "userJWT")]);
    assert_eq!(hints(&explain(&token_signed_with(ANOTHER_SECRET))), [""; 0]);
    assert_eq!(hints(&explain(&token_signed_with(SECRET))), [""; 0]);
}

#[test]
fn secret_padded_when_the_signer_kept_the_end_of_the_line() {
    for end in ["\n", "\r\n", " "] {
        assert_wrong_key(&explain(&token_signed_with([SECRET, end].concat())), "secret_padded");
    }
}

/// Padded text is no [`Secret`](fogbender_token::Secret), but padded bytes are.
#[test]
fn secret_padded_when_the_explainer_kept_the_end_of_the_line() {
    let secret = [0xff; 32];
    let padded = signer_with([&secret[..], b"\n"].concat());
    let told = padded.explain(&read(&token_signed_with(secret)), &at_now()).unwrap();
    assert_wrong_key(&told, "secret_padded");
}

#[test]
fn secret_quoted_when_the_environment_file_kept_the_quotation_marks() {
    for quote in ["\"", "'"] {
        assert_wrong_key(&explain(&token_signed_with([quote, SECRET, quote].concat())), "secret_quoted");
    }
}

#[test]
fn secret_decoded_when_the_24_bytes_were_the_key() {
    let decoded = STANDARD.decode(SECRET).unwrap();
    assert_eq!(decoded.len(), 24);
    assert_wrong_key(&explain(&token_signed_with(decoded)), "secret_decoded");
}

#[test]
fn secret_is_widget_id_when_the_two_were_swapped() {
    assert_wrong_key(&explain(&token_signed_with(WIDGET_ID)), "secret_is_widget_id");
}

#[test]
fn secret_unset_when_the_variable_was_empty_or_not_there() {
    for unset in ["", "undefined", "null"] {
        assert_wrong_key(&explain(&token_signed_with(unset)), "secret_unset");
    }
}

#[test]
fn previous_secret_when_a_rotation_has_not_reached_the_signer() {
    let signers = [signer(), signer_with([b'x'; 32]), signer_with(ANOTHER_SECRET)];
    let old = read(&token_signed_with(ANOTHER_SECRET));
    assert_wrong_key(&explain_with(&old, &signers, &at_now()).unwrap(), "previous_secret");

    let new = read(&token_signed_with(SECRET));
    let told = explain_with(&new, &signers, &at_now()).unwrap();
    assert_accepted(&told);
    assert_eq!(hints(&told), [""; 0]);
}

#[test]
fn other_algorithm_when_the_header_says_another() {
    for alg in ["none", "HS512", "RS256"] {
        let header = json!({ "alg": alg, "typ": "JWT" }).to_string();
        let told = explain(&token("userJWT", &jws(&header, &claims().to_string(), SECRET)));
        assert_refused(&told, &[(Code::JwtAlgNotAllowed, "userJWT")]);
        assert_eq!(hints(&told), ["other_algorithm"]);
    }
}

#[test]
fn user_id_number_when_it_was_not_made_a_string() {
    let told = explain_claims(&with(claims(), "userId", 234_328));
    assert_refused(&told, &[(Code::FieldMismatch, "userId")]);
    assert_eq!(hints(&told), ["user_id_number"]);
}

#[test]
fn sub_only_when_a_library_added_sub() {
    let told = explain_claims(&with(claims(), "sub", "U234328"));
    assert_accepted(&told);
    assert_eq!(hints(&told), ["sub_only", "unsigned_fields"]);
}

#[test]
fn unsigned_fields_names_those_and_only_those() {
    let told = explain_claims(&without(without(claims(), "customerId"), "userName"));
    assert_accepted(&told);
    assert_eq!(hints(&told), ["unsigned_fields"]);
    assert!(told.hints[0].message.contains(": customerId, userName. "), "{}", told.hints[0].message);
}

#[test]
fn visitor_jwt_when_the_claims_are_a_visitors() {
    let told = explain_claims(&with(claims(), "visitor", true));
    assert_accepted(&told);
    assert_eq!(hints(&told), ["visitor_jwt"]);
}

#[test]
fn time_hints_name_what_our_verifier_refuses_and_the_backend_does_not() {
    for (name, value, hint) in [
        ("exp", json!(NOW), "jwt_expired"),
        ("exp", json!((NOW + 3600) * 1000), "time_in_milliseconds"),
        ("nbf", json!(NOW * 1000), "time_in_milliseconds"),
        ("iat", json!(NOW * 1000), "time_in_milliseconds"),
        ("nbf", json!(NOW + 1), "jwt_not_yet_valid"),
        ("exp", json!("tomorrow"), "jwt_time_invalid"),
        ("nbf", json!(null), "jwt_time_invalid"),
        ("iat", json!(true), "jwt_time_invalid"),
    ] {
        let told = explain_claims(&with(claims(), name, value.clone()));
        assert_accepted(&told);
        assert_eq!(hints(&told), [hint], "{name}: {value}");
    }
}

#[test]
fn time_hints_keep_to_the_clock_and_its_tolerance() {
    let token = read(&token("userJWT", &signed(&with(with(claims(), "nbf", NOW + 5), "exp", NOW + 10))));
    let hinted = |options: VerifyOptions| {
        let told = signer().explain(&token, &options).unwrap();
        hints(&told).join(" ")
    };
    let at = |offset: f64| VerifyOptions::new().now(1_700_000_000.0 + offset);
    assert_eq!(hinted(at(4.0)), "jwt_not_yet_valid");
    assert_eq!(hinted(at(5.0)), "");
    assert_eq!(hinted(at(9.0)), "");
    assert_eq!(hinted(at(10.0)), "jwt_expired");
    assert_eq!(hinted(at(3.0).clock_tolerance_seconds(2.0)), "");
    assert_eq!(hinted(at(11.0).clock_tolerance_seconds(2.0)), "");
    assert_eq!(hinted(at(12.0).clock_tolerance_seconds(2.0)), "jwt_expired");
}

#[test]
fn widget_key_signs_nothing_in_user_and_fallback_tokens() {
    for token in [token("widgetKey", WIDGET_KEY), json!({ "widgetId": WIDGET_ID, "widgetKey": WIDGET_KEY })] {
        let told = explain(&token);
        assert_accepted(&told);
        assert_eq!(hints(&told), ["widget_key_signs_nothing"]);
    }
}

#[test]
fn widget_key_beside_a_user_jwt_that_decides() {
    let told = explain(&with(token("userJWT", &alices_jwt()), "widgetKey", WIDGET_KEY));
    assert_accepted(&told);
    assert_eq!(hints(&told), ["widget_key_beside"]);
    let told = explain(&with(token_signed_with(ANOTHER_SECRET), "widgetKey", WIDGET_KEY));
    assert_wrong_key(&told, "widget_key_beside");
}

#[test]
fn user_hmac_signs_user_id_and_nothing_else() {
    let told = explain(&token("userHMAC", ALICES_HMAC));
    assert_accepted(&told);
    assert_eq!(hints(&told), ["user_hmac_signs_user_id"]);
}

#[test]
fn paseto_not_checked_leaves_the_verdict_open() {
    let told = explain(&token("userPaseto", "v2.local.opaque"));
    assert_verdict(&told, Verdict::Unknown, &[]);
    assert_eq!(hints(&told), ["paseto_not_checked"]);
}

#[test]
fn visitor_token_leaves_the_verdict_open() {
    let told = explain(&json!({ "widgetId": WIDGET_ID, "visitor": true, "visitorKey": "opaque" }));
    assert_verdict(&told, Verdict::Unknown, &[]);
    assert_eq!(hints(&told), ["visitor_token"]);
}

/// What our own check refuses and Fogbender lets pass.
#[test]
fn form_hints_name_what_would_not_be_assembled_here() {
    let whole = token("userJWT", &alices_jwt());
    for (name, value, hint) in [
        ("widgetId", "not base64url!", "field_invalid"),
        ("userHMAC", "DA19", "field_invalid"),
        ("userPaseto", "", "field_empty"),
        ("tier", "gold", "field_unknown"),
    ] {
        let told = explain(&with(whole.clone(), name, value));
        assert_accepted(&told);
        assert_eq!(hints(&told), [hint], "{name}");
    }
    let lone_surrogate = whole.to_string().replacen('{', r#"{"userPaseto":"\ud800","#, 1);
    let token = Token::from_json(&lone_surrogate).unwrap();
    let told = signer().explain(&token, &at_now()).unwrap();
    assert_accepted(&told);
    assert_eq!(hints(&told), ["field_not_well_formed"]);
}

#[test]
fn without_the_secret_the_one_hint_is_that_the_signature_was_not_checked() {
    for key in ["", "undefined", WIDGET_ID, SECRET] {
        let told = fogbender_token::explain(&read(&token_signed_with(key)), &at_now()).unwrap();
        assert_verdict(&told, Verdict::Unknown, &[]);
        assert_eq!(hints(&told), ["signature_not_checked"]);
    }
}
