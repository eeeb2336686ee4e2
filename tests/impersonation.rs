//! Why Alice can't impersonate Bob, and when she can: she edits each field of a token that was signed for her, and each
//! character of its userJWT. What her edits do at Fogbender's login is in `login.rs`; here is what each field is told to be.
#![cfg(feature = "sign")]

mod common;

use common::{
    ALICE, ALICES_HMAC, WIDGET_KEY, alices_jwt, as_of_now, assert_accepted, assert_refused, claims, consequences,
    explain, signed, signer, token, with, without,
};
use fogbender_token::{Code, Coverage, Explanation, SignatureType, Verdict};
use serde_json::{Value, json};

/// Alice's `token`, one field at a time edited to Bob's.
fn edits(token: &Value) -> impl Iterator<Item = (&'static str, Explanation)> {
    ALICE.into_iter().map(|(name, _)| (name, explain(&with(token.clone(), name, "bob@netflix.com"))))
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

const ALL_BUT_USER_ID: [&str; 5] = [
    "unsigned_user_email",
    "unsigned_customer_id",
    "unsigned_customer_name",
    "unsigned_user_name",
    "unsigned_user_avatar_url",
];

#[test]
fn in_a_fully_signed_token_no_field_can_be_edited() {
    for (field, told) in edits(&token("userJWT", &alices_jwt())) {
        assert_refused(&told, &[(Code::FieldMismatch, field)]);
        assert_eq!(told.fields, fields(field, &ALICE.map(|(name, _)| name)));
        assert_eq!(consequences(&told), [""; 0], "{field}");
    }
}

#[test]
fn in_a_user_jwt_over_user_id_alone_every_other_field_can_be_edited() {
    for (field, told) in edits(&token("userJWT", &signed(&json!({ "userId": "U234328" })))) {
        let verdict = if field == "userId" { Verdict::Refused } else { Verdict::Accepted };
        assert_eq!((told.verdict, &told.fields), (verdict, &fields(field, &["userId"])));
        assert_eq!(consequences(&told), ALL_BUT_USER_ID, "{field}");
    }
}

#[test]
fn with_sub_every_field_but_user_id_can_be_edited_although_all_are_claims() {
    for (field, told) in edits(&token("userJWT", &signed(&with(claims(), "sub", "U234328")))) {
        if field == "userId" {
            assert_refused(&told, &[(Code::FieldMismatch, "userId")]);
            assert_eq!(told.field("userId"), Some(Coverage::Mismatch));
            assert_eq!(consequences(&told)[1..], ALL_BUT_USER_ID);
        } else {
            assert_accepted(&told);
            assert_eq!(told.fields, fields(field, &["userId"]));
            assert_eq!(consequences(&told)[0], "sub_signs_user_id_alone");
        }
    }
}

#[test]
fn with_widget_key_every_field_can_be_edited() {
    for (field, told) in edits(&token("widgetKey", WIDGET_KEY)) {
        assert_accepted(&told);
        assert_eq!(told.fields, fields(field, &[]));
        assert_eq!(consequences(&told), ["widget_key_published"], "{field}");
    }
}

#[test]
fn with_user_hmac_every_field_but_user_id_can_be_edited() {
    let options = as_of_now().signature_type(SignatureType::Hmac);
    for (field, _) in ALICE {
        let edited = with(token("userHMAC", ALICES_HMAC), field, "bob@netflix.com").to_string();
        let told = signer().explain(&edited, &options).unwrap();
        if field == "userId" {
            assert_refused(&told, &[(Code::SignatureMismatch, "userHMAC")]);
            assert_eq!(told.fields, fields(field, &[]));
            assert_eq!(consequences(&told), [""; 0]);
        } else {
            assert_accepted(&told);
            assert_eq!(told.fields, fields(field, &["userId"]));
            assert_eq!(consequences(&told)[0], "user_hmac_signs_user_id_alone");
            assert_eq!(consequences(&told)[1..], ALL_BUT_USER_ID, "{field}");
        }
    }
}

#[test]
fn a_wrong_signature_covers_nothing_and_lets_nobody_do_anything() {
    let told = explain(&token("userJWT", &common::jws(common::HEADER, &claims().to_string(), common::WIDGET_ID)));
    assert_refused(&told, &[(Code::SignatureMismatch, "userJWT")]);
    assert_eq!((told.fields.as_slice(), consequences(&told).len()), (&fields("", &[])[..], 0));
}

#[test]
fn a_picture_that_nobody_signed_can_be_added_and_a_signed_one_cannot_be_taken_away() {
    let signed_without = signed(&without(claims(), "userAvatarUrl"));
    let told = explain(&with(token("userJWT", &signed_without), "userAvatarUrl", "https://example.com/bob.png"));
    assert_accepted(&told);
    assert_eq!(told.field("userAvatarUrl"), Some(Coverage::Unsigned));
    assert_eq!(consequences(&told), ["unsigned_user_avatar_url"]);

    let told = explain(&without(token("userJWT", &alices_jwt()), "userAvatarUrl"));
    assert_refused(&told, &[(Code::FieldMismatch, "userAvatarUrl")]);
}

/// Alice has no picture, so no edit of hers can be seen; whoever writes one in is not stopped.
#[test]
fn a_field_that_neither_token_nor_user_jwt_has_has_no_coverage() {
    let token = without(token("userJWT", &signed(&without(claims(), "userAvatarUrl"))), "userAvatarUrl");
    let told = explain(&token);
    assert_eq!(told.field("userAvatarUrl"), None);
    assert_eq!(told.fields.len(), 5);
    assert_eq!(consequences(&told), ["unsigned_user_avatar_url"]);
}

/// Whoever holds the token can take its userToken out: what counts is the signature behind it.
#[test]
fn beside_a_user_token_the_user_jwt_says_what_is_signed() {
    let told = explain(&with(token("userJWT", &alices_jwt()), "userToken", "opaque"));
    assert_eq!(told.field("userEmail"), Some(Coverage::Signed));
    assert_eq!(consequences(&told), [""; 0]);

    let weak = token("userJWT", &signed(&json!({ "userId": "U234328" })));
    let told = explain(&with(weak, "userToken", "opaque"));
    assert_eq!(told.field("userEmail"), Some(Coverage::Unsigned));
    assert_eq!(consequences(&told)[0], "unsigned_user_email");
}

/// jwtk/jjwt#1031, PostgREST#2137: "I changed the last character and it still verifies".
#[test]
fn every_character_of_the_signature_counts_the_last_one_too() {
    let jwt = alices_jwt();
    let start = jwt.rfind('.').unwrap() + 1;
    let refused = |index: usize, other: &str| {
        let mut changed = jwt.clone();
        changed.replace_range(index..=index, other);
        explain(&token("userJWT", &changed)).verdict == Verdict::Refused
    };
    for (index, character) in jwt.char_indices().skip(start) {
        assert!(refused(index, if character == 'A' { "B" } else { "A" }), "{index}");
    }
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let others = alphabet.split_inclusive(|_| true).filter(|other| !jwt.ends_with(other));
    assert_eq!(others.filter(|other| refused(jwt.len() - 1, other)).count(), 63);
}

#[test]
fn a_signature_cut_short_anywhere_is_refused() {
    let jwt = alices_jwt();
    for length in jwt.rfind('.').unwrap()..jwt.len() {
        let told = explain(&token("userJWT", &jwt[..length]));
        assert_eq!((told.verdict, told.reasons.len()), (Verdict::Refused, 1), "{length}");
        assert!(told.fields.iter().all(|(_, coverage)| *coverage == Coverage::Unsigned), "{length}");
    }
}
