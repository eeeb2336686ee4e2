//! The workspace secret: checked when it is made, never shown, wiped when it is dropped.

use std::fmt;

use zeroize::Zeroizing;

use crate::error::{Code, Error, Problem};

/// A 256-bit hash asks for a key of at least as many bits (RFC 7518 §3.2).
const MIN_BYTES: usize = 32;

/// More than any key; a whole PEM file still fits, so that it can be called one.
const MAX_BYTES: usize = 4096;

const FIELD: &str = "secret";

const WHERE: &str = " Copy the workspace secret from https://fogbender.com/admin/-/-/settings/embed.";

/// The workspace secret, the HMAC key as it stands: the 32 ASCII characters themselves, not the 24 bytes they encode.
///
/// ```
/// use fogbender_token::{Code, Secret};
///
/// let secret = Secret::new("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO")?;
/// assert_eq!(format!("{secret:?}"), "Secret([redacted])");
/// assert_eq!(Secret::new("hunter2").unwrap_err().code(), Code::SecretTooShort);
/// # Ok::<(), fogbender_token::Error>(())
/// ```
#[derive(Clone)]
pub struct Secret(Zeroizing<Vec<u8>>);

impl Secret {
    /// Takes the secret's text or bytes.
    ///
    /// # Errors
    /// One of the `secret_…` codes: empty, shorter than 32 bytes (RFC 7518 §3.2), padded with whitespace, or something
    /// else altogether (a placeholder, a PEM block, a JWK, a JWT).
    pub fn new(secret: impl AsRef<[u8]>) -> Result<Self, Error> {
        let secret = Self::short_allowed(secret)?;
        if secret.0.len() < MIN_BYTES {
            let rule = "The secret has fewer than 32 bytes, the least that HS256 may have (RFC 7518 §3.2).";
            return Err(Problem::of(Code::SecretTooShort, FIELD, &[rule, WHERE]).into());
        }
        Ok(secret)
    }

    /// Like [`Secret::new`], for a secret of fewer than 32 bytes, such as one in a test; the other rules hold.
    ///
    /// # Errors
    /// Those of [`Secret::new`] but `secret_too_short`.
    pub fn short_allowed(secret: impl AsRef<[u8]>) -> Result<Self, Error> {
        let secret = Self::as_given(secret)?;
        secret.mistaken().map_or(Ok(secret), |problem| Err(problem.into()))
    }

    /// A secret that may be wrong in every way but emptiness and length: an explanation finds out how.
    pub(crate) fn as_given(secret: impl AsRef<[u8]>) -> Result<Self, Error> {
        let bytes = secret.as_ref();
        match bytes.len() {
            0 => {
                let rule = "The secret is empty: the environment variable is probably unset.";
                Err(Problem::of(Code::SecretEmpty, FIELD, &[rule, WHERE]).into())
            }
            1..=MAX_BYTES => Ok(Self(Zeroizing::new(bytes.to_vec()))),
            _ => Err(Problem::of(Code::SecretTooLong, FIELD, &["The secret has more than 4096 bytes.", WHERE]).into()),
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// What this was taken for a secret instead of, if it is text that nobody would choose as a key.
    fn mistaken(&self) -> Option<Problem> {
        let text = std::str::from_utf8(&self.0).ok()?;
        let inner = text.trim_ascii().as_bytes();
        let braced = |open: &[u8], close: &[u8]| inner.starts_with(open) && inner.ends_with(close);
        let holds = |part: &[u8]| inner.windows(part.len()).any(|window| window == part);
        let is_variable = |byte: &u8| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_');
        let (code, rule) = if holds(b"-----BEGIN ") {
            (Code::SecretIsPem, "The secret is a PEM block: a key pair cannot sign HS256.")
        } else if braced(b"{", b"}") && holds(b"\"") {
            (
                Code::SecretIsJwk,
                "The secret is JSON, such as a JWK: a userJWT is signed with the workspace secret itself.",
            )
        } else if inner.starts_with(b"eyJ") && holds(b".") {
            (Code::SecretIsJwt, "The secret is a JWT: were the arguments swapped?")
        } else if inner == b"undefined"
            || inner == b"null"
            || braced(b"${", b"}")
            || braced(b"{{", b"}}")
            || braced(b"<", b">")
            || braced(b"%", b"%")
            || inner.starts_with(b"process.env.")
            || (inner.starts_with(b"$") && inner[1..].iter().all(is_variable))
        {
            (Code::SecretUnresolved, "The secret is a placeholder: the variable behind it was never filled in.")
        } else if braced(b"\"", b"\"") || braced(b"'", b"'") {
            (Code::SecretQuoted, "The secret stands in quotation marks: take them off.")
        } else if text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace) {
            let rule = "The secret begins or ends with whitespace, often a newline from a file: trim it.";
            return Some(Problem::of(Code::SecretPadded, FIELD, &[rule]));
        } else {
            return None;
        };
        Some(Problem::of(code, FIELD, &[rule, WHERE]))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(secret: &str) -> &'static str {
        Secret::new(secret).unwrap_err().code().as_str()
    }

    #[test]
    fn names_what_was_given_instead_of_a_secret() {
        assert_eq!(refusal(""), "secret_empty");
        assert_eq!(refusal(" "), "secret_padded");
        assert_eq!(refusal("x"), "secret_too_short");
        assert_eq!(refusal(&"x".repeat(31)), "secret_too_short");
        assert_eq!(refusal(&"x".repeat(4097)), "secret_too_long");
        assert_eq!(refusal("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO\n"), "secret_padded");
        assert_eq!(
            refusal("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----\n"),
            "secret_is_pem"
        );
        assert_eq!(refusal(r#"{"kty":"oct","k":"ZWNRU0g4WUlWOS8rL0hTNW1jeUY4WkNzUnNpODMzS08"}"#), "secret_is_jwk");
        assert_eq!(refusal("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMSJ9.AAAA"), "secret_is_jwt");
        assert_eq!(refusal("'ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO'"), "secret_quoted");
        for placeholder in [
            "undefined",
            "null",
            "${FOGBENDER_SECRET}",
            "{{ fogbender_secret }}",
            "<your secret here>",
            "$MY_FOGBENDER_WORKSPACE_SECRET",
        ] {
            assert_eq!(refusal(placeholder), "secret_unresolved", "{placeholder}");
        }
    }

    #[test]
    fn allows_a_short_secret_but_never_an_empty_or_padded_one() {
        assert!(Secret::short_allowed("x").is_ok());
        assert!(Secret::short_allowed("").is_err());
        assert!(Secret::short_allowed("x ").is_err());
    }

    #[test]
    fn takes_random_bytes_as_they_are() {
        assert!(Secret::new([b'\n'; 31].iter().chain(&[0xff]).copied().collect::<Vec<u8>>()).is_ok());
    }
}
