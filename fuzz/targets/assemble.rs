//! A token that `check` passes is one that the published widget takes and whose fields are those that were signed.
#![no_main]

use fogbender_token::{Code, Token};
use libfuzzer_sys::fuzz_target;
use model::{assert_tells, json, login, object, text, token_and_payload, widget_refuses};

// A token; or a token without userJWT and, in the next line, the payload of one.
fuzz_target!(|input: &str| {
    let (json, payload) = token_and_payload(input);
    let checked = Token::from_json(&json).and_then(|token| token.check().map(|()| token));
    let Some(mut fields) = object(&json) else {
        assert!(checked.is_err());
        return;
    };
    match checked {
        Ok(token) => {
            assert_eq!(widget_refuses(&fields), [""; 0]);
            let written = serde_json::to_string(&token).unwrap();
            fields.retain(|_, value| !value.is_null());
            assert_eq!(object(&written).unwrap(), fields);
            assert_eq!(Token::from_json(&written).unwrap().check(), Ok(()));
            if fields.contains_key("userId")
                && text(&fields, "userJWT").is_some_and(|jwt| !jwt.is_empty())
                && payload.is_some()
                && let Some((verdict, step)) = login::explained(&json, "jwt", true)
            {
                // Only a widgetId that is base64url and no workspace's ends such a login.
                let claims = payload.and_then(json::Object::read).unwrap();
                assert!(verdict == "accepted" || step == "workspace" || step == "user_token", "{verdict} {step}");
                assert!(claims.get("sub").is_none());
            }
        }
        Err(error) => {
            assert_tells(&error);
            if Token::from_json(&json).is_ok() && error.code() != Code::TokenWrapped {
                let named =
                    |field: &&str| error.problems().iter().any(|problem| problem.field.as_deref() == Some(field));
                assert!(widget_refuses(&fields).iter().all(named), "{error:?}");
            }
        }
    }
});
