//! The JavaScript boundary: conversions and nothing else.
//!
//! Everything comes in as text: JavaScript writes it into one region of memory and passes its length, which is several
//! times as fast as wasm-bindgen's own strings, keeps lone surrogates visible as escapes, and means that code of the
//! caller's (`toJSON`, getters) has run before Rust does. A userJWT goes out the same way; objects (tokens, explanations,
//! problems) are made by serde-wasm-bindgen. Where a length is returned, 0 means that there are [`problems`].
//! The buffers are taken out of their place while work runs, the clock is read before, and exports take `&self`: so a trap
//! (a caught stack overflow) leaves no borrow behind.

#![allow(unreachable_pub, reason = "wasm-bindgen exports what Rust itself does not reach")]

use std::cell::Cell;

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::claims::read_object;
use crate::error::{Error, Problem, too_large};
use crate::given::Given;
use crate::jws;
use crate::token::Token;
use crate::user_jwt;
use crate::verify_options::VerifyOptions;

thread_local! {
    static INPUT: Cell<Vec<u8>> = Cell::default();
    static OUTPUT: Cell<Vec<u8>> = Cell::default();
    static PROBLEMS: Cell<Vec<Problem>> = Cell::default();
}

/// Makes room for `bytes` bytes of input and tells where they go.
#[wasm_bindgen]
pub fn reserve(bytes: usize) -> *const u8 {
    let mut input = INPUT.take();
    input.resize(bytes.max(input.len()), 0);
    let address = input.as_ptr();
    INPUT.set(input);
    address
}

/// Where the output is.
#[wasm_bindgen]
pub fn output() -> *const u8 {
    let output = OUTPUT.take();
    let address = output.as_ptr();
    OUTPUT.set(output);
    address
}

/// The longest text that need be copied in: a longer one is refused for its length alone.
#[wasm_bindgen]
pub fn limit() -> usize {
    jws::MAX_CHARACTERS
}

/// The problems of the call before, as an array of `{ code, field, message }`.
#[wasm_bindgen]
pub fn problems() -> JsValue {
    to_js(&PROBLEMS.take())
}

/// Decodes a userJWT; the output is `{"header":…,"claims":…}`.
#[wasm_bindgen]
pub fn decode(user_jwt: usize) -> usize {
    respond([(USER_JWT, user_jwt)], |[user_jwt], out| {
        let decoded = user_jwt::decode(user_jwt)?;
        for part in ["{\"header\":", &decoded.header, ",\"claims\":", decoded.claims.as_json(), "}"] {
            out.extend_from_slice(part.as_bytes());
        }
        Ok(())
    })
}

/// The token that the widget takes, or `undefined` when there are problems.
#[wasm_bindgen]
pub fn assemble(parts: usize) -> JsValue {
    answer([(TOKEN, parts)], |[parts], _| Token::from_json(parts)?.assembled())
}

/// Whether the widget can take a token.
#[wasm_bindgen]
pub fn check(token: usize) -> bool {
    keep(with_input([(TOKEN, token)], |[token], _| Token::from_json(token)?.check())).is_some()
}

/// Whether a text is a JSON object in which no name has two values, so that `JSON.parse` loses nothing of it.
#[wasm_bindgen]
pub fn check_object(text: usize) -> bool {
    keep(with_input([("input", text)], |[text], _| Ok(read_object("The input", text).map(|_| ())?))).is_some()
}

/// Explains a token without the secret.
#[wasm_bindgen]
pub fn explain(token: usize, options: usize) -> JsValue {
    let now = now();
    answer([(TOKEN, token), (OPTIONS, options)], |[token, options], _| {
        crate::explain::explain(&Token::from_json(token)?, &verify_options(options, now)?)
    })
}

#[cfg(feature = "sign")]
const IDENTITY: &str = "identity";
const TOKEN: &str = "token";
const USER_JWT: &str = "userJWT";
const OPTIONS: &str = "options";

fn now() -> f64 {
    js_sys::Date::now() / 1000.0
}

fn verify_options(text: &str, now: f64) -> Result<VerifyOptions, Error> {
    let mut given = Given::read(text, &[&VerifyOptions::NAMES]);
    let options = VerifyOptions::read(&mut given, now);
    let mut problems = given.problems;
    problems.extend(options.times().err().map(Error::into_problems).unwrap_or_default());
    Error::check(problems)?;
    Ok(options)
}

/// Gives `work` the texts that stand one after the other in the input, and the output to write to.
///
/// JavaScript does not copy in what is over [`limit`], and gives a length that no input has.
fn with_input<T, const N: usize>(
    lengths: [(&'static str, usize); N],
    work: impl FnOnce([&str; N], &mut Vec<u8>) -> Result<T, Error>,
) -> Result<T, Error> {
    let (input, mut output) = (INPUT.take(), OUTPUT.take());
    output.clear();
    let result = texts(&input, lengths).and_then(|texts| work(texts, &mut output));
    INPUT.set(input);
    OUTPUT.set(output);
    result
}

fn texts<'a, const N: usize>(input: &'a [u8], lengths: [(&'static str, usize); N]) -> Result<[&'a str; N], Error> {
    let mut rest = input;
    let mut texts = [""; N];
    for (text, (name, length)) in texts.iter_mut().zip(lengths) {
        let (bytes, behind) = rest.split_at_checked(length).ok_or_else(|| too_large(name))?;
        *text = std::str::from_utf8(bytes).unwrap_or_default();
        rest = behind;
    }
    Ok(texts)
}

/// Runs `work` on the input's texts and gives the length of what it wrote, or 0 and the problems.
fn respond<const N: usize>(
    lengths: [(&'static str, usize); N],
    work: impl FnOnce([&str; N], &mut Vec<u8>) -> Result<(), Error>,
) -> usize {
    keep(with_input(lengths, |texts, out| work(texts, out).map(|()| out.len()))).unwrap_or_default()
}

/// Runs `work` on the input's texts and gives the object that it made, or `undefined` and the problems.
fn answer<T: Serialize, const N: usize>(
    lengths: [(&'static str, usize); N],
    work: impl FnOnce([&str; N], &mut Vec<u8>) -> Result<T, Error>,
) -> JsValue {
    keep(with_input(lengths, work)).map_or(JsValue::UNDEFINED, |value| to_js(&value))
}

/// Sets an error's problems aside for [`problems`].
fn keep<T>(result: Result<T, Error>) -> Option<T> {
    result.map_err(|error| PROBLEMS.set(error.into_problems())).ok()
}

fn to_js<T: Serialize>(value: &T) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default()
}

#[cfg(feature = "sign")]
mod with_secret {
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;
    use zeroize::Zeroize as _;

    use super::{Error, IDENTITY, INPUT, OPTIONS, TOKEN, USER_JWT, answer, keep, now, respond, verify_options};
    use crate::explain::explain_with;
    use crate::given::Given;
    use crate::secret::Secret;
    use crate::sign_options::SignOptions;
    use crate::signer::{Needs, Signer, verified};
    use crate::stand_in::{self, Request};
    use crate::token::{Token, versions_problem};

    /// A signer, as JavaScript holds it.
    #[wasm_bindgen]
    pub struct Key(Signer);

    #[wasm_bindgen]
    impl Key {
        /// Takes the secret out of the input, where it leaves zeros, if it keeps every rule but perhaps that of its length;
        /// `undefined` when there are problems.
        pub fn take(secret: usize, allow_short_secret: bool) -> Option<Key> {
            take(secret, |given| if allow_short_secret { Secret::short_allowed(given) } else { Secret::new(given) })
        }

        /// Like `take`, for a secret of which it is to be explained what is wrong with it.
        pub fn take_as_given(secret: usize) -> Option<Key> {
            take(secret, |given| Secret::as_given(given))
        }

        /// Signs the claims with the options behind them; the output is the userJWT.
        pub fn sign(&self, claims: usize, options: usize) -> usize {
            self.sign_input(claims, options, Needs::UserId, false)
        }

        /// Like `sign`, for an identity that must have every field of a token.
        pub fn sign_complete(&self, claims: usize, options: usize) -> usize {
            self.sign_input(claims, options, Needs::EveryField, false)
        }

        /// Like `sign_complete`, for an identity from which JavaScript then assembles a token.
        pub fn sign_for_token(&self, claims: usize, options: usize) -> usize {
            self.sign_input(claims, options, Needs::EveryField, true)
        }

        fn sign_input(&self, claims: usize, options: usize, needs: Needs, for_token: bool) -> usize {
            let now = now();
            respond([(IDENTITY, claims), (OPTIONS, options)], |[claims, options], out| {
                let names: &[&[&str]] =
                    if for_token { &[&["widgetId", "versions"], &SignOptions::NAMES] } else { &[&SignOptions::NAMES] };
                let mut given = Given::read(options, names);
                let options = SignOptions::read(&mut given, now);
                let mut problems = std::mem::take(&mut given.problems);
                if for_token {
                    problems.extend(self.0.widget_id_problems(given.get("widgetId")));
                    problems.extend(given.get("versions").and_then(versions_problem));
                }
                options.check(&mut problems);
                self.0.sign_claims(claims, &options, needs, problems, out)
            })
        }

        /// Verifies the userJWT with the options behind it; the output is the payload.
        pub fn verify(&self, user_jwt: usize, options: usize) -> usize {
            verify(std::slice::from_ref(&self.0), user_jwt, options)
        }

        /// Answers a request to the stand-in; the output is the status, three digits, and the body.
        pub fn respond(&self, method: usize, path: usize, authorization: usize, body: usize) -> usize {
            let now = now();
            let lengths = [("method", method), ("path", path), ("authorization", authorization), ("body", body)];
            respond(lengths, |[method, path, authorization, body], out| {
                let request = Request { method, path, authorization, body };
                let (status, answer) = stand_in::respond(&self.0, &request, &verify_options("", now)?);
                out.extend([100, 10, 1].map(|place| b'0' + u8::try_from(status / place % 10).unwrap_or_default()));
                out.extend_from_slice(answer.as_bytes());
                Ok(())
            })
        }

        /// Explains the token with the options behind it.
        pub fn explain(&self, token: usize, options: usize) -> JsValue {
            explain(std::slice::from_ref(&self.0), token, options)
        }
    }

    fn take(length: usize, check: impl FnOnce(&[u8]) -> Result<Secret, Error>) -> Option<Key> {
        let mut input = INPUT.take();
        let given = &mut input[..length];
        let secret = check(given);
        given.zeroize();
        INPUT.set(input);
        keep(secret).map(|secret| Key(Signer::new(secret)))
    }

    /// Verifies with several keys, the current one first, and drops them.
    #[wasm_bindgen]
    pub fn verify_any(keys: Vec<Key>, user_jwt: usize, options: usize) -> usize {
        verify(&signers(keys), user_jwt, options)
    }

    /// Explains with several keys, the current one first, and drops them.
    #[wasm_bindgen]
    pub fn explain_any(keys: Vec<Key>, token: usize, options: usize) -> JsValue {
        explain(&signers(keys), token, options)
    }

    fn signers(keys: Vec<Key>) -> Vec<Signer> {
        keys.into_iter().map(|key| key.0).collect()
    }

    fn verify(signers: &[Signer], user_jwt: usize, options: usize) -> usize {
        let now = now();
        respond([(USER_JWT, user_jwt), (OPTIONS, options)], |[user_jwt, options], out| {
            let jwt = verified(signers, user_jwt, &verify_options(options, now)?)?;
            out.extend_from_slice(jwt.payload.as_bytes());
            Ok(())
        })
    }

    fn explain(signers: &[Signer], token: usize, options: usize) -> JsValue {
        let now = now();
        answer([(TOKEN, token), (OPTIONS, options)], |[token, options], _| {
            explain_with(&Token::from_json(token)?, signers, &verify_options(options, now)?)
        })
    }
}
