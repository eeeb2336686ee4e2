//! A userJWT that is read: its claims, and the times between which it is valid.

use std::borrow::Cow;

use crate::error::{Code, Error, Problem, add, decimal};
use crate::json::{Object, Value};
use crate::jws::Compact;
use crate::rules::TIMES;
use crate::times::{NumericDate, milliseconds};
use crate::verify_options::Moment;

/// The claims of a userJWT: texts by name, times as [`NumericDate`]s, and all of it as JSON text.
#[derive(Clone, Debug, PartialEq)]
pub struct Claims {
    json: String,
    texts: Vec<(String, String)>,
    times: [Option<NumericDate>; TIMES.len()],
}

impl Claims {
    pub(crate) fn new(claims: &Object<'_>) -> Self {
        let text = |(name, value): &(Cow<'_, str>, Value<'_>)| Some((name.to_string(), value.as_text()?.to_owned()));
        Self {
            json: claims.text().to_owned(),
            texts: claims.members().iter().filter_map(text).collect(),
            times: TIMES.map(|name| claims.get(name).and_then(Value::as_seconds).map(NumericDate::from)),
        }
    }

    /// The user's id.
    #[must_use]
    pub fn user_id(&self) -> &str {
        self.get("userId").unwrap_or_default()
    }

    /// The value of a text claim.
    #[must_use]
    pub fn get(&self, claim: &str) -> Option<&str> {
        self.texts.iter().find(|(name, _)| name == claim).map(|(_, text)| text.as_str())
    }

    /// `iat` (RFC 7519 §4.1.6).
    #[must_use]
    pub fn issued_at(&self) -> Option<NumericDate> {
        self.times[0]
    }

    /// `nbf` (RFC 7519 §4.1.5).
    #[must_use]
    pub fn not_before(&self) -> Option<NumericDate> {
        self.times[1]
    }

    /// `exp` (RFC 7519 §4.1.4).
    #[must_use]
    pub fn expires_at(&self) -> Option<NumericDate> {
        self.times[2]
    }

    /// The payload as it was signed: JSON text.
    #[must_use]
    pub fn as_json(&self) -> &str {
        &self.json
    }
}

/// A userJWT taken apart and **not verified**. Whoever made it could write anything: look at it, never trust it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Decoded {
    /// The header's JSON text.
    pub header: String,
    /// The claims of the userJWT, true or not.
    pub claims: Claims,
}

/// Takes a userJWT apart **without verifying it**.
///
/// ```
/// let decoded = fogbender_token::decode("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4In0.FCG6_9-EMgeaKPCt20umzHSrNq4_8Gbu5Dr8HdrJKS4")?;
/// assert_eq!(decoded.header, r#"{"alg":"HS256","typ":"JWT"}"#);
/// assert_eq!(decoded.claims.user_id(), "U234328");
/// # Ok::<(), fogbender_token::Error>(())
/// ```
///
/// # Errors
/// The `jwt_…` codes for a wrong form: not three parts of base64url, or a header or payload that is not a JSON object
/// (RFC 7515 §7.1, RFC 7519 §7.2); `name_repeated`.
pub fn decode(user_jwt: &str) -> Result<Decoded, Error> {
    let jws = Compact::parse(user_jwt)?;
    jws.header_object()?;
    Ok(Decoded { header: jws.header().to_owned(), claims: Claims::new(&jws.claims()?) })
}

/// The problems with `iat`, `nbf` and `exp`: not a NumericDate, in milliseconds, passed, not come.
pub(crate) fn check_times(claims: &Object<'_>, moment: Moment) -> Vec<Problem> {
    let mut problems = Vec::new();
    for name in TIMES {
        add(&mut problems, claims.get(name).and_then(|value| time_problem(name, value, moment)));
    }
    problems
}

fn time_problem(name: &str, value: &Value<'_>, Moment { now, tolerance }: Moment) -> Option<Problem> {
    let Some(seconds) = value.as_seconds() else {
        let rule = " must be a number of seconds since 1970 (RFC 7519 §2). Sign the userJWT again.";
        return Some(Problem::about(Code::JwtTimeInvalid, name, rule));
    };
    if let Some(problem) = milliseconds(name, seconds) {
        return Some(problem);
    }
    let (code, rule, passed, way_out) = match name {
        "exp" if now >= seconds + tolerance => {
            (Code::JwtExpired, "userJWT expired ", now - seconds, " ago. Sign a new one.")
        }
        "nbf" if now < seconds - tolerance => {
            let way_out = ". Wait, or compare the clocks of signer and verifier.";
            (Code::JwtNotYetValid, "userJWT becomes valid in ", seconds - now, way_out)
        }
        _ => return None,
    };
    Some(Problem::of(code, name, &[rule, &words_of(passed), way_out]))
}

/// A number of seconds in words, in the largest unit that gives at least 2. Below two seconds it says 1 second.
fn words_of(seconds: f64) -> String {
    let (count, unit) = match seconds {
        _ if seconds >= 172_800.0 => (seconds / 86_400.0, " days"),
        _ if seconds >= 7200.0 => (seconds / 3600.0, " hours"),
        _ if seconds >= 120.0 => (seconds / 60.0, " minutes"),
        _ if seconds >= 2.0 => (seconds, " seconds"),
        _ => (1.0, " second"),
    };
    [&whole(count), unit].concat()
}

/// A number's digits before the point.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounding down is what is wanted")]
fn whole(number: f64) -> String {
    decimal(number as usize)
}
