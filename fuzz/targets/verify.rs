//! `verify` takes one byte string per token, signed, whose claims keep every rule; and it takes all that do.
#![no_main]

use std::ops::Range;

use fogbender_token::{SignatureType, decode};
use libfuzzer_sys::fuzz_target;
use model::{FIELDS, HEADER, NOW, WIDGET_ID, at, fits, for_type, jws, object, signer, text};
use serde_json::{Map, Value};

// A userJWT; or a header and, in the next line, a payload.
fuzz_target!(|input: &str| {
    check(input);
    let Some((header, payload)) = input.split_once('\n') else { return };
    check(&jws(header, payload));
    if let Some(claims) = object(payload)
        && keeps_the_rules(&claims)
        && fits(&claims)
    {
        let jwt = jws(HEADER, &Value::Object(claims).to_string());
        signer().verify(&jwt, &at(NOW)).unwrap();
    }
});

fn check(jwt: &str) {
    let claims = match signer().verify(jwt, &at(NOW)) {
        Ok(claims) => claims,
        Err(error) => return model::assert_tells(&error),
    };
    let decoded = decode(jwt).unwrap();
    assert_eq!(decoded.claims, claims);
    assert_eq!(jwt, jws(&decoded.header, claims.as_json()));

    if let Some(header) = object(&decoded.header) {
        assert_eq!((text(&header, "alg"), header.get("crit")), (Some("HS256"), None));
    }
    if let Some(read) = object(claims.as_json()) {
        assert_eq!(claims.user_id(), read["userId"]);
        assert_never_forbidden(&read);
    }

    let place = jwt.bytes().fold(0, |sum: usize, byte| sum.wrapping_mul(31) + usize::from(byte)) % jwt.len();
    let other = if jwt.as_bytes()[place] == b'A' { "B" } else { "A" };
    let mut changed = jwt.to_owned();
    changed.replace_range(place..=place, other);
    assert!(signer().verify(&changed, &at(NOW)).is_err(), "{changed}");

    let field = |name: &&str| ((*name).to_owned(), claims.get(name).unwrap_or("a@b").into());
    let mut token: Map<String, Value> = FIELDS.iter().map(field).collect();
    token.extend([("widgetId".to_owned(), WIDGET_ID.into()), ("userJWT".to_owned(), jwt.into())]);
    let told = signer().explain(&Value::Object(token).to_string(), &for_type(SignatureType::Jwt)).unwrap();
    // Nothing but the account is left to end the login: an email without @ crashes it.
    assert_eq!(told.steps.last().unwrap().stage.as_str(), "account");
}

/// What no accepted userJWT holds, whatever else is in it.
fn assert_never_forbidden(claims: &Map<String, Value>) {
    assert!(!claims.contains_key("sub") && !claims.contains_key("visitor"));
    assert!(FIELDS.iter().all(|name| claims.get(*name).is_none_or(Value::is_string)));
    assert!(claims.get("exp").is_none_or(|exp| exp.as_f64().is_some_and(|exp| exp > NOW.into())));
    assert!(claims.get("nbf").is_none_or(|nbf| nbf.as_f64().is_some_and(|nbf| nbf <= NOW.into())));
    assert!(claims.get("iat").is_none_or(Value::is_number));
}

/// What every userJWT with these claims is accepted for.
fn keeps_the_rules(claims: &Map<String, Value>) -> bool {
    let whole = |name, seconds: Range<u64>| {
        claims.get(name).is_none_or(|time| time.as_u64().is_some_and(|time| seconds.contains(&time)))
    };
    text(claims, "userId").is_some_and(|id| !id.is_empty())
        && !claims.contains_key("sub")
        && !claims.contains_key("visitor")
        && FIELDS.iter().all(|name| claims.get(*name).is_none_or(Value::is_string))
        && whole("exp", u64::from(NOW) + 1..100_000_000_000)
        && whole("nbf", 0..u64::from(NOW) + 1)
        && whole("iat", 0..100_000_000_000)
}
