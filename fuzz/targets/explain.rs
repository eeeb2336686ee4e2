//! `explain` ends where Fogbender's login ends, with its verdict, in a workspace of each type, with the secret and without;
//! and it agrees with `verify`.
#![no_main]

use fogbender_token::{Code, Explanation, SignatureType, Verdict, explain};
use libfuzzer_sys::fuzz_target;
use model::{NOW, assert_explains, assert_tells, at, for_type, login, object, signer, text, token_and_payload};

// What somebody pasted; or a token without userJWT and, in the next line, the payload of one.
fuzz_target!(|input: &str| {
    let (json, _) = token_and_payload(input);
    for kind in [SignatureType::Jwt, SignatureType::Hmac, SignatureType::Paseto] {
        let told = signer().explain(&json, &for_type(kind));
        let blind = explain(&json, &for_type(kind));
        let (told, blind) = match (told, blind) {
            (Ok(told), Ok(blind)) => (told, blind),
            (Err(error), Err(same)) => {
                assert_eq!(error, same);
                assert_tells(&error);
                assert_eq!(login::explained(&json, kind.as_str(), true), None);
                return;
            }
            (told, blind) => panic!("{told:?} {blind:?}"),
        };
        assert_explains(&told);
        assert_explains(&blind);
        assert_ne!(blind.verdict, Verdict::Accepted);
        if let Some(end) = login::explained(&json, kind.as_str(), true) {
            assert_eq!(end_of(&told), end);
            assert_eq!(Some(end_of(&blind)), login::explained(&json, kind.as_str(), false));
        }
    }
    agrees_with_verify(&json);
});

fn end_of(told: &Explanation) -> login::End {
    (told.verdict.as_str(), told.steps.last().map_or("", |step| step.stage.as_str()))
}

fn agrees_with_verify(json: &str) {
    let Some(user_jwt) = object(json).and_then(|token| text(&token, "userJWT").map(str::to_owned)) else { return };
    let told = signer().explain(&user_jwt, &for_type(SignatureType::Jwt));
    match signer().verify(&user_jwt, &at(NOW)) {
        Ok(_) => assert_eq!(told.unwrap().verdict, Verdict::Accepted),
        Err(error) if error.code() == Code::SignatureMismatch => {
            assert_eq!(told.unwrap().reasons[0].code, Code::SignatureMismatch);
        }
        Err(_) => {}
    }
}
