//! Options as numbers.

#[cfg(feature = "sign")]
use fogbender_token::VerifyOptions;
use fogbender_token::{ExplainOptions, SignatureType};

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
