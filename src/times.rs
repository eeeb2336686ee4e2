//! Times in seconds: a NumericDate (RFC 7519 §2), the clock, and how seconds are told from milliseconds.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::error::{Code, Error, Problem};

/// Seconds since 1970-01-01T00:00:00Z, with fractions (RFC 7519 §2).
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use fogbender_token::NumericDate;
///
/// let date = NumericDate::from(1_700_000_000);
/// assert_eq!(date.seconds(), 1_700_000_000.0);
/// assert_eq!(NumericDate::from(UNIX_EPOCH + Duration::from_millis(1500)).seconds(), 1.5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct NumericDate(f64);

impl NumericDate {
    /// The date in seconds since 1970.
    #[must_use]
    pub fn seconds(self) -> f64 {
        self.0
    }

    /// The date as the standard library has it; `None` before 1970 and beyond its range.
    #[must_use]
    pub fn to_system_time(self) -> Option<SystemTime> {
        UNIX_EPOCH.checked_add(Duration::try_from_secs_f64(self.0).ok()?)
    }

    /// The system's clock.
    ///
    /// # Errors
    /// `clock_missing` on `wasm32-unknown-unknown`, whose standard library has no clock. Give the time there:
    /// `SignOptions::issued_at` and `VerifyOptions::now`.
    pub fn now() -> Result<Self, Error> {
        if cfg!(all(target_arch = "wasm32", target_os = "unknown")) {
            let rule = "This target has no clock. Give the time as issued_at to sign, or as now to verify.";
            return Err(Problem::of(Code::ClockMissing, "now", &[rule]).into());
        }
        Ok(SystemTime::now().into())
    }
}

impl From<u64> for NumericDate {
    #[expect(clippy::cast_precision_loss, reason = "exact until the year 285,000,000")]
    fn from(seconds: u64) -> Self {
        Self(seconds as f64)
    }
}

impl From<f64> for NumericDate {
    fn from(seconds: f64) -> Self {
        Self(seconds)
    }
}

/// A time before 1970 is 0.
impl From<SystemTime> for NumericDate {
    fn from(time: SystemTime) -> Self {
        Self(time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64())
    }
}

/// The year 5138 in seconds, or 1973 in milliseconds. A time from here on was meant in milliseconds.
const MILLISECONDS_FROM: f64 = 1e11;

/// The year 2001 as a date, or 31 years as a duration. A duration from here on was meant as a date.
const DATE_FROM: f64 = 1e9;

/// The problem with a time that was given in milliseconds, if it was.
pub(crate) fn milliseconds(field: &str, seconds: f64) -> Option<Problem> {
    (seconds.is_finite() && seconds.abs() >= MILLISECONDS_FROM).then(|| {
        let rule = " looks like milliseconds. Divide it by 1000 and round down, to give seconds.";
        Problem::about(Code::TimeInMilliseconds, field, rule)
    })
}

/// The problem with a date that must be a whole number of seconds since 1970.
pub(crate) fn date_problem(field: &str, seconds: f64) -> Option<Problem> {
    milliseconds(field, seconds).or_else(|| {
        let is_date = seconds >= 0.0 && seconds.fract() == 0.0;
        (!is_date).then(|| {
            let rule = " must be a whole number of seconds since 1970.";
            Problem::about(Code::OptionInvalid, field, rule)
        })
    })
}

/// The problem with a duration: not a whole number of seconds from 1 on, or a date.
pub(crate) fn duration_problem(field: &str, seconds: f64) -> Option<Problem> {
    let rule = match seconds {
        _ if seconds >= DATE_FROM => {
            " is a date, and must be a number of seconds counted from issued_at. Subtract issued_at from the date."
        }
        _ if seconds >= 1.0 && seconds.fract() == 0.0 => return None,
        _ => " must be a whole number of seconds, 1 or more.",
    };
    Some(Problem::about(Code::OptionInvalid, field, rule))
}

/// The problem with a number of seconds that may have fractions.
pub(crate) fn seconds_problem(field: &str, seconds: f64) -> Option<Problem> {
    milliseconds(field, seconds).or_else(|| {
        let is_right = seconds.is_finite() && seconds >= 0.0;
        (!is_right)
            .then(|| Problem::of(Code::OptionInvalid, field, &[field, " must be a number of seconds, 0 or more."]))
    })
}
