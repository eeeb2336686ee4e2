//! Signs and explains the tokens of Fogbender's support-chat widget.
//!
//! A company puts the widget into its web app. The widget takes a *token*: who the signed-in user is, which customer she
//! belongs to, and a `userJWT` (HS256) with which the company's backend vouches for both. This crate signs that JWT,
//! assembles the token, and explains any token: what is signed, what anyone could edit, and why Fogbender would refuse it.
//!
//! # Example
//!
#![cfg_attr(feature = "sign", doc = "```")]
#![cfg_attr(not(feature = "sign"), doc = "```ignore")]
//! use fogbender_token::{Identity, Secret, SignOptions, Signer};
//!
//! let signer = Signer::new(Secret::new("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO")?); // once, from your settings
//!
//! // For the user of the current session. Never for whoever the browser says it is.
//! let alice = Identity::new("U234328")
//!     .customer_id("C256434")
//!     .customer_name("Netflix")
//!     .user_email("alice@netflix.com")
//!     .user_name("Alice Chesterton");
//! let token = signer.token(&alice, "dzAwNjg4NDY0NjI4NzgyNDY5MTIw", &SignOptions::new())?;
//! println!("{}", token.to_json()); // send it to your page
//! # Ok::<(), fogbender_token::Error>(())
//! ```
//!
//! A web backend for axum is in the repository, in `examples/axum`.
//!
//! # What decides
//!
//! Fogbender compares each claim that is **in** the userJWT with the token's field. So a field that is not signed can be
//! edited in the browser. **The account is found by `customerId` and `userEmail`**: a token whose email is not signed lets
//! its holder be any colleague. [`Signer::token`] signs every field.
//!
//! # Errors
//!
//! Every refusal is an [`Error`] with all [`Problem`]s of the input at once. Each has a stable [`Code`], the field, and a
//! sentence that says what to do. No secret and no JWT is ever in one.
//!
//! # Time
//!
//! Times are seconds, [`Duration`](std::time::Duration) or [`SystemTime`](std::time::SystemTime). On
//! `wasm32-unknown-unknown` the standard library has no clock: give [`SignOptions::issued_at`] and [`VerifyOptions::now`]
//! there, or the error is `clock_missing`.
//!
//! # Features
//!
//! - `sign` (default): everything that needs the secret. Without it, tokens can be checked, decoded and explained.
//! - `serde`: `Serialize` for tokens, explanations and errors, and `Deserialize` for [`Token`].
//!
//! # Scope
//!
//! HS256 userJWTs and the tokens around them, and no more. The crate refuses on purpose what other JWT libraries take:
//! other algorithms, short secrets, padded or non-canonical base64url, a name with two values, times in milliseconds. It
//! signs nobody in, stores nothing, and talks to no network.

#![cfg_attr(not(feature = "sign"), allow(dead_code, unused_imports, reason = "some of it serves signing alone"))]

mod error;
mod explain;
#[cfg(feature = "sign")]
mod identity;
mod json;
mod jws;
mod login;
mod output;
mod read_object;
mod rules;
#[cfg(feature = "sign")]
mod secret;
#[cfg(feature = "sign")]
mod sign_options;
#[cfg(feature = "sign")]
mod signer;
mod times;
mod token;
mod user_jwt;
mod verify_options;

#[doc(hidden)]
pub mod binding;

pub use error::{Code, Error, Problem};
#[cfg(feature = "sign")]
pub use explain::explain_with;
pub use explain::{Consequence, Coverage, ExplainOptions, Explanation, Hint, Input, Verdict, explain};
#[cfg(feature = "sign")]
pub use identity::Identity;
pub use login::{Outcome, SignatureType, Stage, Step};
#[cfg(feature = "sign")]
pub use secret::Secret;
#[cfg(feature = "sign")]
pub use sign_options::SignOptions;
#[cfg(feature = "sign")]
pub use signer::{Signer, verify};
pub use times::NumericDate;
pub use token::{Token, UserToken};
pub use user_jwt::{Claims, Decoded, decode};
pub use verify_options::VerifyOptions;
