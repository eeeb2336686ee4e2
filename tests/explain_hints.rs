//! Every hint that an explanation can give, each from the mistake that it names. Those about a wrong secret are in
//! `explain_wrong_secret.rs`.
#![cfg(feature = "sign")]

mod common;

use common::{
    ALICES_HMAC, HEADER, NOW, SECRET, WIDGET_ID, alices_jwt, as_of_now, assert_accepted, assert_refused,
    assert_verdict, claims, explain, hints, jws, signed, signer, token, with,
};
use fogbender_token::{Code, ExplainOptions, Explanation, SignatureType, Verdict};
use serde_json::{Value, json};

fn token_signed_with(key: impl AsRef<[u8]>) -> Value {
    token("userJWT", &jws(HEADER, &claims().to_string(), key))
}

fn explain_claims(claims: &Value) -> Explanation {
    explain(&token("userJWT", &signed(claims)))
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
    let token = token("userJWT", &signed(&with(with(claims(), "nbf", NOW + 5), "exp", NOW + 10))).to_string();
    let hinted = |options: ExplainOptions| {
        let told = signer().explain(&token, &options).unwrap();
        hints(&told).join(" ")
    };
    let at = |offset: f64| ExplainOptions::new().now(1_700_000_000.0 + offset);
    assert_eq!(hinted(at(4.0)), "jwt_not_yet_valid");
    assert_eq!(hinted(at(5.0)), "");
    assert_eq!(hinted(at(9.0)), "");
    assert_eq!(hinted(at(10.0)), "jwt_expired");
    assert_eq!(hinted(at(3.0).clock_tolerance_seconds(2.0)), "");
    assert_eq!(hinted(at(11.0).clock_tolerance_seconds(2.0)), "");
    assert_eq!(hinted(at(12.0).clock_tolerance_seconds(2.0)), "jwt_expired");
}

#[test]
fn time_hints_say_how_long_ago_in_the_largest_unit() {
    for (passed, words) in [
        (1, "1 second"),
        (2, "2 seconds"),
        (119, "119 seconds"),
        (120, "2 minutes"),
        (7199, "119 minutes"),
        (7200, "2 hours"),
        (172_799, "47 hours"),
        (172_800, "2 days"),
    ] {
        let expired = explain_claims(&with(claims(), "exp", NOW - passed));
        assert!(expired.hints[0].message.contains(&format!(" {words} ago")), "{}", expired.hints[0].message);
        let early = explain_claims(&with(claims(), "nbf", NOW + passed));
        assert!(early.hints[0].message.contains(&format!(" becomes valid in {words}.")), "{}", early.hints[0].message);
    }
}

#[test]
fn signature_not_read_when_it_is_of_another_kind_than_the_workspaces() {
    let hint = "signature_not_read";
    let whole = with(with(token("userJWT", &alices_jwt()), "userHMAC", ALICES_HMAC), "userPaseto", "v2.local.opaque");
    for (kind, others) in [
        (SignatureType::Jwt, ["hmac", "paseto"]),
        (SignatureType::Hmac, ["jwt", "paseto"]),
        (SignatureType::Paseto, ["jwt", "hmac"]),
    ] {
        let told = signer().explain(&whole.to_string(), &as_of_now().signature_type(kind)).unwrap();
        assert_eq!(hints(&told), [hint, hint]);
        for (hint, other) in told.hints.iter().zip(others) {
            assert!(hint.message.contains(&format!(" type is {other}.")), "{}", hint.message);
        }
    }
}

#[test]
fn user_jwt_cut_off_says_how_many_characters_there_are() {
    let jwt = alices_jwt();
    let told = explain(&token("userJWT", &jwt[..jwt.len() - 8]));
    assert_eq!(hints(&told), ["user_jwt_cut_off"]);
    assert!(told.hints[0].message.contains(" 35 of 43 characters"), "{}", told.hints[0].message);
    assert!(told.reasons[0].message.contains("it was cut off"), "{}", told.reasons[0].message);
    assert_eq!(hints(&explain(&token("userJWT", &jwt[..jwt.len() - 42]))), ["user_jwt_cut_off"]);
    assert_eq!(hints(&explain(&token("userJWT", &jwt[..jwt.len() - 43]))), [""; 0]);
}

#[test]
fn user_jwt_wrapped_when_a_header_or_a_file_left_something_around_it() {
    let jwt = alices_jwt();
    for wrapped in [format!("Bearer {jwt}"), format!("{jwt}\n"), format!("\"{jwt}\""), format!("'{jwt}'")] {
        let told = explain(&token("userJWT", &wrapped));
        assert_refused(&told, &[(Code::JwtNotBase64url, "userJWT")]);
        assert_eq!(hints(&told), ["user_jwt_wrapped"], "{wrapped}");
    }
}

#[test]
fn foreign_jwt_names_its_issuer_and_shows_no_odd_one() {
    let told = explain_claims(&json!({ "iss": "https://clerk.example.com", "sub": "user_1", "exp": NOW + 60 }));
    assert_refused(&told, &[(Code::FieldMismatch, "userId")]);
    assert_eq!(hints(&told), ["foreign_jwt"]);
    assert!(told.hints[0].message.contains("\"https://clerk.example.com\""), "{}", told.hints[0].message);

    for (issuer, shown) in [
        (json!("\u{1b}[2J"), "\"\u{fffd}[2J\""),
        (json!(SECRET), "a text that could be a secret"),
        (json!(7), "a number"),
    ] {
        let told = explain_claims(&with(claims(), "iss", issuer));
        assert!(told.hints[0].message.contains(shown), "{}", told.hints[0].message);
    }
}

#[test]
fn differs_by_names_the_one_thing_in_which_two_texts_differ() {
    for (field, claim, hint) in [
        ("Johnson & Johnson", "Johnson &amp; Johnson", "differs_by_escapes"),
        ("<b>&lt;&quot;", "<b><\"", "differs_by_escapes"),
        ("O'Neill &#39;", "O'Neill '", "differs_by_escapes"),
        ("O'Neill &#x27;", "O'Neill '", "differs_by_escapes"),
        ("a &gt; b", "a > b", "differs_by_escapes"),
        ("José", "Jose\u{301}", "differs_by_normalization"),
        ("Jose\u{301}", "José", "differs_by_normalization"),
        ("Netflix", "Netflix ", "differs_by_spaces"),
        ("\tNetflix", "Netflix", "differs_by_spaces"),
        ("Netflix", "NETFLIX", "differs_by_case"),
    ] {
        for (field, claim) in [(field, claim), (claim, field)] {
            let token = with(token("userJWT", &signed(&with(claims(), "customerName", claim))), "customerName", field);
            let told = explain(&token);
            assert_refused(&told, &[(Code::FieldMismatch, "customerName")]);
            assert_eq!(hints(&told), [hint], "{field:?} {claim:?}");
        }
    }
    // Alike in one letter, and not in another.
    for (field, claim) in [("Netflix", "Hulu"), ("ñé", "ne\u{301}"), ("xé", "y\u{301}e\u{301}")] {
        let token = with(token("userJWT", &signed(&with(claims(), "customerName", claim))), "customerName", field);
        assert_eq!(hints(&explain(&token)), [""; 0], "{field:?} {claim:?}");
    }
}

#[test]
fn email_example_when_fogbender_takes_the_email_for_unverified() {
    for (email, expected) in [
        ("alice@example.com", &["email_example"][..]),
        ("ALICE@EXAMPLE.COM", &["email_example"]),
        ("alice@mail.example.com", &[]),
        ("alice@example.com.org", &[]),
    ] {
        let told = explain(&with(token("userJWT", &signed(&with(claims(), "userEmail", email))), "userEmail", email));
        assert_accepted(&told);
        assert_eq!(hints(&told), expected, "{email}");
    }
}

#[test]
fn what_only_fogbender_can_check_has_no_hint_about_a_missing_secret() {
    let visitor =
        json!({ "widgetId": WIDGET_ID, "visitor": true, "visitorKey": "opaque", "visitorToken": "x", "visitUrl": "y" });
    let told = explain(&visitor);
    assert_verdict(&told, Verdict::Unknown, &[]);
    assert_eq!(hints(&told), ["visitor_token"]);
    let told = explain(&token("userToken", "opaque"));
    assert_verdict(&told, Verdict::Unknown, &[]);
    // The widget's own check does not know it.
    assert_eq!(hints(&told), ["signature_missing"]);
    let options = as_of_now().signature_type(SignatureType::Paseto);
    let told = signer().explain(&token("userPaseto", "v2.local.opaque").to_string(), &options).unwrap();
    assert_verdict(&told, Verdict::Unknown, &[]);
    assert!(told.steps.last().unwrap().message.ends_with("if userPaseto is right."));
    assert_eq!(hints(&told), [""; 0]);
}

/// What our own check refuses and Fogbender lets pass.
#[test]
fn form_hints_name_what_would_not_be_assembled_here() {
    let whole = token("userJWT", &alices_jwt());
    for (name, value, hint) in [
        ("widgetKey", "not hexadecimal", "field_invalid"),
        ("userToken", "", "field_empty"),
        ("tier", "gold", "field_unknown"),
        ("visitorKey", "opaque", "field_unknown"),
        ("versions", "1", "field_invalid"),
    ] {
        let told = explain(&with(whole.clone(), name, value));
        assert_eq!(hints(&told), [hint], "{name}");
    }
    // The widget adds these two itself.
    assert_eq!(hints(&explain(&with(with(whole.clone(), "visitorToken", "opaque"), "visitUrl", "https://a"))), [""; 0]);
    // What is a reason already is no hint.
    let told = explain(&with(whole, "userJWT", 42));
    assert_refused(&told, &[(Code::FieldNotString, "userJWT")]);
    assert_eq!(hints(&told), ["signature_missing"]);
}

#[test]
fn without_the_secret_the_one_hint_is_that_the_signature_was_not_checked() {
    for key in ["", "undefined", WIDGET_ID, SECRET] {
        let told = fogbender_token::explain(&token_signed_with(key).to_string(), &as_of_now()).unwrap();
        assert_verdict(&told, Verdict::Unknown, &[]);
        assert_eq!(hints(&told), ["signature_not_checked"]);
    }
}
