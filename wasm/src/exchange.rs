//! The one region of memory through which texts go in and out, and the problems of the call before.

use std::cell::Cell;

use fogbender_token::Error;
use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

thread_local! {
    static REGION: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    static OUTPUT: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
    static PROBLEMS: Cell<Option<Array>> = const { Cell::new(None) };
}

/// Makes the region at least `bytes` bytes long and tells where it is.
#[wasm_bindgen]
pub fn reserve(bytes: usize) -> *const u8 {
    let mut region = REGION.take();
    region.resize(bytes.max(region.len()), 0);
    let address = region.as_ptr();
    REGION.set(region);
    address
}

/// The problems of the call before, as an array of `{ code, field, message }`.
#[wasm_bindgen]
pub fn problems() -> Array {
    PROBLEMS.take().unwrap_or_default()
}

/// What is done with the text, and writes the answer. It is not generic, so that what surrounds it is compiled once.
type Work<'a> = dyn FnMut(&str, &mut Vec<u8>) -> Result<(), Error> + 'a;

/// Runs `work` on a text of `length` bytes, writes its answer over the text, and gives the answer's length; 0 leaves
/// problems.
pub(crate) fn answer(length: usize, work: &mut Work<'_>) -> usize {
    let (region, mut output) = (REGION.take(), OUTPUT.take());
    output.clear();
    let result = work(text_in(&region, length), &mut output);
    REGION.set(region);
    let written = keep(result).map_or(0, |()| put(&output));
    OUTPUT.set(output);
    written
}

/// Writes an answer to the beginning of the region and gives its length.
pub(crate) fn put(answer: &[u8]) -> usize {
    let mut region = REGION.take();
    region.resize(answer.len().max(region.len()), 0);
    region[..answer.len()].copy_from_slice(answer);
    REGION.set(region);
    answer.len()
}

/// Runs `work` on a text of `length` bytes and gives the object that it made; `undefined` leaves problems.
pub(crate) fn object(length: usize, work: &mut dyn FnMut(&str) -> Result<JsValue, Error>) -> JsValue {
    let region = REGION.take();
    let result = work(text_in(&region, length));
    REGION.set(region);
    keep(result).unwrap_or(JsValue::UNDEFINED)
}

/// Runs `work` on `length` bytes and wipes them.
#[cfg(feature = "sign")]
pub(crate) fn wiping<T>(length: usize, work: impl FnOnce(&[u8]) -> Result<T, Error>) -> Option<T> {
    use zeroize::Zeroize as _;

    let mut region = REGION.take();
    let result = work(&region[..length]);
    region[..length].zeroize();
    REGION.set(region);
    keep(result)
}

/// The text that JavaScript wrote, in UTF-8.
fn text_in(region: &[u8], length: usize) -> &str {
    std::str::from_utf8(&region[..length]).unwrap_or_default()
}

/// Sets an error aside for [`problems`].
fn keep<T>(result: Result<T, Error>) -> Option<T> {
    result.map_err(|error| PROBLEMS.set(to_js(&error).dyn_into().ok())).ok()
}

pub(crate) fn to_js(value: &impl Serialize) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default()
}
