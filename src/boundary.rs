//! The JavaScript boundary: conversions and nothing else.
//!
//! Everything comes in as text: JavaScript writes it into one region of memory and passes its length, which is several
//! times as fast as wasm-bindgen's own strings, keeps lone surrogates visible as escapes, and means that code of the
//! caller's (`toJSON`, getters) has run before Rust does. A userJWT goes out the same way; objects (tokens, explanations,
//! problems) are made by serde-wasm-bindgen. Where a length is returned, 0 means that there are [`problems`].
//! The buffers are taken out of their place while work runs, the clock is read before, and exports take `&self`: so a trap
//! (a caught stack overflow) leaves no borrow behind.

#![allow(unreachable_pub, reason = "wasm-bindgen exports what Rust itself does not reach")]
#![allow(clippy::float_cmp, reason = "in what wasm-bindgen generates for an enum")]

use std::cell::Cell;

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::claims::read_object;
use crate::error::{Error, Problem, problems_value, too_large};
use crate::explain::explain_fields;
use crate::given::Given;
use crate::json::Value;
use crate::jws;
use crate::token::Fields;
use crate::user_jwt::taken_apart;
use crate::verify_options::VerifyOptions;

thread_local! {
    static INPUT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    static OUTPUT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    static PROBLEMS: Cell<Vec<Problem>> = const { Cell::new(Vec::new()) };
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
    to_js(&problems_value(&PROBLEMS.take()))
}

/// Decodes a userJWT; the output is `{"header":…,"claims":…}`.
#[wasm_bindgen]
pub fn decode(user_jwt: usize) -> usize {
    respond(&[(USER_JWT, user_jwt)], &mut |texts, out| {
        let compact = taken_apart(texts[0])?;
        for part in ["{\"header\":", &compact.header, ",\"claims\":", &compact.payload, "}"] {
            out.extend_from_slice(part.as_bytes());
        }
        Ok(())
    })
}

/// The token that the widget takes, or `undefined` when there are problems.
#[wasm_bindgen]
pub fn assemble(parts: usize) -> JsValue {
    answer(&[(TOKEN, parts)], &mut |texts| {
        let token = Fields::given(texts[0])?;
        token.check()?;
        Ok(to_js(&token.into_value()))
    })
}

/// Whether a text is a JSON object in which no name of its own has two values; the output is the text again.
#[wasm_bindgen]
pub fn check_object(text: usize) -> usize {
    respond(&[("input", text)], &mut |texts, out| {
        read_object("The input", texts[0])?;
        out.extend_from_slice(texts[0].as_bytes());
        Ok(())
    })
}

/// Explains a token without the secret.
#[wasm_bindgen]
pub fn explain(token: usize, options: usize) -> JsValue {
    let now = now();
    answer(&[(TOKEN, token), (OPTIONS, options)], &mut |texts| {
        Ok(to_js(&explain_fields(&Fields::given(texts[0])?, &verify_options(texts[1], now)?)?.to_value()))
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
    if let Err(error) = options.times() {
        problems.append(&mut error.into_problems());
    }
    Error::check(problems)?;
    Ok(options)
}

/// The texts that stand one after the other in the input.
type Texts<'a> = [&'a str; 4];

/// What is done with the texts, and writes to the output. Not generic, so that what surrounds it is compiled once.
type Work<'a> = dyn FnMut(&Texts<'_>, &mut Vec<u8>) -> Result<(), Error> + 'a;

/// Takes the texts out of the input, by their names and lengths.
///
/// JavaScript does not copy in what is over [`limit`], and gives a length that no input has.
fn texts<'a>(input: &'a [u8], lengths: &[(&'static str, usize)]) -> Result<Texts<'a>, Error> {
    let mut rest = input;
    let mut texts = Texts::default();
    for (text, (name, length)) in texts.iter_mut().zip(lengths) {
        let (bytes, behind) = rest.split_at_checked(*length).ok_or_else(|| too_large(name))?;
        *text = std::str::from_utf8(bytes).unwrap_or_default();
        rest = behind;
    }
    Ok(texts)
}

/// Runs `work` on the input's texts and gives the length of what it wrote, or 0 and the problems.
fn respond(lengths: &[(&'static str, usize)], work: &mut Work<'_>) -> usize {
    let (input, mut output) = (INPUT.take(), OUTPUT.take());
    output.clear();
    let result = texts(&input, lengths).and_then(|texts| work(&texts, &mut output));
    let length = output.len();
    INPUT.set(input);
    OUTPUT.set(output);
    keep(result).map_or(0, |()| length)
}

/// Runs `work` on the input's texts and gives the object that it made, or `undefined` and the problems.
fn answer(lengths: &[(&'static str, usize)], work: &mut dyn FnMut(&Texts<'_>) -> Result<JsValue, Error>) -> JsValue {
    let input = INPUT.take();
    let result = texts(&input, lengths).and_then(|texts| work(&texts));
    INPUT.set(input);
    keep(result).unwrap_or(JsValue::UNDEFINED)
}

/// Sets an error's problems aside for [`problems`].
fn keep<T>(result: Result<T, Error>) -> Option<T> {
    result.map_err(|error| PROBLEMS.set(error.into_problems())).ok()
}

fn to_js(value: &Value<'_>) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default()
}

#[cfg(feature = "sign")]
mod with_secret {
    use std::cell::RefCell;

    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;
    use zeroize::Zeroize as _;

    use super::{IDENTITY, INPUT, OPTIONS, TOKEN, USER_JWT, answer, keep, now, respond, to_js, verify_options};
    use crate::claims::read_given;
    use crate::error::add;
    use crate::explain::explain_fields_with;
    use crate::given::Given;
    use crate::secret::Secret;
    use crate::sign_options::SignOptions;
    use crate::signer::{Needs, Signer, verified};
    use crate::stand_in::{self, Request};
    use crate::token::{Fields, versions_problem};

    /// Which rules a secret must keep.
    #[wasm_bindgen]
    #[derive(Clone, Copy)]
    pub enum Rules {
        /// All of them.
        All,
        /// All but that of its length.
        ShortAllowed,
        /// None: it is to be explained what is wrong with it.
        AsGiven,
    }

    /// Signers, as JavaScript holds them: the current one and, behind it, those before it.
    #[wasm_bindgen]
    pub struct Key(RefCell<Vec<Signer>>);

    #[wasm_bindgen]
    impl Key {
        /// Takes the secret out of the input, where it leaves zeros; `undefined` when there are problems.
        pub fn take(secret: usize, rules: Rules) -> Option<Key> {
            Some(Key(RefCell::new(vec![take(secret, rules)?])))
        }

        /// Takes a previous secret out of the input; `false` when there are problems.
        pub fn add(&self, secret: usize, rules: Rules) -> bool {
            let Some(signer) = take(secret, rules) else { return false };
            self.0.borrow_mut().push(signer);
            true
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
            let signer = &self.0.borrow()[0];
            respond(&[(IDENTITY, claims), (OPTIONS, options)], &mut |[claims, options, ..], out| {
                let names: &[&[&str]] =
                    if for_token { &[&["widgetId", "versions"], &SignOptions::NAMES] } else { &[&SignOptions::NAMES] };
                let mut given = Given::read(options, names);
                let options = SignOptions::read(&mut given, now);
                let mut problems = std::mem::take(&mut given.problems);
                if for_token {
                    add(&mut problems, signer.widget_id_problem(given.get("widgetId")));
                    add(&mut problems, given.get("versions").and_then(versions_problem));
                }
                options.check(&mut problems);
                signer.sign_claims(claims, read_given("identity", claims), &options, needs, problems, out)
            })
        }

        /// Verifies the userJWT with the options behind it; the output is the payload.
        pub fn verify(&self, user_jwt: usize, options: usize) -> usize {
            let now = now();
            respond(&[(USER_JWT, user_jwt), (OPTIONS, options)], &mut |[user_jwt, options, ..], out| {
                let jwt = verified(&self.0.borrow(), user_jwt, &verify_options(options, now)?)?;
                out.extend_from_slice(jwt.payload.as_bytes());
                Ok(())
            })
        }

        /// Explains the token with the options behind it.
        pub fn explain(&self, token: usize, options: usize) -> JsValue {
            let now = now();
            answer(&[(TOKEN, token), (OPTIONS, options)], &mut |[token, options, ..]| {
                let token = Fields::given(token)?;
                Ok(to_js(&explain_fields_with(&token, &self.0.borrow(), &verify_options(options, now)?)?.to_value()))
            })
        }

        /// Answers a request to the stand-in; the output is the status, three digits, and the body.
        pub fn respond(&self, method: usize, path: usize, authorization: usize, body: usize) -> usize {
            let now = now();
            let lengths = [("method", method), ("path", path), ("authorization", authorization), ("body", body)];
            respond(&lengths, &mut |[method, path, authorization, body], out| {
                let request = Request { method, path, authorization, body };
                let (status, answer) = stand_in::respond(&self.0.borrow()[0], &request, &verify_options("", now)?);
                for place in [100, 10, 1] {
                    out.push(b'0' + u8::try_from(status / place % 10).unwrap_or_default());
                }
                out.extend_from_slice(answer.as_bytes());
                Ok(())
            })
        }
    }

    fn take(length: usize, rules: Rules) -> Option<Signer> {
        let mut input = INPUT.take();
        let given = &mut input[..length];
        let secret = match rules {
            Rules::All => Secret::new(&*given),
            Rules::ShortAllowed => Secret::short_allowed(&*given),
            Rules::AsGiven => Secret::as_given(&*given),
        };
        given.zeroize();
        INPUT.set(input);
        keep(secret).map(Signer::new)
    }
}
