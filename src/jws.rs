//! JWS compact serialization (RFC 7515 §7.1) with HS256 (RFC 7518 §3.2) and nothing else, strict both ways.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::error::{Code, Problem, too_large};
use crate::json::{self, Members, Value};

/// The one header that is ever written.
const HEADER: &str = r#"{"alg":"HS256","typ":"JWT"}"#;

/// [`HEADER`] in base64url.
const ENCODED_HEADER: &[u8] = b"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";

/// The longest userJWT, in characters: far more than an identity needs, little enough to refuse before decoding.
const MAX_CHARACTERS: usize = 65_536;

/// The longest payload whose userJWT is within [`MAX_CHARACTERS`]: 37 for the header, 44 for the signature.
#[cfg(feature = "sign")]
pub(crate) const MAX_PAYLOAD_BYTES: usize = (MAX_CHARACTERS - 37 - 44) / 4 * 3;

const FIELD: &str = "userJWT";

fn problem(code: Code, message: &[&str]) -> Problem {
    Problem::of(code, FIELD, message)
}

/// The decoded parts of a compact serialization; nothing in it is verified.
pub(crate) struct Compact<'a> {
    pub(crate) header: Cow<'static, str>,
    pub(crate) payload: String,
    #[cfg(feature = "sign")]
    signing_input: &'a [u8],
    signature: &'a [u8],
}

impl<'a> Compact<'a> {
    /// Takes the parts apart and decodes header and payload.
    pub(crate) fn parse(jwt: &'a str) -> Result<Self, Problem> {
        if jwt.len() > MAX_CHARACTERS {
            return Err(too_large(FIELD));
        }
        let mut parts = jwt.as_bytes().split(|byte| *byte == b'.');
        let (Some(header), Some(payload), Some(signature), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(problem(
                Code::JwtMalformed,
                &["userJWT is not header.payload.signature: pass the compact serialization and nothing around it."],
            ));
        };
        Ok(Self {
            header: match header {
                ENCODED_HEADER => Cow::Borrowed(HEADER),
                other => Cow::Owned(decode_text(other, "header", Code::JwtHeaderInvalid)?),
            },
            payload: decode_text(payload, "payload", Code::JwtPayloadInvalid)?,
            #[cfg(feature = "sign")]
            signing_input: &jwt.as_bytes()[..header.len() + 1 + payload.len()],
            signature,
        })
    }

    /// The header's members: an object in which no name has two values.
    pub(crate) fn header_object(&self) -> Result<Members<'_>, Problem> {
        object(&self.header, "header", Code::JwtHeaderInvalid)
    }

    /// The header must be an object that every verifier reads alike, pin HS256, and ask for no extension.
    pub(crate) fn check_header(&self) -> Result<(), Problem> {
        if self.header == HEADER {
            return Ok(());
        }
        let header = self.header_object()?;
        if header.iter().any(|(_, value)| value.is_ill_formed()) {
            return Err(problem(Code::JwtHeaderInvalid, &["userJWT's header holds a lone surrogate."]));
        }
        if json::get(&header, "alg").and_then(Value::as_text) != Some("HS256") {
            let rule =
                "userJWT's header must say \"alg\":\"HS256\": the algorithm is fixed here, never chosen by the token.";
            return Err(problem(Code::JwtAlgNotAllowed, &[rule]));
        }
        // RFC 7797: with b64 false, the payload is not base64url, whether or not crit says so.
        let unencoded = json::get(&header, "b64").is_some_and(|value| *value != Value::Bool(true));
        if unencoded || json::get(&header, "crit").is_some() {
            let rule = "userJWT's header has crit or b64, and no extension is understood here.";
            return Err(problem(Code::JwtCritUnknown, &[rule]));
        }
        Ok(())
    }

    /// The payload's claims: an object in which no name has two values.
    pub(crate) fn claims(&self) -> Result<Members<'_>, Problem> {
        object(&self.payload, "payload", Code::JwtPayloadInvalid)
    }

    /// Header and payload as they were signed (RFC 7515 §5.2).
    #[cfg(feature = "sign")]
    pub(crate) fn signing_input(&self) -> &'a [u8] {
        self.signing_input
    }

    /// The signature's bytes; only canonical base64url gives any.
    pub(crate) fn signature(&self) -> Result<Vec<u8>, Problem> {
        decode(self.signature, "signature")
    }
}

fn decode(part: &[u8], name: &str) -> Result<Vec<u8>, Problem> {
    let rule = " is not canonical base64url: letters, digits, - and _, no padding, unused bits zero.";
    URL_SAFE_NO_PAD.decode(part).map_err(|_| problem(Code::JwtNotBase64url, &["userJWT's ", name, rule]))
}

fn decode_text(part: &[u8], name: &str, code: Code) -> Result<String, Problem> {
    String::from_utf8(decode(part, name)?).map_err(|_| problem(code, &["userJWT's ", name, " is not UTF-8."]))
}

fn object<'a>(text: &'a str, name: &str, code: Code) -> Result<Members<'a>, Problem> {
    let Some(members) = json::parse_object(text) else {
        let rule =
            " is not a JSON object of at most 256 names, nested at most 32 deep, of numbers that a double holds.";
        return Err(problem(code, &["userJWT's ", name, rule]));
    };
    match json::repeated(&members) {
        Some(repeated) => Err(Problem::of(
            Code::NameRepeated,
            repeated,
            &["userJWT's ", name, " has a name twice with different values, so it means two things: sign it anew."],
        )),
        None => Ok(members),
    }
}

#[cfg(feature = "sign")]
mod hs256 {
    use hmac::digest::CtOutput;
    use hmac::{Hmac, KeyInit as _, Mac as _};
    use sha2::Sha256;

    use super::{Compact, ENCODED_HEADER, problem};
    use crate::base64url;
    use crate::error::{Code, Problem};

    /// An HMAC-SHA256 key in its expanded form: hashed once here, reused for every message, wiped when dropped.
    ///
    /// In a box, because whatever is moved leaves its bytes behind.
    pub(crate) struct Key(Box<Hmac<Sha256>>);

    impl Key {
        pub(crate) fn new(secret: &[u8]) -> Self {
            #[expect(clippy::expect_used, reason = "RFC 2104 defines HMAC for keys of every length")]
            Self(Box::new(Hmac::new_from_slice(secret).expect("HMAC takes keys of every length")))
        }

        /// The HMAC of `message`.
        pub(crate) fn mac(&self, message: &[u8]) -> [u8; 32] {
            self.tag(message).into_bytes().into()
        }

        /// Whether `mac` is the HMAC of `message`, compared in constant time.
        pub(crate) fn is_mac(&self, message: &[u8], mac: &[u8]) -> bool {
            <[u8; 32]>::try_from(mac).is_ok_and(|mac| self.tag(message) == CtOutput::new(mac.into()))
        }

        fn tag(&self, message: &[u8]) -> CtOutput<Hmac<Sha256>> {
            let mut mac = Hmac::clone(&self.0);
            mac.update(message);
            mac.finalize()
        }

        /// Writes the compact serialization of `payload` into `out`.
        pub(crate) fn sign(&self, payload: &[u8], out: &mut Vec<u8>) {
            out.clear();
            out.extend_from_slice(ENCODED_HEADER);
            out.push(b'.');
            base64url::append(out, payload);
            let mac = self.mac(out);
            out.push(b'.');
            base64url::append(out, &mac);
        }

        /// Whether the signature is ours over these very bytes.
        pub(crate) fn verify(&self, jwt: &Compact<'_>) -> Result<(), Problem> {
            let rule = "userJWT was not signed with this secret, or was changed afterwards: sign with the workspace \
                        secret as it stands, not base64-decoded. The hints of explainToken say how, where it can be found out.";
            let signature = jwt.signature()?;
            self.is_mac(jwt.signing_input(), &signature)
                .then_some(())
                .ok_or_else(|| problem(Code::SignatureMismatch, &[rule]))
        }
    }
}

#[cfg(feature = "sign")]
pub(crate) use hs256::Key;

#[cfg(all(test, feature = "sign"))]
mod tests {
    use super::*;

    /// RFC 7515, appendix A.1: an HS256 JWS with a header and a payload of its own form, and a key of 64 bytes.
    #[test]
    fn hs256_rfc7515_a1() {
        let key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
        let key = Key::new(&URL_SAFE_NO_PAD.decode(key).unwrap());
        let jws = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9\
                   .eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ\
                   .dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        let compact = Compact::parse(jws).unwrap();
        assert_eq!(compact.check_header(), Ok(()));
        assert_eq!(key.verify(&compact), Ok(()));
        assert_eq!(key.mac(compact.signing_input).as_slice(), compact.signature().unwrap());
        assert_eq!(json::get(&compact.claims().unwrap(), "iss").and_then(Value::as_text), Some("joe"));
    }

    /// RFC 4231, sections 4.2 to 4.8; 4.6 gives the first 128 bits only.
    #[test]
    fn hmac_sha256_rfc4231() {
        let cases: [(Vec<u8>, Vec<u8>, &str); 7] = [
            (vec![0x0b; 20], b"Hi There".to_vec(), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
            (
                b"Jefe".to_vec(),
                b"what do ya want for nothing?".to_vec(),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            ),
            (vec![0xaa; 20], vec![0xdd; 50], "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
            ((1..=25).collect(), vec![0xcd; 50], "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
            (vec![0x0c; 20], b"Test With Truncation".to_vec(), "a3b6167473100ee06e0c796c2955552b"),
            (
                vec![0xaa; 131],
                b"Test Using Larger Than Block-Size Key - Hash Key First".to_vec(),
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
            (
                vec![0xaa; 131],
                b"This is a test using a larger than block-size key and a larger than block-size data. The key needs \
                  to be hashed before being used by the HMAC algorithm."
                    .to_vec(),
                "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
            ),
        ];
        for (key, message, expected) in cases {
            let mac = format!("{:02x?}", Key::new(&key).mac(&message)).replace(['[', ']', ',', ' '], "");
            assert!(mac.starts_with(expected), "{mac}");
        }
    }

    #[test]
    fn the_longest_payload_makes_a_userjwt_within_the_limit() {
        let mut out = Vec::new();
        Key::new(b"key").sign(&vec![b' '; MAX_PAYLOAD_BYTES], &mut out);
        assert!(out.len() <= MAX_CHARACTERS && out.len() + 4 > MAX_CHARACTERS);
    }
}
