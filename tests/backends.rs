//! What a Rust web backend does with the library: it shares the signer, gives the standard library's times, and sends JSON.
#![cfg(all(feature = "sign", feature = "serde"))]

mod common;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use common::{NOW, SECRET, WIDGET_ID, alice, alices_jwt, as_of_now, at_now, claims, signed, signer, token, with};
use fogbender_token::{Code, Identity, NumericDate, Secret, SignOptions, Signer, Token, VerifyOptions};
use serde_json::{Value, json};

#[test]
fn a_signer_is_shared_between_threads() {
    fn is_shared<T: Clone + Send + Sync + 'static>(_: &T) {}
    let signer = Signer::from(Secret::new(SECRET).unwrap());
    is_shared(&signer);
    let thread = std::thread::spawn({
        let signer = signer.clone();
        move || signer.sign(&alice(), &SignOptions::new().without_issued_at()).unwrap()
    });
    assert_eq!(thread.join().unwrap(), alices_jwt());
}

#[test]
fn a_secret_comes_from_text_and_from_bytes() {
    assert!(SECRET.parse::<Secret>().is_ok() && Secret::try_from(SECRET).is_ok());
    assert!(Secret::try_from(SECRET.as_bytes()).is_ok());
    assert_eq!("short".parse::<Secret>().unwrap_err().code(), Code::SecretTooShort);
}

/// HMAC-SHA256 with the key "fogbender-token fingerprint" over the secret, by Python's hmac.
#[test]
fn a_fingerprint_is_the_same_everywhere() {
    assert_eq!(Secret::new(SECRET).unwrap().fingerprint(), "d096743c");
}

#[test]
fn durations_and_system_times_are_seconds() {
    let at = UNIX_EPOCH + Duration::from_millis(NOW * 1000 + 900);
    let options =
        SignOptions::new().issued_at(at).not_before(Duration::from_secs(60)).expires_in(Duration::from_secs(3600));
    let user_jwt = signer().sign(&alice(), &options).unwrap();
    let claims = signer().verify(&user_jwt, &VerifyOptions::new().now(at + Duration::from_secs(100))).unwrap();
    assert_eq!(claims.issued_at(), Some(NOW.into()));
    assert_eq!(claims.not_before(), Some((NOW + 60).into()));
    assert_eq!(claims.expires_at(), Some((NOW + 3600).into()));
    let whole = UNIX_EPOCH + Duration::from_secs(NOW);
    assert_eq!(NumericDate::from(whole).to_system_time(), Some(whole));
    assert_eq!(NumericDate::from(-1.0).to_system_time(), None);
    assert_eq!(NumericDate::from(UNIX_EPOCH - Duration::from_secs(1)).seconds().to_bits(), 0);
}

#[test]
fn a_duration_is_whole_seconds_and_no_date() {
    for (options, right) in [
        (SignOptions::new().expires_in(Duration::from_secs(1)), true),
        (SignOptions::new().expires_in(Duration::from_millis(1500)), false),
        (SignOptions::new().expires_in_seconds(999_999_999), true),
        (SignOptions::new().expires_in_seconds(1_000_000_000), false),
        (SignOptions::new().not_before_seconds(60).expires_in_seconds(61), true),
        (SignOptions::new().not_before_seconds(60).expires_in_seconds(59), false),
        (SignOptions::new().issued_at(-1.0), false),
        (SignOptions::new().issued_at(0), true),
        (SignOptions::new().issued_at(99_999_999_999), true),
        (SignOptions::new().issued_at(100_000_000_000), false),
        (SignOptions::new().issued_at(f64::NAN), false),
    ] {
        assert_eq!(signer().sign(&alice(), &options).is_ok(), right, "{options:?}");
    }
}

#[test]
fn without_a_time_it_is_the_systems() {
    let user_jwt = signer().sign(&alice(), &SignOptions::new().expires_in_seconds(60)).unwrap();
    let issued_at = signer().verify(&user_jwt, &VerifyOptions::new()).unwrap().issued_at().unwrap();
    let age = NumericDate::from(SystemTime::now()).seconds() - issued_at.seconds();
    assert!((0.0..60.0).contains(&age), "{age}");
}

#[test]
fn the_clock_may_differ_by_the_tolerance() {
    let jwt = signed(&with(with(claims(), "nbf", NOW + 5), "exp", NOW + 10));
    let verify = |at: f64, tolerance: f64| {
        let options =
            VerifyOptions::new().now(NumericDate::from(NOW).seconds() + at).clock_tolerance_seconds(tolerance);
        signer().verify(&jwt, &options).map(drop).map_err(|error| error.code())
    };
    assert_eq!(verify(4.9, 0.0), Err(Code::JwtNotYetValid));
    assert_eq!(
        (verify(5.0, 0.0), verify(9.9, 0.0), verify(3.0, 2.0), verify(11.9, 2.0)),
        (Ok(()), Ok(()), Ok(()), Ok(()))
    );
    assert_eq!((verify(10.0, 0.0), verify(12.0, 2.0)), (Err(Code::JwtExpired), Err(Code::JwtExpired)));
}

#[test]
fn an_identity_is_six_members_of_a_session_and_no_other() {
    let session = with(with(claims(), "passwordHash", "x"), "roles", json!(["admin"]));
    let identity: Identity = serde_json::from_value(session).unwrap();
    assert_eq!(identity, alice());
    assert_eq!(serde_json::to_value(&identity).unwrap(), claims());
    let without_picture: Identity = serde_json::from_value(with(claims(), "userAvatarUrl", Value::Null)).unwrap();
    assert_eq!(without_picture.get("userAvatarUrl"), None);
    assert!(serde_json::from_value::<Identity>(with(claims(), "userId", 42)).is_err());
    let text = serde_json::from_value::<Identity>(json!("U234328")).unwrap_err();
    assert!(text.to_string().contains("an object with userId"), "{text}");
}

#[test]
fn what_goes_out_by_serde_is_what_goes_out_as_text() {
    let made = signer().token(&alice(), WIDGET_ID, &SignOptions::new().without_issued_at()).unwrap();
    assert_eq!(serde_json::to_string(&made).unwrap(), made.to_json());
    let told = signer().explain(&made.to_json().replace("Netflix", "Hulu"), &as_of_now()).unwrap();
    assert_eq!(serde_json::to_string(&told).unwrap(), told.to_json());
    let read: Token = made.to_json().parse().unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), token("userJWT", &alices_jwt()));
    let wrong = Token::from_json(r#"{"userId":"U1"}"#).unwrap();
    assert!(serde_json::to_value(&wrong).is_err());
    let error = wrong.check().unwrap_err();
    let problems = serde_json::to_value(&error).unwrap();
    let first = &error.problems()[0];
    assert_eq!(problems[0], json!({ "code": first.code.as_str(), "field": first.field, "message": first.message }));
    assert_eq!(problems.as_array().unwrap().len(), error.problems().len());
}

#[test]
fn claims_are_read_by_name() {
    let jwt =
        signer().sign(&alice(), &SignOptions::new().without_issued_at().claim("plan", "free").claim("plan", "pro"));
    let verified = signer().verify(&jwt.unwrap(), &at_now()).unwrap();
    assert_eq!((verified.get("plan"), verified.get("seats"), verified.issued_at()), (Some("pro"), None, None));
}
