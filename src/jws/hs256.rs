//! HS256: HMAC with SHA-256 (RFC 7518 §3.2, RFC 2104).

use hmac::digest::CtOutput;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::{Compact, ENCODED_HEADER, USUAL_BYTES, base64url};

/// An HMAC-SHA256 key in its expanded form: hashed once, used for every message, wiped when it is dropped.
///
/// It stays in a box, because a value that moves leaves a copy of its bytes behind.
#[derive(Clone)]
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
        out.reserve(USUAL_BYTES);
        out.extend_from_slice(ENCODED_HEADER);
        out.push(b'.');
        base64url::append(out, payload);
        let mac = self.mac(out);
        out.push(b'.');
        base64url::append(out, &mac);
    }

    /// Whether the JWS carries this key's signature over its very bytes.
    pub(crate) fn has_signed(&self, jws: &Compact<'_>) -> bool {
        self.is_mac(jws.signing_input(), jws.signature())
    }
}

/// The hexadecimal digits of bytes, in lower case.
pub(crate) fn hex(bytes: &[u8]) -> impl Iterator<Item = u8> {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| b"0123456789abcdef"[usize::from(digit)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jws::{MAX_CHARACTERS, MAX_PAYLOAD_BYTES};
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

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
        assert!(key.has_signed(&compact));
        assert_eq!(key.mac(compact.signing_input()).as_slice(), compact.signature());
        assert_eq!(compact.claims().unwrap().text_of("iss"), Some("joe"));
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
