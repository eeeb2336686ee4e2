//! The boundary to JavaScript, and nothing else: texts and numbers in, text or an object out.
//!
//! JavaScript writes its text into one region of memory and passes its length, which is several times as fast as
//! wasm-bindgen's own strings. An answer that is text is written over it. Objects (problems, explanations) are made by
//! serde-wasm-bindgen. Times come in as `f64`, where NaN is "not given". JavaScript has checked its own types before:
//! here, everything is text or a number.
//!
//! A trap, such as a stack overflow that the caller catches, must leave nothing half-done. So the buffers are taken out of
//! their place while work runs, and exports take `&self`.

#![allow(unreachable_pub, reason = "wasm-bindgen exports what Rust itself does not reach")]
#![allow(
    clippy::must_use_candidate,
    clippy::float_cmp,
    reason = "JavaScript calls these, by code that wasm-bindgen writes"
)]

mod exchange;
mod options;
#[cfg(feature = "sign")]
mod signing;

use fogbender_token::{Token, binding, explain as explain_unverified};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use exchange::{answer, object, to_js};
use options::explain_options;

/// As fast as the standard library's allocator for wasm, in a seventh of the code.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Decodes a userJWT. The answer is `{"header":…,"claims":…}`.
#[wasm_bindgen]
pub fn decode(length: usize) -> usize {
    answer(length, &mut |user_jwt, out| binding::decode(user_jwt, out))
}

/// Whether the widget can take a token; `false` leaves problems.
#[wasm_bindgen]
pub fn check(length: usize) -> bool {
    answer(length, &mut |token, out| {
        Token::from_json(token)?.check()?;
        out.push(b'+');
        Ok(())
    }) > 0
}

/// Explains what was pasted, without the secret.
#[wasm_bindgen]
pub fn explain(length: usize, now: f64, tolerance: f64, signature_type: u8) -> JsValue {
    object(length, &mut |input| {
        Ok(to_js(&explain_unverified(input, &explain_options(now, tolerance, signature_type))?))
    })
}
