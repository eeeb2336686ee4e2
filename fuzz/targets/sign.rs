//! What a signer signs, with any fields, claims and times, verifies in its time and says what was given; and the npm
//! package's way from text to text signs the same bytes.
#![no_main]

use fogbender_token::binding::{self, Claims, Times};
use fogbender_token::{Identity, SignOptions, SignatureType, Verdict, decode};
use libfuzzer_sys::fuzz_target;
use model::{FIELDS, NOW, WIDGET_ID, assert_tells, at, for_type, json, object, signer};
use serde_json::{Map, Value};

// Seconds until nbf and until exp, each or nothing; the fields; claims, or nothing.
fuzz_target!(|input: &str| {
    let mut lines = input.splitn(3, '\n');
    let [Some(times), Some(fields), claims] = [(); 3].map(|()| lines.next()) else { return };
    let claims = claims.unwrap_or_default();
    if let Some(object) = json::Object::read(fields)
        && object.0.iter().all(|(name, _)| FIELDS.contains(&name.as_str()))
    {
        as_text(times, fields, claims);
    }
    if let Some(fields) = object(fields) {
        as_values(times, &fields, &object(claims).unwrap_or_default());
    }
});

fn seconds(times: &str) -> [Option<u64>; 2] {
    let (nbf, exp) = times.split_once(' ').unwrap_or((times, ""));
    [nbf, exp].map(|seconds| seconds.parse().ok())
}

fn as_text(times: &str, fields: &str, additional: &str) {
    let [not_before_seconds, expires_in_seconds] = seconds(times).map(|seconds| seconds.map(|seconds| seconds as f64));
    let times = Times { issued_at: Some(NOW.into()), leaves_out_iat: false, expires_in_seconds, not_before_seconds };
    let mut out = Vec::new();
    let claims = Claims { fields, additional, partial: true, widget_id: None };
    match binding::sign(&signer(), &claims, &times, &mut out) {
        Ok(()) => {
            let decoded = decode(str::from_utf8(&out).unwrap()).unwrap();
            let mut given = json::Object::read(fields).unwrap().0;
            given.extend(json::Object::read(additional).map_or_else(Vec::new, |claims| claims.0));
            let signed = json::Object::read(decoded.claims.as_json()).unwrap().0;
            assert_eq!(signed[..given.len()], given);
        }
        Err(error) => assert_tells(&error),
    }
}

fn as_values(times: &str, fields: &Map<String, Value>, claims: &Map<String, Value>) {
    let text = |name: &str| fields.get(name).and_then(Value::as_str).unwrap_or_default();
    let [user_id, customer_id, customer_name, user_email, user_name, _] = FIELDS.map(text);
    let identity = Identity::new(user_id)
        .customer_id(customer_id)
        .customer_name(customer_name)
        .user_email(user_email)
        .user_name(user_name);
    let texts = claims.iter().filter_map(|(name, value)| Some((name, value.as_str()?)));
    let options =
        texts.fold(SignOptions::new().issued_at(u64::from(NOW)), |options, (name, value)| options.claim(name, value));
    let [nbf, exp] = seconds(times);
    let options = nbf.into_iter().fold(options, SignOptions::not_before_seconds);
    let options = exp.into_iter().fold(options, SignOptions::expires_in_seconds);
    let token = match signer().token(&identity, WIDGET_ID, &options) {
        Ok(token) => token,
        Err(error) => return assert_tells(&error),
    };

    let verified = signer().verify(&token.user_jwt, &at(NOW).now(f64::from(NOW) + nbf.unwrap_or(0) as f64)).unwrap();
    for (name, value) in FIELDS.into_iter().zip([user_id, customer_id, customer_name, user_email, user_name]) {
        assert_eq!(verified.get(name), Some(value));
    }
    for (name, value) in claims.iter().filter_map(|(name, value)| Some((name, value.as_str()?))) {
        assert_eq!(verified.get(name), Some(value));
    }
    let told = signer().explain(&token.to_json(), &for_type(SignatureType::Jwt)).unwrap();
    assert_eq!((told.verdict, told.consequences.len()), (Verdict::Accepted, 1), "only the picture is not signed");
}
