//! Which other key signed a userJWT: the ways in which a secret goes wrong, each tried.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use super::hints::Hints;
use crate::json::Object;
use crate::jws::{Compact, Key, base64url};
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
    for (key, code, rule) in candidates(signer.secret().bytes(), token) {
        if Key::new(&key).has_signed(jws) {
            hints.add(code, &[rule]);
        }
    }
}

/// The keys that a secret is often mistaken for: the key, the hint's code, and what to do. They are wiped.
fn candidates(secret: &[u8], token: &Object<'_>) -> Vec<(Zeroizing<Vec<u8>>, &'static str, &'static str)> {
    let mut found = Vec::new();
    let mut add = |key: Vec<u8>, code, rule| found.push((Zeroizing::new(key), code, rule));

    let rule = "The secret given here has whitespace around it. Trim it here.";
    add(secret.trim_ascii().to_vec(), "secret_padded", rule);
    let unquoted = [b"\"", b"'"].into_iter().find_map(|quote| secret.strip_prefix(quote)?.strip_suffix(quote));
    if let Some(unquoted) = unquoted {
        add(
            unquoted.to_vec(),
            "secret_quoted",
            "The secret given here has quotation marks around it. Take them off here.",
        );
    }
    for (before, after) in [("", "\n"), ("", "\r\n"), ("", " "), ("\"", "\""), ("'", "'")] {
        let (code, rule) = match before {
            "" => {
                ("secret_padded", "The userJWT was signed with whitespace behind the secret. Trim it where it is read.")
            }
            _ => (
                "secret_quoted",
                "The userJWT was signed with quotation marks around the secret. Take them off where it is read.",
            ),
        };
        add([before.as_bytes(), secret, after.as_bytes()].concat(), code, rule);
    }
    // Both in buffers of our own size, so that nothing is left behind when they would grow.
    let mut decoded = Zeroizing::new(vec![0; secret.len() + 2]);
    if let Ok(length) = STANDARD.decode_slice(secret, &mut decoded) {
        let rule = "The userJWT was signed with the base64-decoded secret. Sign with its 32 characters as they stand.";
        add(decoded[..length].to_vec(), "secret_decoded", rule);
    }
    let mut encoded = Vec::new();
    base64url::append(&mut encoded, secret);
    let rule = "The userJWT was signed with the secret in base64 once more. Sign with its 32 characters as they stand.";
    add(in_standard(encoded), "secret_encoded", rule);
    if let Some(widget_id) = token.text_of("widgetId") {
        let rule = "The userJWT was signed with widgetId as the secret, and everyone knows it. Sign with the secret.";
        add(widget_id.as_bytes().to_vec(), "secret_is_widget_id", rule);
    }
    for unset in ["", "undefined", "null"] {
        let rule = "The userJWT was signed while the secret was unset, so anyone could sign it. Set its variable.";
        add(unset.as_bytes().to_vec(), "secret_unset", rule);
    }
    found
}

/// base64url as standard base64, with padding.
fn in_standard(mut digits: Vec<u8>) -> Vec<u8> {
    for digit in &mut digits {
        match digit {
            b'-' => *digit = b'+',
            b'_' => *digit = b'/',
            _ => {}
        }
    }
    digits.resize(digits.len().next_multiple_of(4), b'=');
    digits
}
