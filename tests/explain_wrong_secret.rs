//! The ways in which a secret goes wrong: each has a hint, and only the one that made the signature is named.
#![cfg(feature = "sign")]

mod common;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use common::{
    HEADER, SECRET, WIDGET_ID, as_of_now, assert_accepted, assert_refused, claims, explain, hints, jws, signer,
    signer_with, token,
};
use fogbender_token::{Code, Explanation, explain_with};
use serde_json::Value;

const ANOTHER_SECRET: &str = "cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ";

fn token_signed_with(key: impl AsRef<[u8]>) -> Value {
    token("userJWT", &jws(HEADER, &claims().to_string(), key))
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
    let told = padded.explain(&token_signed_with(secret).to_string(), &as_of_now()).unwrap();
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

/// Quoted text is no [`Secret`](fogbender_token::Secret), but quoted bytes are.
#[test]
fn secret_quoted_when_the_explainer_kept_the_quotation_marks() {
    let secret = [0xff; 32];
    for quote in [b"\"", b"'"] {
        let quoted = signer_with([quote, &secret[..], quote].concat());
        let told = quoted.explain(&token_signed_with(secret).to_string(), &as_of_now()).unwrap();
        assert_wrong_key(&told, "secret_quoted");
    }
}

#[test]
fn secret_encoded_when_the_32_characters_were_encoded_once_more() {
    assert_wrong_key(&explain(&token_signed_with(STANDARD.encode(SECRET))), "secret_encoded");
    // In base64, this one has both characters that base64url writes otherwise.
    let secret = "???>>>".repeat(6);
    let encoded = STANDARD.encode(&secret);
    assert!(encoded.contains('/') && encoded.contains('+'), "{encoded}");
    let told = signer_with(secret).explain(&token_signed_with(encoded).to_string(), &as_of_now()).unwrap();
    assert_wrong_key(&told, "secret_encoded");
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
    let explain = |token: Value| explain_with(&token.to_string(), &signers, &as_of_now()).unwrap();
    assert_wrong_key(&explain(token_signed_with(ANOTHER_SECRET)), "previous_secret");
    assert_wrong_key(&explain(token_signed_with([b'x'; 32])), "previous_secret");

    let told = explain(token_signed_with(SECRET));
    assert_accepted(&told);
    assert_eq!(hints(&told), [""; 0]);
}
