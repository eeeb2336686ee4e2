#![doc = include_str!("../README.md")]

#[cfg(feature = "sign")]
mod base64url;
mod claims;
mod error;
mod explain;
#[cfg(feature = "js")]
mod given;
#[cfg(feature = "sign")]
mod identity;
mod json;
mod jws;
mod numeric_date;
#[cfg(feature = "sign")]
mod secret;
#[cfg(feature = "serde")]
mod serialize;
#[cfg(feature = "sign")]
mod sign_options;
#[cfg(feature = "sign")]
mod signer;
#[cfg(all(feature = "js", feature = "sign"))]
mod stand_in;
mod token;
mod user_jwt;
mod verify_options;

#[cfg(feature = "js")]
mod boundary;

pub use error::{Code, Error, Problem};
#[cfg(feature = "sign")]
pub use explain::explain_with;
pub use explain::{Coverage, Explanation, Hint, Verdict, explain};
#[cfg(feature = "sign")]
pub use identity::Identity;
#[cfg(feature = "sign")]
pub use secret::Secret;
#[cfg(feature = "sign")]
pub use sign_options::SignOptions;
#[cfg(feature = "sign")]
pub use signer::{Signer, verify};
pub use token::{Token, UserToken};
pub use user_jwt::{Claims, Decoded, decode};
pub use verify_options::VerifyOptions;

/// What the fuzz targets reach and nobody else does.
#[cfg(all(fuzzing, feature = "js", feature = "sign"))]
#[doc(hidden)]
pub mod fuzzing {
    use crate::{Signer, VerifyOptions, stand_in};

    /// The stand-in's answer to a request: its status and its body.
    #[must_use]
    pub fn respond(signer: &Signer, request: [&str; 4], options: &VerifyOptions) -> (u16, String) {
        let [method, path, authorization, body] = request;
        stand_in::respond(signer, &stand_in::Request { method, path, authorization, body }, options)
    }
}
