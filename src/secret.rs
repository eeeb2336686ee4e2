//! The workspace secret. It is checked when it is made, never shown, and wiped when it is dropped.

use std::fmt;
use std::str::FromStr;

use zeroize::Zeroizing;

use crate::error::{Code, Error, Problem};
use crate::jws::{Key, hex};

/// HS256 needs a key of at least 256 bits (RFC 7518 §3.2).
const MIN_BYTES: usize = 32;

/// More than any secret has. A whole PEM file still fits, so that the error can name it.
const MAX_BYTES: usize = 4096;

const FIELD: &str = "secret";

const WHERE: &str = " Copy the workspace secret from https://fogbender.com/admin/-/-/settings/embed.";

/// The workspace secret. Its 32 ASCII characters are the HMAC key as they stand, not the 24 bytes that they encode.
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
            let rule = "The secret has fewer than 32 bytes, and HS256 needs at least 32 (RFC 7518 §3.2).";
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

    /// A secret that may be wrong in any way but its emptiness and its length: an explanation finds out how.
    pub(crate) fn as_given(secret: impl AsRef<[u8]>) -> Result<Self, Error> {
        let bytes = secret.as_ref();
        match bytes.len() {
            0 => {
                let rule = "The secret is empty. Its environment variable is probably unset.";
                Err(Problem::of(Code::SecretEmpty, FIELD, &[rule, WHERE]).into())
            }
            1..=MAX_BYTES => Ok(Self(Zeroizing::new(bytes.to_vec()))),
            _ => Err(Problem::of(Code::SecretTooLong, FIELD, &["The secret has more than 4096 bytes.", WHERE]).into()),
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// A short name for this secret, the same wherever it is: 8 hexadecimal digits, safe to log.
    ///
    /// It shows which secret an instance holds. It cannot be turned back, and it is part of no signature: the secret is
    /// the message here, and the key is a fixed label.
    ///
    /// ```
    /// # use fogbender_token::Secret;
    /// assert_eq!(Secret::new("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO")?.fingerprint().len(), 8);
    /// # Ok::<(), fogbender_token::Error>(())
    /// ```
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mac = Key::new(b"fogbender-token fingerprint").mac(&self.0);
        hex(&mac[..4]).map(char::from).collect()
    }

    /// The problem with text that nobody would choose as a key.
    fn mistaken(&self) -> Option<Problem> {
        let text = std::str::from_utf8(&self.0).ok()?;
        let (code, rule) = wrong_text(text)?;
        Some(Problem::of(code, FIELD, &[rule, WHERE]))
    }
}

/// What a text is instead of a secret, and the rule that it breaks.
fn wrong_text(text: &str) -> Option<(Code, &'static str)> {
    let inner = text.trim_matches(char::is_whitespace);
    let braced = |open: &str, close: &str| inner.starts_with(open) && inner.ends_with(close);
    Some(if holds(inner, "-----BEGIN ") {
        (Code::SecretIsPem, "The secret is a PEM block. A key pair cannot sign HS256.")
    } else if braced("{", "}") && holds(inner, "\"") {
        (Code::SecretIsJwk, "The secret is JSON, such as a JWK. A userJWT is signed with the workspace secret itself.")
    } else if inner.starts_with("eyJ") && holds(inner, ".") {
        (Code::SecretIsJwt, "The secret is a JWT. Perhaps the arguments are swapped.")
    } else if is_placeholder(inner) || is_reference(inner) {
        let rule =
            "The secret is a placeholder or a reference that nobody resolved. Give the value that it stands for.";
        (Code::SecretUnresolved, rule)
    } else if braced("\"", "\"") || braced("'", "'") {
        (Code::SecretQuoted, "The secret has quotation marks around it. Take them off.")
    } else if inner.contains(INVISIBLE) {
        (Code::SecretInvisible, "The secret has an invisible character, such as a byte order mark. Remove it.")
    } else if is_prefixed(inner) {
        (Code::SecretPrefixed, "The secret has NAME= or Bearer before it. Give the secret alone.")
    } else if inner.len() < text.len() {
        (Code::SecretPadded, "The secret begins or ends with whitespace, often a newline from a file. Trim it.")
    } else {
        return None;
    })
}

/// How references to secret stores begin, which a platform resolves, or fails to.
const REFERENCES: [&str; 4] = ["@Microsoft.KeyVault(", "op://", "arn:aws:secretsmanager:", "vault:"];

/// Characters that no editor shows: byte order mark, zero-width spaces and joiners.
const INVISIBLE: [char; 5] = ['\u{feff}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}'];

/// Whether a text holds another. The standard library's search is a hundred times as much code.
fn holds(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len()).any(|window| window == part.as_bytes())
}

/// Whether a text is a reference to a secret store.
fn is_reference(text: &str) -> bool {
    REFERENCES.iter().any(|start| text.starts_with(start))
        || (text.starts_with("projects/") && holds(text, "/secrets/"))
}

/// Whether a text is what stands in a template for a value.
fn is_placeholder(text: &str) -> bool {
    let braced = |open: &str, close: &str| text.starts_with(open) && text.ends_with(close);
    matches!(text, "undefined" | "null")
        || [("${", "}"), ("{{", "}}"), ("<", ">"), ("%", "%")].iter().any(|(open, close)| braced(open, close))
        || text.starts_with("process.env.")
        || text.strip_prefix('$').is_some_and(|name| name.bytes().all(is_of_variable))
}

/// Whether a text is a line of an environment file, `NAME=value`, or a header's `Bearer value`.
fn is_prefixed(text: &str) -> bool {
    let assigned = text.strip_prefix("export ").unwrap_or(text).split_once('=');
    let is_name = |name: &str| (holds(name, "_") || name == "SECRET") && name.bytes().all(is_of_variable);
    text.starts_with("Bearer ") || assigned.is_some_and(|(name, value)| is_name(name) && !value.is_empty())
}

fn is_of_variable(byte: u8) -> bool {
    matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_')
}

impl FromStr for Secret {
    type Err = Error;

    fn from_str(secret: &str) -> Result<Self, Error> {
        Self::new(secret)
    }
}

impl TryFrom<&str> for Secret {
    type Error = Error;

    fn try_from(secret: &str) -> Result<Self, Error> {
        Self::new(secret)
    }
}

impl TryFrom<&[u8]> for Secret {
    type Error = Error;

    fn try_from(secret: &[u8]) -> Result<Self, Error> {
        Self::new(secret)
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

    /// Each is like one of the mistakes above in a part, and is a key all the same.
    #[test]
    fn takes_a_key_that_only_looks_a_little_like_a_mistake() {
        for secret in [
            "{without a quotation mark in it.}",
            "{which has a \" and does not end so.",
            "which has a \" and ends with brace.}",
            "\"which begins with one, and no more.",
            "which ends with one, and not begins'",
            "a \" quotation mark and no braces ..",
            "eyJust-a-text-that-begins-like-that",
            "a.text.with.dots.that.begins.as.none",
            "projects/that-has-no-folder-of-those",
            "a-folder/secrets/that-is-no-project-",
            "<which does not end as it has begun ",
            "which does not begin as it has ended>",
            "$has-small-letters-and-is-no-variable",
            "ABC_DEF_GHI_JKL_MNO_PQR_STU_VWX_YZ0=",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345=abc",
            "a_small_name_is_no_variable_of_any=x",
        ] {
            assert!(Secret::new(secret.trim_end()).is_ok(), "{secret}");
        }
    }

    #[test]
    fn names_a_reference_a_prefix_and_what_no_editor_shows() {
        let secret = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
        for reference in ["op://vault/item/field", "projects/p/secrets/s/versions/1", "vault:v1:abc"] {
            assert_eq!(refusal(reference), "secret_unresolved", "{reference}");
        }
        for before in ["FOGBENDER_SECRET=", "export FOGBENDER_SECRET=", "SECRET=", "Bearer "] {
            assert_eq!(refusal(&[before, secret].concat()), "secret_prefixed", "{before}");
        }
        assert_eq!(refusal(&["\u{feff}", secret].concat()), "secret_invisible");
    }

    #[test]
    fn never_shows_itself() {
        assert_eq!(format!("{:?}", Secret::new("x".repeat(32)).unwrap()), "Secret([redacted])");
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
