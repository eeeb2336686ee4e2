//! The known answers of `vectors/user-jwt.json`, which independent implementations gave, in both directions.
#![cfg(all(feature = "sign", feature = "serde"))]
#![expect(clippy::unwrap_used, reason = "a vector that cannot be read must end the test")]

mod common;

use common::{HEADER, WIDGET_ID, as_of_now, assert_accepted, assert_refused, at_now, signer_with, with, without};
use fogbender_token::{Code, Identity, SignOptions, SignatureType, decode};
use serde_json::{Map, Value};

struct Vector {
    note: String,
    secret: String,
    payload: String,
    user_jwt: String,
    user_hmac: String,
    widget_key: String,
}

fn vectors() -> Vec<Vector> {
    let file: Vec<Value> = serde_json::from_str(include_str!("vectors/user-jwt.json")).unwrap();
    assert_eq!(file.len(), 32);
    let read = |vector: Value| {
        let field = |name| vector[name].as_str().unwrap().to_owned();
        Vector {
            note: field("note"),
            secret: field("secret"),
            payload: field("payload"),
            user_jwt: field("userJWT"),
            user_hmac: field("userHMAC"),
            widget_key: field("widgetKey"),
        }
    };
    file.into_iter().map(read).collect()
}

impl Vector {
    fn claims(&self) -> Map<String, Value> {
        serde_json::from_str(&self.payload).unwrap()
    }

    fn identity(&self) -> Identity {
        serde_json::from_str(&self.payload).unwrap()
    }

    fn sign_options(&self) -> SignOptions {
        let claims = self.claims();
        let Some(issued_at) = claims.get("iat") else { return SignOptions::new().partial().without_issued_at() };
        let issued_at = issued_at.as_u64().unwrap();
        SignOptions::new().issued_at(issued_at).expires_in_seconds(claims["exp"].as_u64().unwrap() - issued_at)
    }

    /// A whole token around `signature`; required fields that the payload does not say are Alice's.
    fn token(&self, signature: &str, value: &str) -> Value {
        let required = without(common::token(signature, value), "userAvatarUrl");
        let texts = self.claims().into_iter().filter(|(_, value)| value.is_string());
        texts.fold(required, |token, (name, text)| with(token, &name, text))
    }
}

#[test]
fn signing_gives_every_user_jwt_byte_for_byte() {
    let (first, elsewhere): (Vec<_>, Vec<_>) =
        vectors().into_iter().partition(|vector| vector.payload.starts_with("{\"userId\":"));
    for vector in &first {
        let signer = signer_with(&vector.secret);
        assert_eq!(
            signer.sign(&vector.identity(), &vector.sign_options()).unwrap(),
            vector.user_jwt,
            "{}",
            vector.note
        );
    }
    let elsewhere: Vec<&str> = elsewhere.iter().map(|vector| vector.note.as_str()).collect();
    assert_eq!(elsewhere, ["two claims"]);
}

#[test]
fn a_token_made_in_one_call_carries_the_same_user_jwt() {
    let mut made = 0;
    for vector in vectors().into_iter().filter(|vector| vector.claims().contains_key("userName")) {
        let signer = signer_with(&vector.secret);
        let token = signer.token(&vector.identity(), WIDGET_ID, &vector.sign_options()).unwrap();
        let carried: Value = serde_json::from_str(&token.to_json()).unwrap();
        assert_eq!(carried, vector.token("userJWT", &vector.user_jwt), "{}", vector.note);
        made += 1;
    }
    assert_eq!(made, 30);
}

#[test]
fn verifying_gives_every_payload_byte_for_byte() {
    for vector in vectors() {
        let claims = signer_with(&vector.secret).verify(&vector.user_jwt, &at_now()).unwrap();
        assert_eq!(claims.as_json(), vector.payload, "{}", vector.note);
        assert_eq!(Some(claims.user_id()), vector.claims()["userId"].as_str(), "{}", vector.note);
    }
}

#[test]
fn decoding_gives_every_header_and_payload() {
    for vector in vectors() {
        let decoded = decode(&vector.user_jwt).unwrap();
        assert_eq!((decoded.header.as_str(), decoded.claims.as_json()), (HEADER, vector.payload.as_str()));
    }
}

#[test]
fn every_user_jwt_is_accepted_in_a_token() {
    for vector in vectors() {
        let token = vector.token("userJWT", &vector.user_jwt).to_string();
        assert_accepted(&signer_with(&vector.secret).explain(&token, &as_of_now()).unwrap());
    }
}

#[test]
fn every_user_hmac_and_widget_key_is_accepted_and_refused_with_any_digit_changed_missing_or_added() {
    for vector in vectors() {
        let signer = signer_with(&vector.secret);
        for (name, digits, kind) in [
            ("userHMAC", &vector.user_hmac, SignatureType::Hmac),
            ("widgetKey", &vector.widget_key, SignatureType::Jwt),
        ] {
            let options = as_of_now().signature_type(kind);
            let explain = |digits: &str| signer.explain(&vector.token(name, digits).to_string(), &options).unwrap();
            assert_accepted(&explain(digits));
            for (index, digit) in digits.char_indices() {
                let mut changed = digits.clone();
                changed.replace_range(index..=index, if digit == '0' { "1" } else { "0" });
                assert_refused(&explain(&changed), &[(Code::SignatureMismatch, name)]);
            }
            for other_length in [&digits[..digits.len() - 1], &digits[..1], &[digits, "0"].concat()] {
                assert_refused(&explain(other_length), &[(Code::SignatureMismatch, name)]);
            }
        }
    }
}
