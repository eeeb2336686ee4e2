//! For the WebAssembly crate in `wasm/`, and for nobody else: signing and verifying from text to text, without copies.

use crate::error::Error;
use crate::jws::Compact;
#[cfg(feature = "sign")]
pub use with_secret::{Claims, Times, secret_as_given, sign, verify};

/// Appends `{"header":…,"claims":…}` of a userJWT that is not verified to `out`.
///
/// # Errors
/// Those of [`decode`](crate::decode).
pub fn decode(user_jwt: &str, out: &mut Vec<u8>) -> Result<(), Error> {
    let jws = Compact::parse(user_jwt)?;
    for part in ["{\"header\":", jws.header_object()?.text(), ",\"claims\":", jws.claims()?.text(), "}"] {
        out.extend_from_slice(part.as_bytes());
    }
    Ok(())
}

#[cfg(feature = "sign")]
mod with_secret {
    use crate::error::{Error, add};
    use crate::json::Object;
    use crate::read_object::read_object;
    use crate::rules::claims::too_many;
    use crate::secret::Secret;
    use crate::signer::{Signer, ToSign, verified};
    use crate::verify_options::VerifyOptions;

    pub use crate::sign_options::Times;

    /// What is signed, as JSON texts.
    pub struct Claims<'a> {
        /// The identity's fields, as an object.
        pub fields: &'a str,
        /// Claims of the caller's, as an object, or nothing.
        pub additional: &'a str,
        /// Whether fields may be absent.
        pub partial: bool,
        /// The widgetId of a token that is assembled from the fields, if there is to be one.
        pub widget_id: Option<&'a str>,
    }

    /// Appends a userJWT over the claims to `out`.
    ///
    /// # Errors
    /// Those of [`Signer::sign`].
    pub fn sign(signer: &Signer, claims: &Claims<'_>, times: &Times, out: &mut Vec<u8>) -> Result<(), Error> {
        let mut problems = Vec::new();
        add(&mut problems, claims.widget_id.and_then(|widget_id| signer.widget_id_problem(widget_id)));
        let additional = Some(claims.additional).filter(|text| !text.is_empty());
        let to_sign = ToSign {
            fields: read_object("identity", claims.fields)?,
            // JavaScript writes an object of texts: only the number of its names can be wrong.
            claims: additional.map(|text| read_object("claims", text).map_err(|_| too_many())).transpose()?,
            partial: claims.partial,
        };
        signer.sign_claims(&to_sign, times, problems, out)
    }

    /// Appends the payload of a userJWT that is right in every respect to `out`.
    ///
    /// # Errors
    /// Those of [`verify`](crate::verify).
    pub fn verify(user_jwt: &str, signers: &[Signer], options: &VerifyOptions, out: &mut Vec<u8>) -> Result<(), Error> {
        verified(user_jwt, &mut signers.iter(), options, |claims: &Object<'_>| {
            out.extend_from_slice(claims.text().as_bytes());
        })
    }

    /// A secret that may be wrong, because it is to be explained how.
    ///
    /// # Errors
    /// `secret_empty` and `secret_too_long`.
    pub fn secret_as_given(secret: &[u8]) -> Result<Secret, Error> {
        Secret::as_given(secret)
    }
}
