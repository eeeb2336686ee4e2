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
use crate::error::{Error, Problem, problems_value};
use crate::explain::explain_fields;
use crate::given::Given;
use crate::json::Value;
use crate::token::Fields;
use crate::user_jwt::taken_apart;
use crate::verify_options::VerifyOptions;

/// As fast as the standard library's for wasm, in a seventh of the code.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

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

/// The problems of the call before, as an array of `{ code, field, message }`.
#[wasm_bindgen]
pub fn problems() -> JsValue {
    to_js(&problems_value(&PROBLEMS.take()))
}

/// Decodes a userJWT; the output is `{"header":…,"claims":…}`.
#[wasm_bindgen]
pub fn decode(input: usize) -> usize {
    respond(input, &mut |_, user_jwt, out| {
        let compact = taken_apart(user_jwt)?;
        for part in ["{\"header\":", &compact.header, ",\"claims\":", &compact.payload, "}"] {
            out.extend_from_slice(part.as_bytes());
        }
        Ok(())
    })
}

/// The token that the widget takes, or `undefined` when there are problems.
#[wasm_bindgen]
pub fn assemble(input: usize) -> JsValue {
    answer(input, &mut |_, parts| {
        let token = Fields::given(parts)?;
        token.check()?;
        Ok(to_js(&token.into_value()))
    })
}

/// Whether a text is a JSON object in which no name of its own has two values; the output is the text again.
#[wasm_bindgen]
pub fn check_object(input: usize) -> usize {
    respond(input, &mut |_, text, out| {
        read_object("The input", text)?;
        out.extend_from_slice(text.as_bytes());
        Ok(())
    })
}

/// Explains a token without the secret.
#[wasm_bindgen]
pub fn explain(input: usize) -> JsValue {
    let now = now();
    answer(input, &mut |options, token| {
        Ok(to_js(&explain_fields(&Fields::given(token)?, &verify_options(options, now)?)?.to_value()))
    })
}

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

/// What is done with the options and the text, and writes to the output. Not generic, so that what surrounds it is
/// compiled once.
type Work<'a> = dyn FnMut(&str, &str, &mut Vec<u8>) -> Result<(), Error> + 'a;

/// The first line of the input, which JavaScript wrote in UTF-8, and the text behind it.
fn options_and_text(input: &[u8]) -> (&str, &str) {
    split(std::str::from_utf8(input).unwrap_or_default(), b'\n')
}

/// What is before and what is behind the first such character; all is before it where there is none.
fn split(text: &str, at: u8) -> (&str, &str) {
    let before = text.bytes().position(|byte| byte == at).unwrap_or(text.len());
    (&text[..before], text.get(before + 1..).unwrap_or_default())
}

/// Runs `work` on `input` bytes of input and gives the length of what it wrote, or 0 and the problems.
fn respond(input: usize, work: &mut Work<'_>) -> usize {
    let (bytes, mut output) = (INPUT.take(), OUTPUT.take());
    output.clear();
    let (options, text) = options_and_text(&bytes[..input]);
    let result = work(options, text, &mut output);
    let length = output.len();
    INPUT.set(bytes);
    OUTPUT.set(output);
    keep(result).map_or(0, |()| length)
}

/// Runs `work` on `input` bytes of input and gives the object that it made, or `undefined` and the problems.
fn answer(input: usize, work: &mut dyn FnMut(&str, &str) -> Result<JsValue, Error>) -> JsValue {
    let bytes = INPUT.take();
    let (options, text) = options_and_text(&bytes[..input]);
    let result = work(options, text);
    INPUT.set(bytes);
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

    use super::{INPUT, answer, keep, now, respond, split, to_js, verify_options};
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

        /// Signs the claims with the options before them; the output is the userJWT.
        pub fn sign(&self, input: usize) -> usize {
            self.sign_input(input, Needs::UserId, false)
        }

        /// Like `sign`, for an identity that must have every field of a token.
        pub fn sign_complete(&self, input: usize) -> usize {
            self.sign_input(input, Needs::EveryField, false)
        }

        /// Like `sign_complete`, for an identity from which JavaScript then assembles a token.
        pub fn sign_for_token(&self, input: usize) -> usize {
            self.sign_input(input, Needs::EveryField, true)
        }

        fn sign_input(&self, input: usize, needs: Needs, for_token: bool) -> usize {
            let now = now();
            let signer = &self.0.borrow()[0];
            respond(input, &mut |options, claims, out| {
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

        /// Verifies the userJWT with the options before it; the output is the payload.
        pub fn verify(&self, input: usize) -> usize {
            let now = now();
            respond(input, &mut |options, user_jwt, out| {
                let jwt = verified(&self.0.borrow(), user_jwt, &verify_options(options, now)?)?;
                out.extend_from_slice(jwt.payload.as_bytes());
                Ok(())
            })
        }

        /// Explains the token with the options before it.
        pub fn explain(&self, input: usize) -> JsValue {
            let now = now();
            answer(input, &mut |options, token| {
                let token = Fields::given(token)?;
                Ok(to_js(&explain_fields_with(&token, &self.0.borrow(), &verify_options(options, now)?)?.to_value()))
            })
        }

        /// Answers a request to the stand-in, a body with `METHOD path authorization` before it, and leaves zeros where it
        /// was; the output is the status, three digits, and the body.
        pub fn respond(&self, input: usize) -> usize {
            let now = now();
            let length = respond(input, &mut |head, body, out| {
                let (method, head) = split(head, b' ');
                let (path, authorization) = split(head, b' ');
                let request = Request { method, path, authorization, body };
                let (status, answer) = stand_in::respond(&self.0.borrow()[0], &request, &verify_options("", now)?);
                for place in [100, 10, 1] {
                    out.push(b'0' + u8::try_from(status / place % 10).unwrap_or_default());
                }
                out.extend_from_slice(answer.as_bytes());
                Ok(())
            });
            let mut bytes = INPUT.take();
            bytes[..input].zeroize();
            INPUT.set(bytes);
            length
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
