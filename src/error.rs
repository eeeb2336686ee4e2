//! One error type: every problem of an input at once, each with a stable code, the field and the way out.

use std::fmt;

macro_rules! codes {
    ($($name:ident $text:literal $doc:literal;)*) => {
        /// A stable `snake_case` name for one kind of problem. The file docs/errors.md has cause and fix of each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code { $(#[doc = $doc] $name,)* }

        impl Code {
            /// Every code there is.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The code as text, for logs and other programs.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

codes! {
    SecretEmpty "secret_empty" "The secret is the empty string.";
    SecretTooShort "secret_too_short" "The secret has fewer than 32 bytes (RFC 7518 §3.2).";
    SecretTooLong "secret_too_long" "The secret has more than 4096 bytes, so it is something else.";
    SecretPadded "secret_padded" "The secret begins or ends with whitespace.";
    SecretInvisible "secret_invisible" "The secret holds an invisible character: a byte order mark or a zero-width space.";
    SecretPrefixed "secret_prefixed" "Something stands before the secret: `NAME=` or `Bearer `.";
    SecretQuoted "secret_quoted" "The secret stands in quotation marks.";
    SecretUnresolved "secret_unresolved" "The secret is a placeholder or a reference that nobody resolved.";
    SecretIsPem "secret_is_pem" "The secret is a PEM block: a public or private key, not the workspace secret.";
    SecretIsJwk "secret_is_jwk" "The secret is JSON, such as a JWK, not the workspace secret.";
    SecretIsJwt "secret_is_jwt" "The secret is a JWT: the arguments are probably swapped.";
    NotAnObject "not_an_object" "An identity, a token or options is not an object.";
    FieldMissing "field_missing" "A required field is absent.";
    FieldEmpty "field_empty" "A field is the empty string.";
    FieldNotString "field_not_string" "A field is not a string.";
    FieldNotWellFormed "field_not_well_formed" "A field holds half a character (a lone surrogate), which has no UTF-8 form.";
    FieldForbidden "field_forbidden" "A claim that a userJWT must not hold, such as `sub`.";
    FieldUnknown "field_unknown" "A field that this kind of token does not have.";
    FieldUnresolved "field_unresolved" "An id is blank, has control characters, or is the text of a missing value, such as `undefined`.";
    FieldReserved "field_reserved" "A field begins with a prefix that has a meaning of its own at Fogbender.";
    FieldInvalid "field_invalid" "A field has the right type and a value that cannot be right.";
    FieldMismatch "field_mismatch" "A field of the token differs from the signed claim.";
    SignatureMissing "signature_missing" "A user token has no signature that Fogbender reads.";
    SignatureMismatch "signature_mismatch" "The signature was not made with this secret over these bytes.";
    WidgetIdIsSecret "widget_id_is_secret" "The secret was given as the widgetId, which every visitor of the page sees.";
    TokenWrapped "token_wrapped" "The token is a member of what was given, such as an endpoint's whole answer.";
    TooLarge "too_large" "A userJWT, or what would become one, has more than 65,536 characters.";
    ClockMissing "clock_missing" "There is no clock on this target, and no time was given.";
    OptionInvalid "option_invalid" "An option has a value that it cannot take.";
    TimeInMilliseconds "time_in_milliseconds" "A time is in milliseconds; a NumericDate is in seconds (RFC 7519 §2).";
    JwtMalformed "jwt_malformed" "Not a JWS in compact serialization: three parts between two dots (RFC 7515 §7.1).";
    JwtNotBase64url "jwt_not_base64url" "A part is not canonical base64url without padding (RFC 7515 §2).";
    JwtHeaderInvalid "jwt_header_invalid" "The header is not a JSON object, or holds half a character (a lone surrogate).";
    JwtAlgNotAllowed "jwt_alg_not_allowed" "The header's `alg` is not HS256.";
    JwtCritUnknown "jwt_crit_unknown" "The header has `crit` or `b64`, and no extension is known here (RFC 7515 §4.1.11, RFC 7797).";
    JwtPayloadInvalid "jwt_payload_invalid" "The payload is not a JSON object, or passes a limit: 256 names, 32 levels, the largest `f64`.";
    NameRepeated "name_repeated" "A name occurs twice with different values (RFC 7519 §4).";
    JwtTimeInvalid "jwt_time_invalid" "`exp`, `nbf` or `iat` is not a NumericDate.";
    JwtExpired "jwt_expired" "The userJWT's `exp` has passed.";
    JwtNotYetValid "jwt_not_yet_valid" "The userJWT's `nbf` has not come yet.";
}

/// One problem of an input: a stable code, the field it concerns, and a sentence with the rule and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The stable name of this kind of problem.
    pub code: Code,
    /// The field, claim or option that it concerns, where there is one.
    pub field: Option<String>,
    /// For people: the rule that was broken and the way out. Holds no secret and no token.
    pub message: String,
}

impl Problem {
    /// A problem whose message is the field's name and a rule.
    #[cold]
    pub(crate) fn about(code: Code, field: &str, rule: &str) -> Self {
        Self::of(code, field, &[shown(field), rule])
    }

    // Marked cold, so that the code that leads to it is compiled for size.
    #[cold]
    pub(crate) fn of(code: Code, field: &str, message: &[&str]) -> Self {
        Self { code, field: Some(shown(field).to_owned()), message: message.concat() }
    }
}

/// Adds a problem where there is one.
pub(crate) fn add(problems: &mut Vec<Problem>, found: Option<Problem>) {
    if let Some(problem) = found {
        problems.push(problem);
    }
}

/// The problem with an input that is longer than a userJWT may be.
pub(crate) fn too_large(name: &str) -> Problem {
    let rule =
        " is too long, because a userJWT has at most 65,536 characters. Leave out what does not identify the user.";
    Problem::about(Code::TooLarge, name, rule)
}

/// A number in decimal. The standard library's own formatting is ten times as much code.
#[expect(clippy::cast_possible_truncation, reason = "a digit is below 10")]
pub(crate) fn decimal(mut number: usize) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(b'0' + (number % 10) as u8);
        number /= 10;
        if number == 0 {
            break;
        }
    }
    digits.iter().rev().map(|digit| char::from(*digit)).collect()
}

/// A name that is fit for a message: plain printable text of at most 24 characters. A longer one could be a secret, and
/// another one could steer a terminal.
pub(crate) fn shown(name: &str) -> &str {
    match name {
        _ if name.len() > 24 => "(a long name)",
        _ if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_graphic()) => "(an unprintable name)",
        _ => name,
    }
}

/// Why an input was refused: all of its [`Problem`]s, in the order in which they were found. There is always one.
///
#[cfg_attr(feature = "sign", doc = "```")]
#[cfg_attr(not(feature = "sign"), doc = "```ignore")]
/// use fogbender_token::{Code, Identity, Secret, SignOptions, Signer};
///
/// let signer = Signer::new(Secret::new("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO")?);
/// let options = SignOptions::new().partial().claim("sub", "U1");
/// let error = signer.sign(&Identity::new(""), &options).unwrap_err();
/// assert_eq!(error.code(), Code::FieldEmpty);
/// assert_eq!(error.problems().len(), 2);
/// assert_eq!(error.problems()[1].code.as_str(), "field_forbidden");
/// # Ok::<(), fogbender_token::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Vec<Problem>);

impl Error {
    /// The code of the first problem.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0[0].code
    }

    /// Every problem of the input.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.0
    }

    /// The problems alone.
    #[must_use]
    pub fn into_problems(self) -> Vec<Problem> {
        self.0
    }

    /// `Ok` when there are no problems. Every error is made here or from one problem, so that none is empty.
    pub(crate) fn check(problems: Vec<Problem>) -> Result<(), Self> {
        if problems.is_empty() { Ok(()) } else { Err(Self(problems)) }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            f.write_str(if index == 0 { "" } else { " " })?;
            f.write_str(&problem.message)?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_a_name_only_when_it_is_short_and_printable() {
        let longest = "x".repeat(24);
        assert_eq!(shown(&longest), longest);
        for (name, instead) in [
            ("x".repeat(25).as_str(), "(a long name)"),
            ("", "(an unprintable name)"),
            ("two words", "(an unprintable name)"),
            ("\u{1b}[31m", "(an unprintable name)"),
            ("é", "(an unprintable name)"),
        ] {
            assert_eq!(shown(name), instead, "{name}");
        }
    }

    #[test]
    fn a_code_is_displayed_as_its_name() {
        assert_eq!(Code::FieldMissing.to_string(), "field_missing");
    }

    #[test]
    fn writes_decimal() {
        for number in [0, 9, 10, 43, 1_000_000] {
            assert_eq!(decimal(number), number.to_string());
        }
    }
}
