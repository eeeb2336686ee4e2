//! `explain` decides as Fogbender's backend does, agrees with `verify`, and needs the secret for the signature alone.
#![no_main]

use fogbender_token::{Code, Explanation, Token, Verdict, explain};
use libfuzzer_sys::fuzz_target;
use model::{NOW, assert_explains, at, backend_accepts, object, signer, text, token_and_payload};

// A token; or a token without userJWT and, in the next line, the payload of one.
fuzz_target!(|input: &str| {
    let (json, payload) = token_and_payload(input);
    let token = match Token::from_json(&json) {
        Ok(token) => token,
        Err(error) => return model::assert_tells(&error),
    };
    let told = signer().explain(&token, &at(NOW)).unwrap();
    let blind = explain(&token, &at(NOW)).unwrap();
    assert_explains(&told);
    assert_explains(&blind);
    assert_ne!(blind.verdict, Verdict::Accepted);
    assert_eq!(without_signature(&told), without_signature(&blind));

    let Some(fields) = object(&json) else { return };
    if !fields.contains_key("userId") {
        return;
    }
    if let Some(jwt) = text(&fields, "userJWT").filter(|jwt| !jwt.is_empty()) {
        let verified = signer().verify(jwt, &at(NOW));
        let mismatch = |code: Code| code == Code::SignatureMismatch;
        let refused = verified.as_ref().is_err_and(|error| mismatch(error.code()));
        assert_eq!(refused, told.reasons.iter().any(|reason| mismatch(reason.code)));
        if verified.is_ok() && token.check().is_ok() {
            assert_eq!(told.verdict, Verdict::Accepted);
        }
    }
    let Some(claims) = payload.and_then(object) else { return };
    let form = [Code::FieldMissing, Code::FieldNotString, Code::NameRepeated, Code::JwtPayloadInvalid, Code::TooLarge];
    if told.verdict == Verdict::Accepted {
        assert!(backend_accepts(&fields, &claims));
    } else if backend_accepts(&fields, &claims) {
        assert!(told.reasons.iter().all(|reason| form.contains(&reason.code)), "{:?}", told.reasons);
    }
});

/// The reasons but the one that takes the secret.
fn without_signature(told: &Explanation) -> Vec<(Code, Option<&str>)> {
    let reasons = told.reasons.iter().filter(|reason| reason.code != Code::SignatureMismatch);
    reasons.map(|reason| (reason.code, reason.field.as_deref())).collect()
}
