//! The userJWT: what is signed, what is read back, and the times between which it holds.

use crate::claims::TIMES;
use crate::error::{Code, Error, Problem, add};
use crate::json::{self, Members, Value};
use crate::jws::Compact;
use crate::numeric_date;

/// A userJWT's claims.
///
/// Text claims, the identity among them, are had by name; times as seconds; [`Claims::as_json`] has everything.
#[derive(Clone, Debug, PartialEq)]
pub struct Claims {
    json: String,
    texts: Vec<(String, String)>,
    times: [Option<f64>; 3],
}

impl Claims {
    pub(crate) fn of(compact: &Compact<'_>) -> Result<Self, Problem> {
        Ok(Self::new(compact.payload.clone(), &compact.claims()?))
    }

    fn new(json: String, members: &Members<'_>) -> Self {
        let texts = members.iter().filter_map(|(name, value)| Some((name.to_string(), value.as_text()?.to_owned())));
        let time = |name| json::get(members, name).and_then(Value::as_seconds);
        Self { texts: texts.collect(), times: TIMES.map(time), json }
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

    /// `iat`, in seconds since 1970 (RFC 7519 §4.1.6).
    #[must_use]
    pub fn issued_at(&self) -> Option<f64> {
        self.times[2]
    }

    /// `nbf`, in seconds since 1970 (RFC 7519 §4.1.5).
    #[must_use]
    pub fn not_before(&self) -> Option<f64> {
        self.times[1]
    }

    /// `exp`, in seconds since 1970 (RFC 7519 §4.1.4).
    #[must_use]
    pub fn expires_at(&self) -> Option<f64> {
        self.times[0]
    }

    /// The payload as it was signed: JSON text.
    #[must_use]
    pub fn as_json(&self) -> &str {
        &self.json
    }
}

/// A userJWT taken apart and **not verified**: whoever made it could write anything. Look at it, never trust it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Decoded {
    /// The header's JSON text.
    pub header: String,
    /// The claims that the userJWT makes, true or not.
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
/// The `jwt_…` codes that speak of form: not three parts of canonical base64url, header or payload not a JSON object, a
/// name twice with different values (RFC 7515 §7.1, RFC 7519 §7.2).
pub fn decode(user_jwt: &str) -> Result<Decoded, Error> {
    let compact = taken_apart(user_jwt)?;
    let claims = Claims::of(&compact)?;
    Ok(Decoded { header: compact.header.into_owned(), claims })
}

/// The parts of a userJWT whose form is right.
pub(crate) fn taken_apart(user_jwt: &str) -> Result<Compact<'_>, Problem> {
    let compact = Compact::parse(user_jwt)?;
    compact.header_object()?;
    compact.claims()?;
    compact.signature()?;
    Ok(compact)
}

/// The problems with `exp`, `nbf` and `iat`: no NumericDate, in milliseconds, passed, not come.
pub(crate) fn check_times(claims: &Members<'_>, now: f64, tolerance: f64) -> Vec<Problem> {
    let mut problems = Vec::new();
    for name in TIMES {
        add(&mut problems, json::get(claims, name).and_then(|value| time_problem(name, value, now, tolerance)));
    }
    problems
}

fn time_problem(name: &str, value: &Value<'_>, now: f64, tolerance: f64) -> Option<Problem> {
    let Some(seconds) = value.as_seconds() else {
        let rule = " must be a number of seconds since 1970 (RFC 7519 §2): sign the userJWT anew.";
        return Some(Problem::of(Code::JwtTimeInvalid, name, &[name, rule]));
    };
    if let Some(problem) = numeric_date::milliseconds(name, seconds) {
        return Some(problem);
    }
    let (code, message) = match name {
        "exp" if now >= seconds + tolerance => {
            (Code::JwtExpired, "userJWT has expired: sign a new one for this page load.")
        }
        "nbf" if now < seconds - tolerance => (
            Code::JwtNotYetValid,
            "userJWT is not valid yet: compare the clocks of signer and verifier, or allow a tolerance.",
        ),
        _ => return None,
    };
    Some(Problem::of(code, name, &[message]))
}
