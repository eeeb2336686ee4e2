//! Fogbender's rules for the fields that say who the user is, wherever they stand: in an identity, in claims, in a token.

pub(crate) mod claims;
mod field;
pub(crate) mod signature;

pub(crate) use field::{advice, check_fields, check_text, text_problem};

/// The fields that say who the user is and which customer she belongs to, in the order in which they are signed.
pub(crate) const FIELDS: [&str; 6] = ["userId", "customerId", "customerName", "userEmail", "userName", "userAvatarUrl"];

/// The one field that may be absent.
pub(crate) const OPTIONAL_FIELD: &str = "userAvatarUrl";

/// The registered claims that say when a userJWT is valid (RFC 7519 §4.1).
pub(crate) const TIMES: [&str; 3] = ["iat", "nbf", "exp"];
