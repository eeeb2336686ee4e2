//! JWS in compact serialization (RFC 7515 §7.1), with HS256 and nothing else. It is strict both ways: a JWS has one form.

#[cfg(feature = "sign")]
pub(crate) mod base64url;
#[cfg(feature = "sign")]
mod hs256;

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::error::{Code, Problem, too_large};
use crate::json::{Object, Value};
use crate::read_object::read_signed;
#[cfg(feature = "sign")]
pub(crate) use hs256::{Key, hex};

/// The one header that is ever written.
const HEADER: &str = r#"{"alg":"HS256","typ":"JWT"}"#;

/// [`HEADER`] in base64url.
const ENCODED_HEADER: &[u8] = b"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";

/// The longest userJWT, in characters. An identity needs far less; longer input is refused before it is decoded.
pub(crate) const MAX_CHARACTERS: usize = 65_536;

/// The longest payload whose userJWT has at most [`MAX_CHARACTERS`]: the header takes 37 of them, the signature 44.
#[cfg(feature = "sign")]
pub(crate) const MAX_PAYLOAD_BYTES: usize = (MAX_CHARACTERS - 37 - 44) / 4 * 3;

/// Room for a usual payload, and for its userJWT. Longer ones take more while they are written.
#[cfg(feature = "sign")]
pub(crate) const USUAL_BYTES: usize = 1024;

/// How many characters the signature has.
pub(crate) const SIGNATURE_CHARACTERS: usize = 43;

fn problem(code: Code, message: &[&str]) -> Problem {
    Problem::of(code, "userJWT", message)
}

/// The decoded parts of a JWS. Nothing in it is verified.
pub(crate) struct Compact<'a> {
    header: Cow<'static, str>,
    payload: String,
    signing_input: &'a [u8],
    signature: Vec<u8>,
}

impl<'a> Compact<'a> {
    /// Takes the three parts apart and decodes them.
    pub(crate) fn parse(jws: &'a str) -> Result<Self, Problem> {
        if jws.len() > MAX_CHARACTERS {
            return Err(too_large("userJWT"));
        }
        let mut parts = jws.as_bytes().split(|byte| *byte == b'.');
        let (Some(header), Some(payload), Some(signature), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            let rule = "userJWT is not header.payload.signature. Give the JWT whole, with nothing around it.";
            return Err(problem(Code::JwtMalformed, &[rule]));
        };
        Ok(Self {
            header: match header {
                ENCODED_HEADER => Cow::Borrowed(HEADER),
                other => Cow::Owned(decode_text(other, "header", Code::JwtHeaderInvalid)?),
            },
            payload: decode_text(payload, "payload", Code::JwtPayloadInvalid)?,
            signing_input: &jws.as_bytes()[..header.len() + 1 + payload.len()],
            signature: decode(signature, "signature")?,
        })
    }

    /// The header's JSON text.
    pub(crate) fn header(&self) -> &str {
        &self.header
    }

    /// The header as an object in which no name has two values.
    pub(crate) fn header_object(&self) -> Result<Object<'_>, Problem> {
        part(&self.header, "header", Code::JwtHeaderInvalid)
    }

    /// The header must be an object that every verifier reads alike, fix HS256, and ask for no extension.
    pub(crate) fn check_header(&self) -> Result<(), Problem> {
        if self.header == HEADER {
            return Ok(());
        }
        let header = self.header_object()?;
        if header.is_ill_formed() {
            let rule = "userJWT's header holds half a character (a lone surrogate). Sign the userJWT again.";
            return Err(problem(Code::JwtHeaderInvalid, &[rule]));
        }
        if header.text_of("alg") != Some("HS256") {
            let rule = "userJWT's header does not say \"alg\":\"HS256\". Sign with HS256, the only algorithm that is accepted.";
            return Err(problem(Code::JwtAlgNotAllowed, &[rule]));
        }
        // RFC 7797: with b64 false the payload is not base64url, whether crit says so or not.
        let is_unencoded = header.get("b64").is_some_and(|value| *value != Value::Bool(true));
        if is_unencoded || header.get("crit").is_some() {
            let rule = "userJWT's header has crit or b64, which ask for an extension. Sign without crit and b64.";
            return Err(problem(Code::JwtCritUnknown, &[rule]));
        }
        Ok(())
    }

    /// The payload as an object in which no name has two values.
    pub(crate) fn claims(&self) -> Result<Object<'_>, Problem> {
        part(&self.payload, "payload", Code::JwtPayloadInvalid)
    }

    /// Header and payload as they were signed (RFC 7515 §5.2).
    #[cfg(feature = "sign")]
    pub(crate) fn signing_input(&self) -> &'a [u8] {
        self.signing_input
    }

    /// The signature's bytes.
    #[cfg(feature = "sign")]
    pub(crate) fn signature(&self) -> &[u8] {
        &self.signature
    }
}

fn part<'t>(text: &'t str, name: &str, code: Code) -> Result<Object<'t>, Problem> {
    read_signed(&["userJWT's ", name].concat(), text).map_err(|problem| match problem.code {
        Code::NameRepeated => problem,
        _ => Problem::of(code, "userJWT", &[&problem.message]),
    })
}

fn decode(part: &[u8], name: &str) -> Result<Vec<u8>, Problem> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| {
        let rule = if part.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
            " is not base64url, because it was cut off or its end was changed. Give the whole JWT as it was signed."
        } else {
            " is not base64url, which has only letters, digits, - and _. Give the JWT as it was signed."
        };
        problem(Code::JwtNotBase64url, &["userJWT's ", name, rule])
    })
}

fn decode_text(part: &[u8], name: &str, code: Code) -> Result<String, Problem> {
    String::from_utf8(decode(part, name)?)
        .map_err(|_| problem(code, &["userJWT's ", name, " is not UTF-8. Sign the userJWT again."]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_text_is_still_read() {
        let code = |length: usize| Compact::parse(&"x".repeat(length)).map(|_| ()).unwrap_err().code;
        assert_eq!(code(MAX_CHARACTERS), Code::JwtMalformed);
        assert_eq!(code(MAX_CHARACTERS + 1), Code::TooLarge);
    }

    /// RFC 7797 §3: `b64` true is the default, and changes nothing.
    #[test]
    fn a_header_may_say_that_the_payload_is_base64url() {
        let checked = |header: &str| {
            let jws = [&URL_SAFE_NO_PAD.encode(header), ".e30.AAAA"].concat();
            Compact::parse(&jws).and_then(|jws| jws.check_header()).map_err(|problem| problem.code)
        };
        assert_eq!(checked(r#"{"alg":"HS256","b64":true}"#), Ok(()));
        assert_eq!(checked(r#"{"alg":"HS256","b64":false}"#), Err(Code::JwtCritUnknown));
    }
}
