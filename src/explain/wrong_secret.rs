//! Which other key signed a userJWT: the ways in which a secret goes wrong, each tried.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use super::hints::Hints;
use crate::json::Object;
use crate::jws::{Compact, Key};
use crate::signer::Signer;

/// Adds a hint for each wrong key that made the signature.
pub(crate) fn about_wrong_secret(
    jws: &Compact<'_>,
    token: &Object<'_>,
    signer: &Signer,
    previous: &[&Signer],
    hints: &mut Hints,
) {
    if previous.iter().any(|signer| signer.key().has_signed(jws)) {
        let rule = "The userJWT was signed with a previous secret. Deploy the current one to the backend.";
        hints.add("previous_secret", &[rule]);
    }
    let secret = signer.secret().bytes();
    let made_with = |key: &[u8]| Key::new(key).has_signed(jws);
    let with = |before: &[u8], after: &[u8]| Zeroizing::new([before, secret, after].concat());

    let bare = secret.trim_ascii();
    if bare.len() < secret.len() && made_with(bare) {
        let rule =
            "The secret given here has whitespace around it. Without it the signature is right: trim the secret here.";
        hints.add("secret_padded", &[rule]);
    }
    if [&b"\n"[..], b"\r\n", b" "].iter().any(|end| made_with(&with(b"", end))) {
        let rule = "The userJWT was signed with whitespace behind the secret. Trim the secret where it is read.";
        hints.add("secret_padded", &[rule]);
    }
    if [&b"\""[..], b"'"].iter().any(|quote| made_with(&with(quote, quote))) {
        let rule = "The userJWT was signed with quotation marks around the secret. Take them off where it is read.";
        hints.add("secret_quoted", &[rule]);
    }
    let unquoted = [b"\"", b"'"].into_iter().find_map(|quote| secret.strip_prefix(quote)?.strip_suffix(quote));
    if unquoted.is_some_and(made_with) {
        hints.add("secret_quoted", &["The secret given here has quotation marks around it. Take them off."]);
    }
    // In a buffer of our own, so that what a failed decoding wrote is wiped too.
    let mut decoded = Zeroizing::new(vec![0; secret.len() + 2]);
    if STANDARD.decode_slice(secret, &mut decoded).is_ok_and(|length| made_with(&decoded[..length])) {
        let rule = "The userJWT was signed with the base64-decoded secret. Sign with its 32 characters as they stand.";
        hints.add("secret_decoded", &[rule]);
    }
    let mut encoded = Zeroizing::new(vec![0; secret.len() * 2 + 4]);
    if STANDARD.encode_slice(secret, &mut encoded).is_ok_and(|length| made_with(&encoded[..length])) {
        let rule =
            "The userJWT was signed with the secret in base64 once more. Sign with its 32 characters as they stand.";
        hints.add("secret_encoded", &[rule]);
    }
    if token.text_of("widgetId").is_some_and(|widget_id| made_with(widget_id.as_bytes())) {
        let rule = "The userJWT was signed with widgetId as the secret, and everyone knows it. Sign with the secret.";
        hints.add("secret_is_widget_id", &[rule]);
    }
    if [&b""[..], b"undefined", b"null"].into_iter().any(made_with) {
        let rule = "The userJWT was signed while the secret was unset, so anyone could sign it. Set its variable.";
        hints.add("secret_unset", &[rule]);
    }
}
