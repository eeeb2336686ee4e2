//! Why Alice can't impersonate Bob, and when she can: she edits each identity field of a token that was signed for her.
//!
//! An attack that succeeds is accepted here as by Fogbender, with the hint that says so.
#![cfg(feature = "sign")]

mod common;

use common::{
    ALICE, ALICES_HMAC, WIDGET_ID, WIDGET_KEY, alices_jwt, assert_accepted, assert_refused, claims, explain, hints,
    jws, signed, token, with, without,
};
use fogbender_token::{Code, Coverage, Explanation};
use serde_json::{Value, json};

/// Alice's `token`, one field at a time edited to Bob's.
fn edits(token: &Value) -> impl Iterator<Item = (&'static str, Explanation)> {
    ALICE.into_iter().map(|(name, _)| (name, explain(&with(token.clone(), name, "Bob's"))))
}

/// The coverage of all fields when only `covered` ones are, and `edited` is one that was changed.
fn fields(edited: &str, covered: &[&str]) -> Vec<(&'static str, Coverage)> {
    let coverage = |name| match covered.contains(&name) {
        true if name == edited => Coverage::Mismatch,
        true => Coverage::Signed,
        false => Coverage::Unsigned,
    };
    ALICE.map(|(name, _)| (name, coverage(name))).to_vec()
}

/// The message of the hint with this code.
fn hint<'a>(told: &'a Explanation, code: &str) -> &'a str {
    told.hints.iter().find(|hint| hint.code == code).map_or("", |hint| &hint.message)
}

#[test]
fn in_a_fully_signed_token_no_field_can_be_edited() {
    for (field, told) in edits(&token("userJWT", &alices_jwt())) {
        assert_refused(&told, &[(Code::FieldMismatch, field)]);
        assert_eq!(told.fields, fields(field, &ALICE.map(|(name, _)| name)));
        assert_eq!(hints(&told), [""; 0], "{field}");
    }
}

#[test]
fn in_a_jwt_over_user_id_alone_every_field_but_user_id_can_be_edited() {
    for (field, told) in edits(&token("userJWT", &signed(&json!({ "userId": "U234328" })))) {
        if field == "userId" {
            assert_refused(&told, &[(Code::FieldMismatch, "userId")]);
        } else {
            assert_accepted(&told);
            assert!(hint(&told, "unsigned_fields").contains(field), "{field}");
        }
        assert_eq!(told.fields, fields(field, &["userId"]));
        assert_eq!(hints(&told), ["unsigned_fields"], "{field}");
    }
}

#[test]
fn in_a_jwt_with_sub_every_field_but_user_id_can_be_edited_although_all_are_claims() {
    for (field, told) in edits(&token("userJWT", &signed(&with(claims(), "sub", "U234328")))) {
        if field == "userId" {
            assert_refused(&told, &[(Code::FieldMismatch, "userId")]);
        } else {
            assert_accepted(&told);
            assert!(hint(&told, "unsigned_fields").contains(field), "{field}");
        }
        assert_eq!(told.fields, fields(field, &["userId"]));
        assert_eq!(hints(&told), ["sub_only", "unsigned_fields"], "{field}");
    }
}

#[test]
fn in_a_token_with_widget_key_every_field_can_be_edited() {
    for (field, told) in edits(&token("widgetKey", WIDGET_KEY)) {
        assert_accepted(&told);
        assert_eq!(told.fields, fields(field, &[]));
        assert_eq!(hints(&told), ["widget_key_signs_nothing"], "{field}");
    }
}

#[test]
fn in_a_token_with_user_hmac_every_field_but_user_id_can_be_edited() {
    for (field, told) in edits(&token("userHMAC", ALICES_HMAC)) {
        if field == "userId" {
            assert_refused(&told, &[(Code::SignatureMismatch, "userHMAC")]);
            assert_eq!(told.fields, fields(field, &[]));
        } else {
            assert_accepted(&told);
            assert_eq!(told.fields, fields(field, &["userId"]));
        }
        assert_eq!(hints(&told), ["user_hmac_signs_user_id"], "{field}");
    }
}

#[test]
fn a_picture_that_nobody_signed_can_be_added_and_a_signed_one_cannot_be_taken_away() {
    let signed_without = signed(&without(claims(), "userAvatarUrl"));
    let told = explain(&with(token("userJWT", &signed_without), "userAvatarUrl", "https://example.com/bob.png"));
    assert_accepted(&told);
    assert_eq!(told.field("userAvatarUrl"), Some(Coverage::Unsigned));
    assert!(hint(&told, "unsigned_fields").contains("userAvatarUrl"));

    let told = explain(&without(token("userJWT", &alices_jwt()), "userAvatarUrl"));
    assert_refused(&told, &[(Code::FieldMismatch, "userAvatarUrl")]);
}

#[test]
fn all_of_bob_with_the_user_jwt_of_alice_is_refused_field_by_field() {
    let as_bob = ALICE.into_iter().fold(token("userJWT", &alices_jwt()), |token, (name, _)| with(token, name, "Bob's"));
    assert_refused(&explain(&as_bob), &ALICE.map(|(name, _)| (Code::FieldMismatch, name)));
}

#[test]
fn a_user_jwt_that_alice_signs_herself_is_refused() {
    let payload = with(claims(), "userId", "U999999").to_string();
    for key in ["", WIDGET_ID, WIDGET_KEY, ALICES_HMAC] {
        let jwt = jws(common::HEADER, &payload, key);
        let told = explain(&with(token("userJWT", &jwt), "userId", "U999999"));
        assert_refused(&told, &[(Code::SignatureMismatch, "userJWT")]);
    }
}

#[test]
fn a_token_without_any_signature_is_refused() {
    for token in [without(token("userJWT", ""), "userJWT"), with(token("userJWT", ""), "userJWT", Value::Null)] {
        let told = explain(&token);
        assert_refused(&told, &[(Code::SignatureMissing, "userJWT")]);
        assert_eq!(told.fields, fields("", &[]));
    }
}
