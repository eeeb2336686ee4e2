//! Who can tell whether a signature is right: whoever has the secret.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::jws::Compact;
#[cfg(feature = "sign")]
use crate::jws::hex;
#[cfg(feature = "sign")]
use crate::signer::Signer;

/// Says whether a signature is right. `None` is: nobody here can tell.
pub(crate) trait Judge {
    /// Whether the JWS carries the secret's signature.
    fn has_signed(&self, jws: &Compact<'_>) -> Option<bool>;

    /// Whether `digits` are the first ones of the hexadecimal HMAC of `message`, in either case.
    fn is_hmac(&self, message: &str, digits: &str) -> Option<bool>;
}

/// Knows no secret.
pub(crate) struct NoSecret;

impl Judge for NoSecret {
    fn has_signed(&self, _: &Compact<'_>) -> Option<bool> {
        None
    }

    fn is_hmac(&self, _: &str, _: &str) -> Option<bool> {
        None
    }
}

#[cfg(feature = "sign")]
impl Judge for Signer {
    fn has_signed(&self, jws: &Compact<'_>) -> Option<bool> {
        Some(self.key().has_signed(jws))
    }

    fn is_hmac(&self, message: &str, digits: &str) -> Option<bool> {
        let mac = self.key().mac(message.as_bytes());
        // Every digit is compared, whichever differs first.
        let compared = hex(&mac).zip(digits.bytes());
        let differences = compared.fold(0, |sum, (one, other)| sum | (one ^ other.to_ascii_lowercase()));
        Some(differences == 0)
    }
}

/// Whether a widgetId has the form of a workspace's id: unpadded base64url of `w` and digits.
pub(crate) fn is_workspace(widget_id: &str) -> bool {
    URL_SAFE_NO_PAD.decode(widget_id).is_ok_and(|id| {
        id.strip_prefix(b"w").is_some_and(|digits| !digits.is_empty() && digits.iter().all(u8::is_ascii_digit))
    })
}
