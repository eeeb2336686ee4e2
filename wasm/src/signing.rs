//! What needs the secret.

use std::cell::RefCell;

use fogbender_token::binding::{self, Claims, Times};
use fogbender_token::{Error, Secret, Signer, explain_with};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::exchange::{answer, object, put, to_js, wiping};
use crate::options::{explain_options, verify_options};

/// Which rules a secret must keep.
#[wasm_bindgen]
#[derive(Clone, Copy)]
pub enum Rules {
    /// All of them.
    All,
    /// All but the one about its length.
    ShortAllowed,
    /// None, because it is to be explained what is wrong with it.
    AsGiven,
}

/// Signers, as JavaScript holds them: the current one first, then those before it.
#[wasm_bindgen]
pub struct Key(RefCell<Vec<Signer>>);

#[wasm_bindgen]
impl Key {
    /// Takes the secret out of the region, where it leaves zeros; `undefined` leaves problems.
    pub fn take(length: usize, rules: Rules) -> Option<Key> {
        Some(Key(RefCell::new(vec![take(length, rules)?])))
    }

    /// Takes a previous secret out of the region; `false` leaves problems.
    pub fn add(&self, length: usize, rules: Rules) -> bool {
        let Some(signer) = take(length, rules) else { return false };
        self.0.borrow_mut().push(signer);
        true
    }

    /// Signs an identity. The text is the fields' JSON. With `has_more`, the claims' JSON stands on a second line, and on a
    /// third one the widgetId, if `checks_widget_id` is set. The answer is the userJWT.
    #[expect(
        clippy::too_many_arguments,
        clippy::fn_params_excessive_bools,
        reason = "numbers cross the boundary for nothing, and objects do not"
    )]
    pub fn sign(
        &self,
        length: usize,
        partial: bool,
        has_more: bool,
        checks_widget_id: bool,
        issued_at: f64,
        leaves_out_iat: bool,
        expires_in_seconds: f64,
        not_before_seconds: f64,
    ) -> usize {
        let given = |seconds: f64| Some(seconds).filter(|seconds| !seconds.is_nan());
        let times = Times {
            issued_at: Some(issued_at),
            leaves_out_iat,
            expires_in_seconds: given(expires_in_seconds),
            not_before_seconds: given(not_before_seconds),
        };
        answer(length, &mut |text, out| {
            let lines = |text| has_more.then(|| str::split_once(text, '\n')).flatten().unwrap_or((text, ""));
            let (fields, behind) = lines(text);
            let (additional, widget_id) = lines(behind);
            let widget_id = checks_widget_id.then_some(widget_id);
            binding::sign(&self.0.borrow()[0], &Claims { fields, additional, partial, widget_id }, &times, out)
        })
    }

    /// Verifies a userJWT. The answer is its payload.
    pub fn verify(&self, length: usize, now: f64, tolerance: f64) -> usize {
        answer(length, &mut |user_jwt, out| {
            binding::verify(user_jwt, &self.0.borrow(), &verify_options(now, tolerance), out)
        })
    }

    /// Explains what was pasted.
    pub fn explain(&self, length: usize, now: f64, tolerance: f64, signature_type: u8) -> JsValue {
        object(length, &mut |input| {
            let options = explain_options(now, tolerance, signature_type);
            Ok(to_js(&explain_with(input, &*self.0.borrow(), &options)?))
        })
    }
}

/// Writes the fingerprint of the secret in the region, which is wiped; 0 leaves problems.
#[wasm_bindgen]
pub fn fingerprint(length: usize, rules: Rules) -> usize {
    wiping(length, |secret| Ok(checked(secret, rules)?.fingerprint())).map_or(0, |digits| put(digits.as_bytes()))
}

fn take(length: usize, rules: Rules) -> Option<Signer> {
    wiping(length, |secret| checked(secret, rules)).map(Signer::new)
}

fn checked(secret: &[u8], rules: Rules) -> Result<Secret, Error> {
    match rules {
        Rules::All => Secret::new(secret),
        Rules::ShortAllowed => Secret::short_allowed(secret),
        Rules::AsGiven => binding::secret_as_given(secret),
    }
}
