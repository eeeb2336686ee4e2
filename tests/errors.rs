//! Every error code from an input that makes it, every problem of an input at once, and no secret in any of it.
#![cfg(feature = "sign")]

mod common;

use std::collections::HashSet;

use common::{
    HEADER, NOW, SECRET, WIDGET_ID, WIDGET_KEY, alice, alices_jwt, as_of_now, at_now, claims, jws, read, signed,
    signer, token, with, without,
};
use fogbender_token::{
    Code, Error, ExplainOptions, Identity, Secret, SignOptions, Token, VerifyOptions, decode, explain_with, verify,
};
use serde_json::{Value, json};

/// Only a target without a clock gives this: `tests/wasm-consumer` is one.
const WASM_ONLY: [Code; 1] = [Code::ClockMissing];

/// A code, an input that makes it, and what refuses the input.
type Row = (Code, String, fn(&str) -> Result<(), Error>);

fn make_secret(text: &str) -> Result<(), Error> {
    Secret::new(text).map(drop)
}

fn check_token(text: &str) -> Result<(), Error> {
    Token::from_json(text)?.check()
}

fn verify_jwt(jwt: &str) -> Result<(), Error> {
    signer().verify(jwt, &at_now()).map(drop)
}

fn sign(identity: &Identity) -> Result<(), Error> {
    signer().sign(identity, &SignOptions::new()).map(drop)
}

fn rows() -> Vec<Row> {
    let jwt = alices_jwt();
    let whole = token("userJWT", &jwt);
    // No claims here to contradict the fields as well.
    let unsigned = token("widgetKey", WIDGET_KEY);
    let signed_with = |name, value: Value| signed(&with(claims(), name, value));
    let under = |header: &str| jws(header, &claims().to_string(), SECRET);
    let lone_surrogate = unsigned.to_string().replace("Netflix", "\\ud800");
    let padded = [SECRET, "\n"].concat();
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{SECRET}\n-----END PRIVATE KEY-----");
    let large = "x".repeat(65_537);

    vec![
        (Code::SecretEmpty, String::new(), make_secret),
        (Code::SecretEmpty, jwt.clone(), |jwt| verify(jwt, [], &at_now()).map(drop)),
        (Code::SecretEmpty, jwt.clone(), |jwt| explain_with(jwt, [], &as_of_now()).map(drop)),
        (Code::SecretTooShort, SECRET[1..].to_owned(), make_secret),
        (Code::SecretTooLong, SECRET.repeat(129), make_secret),
        (Code::SecretPadded, padded.clone(), make_secret),
        (Code::SecretPadded, padded, |text| Secret::short_allowed(text).map(drop)),
        (Code::SecretUnresolved, "${FOGBENDER_SECRET_OF_STAGING}".to_owned(), make_secret),
        (Code::SecretUnresolved, "op://vault/fogbender/workspace-secret".to_owned(), make_secret),
        (Code::SecretInvisible, format!("\u{feff}{SECRET}"), make_secret),
        (Code::SecretPrefixed, format!("FOGBENDER_SECRET={SECRET}"), make_secret),
        (Code::SecretPrefixed, format!("Bearer {SECRET}"), make_secret),
        (Code::SecretQuoted, format!("\"{SECRET}\""), make_secret),
        (Code::SecretIsPem, pem, make_secret),
        (Code::SecretIsJwk, json!({ "kty": "oct", "k": SECRET }).to_string(), make_secret),
        (Code::SecretIsJwt, jwt.clone(), make_secret),
        (Code::NotAnObject, json!([jwt, SECRET]).to_string(), check_token),
        (Code::FieldMissing, without(unsigned.clone(), "customerId").to_string(), check_token),
        (Code::FieldEmpty, with(unsigned.clone(), "userId", "").to_string(), check_token),
        (Code::FieldNotString, with(unsigned, "userId", 234_328).to_string(), check_token),
        (Code::FieldNotWellFormed, lone_surrogate, check_token),
        (Code::FieldForbidden, SECRET.to_owned(), |text| {
            signer().sign(&alice(), &SignOptions::new().claim("sub", text)).map(drop)
        }),
        (Code::FieldForbidden, signed_with("visitor", json!(true)), verify_jwt),
        (Code::FieldUnresolved, "undefined".to_owned(), |text| sign(&alice().customer_id(text))),
        (Code::FieldReserved, "$Cust_Internal_1".to_owned(), |text| sign(&alice().customer_name(text))),
        (Code::FieldInvalid, "alice.netflix.com".to_owned(), |text| sign(&alice().user_email(text))),
        (Code::FieldUnknown, with(whole.clone(), "secret", SECRET).to_string(), check_token),
        (Code::FieldInvalid, with(whole.clone(), "widgetKey", SECRET).to_string(), check_token),
        (Code::FieldInvalid, jwt.clone(), |text| signer().token(&alice(), text, &SignOptions::new()).map(drop)),
        (Code::FieldMismatch, with(whole.clone(), "userId", SECRET).to_string(), check_token),
        (Code::SignatureMissing, without(whole, "userJWT").to_string(), check_token),
        (Code::SignatureMismatch, jws(HEADER, &claims().to_string(), WIDGET_ID), verify_jwt),
        (Code::WidgetIdIsSecret, SECRET.to_owned(), |text| {
            signer().token(&alice(), text, &SignOptions::new()).map(drop)
        }),
        (Code::TooLarge, large.clone(), |text| sign(&alice().user_name(text))),
        (Code::TooLarge, large.clone(), verify_jwt),
        (Code::TooLarge, large, |text| decode(text).map(drop)),
        (Code::OptionInvalid, String::new(), |_| {
            signer().sign(&alice(), &SignOptions::new().expires_in_seconds(0)).map(drop)
        }),
        (Code::OptionInvalid, String::new(), |_| {
            signer().explain("{}", &as_of_now().clock_tolerance_seconds(-1.0)).map(drop)
        }),
        (Code::TimeInMilliseconds, String::new(), |_| {
            signer().sign(&alice(), &SignOptions::new().issued_at(NOW * 1000)).map(drop)
        }),
        (Code::TimeInMilliseconds, signed_with("exp", json!(NOW * 1000)), verify_jwt),
        (Code::TokenWrapped, json!({ "token": { "userId": "U234328" } }).to_string(), check_token),
        (Code::JwtMalformed, [&jwt, ".AAAA"].concat(), verify_jwt),
        (Code::JwtNotBase64url, [&jwt, "="].concat(), verify_jwt),
        (Code::JwtHeaderInvalid, under(r#"["HS256"]"#), verify_jwt),
        (Code::JwtAlgNotAllowed, under(r#"{"alg":"none"}"#), verify_jwt),
        (Code::JwtCritUnknown, under(r#"{"alg":"HS256","crit":["exp"]}"#), verify_jwt),
        (Code::JwtPayloadInvalid, jws(HEADER, "[]", SECRET), verify_jwt),
        (Code::NameRepeated, jws(HEADER, r#"{"userId":"U1","userId":"U2"}"#, SECRET), verify_jwt),
        (Code::NameRepeated, format!(r#"{{"userJWT":"{jwt}","userJWT":"{SECRET}"}}"#), check_token),
        (Code::JwtTimeInvalid, signed_with("exp", json!("tomorrow")), verify_jwt),
        (Code::JwtExpired, signed_with("exp", json!(NOW)), verify_jwt),
        (Code::JwtNotYetValid, signed_with("nbf", json!(NOW + 1)), verify_jwt),
    ]
}

fn found(error: &Error) -> Vec<(Code, &str)> {
    error.problems().iter().map(|problem| (problem.code, problem.field.as_deref().unwrap_or_default())).collect()
}

#[test]
fn every_code_has_an_input_that_makes_it_and_no_other() {
    let rows = rows();
    for (code, input, refuse) in &rows {
        let error = refuse(input).unwrap_err();
        assert_eq!(error.problems().iter().map(|problem| problem.code).collect::<Vec<_>>(), [*code]);
        assert_eq!(error.code(), *code);
    }
    let made: HashSet<Code> = rows.iter().map(|(code, ..)| *code).chain(WASM_ONLY).collect();
    let missing: Vec<&Code> = Code::ALL.iter().filter(|code| !made.contains(code)).collect();
    assert_eq!(missing, [&Code::SecretEmpty; 0]);
}

#[test]
fn every_code_has_a_snake_case_name_of_its_own() {
    let names: HashSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(names.len(), Code::ALL.len());
    for name in names {
        assert!(name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_')), "{name}");
    }
}

#[test]
fn no_error_shows_the_secret_the_user_jwt_or_the_input() {
    let jwt = alices_jwt();
    for (code, input, refuse) in rows() {
        let error = refuse(&input).unwrap_err();
        let shown = format!("{error} {error:?}");
        // A part of a JWT tells as much as the whole; what is shorter than an id tells nothing.
        let parts = [SECRET, &jwt, &input].into_iter().flat_map(|text| [text].into_iter().chain(text.split('.')));
        for part in parts.filter(|part| part.len() > 8) {
            assert!(!shown.contains(part), "{code:?}: {shown}");
        }
    }
}

#[test]
fn no_debug_output_shows_the_secret_or_the_user_jwt() {
    let signer = signer();
    let made = signer.token(&alice(), WIDGET_ID, &SignOptions::new().without_issued_at()).unwrap();
    let read = read(&with(token("userJWT", &made.user_jwt), "widgetKey", SECRET));
    let explained = signer.explain(read.as_json(), &as_of_now()).unwrap();
    let secret = Secret::new(SECRET).unwrap();
    for shown in [
        format!("{secret:?} {secret:#?}"),
        format!("{signer:?} {signer:#?}"),
        format!("{made:?} {made:#?}"),
        format!("{read:?} {read:#?}"),
        format!("{explained:?} {explained:#?}"),
    ] {
        for part in made.user_jwt.split('.').chain([SECRET]) {
            assert!(!shown.contains(part), "{shown}");
        }
    }
    assert!(format!("{made:?}").contains("U234328"), "whose token it is can be seen");
}

#[test]
fn signing_tells_every_problem_of_identity_and_options() {
    let identity = Identity::new("").customer_name("$Cust_External_1").user_email("alice").user_name(" ");
    let options = SignOptions::new()
        .issued_at(NOW * 1000)
        .not_before_seconds(60)
        .expires_in_seconds(60)
        .claim("sub", "U1")
        .claim("visitor", "true")
        .claim("exp", "1")
        .claim("userId", "U2");
    assert_eq!(
        found(&signer().sign(&identity, &options).unwrap_err()),
        [
            (Code::TimeInMilliseconds, "issued_at"),
            (Code::OptionInvalid, "expires_in_seconds"),
            (Code::FieldEmpty, "userId"),
            (Code::FieldMissing, "customerId"),
            (Code::FieldReserved, "customerName"),
            (Code::FieldInvalid, "userEmail"),
            (Code::FieldEmpty, "userName"),
            (Code::FieldForbidden, "sub"),
            (Code::FieldForbidden, "visitor"),
            (Code::FieldForbidden, "exp"),
            (Code::FieldForbidden, "userId"),
        ]
    );
}

#[test]
fn a_field_that_is_missing_says_what_to_give() {
    let error = signer().sign(&Identity::default(), &SignOptions::new()).unwrap_err();
    let words = [
        "sign-in has for the user",
        "application has for the user's company",
        "company's name",
        "email",
        "user's name",
    ];
    assert_eq!(error.problems().len(), words.len());
    for (problem, words) in error.problems().iter().zip(words) {
        assert!(problem.message.contains(words), "{}", problem.message);
    }
    let no_picture = sign(&alice().user_avatar_url("")).unwrap_err();
    assert!(no_picture.to_string().contains("if there is no picture"), "{no_picture}");
}

#[test]
fn a_field_of_a_token_that_is_empty_says_what_to_give() {
    let user = token("userJWT", &alices_jwt());
    let visitor = json!({ "widgetId": WIDGET_ID, "visitor": true });
    for (token, name, words) in [
        (&user, "widgetId", "Copy it from Fogbender's settings."),
        (&user, "widgetKey", "Copy it from Fogbender's settings."),
        (&user, "userHMAC", "Give a text, or leave it out."),
        (&visitor, "visitorKey", "Give the one that Fogbender made for the visitor."),
    ] {
        let error = check_token(&with(token.clone(), name, "").to_string()).unwrap_err();
        let problem = error.problems().iter().find(|problem| problem.field.as_deref() == Some(name)).unwrap();
        assert!(problem.message.ends_with(words), "{}", problem.message);
    }
}

#[test]
fn an_id_that_is_blank_or_has_a_control_character_is_nobodys() {
    for (id, words) in
        [(" ", "is blank"), ("\u{3000}", "is blank"), ("U1\n", "control character"), ("U\u{85}", "control character")]
    {
        for identity in [
            Identity::new(id).customer_id("C1").customer_name("N").user_email("a@b").user_name("A"),
            alice().customer_id(id),
        ] {
            let error = sign(&identity).unwrap_err();
            assert_eq!(error.code(), Code::FieldUnresolved);
            assert!(error.to_string().contains(words), "{error}");
        }
    }
    assert_eq!(sign(&alice().customer_id("Größe 1")), Ok(()));
}

#[test]
fn a_user_hmac_is_64_hexadecimal_digits() {
    let check = |user_hmac: &str| check_token(&token("userHMAC", user_hmac).to_string()).map_err(|error| error.code());
    assert_eq!(check(&"0aF9".repeat(16)), Ok(()));
    for wrong in ["0".repeat(63), "0".repeat(65), "g".repeat(64)] {
        assert_eq!(check(&wrong), Err(Code::FieldInvalid), "{wrong}");
    }
}

#[test]
fn an_email_and_a_name_may_begin_with_any_letter() {
    for identity in [alice().user_email("émile@netflix.com"), alice().user_name("Émile").customer_name("Čedok")] {
        assert_eq!(sign(&identity), Ok(()));
    }
}

#[test]
fn in_a_token_null_is_no_picture_and_no_other_field() {
    let whole = token("userJWT", &signed(&without(claims(), "userAvatarUrl")));
    let check = |name| check_token(&with(whole.clone(), name, Value::Null).to_string()).map_err(|error| error.code());
    assert_eq!(check("userAvatarUrl"), Ok(()));
    for name in ["userId", "customerId", "customerName", "userEmail", "userName"] {
        assert_eq!(check(name), Err(Code::FieldNotString), "{name}");
    }
}

#[test]
fn a_token_inside_of_something_is_named_with_the_way_to_it() {
    let whole = token("userJWT", &alices_jwt());
    for (name, inside, words) in [
        ("token", whole.clone(), "Give its member token."),
        ("initToken", whole.clone(), "Give its member initToken."),
        ("signatures", json!({ "userJWT": alices_jwt() }), "Assemble a token with the userJWT in signatures."),
    ] {
        let error = check_token(&json!({ name: inside }).to_string()).unwrap_err();
        assert_eq!(error.code(), Code::TokenWrapped);
        assert!(error.to_string().contains(words), "{error}");
    }
    let has_both = with(whole.clone(), "token", whole);
    assert_eq!(check_token(&has_both.to_string()).unwrap_err().code(), Code::FieldUnknown);
}

#[test]
fn beside_an_identity_247_claims_are_signed() {
    let sign = |count: usize| {
        let claims = (0..count).map(|place| (format!("claim{place}"), "x"));
        let options = claims.fold(SignOptions::new(), |options, (name, value)| options.claim(name, value));
        signer().sign(&alice(), &options).map(drop).map_err(|error| error.code())
    };
    assert_eq!(sign(247), Ok(()));
    assert_eq!(sign(248), Err(Code::TooLarge));
}

#[test]
fn an_error_reads_as_the_messages_of_all_its_problems() {
    let error = signer().sign(&alice().user_name(""), &SignOptions::new().claim("sub", "U1")).unwrap_err();
    let messages: Vec<&str> = error.problems().iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(messages.len(), 2);
    assert_eq!(error.to_string(), messages.join(" "));
    assert_eq!(error.problems().to_vec(), error.into_problems());
}

/// A token wants every field, whatever is partial.
#[test]
fn making_a_token_tells_every_problem_of_widget_id_options_and_identity() {
    let options = SignOptions::new().partial().expires_in_seconds(NOW).claim("sub", "U234328");
    assert_eq!(
        found(&signer().token(&Identity::new("visitor-1"), "", &options).unwrap_err()),
        [
            (Code::FieldEmpty, "widgetId"),
            (Code::OptionInvalid, "expires_in_seconds"),
            (Code::FieldReserved, "userId"),
            (Code::FieldMissing, "customerId"),
            (Code::FieldMissing, "customerName"),
            (Code::FieldMissing, "userEmail"),
            (Code::FieldMissing, "userName"),
            (Code::FieldForbidden, "sub"),
        ]
    );
}

#[test]
fn checking_a_token_tells_every_problem_of_its_fields_and_its_user_jwt() {
    let token = json!({
        "widgetId": "not base64url!",
        "customerName": 42,
        "userId": "U999999",
        "userEmail": "",
        "userName": "Alice Chesterton",
        "tier": "gold",
        "versions": { "app": 1 },
        "userJWT": signed(&json!({ "userId": "U234328", "sub": "U234328" })),
    });
    assert_eq!(
        found(&read(&token).check().unwrap_err()),
        [
            (Code::FieldMissing, "customerId"),
            (Code::FieldNotString, "customerName"),
            (Code::FieldEmpty, "userEmail"),
            (Code::FieldUnknown, "tier"),
            (Code::FieldInvalid, "versions"),
            (Code::FieldInvalid, "widgetId"),
            (Code::FieldForbidden, "sub"),
            (Code::FieldMismatch, "userId"),
        ]
    );
}

#[test]
fn verifying_tells_every_problem_of_the_claims() {
    let claims = json!({ "userId": 42, "userName": true, "sub": "U1", "exp": NOW, "nbf": NOW + 1, "iat": "now" });
    assert_eq!(
        found(&signer().verify(&signed(&claims), &at_now()).unwrap_err()),
        [
            (Code::JwtTimeInvalid, "iat"),
            (Code::JwtNotYetValid, "nbf"),
            (Code::JwtExpired, "exp"),
            (Code::FieldNotString, "userId"),
            (Code::FieldForbidden, "sub"),
            (Code::FieldNotString, "userName"),
        ]
    );
}

#[test]
fn options_for_verifying_tell_every_problem_wherever_they_are_given() {
    let options = VerifyOptions::new().now(-1.0).clock_tolerance_seconds(f64::NAN);
    let problems = [(Code::OptionInvalid, "now"), (Code::OptionInvalid, "clock_tolerance_seconds")];
    assert_eq!(found(&signer().verify(&alices_jwt(), &options).unwrap_err()), problems);
    let options = ExplainOptions::new().now(-1.0).clock_tolerance_seconds(f64::NAN);
    assert_eq!(found(&signer().explain(&alices_jwt(), &options).unwrap_err()), problems);
    assert_eq!(found(&fogbender_token::explain(&alices_jwt(), &options).unwrap_err()), problems);
}

/// Whoever did not sign it must not learn more of what a verifier thinks of its claims.
#[test]
fn verifying_tells_of_the_signature_alone_when_that_is_wrong() {
    let forged = jws(HEADER, r#"{"sub":"U1","exp":1}"#, WIDGET_ID);
    assert_eq!(found(&signer().verify(&forged, &at_now()).unwrap_err()), [(Code::SignatureMismatch, "userJWT")]);
}

/// The widget tells a visitor's token by the key alone, so null is no way to leave it out; anonymous and versions may be null.
#[test]
fn a_flag_is_true_or_left_out() {
    let visitor = json!({ "widgetId": WIDGET_ID, "visitor": true, "visitorKey": "opaque" });
    assert!(read(&visitor).check().is_ok());
    let fallback = json!({ "widgetId": WIDGET_ID, "widgetKey": WIDGET_KEY, "anonymous": null, "versions": null });
    assert!(read(&fallback).check().is_ok());
    for (token, field) in [
        (with(visitor.clone(), "visitor", Value::Null), "visitor"),
        (with(visitor, "visitor", false), "visitor"),
        (with(fallback.clone(), "anonymous", false), "anonymous"),
        (with(fallback, "versions", "1"), "versions"),
    ] {
        assert_eq!(found(&read(&token).check().unwrap_err()), [(Code::FieldInvalid, field)]);
    }
}
