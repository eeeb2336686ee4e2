//! `decode` reads what RFC 7515 and RFC 8259 allow, as `serde_json` reads it, and nothing else.
#![no_main]

use fogbender_token::{Code, decode};
use libfuzzer_sys::fuzz_target;
use model::{HEADER, assert_tells, fits, is_object, object, signing_input};
use serde_json::Value;

// A userJWT; or a header and, in the next line, a payload.
fuzz_target!(|input: &str| {
    check(input);
    let Some((header, payload)) = input.split_once('\n') else { return };
    check(&[&signing_input(header, payload), ".AAAA"].concat());
    if let Some(claims) = object(payload).filter(fits) {
        let jwt = [&signing_input(HEADER, &Value::Object(claims.clone()).to_string()), "."].concat();
        let decoded = decode(&jwt).unwrap();
        for (name, value) in &claims {
            assert_eq!(decoded.claims.get(name), value.as_str());
        }
    }
});

fn check(jwt: &str) {
    match decode(jwt) {
        Ok(decoded) => {
            assert!(is_object(&decoded.header) && is_object(decoded.claims.as_json()));
            let (input, _) = jwt.rsplit_once('.').unwrap();
            assert_eq!(input, signing_input(&decoded.header, decoded.claims.as_json()));
        }
        Err(error) => {
            assert_tells(&error);
            assert!(error.code() != Code::TooLarge || jwt.len() > 65_536);
        }
    }
}
