//! What the claims of a userJWT must be: of one that is to be signed, and of one that somebody signed.

use super::{FIELDS, TIMES, check_text, text_problem};
use crate::error::{Code, Problem, add};
#[cfg(feature = "sign")]
use crate::json::MAX_MEMBERS;
use crate::json::Object;

/// The most claims that may be signed beside the identity: with the fields and the times, a verifier still reads them all.
#[cfg(feature = "sign")]
const MAX_CLAIMS: usize = MAX_MEMBERS - FIELDS.len() - TIMES.len();

/// The problems with claims that are to be signed beside the identity: all text, and no name that has a meaning already.
#[cfg(feature = "sign")]
pub(crate) fn check_additional(claims: &Object<'_>, problems: &mut Vec<Problem>) {
    if claims.members().len() > MAX_CLAIMS {
        problems.push(too_many());
    }
    for (name, value) in claims.members() {
        let name = name.as_ref();
        if FIELDS.contains(&name) {
            let rule = " belongs to the identity, not to claims. Give it in the identity.";
            problems.push(Problem::about(Code::FieldForbidden, name, rule));
        }
        if TIMES.contains(&name) {
            let rule = " is a time, and claims cannot set it. Use the options for times.";
            problems.push(Problem::about(Code::FieldForbidden, name, rule));
        }
        add(problems, text_problem(name, value).filter(|found| found.code != Code::FieldEmpty));
        add(problems, forbidden(name));
    }
}

/// The problem with more than [`MAX_CLAIMS`] claims.
#[cfg(feature = "sign")]
pub(crate) fn too_many() -> Problem {
    Problem::about(Code::TooLarge, "claims", " has more than 247 names. Leave some out.")
}

/// The problems with claims that somebody signed. `userId` must be there, the identity must be text, and other claims may
/// be any JSON.
pub(crate) fn check_signed(claims: &Object<'_>, problems: &mut Vec<Problem>) {
    check_text(claims, "userId", problems);
    for (name, value) in claims.members() {
        let name = name.as_ref();
        if name != "userId" && value.as_text().is_none() && (FIELDS.contains(&name) || value.is_ill_formed()) {
            add(problems, text_problem(name, value));
        }
        add(problems, forbidden(name));
    }
}

/// The problem with a claim that changes how Fogbender reads a userJWT.
fn forbidden(name: &str) -> Option<Problem> {
    let reason = match name {
        "sub" => "sub must not be in a userJWT, because Fogbender would then compare nothing else. Sign without sub.",
        "visitor" => "visitor must not be in a userJWT, because it marks a visitor's token. Sign without visitor.",
        _ => return None,
    };
    Some(Problem::of(Code::FieldForbidden, name, &[reason]))
}
