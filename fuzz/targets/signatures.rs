//! What a `/signatures` body asks to be signed is signed as it stands, verifies in its time, and makes a whole token.
#![no_main]

use fogbender_token::{Code, Coverage, Identity, SignOptions, Token, Verdict};
use libfuzzer_sys::fuzz_target;
use model::{HEADER, NOW, WIDGET_ID, assert_tells, at, jws, object, signer};
use serde_json::{Map, Value};

// Seconds until nbf and until exp, each or nothing; in the next line, the claims.
fuzz_target!(|input: &str| {
    let Some((times, body)) = input.split_once('\n') else { return };
    let Some(mut claims) = object(body) else { return };
    claims.retain(|_, value| value.is_string());
    let (nbf, exp) = times.split_once(' ').unwrap_or((times, ""));
    let [nbf, exp] = [nbf, exp].map(|seconds| seconds.parse::<u64>().ok());

    let mut options = SignOptions::new().issued_at(NOW.into());
    options = nbf.into_iter().fold(options, SignOptions::not_before_seconds);
    options = exp.into_iter().fold(options, SignOptions::expires_in_seconds);
    let identity = identity(&claims);
    let jwt = match signer().sign(&identity, &options) {
        Ok(jwt) => jwt,
        Err(error) => return assert_tells(&error),
    };

    let mut signed = in_order(&claims);
    signed.insert("iat".to_owned(), NOW.into());
    for (name, seconds) in [("nbf", nbf), ("exp", exp)] {
        signed.extend(seconds.map(|seconds| (name.to_owned(), (u64::from(NOW) + seconds).into())));
    }
    let payload = Value::Object(signed).to_string();
    assert_eq!(jwt, jws(HEADER, &payload));

    let verify = |after: u64| signer().verify(&jwt, &at(NOW + u32::try_from(after).unwrap()));
    let starts = nbf.unwrap_or_default();
    assert_eq!(verify(starts).unwrap().as_json(), payload);
    if nbf.is_some() {
        assert_eq!(verify(starts - 1).unwrap_err().code(), Code::JwtNotYetValid);
    }
    if let Some(exp) = exp {
        assert!(verify(exp - 1).is_ok());
        assert_eq!(verify(exp).unwrap_err().code(), Code::JwtExpired);
    }

    if let Ok(token) = signer().token(&identity, WIDGET_ID, &options) {
        let token = Token::from_json(&token.to_json()).unwrap();
        assert_eq!(token.check(), Ok(()));
        let told = signer().explain(&token, &at(NOW)).unwrap();
        assert_eq!(told.verdict, Verdict::Accepted, "{told:?}");
        assert!(told.fields.iter().all(|(_, coverage)| *coverage == Coverage::Signed));
    }
});

fn identity(claims: &Map<String, Value>) -> Identity {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let user_id = claims.get("userId").map(text).unwrap_or_default();
    claims.iter().fold(Identity::new(user_id), |identity, (name, value)| identity.claim(name, text(value)))
}

/// The claims as `Identity` orders them: `userId`, then the rest as they came.
fn in_order(claims: &Map<String, Value>) -> Map<String, Value> {
    let (first, rest): (Vec<_>, Vec<_>) = claims.clone().into_iter().partition(|(name, _)| name == "userId");
    first.into_iter().chain(rest).collect()
}
