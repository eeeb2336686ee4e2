//! Options as numbers, and their names in JavaScript.

use fogbender_token::{Error, ExplainOptions, Problem, SignatureType, VerifyOptions};

/// What Rust calls an option, and what JavaScript calls it.
const NAMES: [(&str, &str); 4] = [
    ("issued_at", "issuedAt"),
    ("expires_in_seconds", "expiresInSeconds"),
    ("not_before_seconds", "notBeforeSeconds"),
    ("clock_tolerance_seconds", "clockToleranceSeconds"),
];

/// The signature types, by the number that JavaScript passes.
const SIGNATURE_TYPES: [SignatureType; 3] = [SignatureType::Jwt, SignatureType::Hmac, SignatureType::Paseto];

#[cfg(feature = "sign")]
pub(crate) fn verify_options(now: f64, tolerance: f64) -> VerifyOptions {
    VerifyOptions::new().now(now).clock_tolerance_seconds(tolerance)
}

pub(crate) fn explain_options(now: f64, tolerance: f64, signature_type: u8) -> ExplainOptions {
    let signature_type = SIGNATURE_TYPES.get(usize::from(signature_type)).copied().unwrap_or_default();
    ExplainOptions::new().now(now).clock_tolerance_seconds(tolerance).signature_type(signature_type)
}

/// An error's problems, with JavaScript's names for the options.
pub(crate) fn in_javascript(error: Error) -> Vec<Problem> {
    let mut problems = error.into_problems();
    for problem in &mut problems {
        for (rust, javascript) in NAMES {
            problem.message = problem.message.replace(rust, javascript);
            if problem.field.as_deref() == Some(rust) {
                problem.field = Some(javascript.to_owned());
            }
        }
    }
    problems
}
