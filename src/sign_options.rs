//! What may be asked of signing: times, claims beside the identity, and fewer fields.

use std::time::Duration;

use crate::error::{Code, Error, Problem, add};
use crate::json::Object;
use crate::times::{NumericDate, date_problem, duration_problem};

/// How a userJWT is signed.
///
/// Fogbender's backend was not seen to check `exp`. An expiry is checked by [`Signer::verify`](crate::Signer::verify), and
/// by whoever else looks at it.
///
/// ```
/// use fogbender_token::{Identity, Secret, SignOptions, Signer, VerifyOptions};
///
/// let signer = Signer::new(Secret::new("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO")?);
/// let options = SignOptions::new().issued_at(1_700_000_000).expires_in_seconds(3600).partial();
/// let user_jwt = signer.sign(&Identity::new("U234328"), &options)?;
/// let claims = signer.verify(&user_jwt, &VerifyOptions::new().now(1_700_000_001))?;
/// assert_eq!(claims.expires_at(), Some(1_700_003_600.into()));
/// # Ok::<(), fogbender_token::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SignOptions {
    pub(crate) partial: bool,
    claims: Vec<(String, String)>,
    times: Times,
}

impl SignOptions {
    /// Every field must be there; `iat` is now; no `nbf` and no `exp`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets all fields but `userId` be absent. What is not signed, anyone can edit in the browser.
    #[must_use]
    pub fn partial(mut self) -> Self {
        self.partial = true;
        self
    }

    /// Signs a claim beside the identity. A claim of that name is replaced.
    ///
    /// The identity's fields, `sub`, `visitor` and the times are refused when it is signed.
    #[must_use]
    pub fn claim(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let (name, value) = (name.into(), value.into());
        match self.claims.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = value,
            None => self.claims.push((name, value)),
        }
        self
    }

    /// When the userJWT was issued, instead of now: its `iat` (RFC 7519 §4.1.6). Whole seconds since 1970; a
    /// [`SystemTime`](std::time::SystemTime) is rounded down.
    #[must_use]
    pub fn issued_at(mut self, time: impl Into<NumericDate>) -> Self {
        self.times.issued_at = Some(time.into().seconds().floor());
        self
    }

    /// Leaves `iat` out, so that the same identity gives the same userJWT every time.
    #[must_use]
    pub fn without_issued_at(mut self) -> Self {
        self.times.leaves_out_iat = true;
        self
    }

    /// How long the userJWT is valid: `exp` is this many seconds after it was issued (RFC 7519 §4.1.4).
    #[must_use]
    pub fn expires_in_seconds(self, seconds: u64) -> Self {
        self.expires_in(Duration::from_secs(seconds))
    }

    /// The same, as a [`Duration`] of whole seconds.
    #[must_use]
    pub fn expires_in(mut self, duration: Duration) -> Self {
        self.times.expires_in_seconds = Some(duration.as_secs_f64());
        self
    }

    /// How long until the userJWT is valid: `nbf` is this many seconds after it was issued (RFC 7519 §4.1.5).
    #[must_use]
    pub fn not_before_seconds(self, seconds: u64) -> Self {
        self.not_before(Duration::from_secs(seconds))
    }

    /// The same, as a [`Duration`] of whole seconds.
    #[must_use]
    pub fn not_before(mut self, duration: Duration) -> Self {
        self.times.not_before_seconds = Some(duration.as_secs_f64());
        self
    }

    pub(crate) fn times(&self) -> &Times {
        &self.times
    }

    /// The claims as they are signed, if there are any.
    pub(crate) fn claims(&self) -> Option<Object<'_>> {
        let claims = self.claims.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        (!self.claims.is_empty()).then(|| Object::of_texts(claims))
    }
}

/// The times of a userJWT, in seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Times {
    /// When it is issued; `None` is now.
    pub issued_at: Option<f64>,
    /// Whether `iat` is left out.
    pub leaves_out_iat: bool,
    /// From its issue to its `exp`.
    pub expires_in_seconds: Option<f64>,
    /// From its issue to its `nbf`.
    pub not_before_seconds: Option<f64>,
}

impl Times {
    /// The problems with these times.
    pub(crate) fn check(&self, problems: &mut Vec<Problem>) {
        add(problems, self.issued_at.and_then(|seconds| date_problem("issued_at", seconds)));
        for (name, duration) in
            [("expires_in_seconds", self.expires_in_seconds), ("not_before_seconds", self.not_before_seconds)]
        {
            add(problems, duration.and_then(|seconds| duration_problem(name, seconds)));
        }
        if let (Some(end), Some(start)) = (self.expires_in_seconds, self.not_before_seconds)
            && end <= start
        {
            let rule = "expires_in_seconds must be more than not_before_seconds, or the userJWT is never valid.";
            problems.push(Problem::of(Code::OptionInvalid, "expires_in_seconds", &[rule]));
        }
    }

    /// Appends these times as the last members of a JSON object.
    pub(crate) fn write(&self, out: &mut Vec<u8>) -> Result<(), Error> {
        let times = [
            (&b",\"iat\":"[..], (!self.leaves_out_iat).then_some(0.0)),
            (b",\"nbf\":", self.not_before_seconds),
            (b",\"exp\":", self.expires_in_seconds),
        ];
        if times.iter().all(|(_, offset)| offset.is_none()) {
            return Ok(());
        }
        let start = match self.issued_at {
            Some(start) => start,
            None => NumericDate::now()?.seconds().floor(),
        };
        for (name, offset) in times {
            if let Some(offset) = offset {
                out.extend_from_slice(name);
                write_decimal(out, start + offset);
            }
        }
        Ok(())
    }
}

/// Appends a whole number of seconds in decimal.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked: whole, and from 0 to 10^11")]
fn write_decimal(out: &mut Vec<u8>, seconds: f64) {
    let mut rest = seconds as u64;
    let mut digits = [0; 20];
    let mut first = digits.len();
    loop {
        first -= 1;
        digits[first] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[first..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_decimal() {
        for seconds in [0.0, 9.0, 10.0, 1_700_000_000.0, 99_999_999_999.0] {
            let mut out = Vec::new();
            write_decimal(&mut out, seconds);
            assert_eq!(out, format!("{seconds:.0}").into_bytes());
        }
    }
}
