//! What may be asked of signing: the times that go into a userJWT.

use crate::error::{Code, Problem, add};
#[cfg(feature = "js")]
use crate::given::Given;
#[cfg(feature = "js")]
use crate::json::Value;
use crate::numeric_date;

/// The year 2001 as a date, 31 years as a duration: a duration from here on was meant as a date.
const DATE_FROM: u64 = 1_000_000_000;

/// How a userJWT is signed: when it starts and ends. All times are in seconds.
///
/// Fogbender's backend was not seen to check `exp`: an expiry is honoured by [`Signer::verify`](crate::Signer::verify)
/// and by whoever else checks it, and is no more than that.
///
/// ```
/// use fogbender_token::{Identity, Secret, SignOptions, Signer, VerifyOptions};
///
/// let signer = Signer::new(Secret::new("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO")?);
/// let options = SignOptions::new().issued_at(1_700_000_000).expires_in_seconds(3600);
/// let user_jwt = signer.sign(&Identity::new("U234328"), &options)?;
/// let claims = signer.verify(&user_jwt, &VerifyOptions::new().now(1_700_000_001.0))?;
/// assert_eq!(claims.expires_at(), Some(1_700_003_600.0));
/// # Ok::<(), fogbender_token::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignOptions {
    now: Option<u64>,
    without_issued_at: bool,
    expires_in_seconds: Option<u64>,
    not_before_seconds: Option<u64>,
}

impl SignOptions {
    /// `iat` is now; no `nbf`, no `exp`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// When the userJWT starts, in seconds since 1970, instead of now: its `iat` (RFC 7519 §4.1.6).
    #[must_use]
    pub fn issued_at(mut self, seconds: u64) -> Self {
        self.now = Some(seconds);
        self
    }

    /// Leaves `iat` out, so that the same identity gives the same userJWT every time.
    #[must_use]
    pub fn without_issued_at(mut self) -> Self {
        self.without_issued_at = true;
        self
    }

    /// How long the userJWT holds: its `exp` is this many seconds after it was issued (RFC 7519 §4.1.4).
    #[must_use]
    pub fn expires_in_seconds(mut self, seconds: u64) -> Self {
        self.expires_in_seconds = Some(seconds);
        self
    }

    /// How long until the userJWT holds: its `nbf` is this many seconds after it was issued (RFC 7519 §4.1.5).
    #[must_use]
    pub fn not_before_seconds(mut self, seconds: u64) -> Self {
        self.not_before_seconds = Some(seconds);
        self
    }

    #[cfg(feature = "js")]
    pub(crate) const NAMES: [&str; 3] = ["issuedAt", "expiresInSeconds", "notBeforeSeconds"];

    #[cfg(feature = "js")]
    pub(crate) fn read(given: &mut Given<'_>, now: f64) -> Self {
        let issued_at = match given.get("issuedAt") {
            Some(Value::Bool(false)) => None,
            _ => given.whole_seconds("issuedAt", " or false"),
        };
        Self {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a clock's reading")]
            now: issued_at.or(Some(now as u64)),
            without_issued_at: given.get("issuedAt") == Some(&Value::Bool(false)),
            expires_in_seconds: given.whole_seconds("expiresInSeconds", ""),
            not_before_seconds: given.whole_seconds("notBeforeSeconds", ""),
        }
    }

    /// The problems with these times.
    pub(crate) fn check(&self, problems: &mut Vec<Problem>) {
        #[expect(clippy::cast_precision_loss, reason = "compared with a threshold only")]
        let issued_at = self.now.and_then(|seconds| numeric_date::milliseconds("issuedAt", seconds as f64));
        add(problems, issued_at);
        add(problems, self.expires_in_seconds.and_then(|seconds| duration("expiresInSeconds", seconds)));
        add(problems, self.not_before_seconds.and_then(|seconds| duration("notBeforeSeconds", seconds)));
        if let (Some(ends), Some(starts)) = (self.expires_in_seconds, self.not_before_seconds)
            && ends <= starts
        {
            let rule = "expiresInSeconds must be more than notBeforeSeconds, or the userJWT never holds.";
            problems.push(Problem::of(Code::OptionInvalid, "expiresInSeconds", &[rule]));
        }
    }

    /// Appends `claims`, a JSON object, with these times as its last members, to `out`.
    pub(crate) fn splice(&self, claims: &str, out: &mut Vec<u8>) {
        // Asked for only where a time is written: wasm has no clock of its own.
        let start = || self.now.unwrap_or_else(numeric_date::system_now);
        let times = [
            (&b",\"iat\":"[..], (!self.without_issued_at).then_some(0)),
            (b",\"nbf\":", self.not_before_seconds),
            (b",\"exp\":", self.expires_in_seconds),
        ];
        let open = claims.trim_ascii_end();
        out.extend_from_slice(open.as_bytes().strip_suffix(b"}").unwrap_or_default());
        for (name, offset) in times {
            if let Some(offset) = offset {
                out.extend_from_slice(name);
                write_decimal(out, start() + offset);
            }
        }
        out.push(b'}');
    }
}

/// The problem with a duration in seconds: not from 1 up, or a date.
fn duration(field: &str, seconds: u64) -> Option<Problem> {
    match seconds {
        1..DATE_FROM => None,
        0 => Some(Problem::of(Code::OptionInvalid, field, &[field, " must be 1 second or more."])),
        _ => Some(Problem::of(
            Code::OptionInvalid,
            field,
            &[field, " is a duration that starts at issuedAt, and this looks like a date: subtract issuedAt from it."],
        )),
    }
}

/// Appends a whole number of seconds in decimal.
fn write_decimal(out: &mut Vec<u8>, mut seconds: u64) {
    let start = out.len();
    loop {
        out.push(b'0' + u8::try_from(seconds % 10).unwrap_or_default());
        seconds /= 10;
        if seconds == 0 {
            break;
        }
    }
    out[start..].reverse();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_decimal() {
        for seconds in [0, 9, 10, 1_700_000_000, u64::MAX] {
            let mut out = Vec::new();
            write_decimal(&mut out, seconds);
            assert_eq!(out, seconds.to_string().into_bytes());
        }
    }
}
