//! The stand-in for `/signatures` signs a body as it stands, for the Bearer secret alone; and what a signer signs, with any
//! times, verifies in its time and makes a whole token.
#![no_main]

use fogbender_token::fuzzing::respond;
use fogbender_token::{Code, Coverage, Identity, SignOptions, Token, Verdict};
use libfuzzer_sys::fuzz_target;
use model::{HEADER, NOW, SECRET, WIDGET_ID, assert_discreet, assert_tells, at, jws, object, signer, text};
use serde_json::{Map, Value};

// Seconds until nbf and until exp, each or nothing; a request's method, path and Authorization; its body, the claims.
fuzz_target!(|input: &str| {
    let mut lines = input.splitn(3, '\n');
    let [Some(times), Some(head), Some(body)] = [(); 3].map(|()| lines.next()) else { return };
    request(head, body);
    if let Some(mut claims) = object(body) {
        claims.retain(|_, value| value.is_string());
        sign(times, &claims);
    }
});

fn request(head: &str, body: &str) {
    let mut words = head.splitn(3, ' ');
    let [method, path, authorization] = [(); 3].map(|()| words.next().unwrap_or_default());
    let (status, json) = respond(&signer(), [method, path, authorization, body], &at(NOW));
    let answer = object(&json).unwrap();
    if status != 200 {
        assert_discreet(answer["error"]["message"].as_str().unwrap());
    }
    if !["/signatures", "/tokens", "/verify"].contains(&path) {
        assert_eq!(status, 404);
    } else if method != "POST" {
        assert_eq!(status, 405);
    } else if path == "/verify" {
        match Token::from_json(body) {
            Ok(token) => assert_eq!((status, json), (200, signer().explain(&token, &at(NOW)).unwrap().to_json())),
            Err(_) => assert_eq!(status, 400),
        }
    } else if authorization != ["Bearer ", SECRET].concat() {
        assert_eq!(status, 403);
    } else if status == 200 {
        let claims = body.trim();
        let jwt = jws(HEADER, claims);
        assert_eq!(signer().verify(&jwt, &at(NOW)).unwrap().as_json(), claims);
        let answered = if path == "/signatures" { &answer["signatures"] } else { &answer["token"] };
        let mut answered = answered.as_object().unwrap().clone();
        assert_eq!(answered.remove("userJWT"), Some(jwt.into()));
        assert_eq!(answered, if path == "/signatures" { Map::new() } else { object(claims).unwrap() });
    } else {
        assert_eq!(status, 400);
    }
}

fn sign(times: &str, claims: &Map<String, Value>) {
    let (nbf, exp) = times.split_once(' ').unwrap_or((times, ""));
    let [nbf, exp] = [nbf, exp].map(|seconds| seconds.parse::<u64>().ok());
    let mut options = SignOptions::new().issued_at(NOW.into());
    options = nbf.into_iter().fold(options, SignOptions::not_before_seconds);
    options = exp.into_iter().fold(options, SignOptions::expires_in_seconds);
    let identity = identity(claims);
    let jwt = match signer().sign(&identity, &options) {
        Ok(jwt) => jwt,
        Err(error) => return assert_tells(&error),
    };

    let mut signed = in_order(claims);
    let bearer = ["Bearer ", SECRET].concat();
    let body = Value::Object(signed.clone()).to_string();
    assert_eq!(respond(&signer(), ["POST", "/signatures", &bearer, &body], &at(NOW)).0, 200);

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
}

fn identity(claims: &Map<String, Value>) -> Identity {
    let user_id = text(claims, "userId").unwrap_or_default();
    claims.keys().fold(Identity::new(user_id), |identity, name| identity.claim(name, text(claims, name).unwrap()))
}

/// The claims as `Identity` orders them: `userId`, then the rest as they came.
fn in_order(claims: &Map<String, Value>) -> Map<String, Value> {
    let (first, rest): (Vec<_>, Vec<_>) = claims.clone().into_iter().partition(|(name, _)| name == "userId");
    first.into_iter().chain(rest).collect()
}
