//! What is said of a signature that is wrong.

use crate::error::{Code, Problem};

/// The problem with a userJWT that another key signed, or nobody.
pub(crate) fn signature_mismatch() -> Problem {
    let rule = "userJWT was not signed with this secret, or it was changed after it was signed. Compare both secrets. \
                They often differ by workspace, by environment, or because the secret was reset.";
    Problem::of(Code::SignatureMismatch, "userJWT", &[rule])
}

/// The problem with a signature of another kind that the secret did not make.
pub(crate) fn not_made_with_secret(field: &str) -> Problem {
    let rule = " was not made with this secret. Copy it again, or sign with userJWT.";
    Problem::about(Code::SignatureMismatch, field, rule)
}
