//! "How the backend decides" (protocol.md), rule by rule and row by row: what `explain` says is what Fogbender does.
#![cfg(feature = "sign")]

mod common;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use common::{
    ALICE, HEADER, NOW, SECRET, alices_jwt, assert_accepted, assert_refused, assert_verdict, at_now, claims, explain,
    hints, jws, read, signed, signing_input, token, with, without,
};
use fogbender_token::{Code, Coverage, Explanation, Verdict};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha384;

fn explain_jwt(user_jwt: &str) -> Explanation {
    explain(&token("userJWT", user_jwt))
}

fn explain_signed(claims: &Value) -> Explanation {
    explain_jwt(&signed(claims))
}

/// Every field with the coverage that `of` gives it.
fn all(of: impl Fn(&str) -> Coverage) -> Vec<(&'static str, Coverage)> {
    ALICE.map(|(name, _)| (name, of(name))).to_vec()
}

fn all_but(odd: &str, its: Coverage) -> Vec<(&'static str, Coverage)> {
    all(|name| if name == odd { its } else { Coverage::Signed })
}

/// What is strictly equal to no text.
fn other_types() -> [Value; 5] {
    [json!(42), json!(true), json!(false), json!(["U234328"]), json!({ "id": "U234328" })]
}

#[test]
fn rule_1_hs256_with_the_secret_is_accepted() {
    let told = explain_jwt(&alices_jwt());
    assert_accepted(&told);
    assert_eq!(told.fields, all(|_| Coverage::Signed));
    assert_eq!(hints(&told), [""; 0]);
}

#[test]
fn rule_1_another_secret_is_refused() {
    let told = explain_jwt(&jws(HEADER, &claims().to_string(), "cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ"));
    assert_refused(&told, &[(Code::SignatureMismatch, "userJWT")]);
    assert_eq!(told.fields, all(|_| Coverage::Unsigned));
}

#[test]
fn rule_1_alg_none_is_refused() {
    for alg in ["none", "None", "NONE"] {
        let header = json!({ "alg": alg, "typ": "JWT" }).to_string();
        for jwt in [signing_input(&header, &claims().to_string()) + ".", jws(&header, &claims().to_string(), SECRET)] {
            let told = explain_jwt(&jwt);
            assert_refused(&told, &[(Code::JwtAlgNotAllowed, "userJWT")]);
            assert_eq!(told.fields, all(|_| Coverage::Unsigned), "{alg}");
            assert_eq!(hints(&told), ["other_algorithm"], "{alg}");
        }
    }
}

#[test]
fn rule_1_hs384_is_refused_although_its_own_signature_is_right() {
    let signing_input = signing_input(r#"{"alg":"HS384","typ":"JWT"}"#, &claims().to_string());
    let mut mac = Hmac::<Sha384>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(signing_input.as_bytes());
    let signature = URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes());
    let told = explain_jwt(&[signing_input, signature].join("."));
    assert_refused(&told, &[(Code::JwtAlgNotAllowed, "userJWT")]);
    assert_eq!(told.fields, all(|_| Coverage::Unsigned));
}

#[test]
fn rule_1_an_alg_that_is_not_hs256_is_refused_although_hs256_signed_it() {
    for header in [
        json!({ "alg": "HS384" }),
        json!({ "alg": "RS256" }),
        json!({ "alg": "hs256" }),
        json!({ "alg": ["HS256"] }),
        json!({ "alg": null }),
        json!({ "typ": "JWT" }),
    ] {
        let told = explain_jwt(&jws(&header.to_string(), &claims().to_string(), SECRET));
        assert_refused(&told, &[(Code::JwtAlgNotAllowed, "userJWT")]);
    }
}

#[test]
fn rule_1_hs256_under_another_header_is_accepted() {
    for header in [r#"{"typ":"JWT","alg":"HS256"}"#, r#"{ "alg": "HS256" }"#, r#"{"alg":"HS256","kid":"1"}"#] {
        assert_accepted(&explain_jwt(&jws(header, &claims().to_string(), SECRET)));
    }
}

#[test]
fn rule_1_trailing_and_leading_bytes_are_refused() {
    let jwt = alices_jwt();
    for (changed, code) in [
        (format!("{jwt}."), Code::JwtMalformed),
        (format!("{jwt}.AAAA"), Code::JwtMalformed),
        (format!("{jwt}\n"), Code::JwtNotBase64url),
        (format!("{jwt} "), Code::JwtNotBase64url),
        (format!("{jwt}="), Code::JwtNotBase64url),
        (format!("{jwt}\0"), Code::JwtNotBase64url),
        (format!(" {jwt}"), Code::JwtNotBase64url),
        (format!("Bearer {jwt}"), Code::JwtNotBase64url),
        (format!("{jwt}A"), Code::SignatureMismatch),
        (format!("{jwt}AA"), Code::JwtNotBase64url),
    ] {
        assert_refused(&explain_jwt(&changed), &[(code, "userJWT")]);
    }
}

#[test]
fn rule_1_a_signature_cut_short_is_refused() {
    let jwt = alices_jwt();
    let (signing_input, signature) = jwt.rsplit_once('.').unwrap();
    assert_refused(&explain_jwt(signing_input), &[(Code::JwtMalformed, "userJWT")]);
    for length in 0..signature.len() {
        let told = explain_jwt(&[signing_input, &signature[..length]].join("."));
        assert_eq!((told.verdict, told.reasons.len()), (Verdict::Refused, 1), "{length}");
        assert!(told.fields.iter().all(|(_, coverage)| *coverage == Coverage::Unsigned), "{length}");
    }
}

/// jwtk/jjwt#1031, PostgREST#2137: "I changed the last character and it still verifies".
#[test]
fn rule_1_every_character_of_the_signature_counts_the_last_one_too() {
    let jwt = alices_jwt();
    let start = jwt.rfind('.').unwrap() + 1;
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let refused = |index: usize, other: &str| {
        let mut changed = jwt.clone();
        changed.replace_range(index..=index, other);
        explain_jwt(&changed).verdict == Verdict::Refused
    };
    for (index, character) in jwt.char_indices().skip(start) {
        assert!(refused(index, if character == 'A' { "B" } else { "A" }), "{index}");
    }
    let last = jwt.len() - 1;
    let others = alphabet.split_inclusive(|_| true).filter(|other| !jwt.ends_with(other));
    assert_eq!(others.filter(|other| refused(last, other)).count(), 63);
}

#[test]
fn rule_1_a_payload_changed_after_signing_is_refused() {
    let (bobs, alices) = (with(claims(), "userId", "U999999"), alices_jwt());
    let signature = alices.rsplit_once('.').unwrap().1;
    let jwt = [&signing_input(HEADER, &bobs.to_string()), signature].join(".");
    let told = explain(&with(token("userJWT", &jwt), "userId", "U999999"));
    assert_refused(&told, &[(Code::SignatureMismatch, "userJWT")]);
    assert_eq!(told.fields, all(|_| Coverage::Unsigned));
}

#[test]
fn rule_1_a_payload_that_is_no_object_is_refused() {
    for payload in ["[]", "null", "42", r#""U234328""#, "", "{", "{} {}"] {
        let told = explain_jwt(&jws(HEADER, payload, SECRET));
        assert_refused(&told, &[(Code::JwtPayloadInvalid, "userJWT")]);
    }
}

#[test]
fn rule_1_nothing_is_accepted_without_the_secret() {
    let told = fogbender_token::explain(&read(&token("userJWT", &alices_jwt())), &at_now()).unwrap();
    assert_verdict(&told, Verdict::Unknown, &[]);
    let edited = with(token("userJWT", &alices_jwt()), "userId", "U999999");
    let told = fogbender_token::explain(&read(&edited), &at_now()).unwrap();
    assert_refused(&told, &[(Code::FieldMismatch, "userId")]);
}

#[test]
fn rule_2_a_sub_equal_to_user_id_is_accepted_and_nothing_else_is_compared() {
    let of_bob = ALICE.into_iter().fold(json!({}), |claims, (name, _)| with(claims, name, "Bob's"));
    for ignored in [json!({}), claims(), of_bob] {
        let told = explain_signed(&with(ignored, "sub", "U234328"));
        assert_accepted(&told);
        assert_eq!(told.fields, all(|name| if name == "userId" { Coverage::Signed } else { Coverage::Unsigned }));
        assert_eq!(hints(&told), ["sub_only", "unsigned_fields"]);
    }
}

#[test]
fn rule_2_a_sub_that_differs_is_refused_although_the_user_id_claim_is_right() {
    let mut subs = other_types().to_vec();
    subs.extend([json!("U999999"), json!("u234328"), json!("U234328 "), json!("")]);
    for sub in subs {
        let told = explain_signed(&with(claims(), "sub", sub));
        assert_refused(&told, &[(Code::FieldMismatch, "userId")]);
        assert_eq!(told.fields, all(|name| if name == "userId" { Coverage::Mismatch } else { Coverage::Unsigned }));
    }
}

#[test]
fn rule_3_a_claim_alone_and_equal_is_signed_and_the_others_are_not() {
    for (name, value) in ALICE {
        let told = explain_signed(&with(json!({ "userId": "U234328" }), name, value));
        assert_accepted(&told);
        let signed = |field: &str| field == name || field == "userId";
        assert_eq!(told.fields, all(|field| if signed(field) { Coverage::Signed } else { Coverage::Unsigned }));
        assert_eq!(hints(&told), ["unsigned_fields"], "{name}");
    }
}

#[test]
fn rule_3_a_claim_with_other_bytes_is_refused() {
    for (name, value) in ALICE {
        for other in ["Bob's", "", &value.to_uppercase(), &format!("{value} "), &format!("{value}\u{200b}")] {
            if other != value {
                let told = explain_signed(&with(claims(), name, other));
                assert_refused(&told, &[(Code::FieldMismatch, name)]);
                assert_eq!(told.fields, all_but(name, Coverage::Mismatch));
            }
        }
    }
}

#[test]
fn rule_3_equal_looking_text_of_another_unicode_form_is_refused() {
    let told = explain(&with(token("userJWT", &signed(&with(claims(), "userName", "Zoë"))), "userName", "Zoe\u{308}"));
    assert_refused(&told, &[(Code::FieldMismatch, "userName")]);
}

#[test]
fn rule_3_a_claim_of_another_type_is_refused() {
    for (name, _) in ALICE {
        for other in other_types() {
            let told = explain_signed(&with(claims(), name, other));
            assert_refused(&told, &[(Code::FieldMismatch, name)]);
            assert_eq!(told.fields, all_but(name, Coverage::Mismatch));
        }
    }
}

#[test]
fn rule_3_a_user_id_signed_as_a_number_never_matches_the_same_digits() {
    let told = explain(&with(token("userJWT", &signed(&with(claims(), "userId", 42))), "userId", "42"));
    assert_refused(&told, &[(Code::FieldMismatch, "userId")]);
    assert_eq!(hints(&told), ["user_id_number"]);
}

#[test]
fn rule_3_a_claim_absent_or_null_is_not_checked() {
    for (name, _) in ALICE.into_iter().filter(|(name, _)| *name != "userId") {
        for claims in [without(claims(), name), with(claims(), name, Value::Null)] {
            let told = explain_signed(&claims);
            assert_accepted(&told);
            assert_eq!(told.fields, all_but(name, Coverage::Unsigned));
            assert_eq!(hints(&told), ["unsigned_fields"], "{name}");
        }
    }
}

#[test]
fn rule_3_a_user_id_absent_or_null_is_refused() {
    for claims in [without(claims(), "userId"), with(claims(), "userId", Value::Null)] {
        let told = explain_signed(&claims);
        assert_refused(&told, &[(Code::FieldMissing, "userId")]);
        assert_eq!(told.fields, all_but("userId", Coverage::Unsigned));
    }
}

#[test]
fn rule_3_a_signed_claim_whose_field_the_token_lacks_is_refused() {
    for jwt in [alices_jwt(), signed(&with(claims(), "userAvatarUrl", 42))] {
        let token = token("userJWT", &jwt);
        for token in [without(token.clone(), "userAvatarUrl"), with(token, "userAvatarUrl", Value::Null)] {
            let told = explain(&token);
            assert_refused(&told, &[(Code::FieldMismatch, "userAvatarUrl")]);
            assert_eq!(told.fields, all_but("userAvatarUrl", Coverage::Mismatch));
        }
    }
}

#[test]
fn rule_3_every_claim_that_differs_is_named_at_once() {
    let of_bob = ALICE.into_iter().fold(json!({}), |claims, (name, _)| with(claims, name, "Bob's"));
    let told = explain_signed(&of_bob);
    assert_refused(&told, &ALICE.map(|(name, _)| (Code::FieldMismatch, name)));
    assert_eq!(told.fields, all(|_| Coverage::Mismatch));
}

#[test]
fn rule_3_claims_that_are_no_identity_are_not_compared() {
    let told = explain_signed(&with(with(claims(), "plan", "pro"), "seats", 5));
    assert_accepted(&told);
    assert_eq!(told.fields, all(|_| Coverage::Signed));
}

/// Fogbender's own sample repeats userId with the same value.
#[test]
fn rule_3_a_claim_repeated_with_the_same_value_is_accepted() {
    let payload = claims().to_string().replacen('{', r#"{"userId":"U234328","#, 1);
    let told = explain_jwt(&jws(HEADER, &payload, SECRET));
    assert_accepted(&told);
    assert_eq!(told.fields, all(|_| Coverage::Signed));
}

/// The backend's source was not seen to check times, so they do not decide.
#[test]
fn times_that_have_passed_or_not_come_are_accepted() {
    for (name, seconds) in [("exp", NOW - 1), ("nbf", NOW + 1), ("iat", NOW + 1)] {
        assert_accepted(&explain_signed(&with(claims(), name, seconds)));
    }
}
