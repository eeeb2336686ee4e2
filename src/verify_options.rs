//! What may be asked of verifying: the clock, and how exactly it is read.

use crate::error::{Code, Error, Problem, add};
#[cfg(feature = "js")]
use crate::given::Given;
use crate::numeric_date;

/// How a userJWT is verified: by which clock, and how exactly. All times are in seconds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VerifyOptions {
    now: Option<f64>,
    clock_tolerance_seconds: f64,
}

impl VerifyOptions {
    /// The system's clock, no tolerance.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The time to verify at, in seconds since 1970, instead of now.
    #[must_use]
    pub fn now(mut self, seconds: f64) -> Self {
        self.now = Some(seconds);
        self
    }

    /// By how many seconds the clocks of signer and verifier may differ.
    #[must_use]
    pub fn clock_tolerance_seconds(mut self, seconds: f64) -> Self {
        self.clock_tolerance_seconds = seconds;
        self
    }

    #[cfg(feature = "js")]
    pub(crate) const NAMES: [&str; 2] = ["now", "clockToleranceSeconds"];

    #[cfg(feature = "js")]
    pub(crate) fn read(given: &mut Given<'_>, now: f64) -> Self {
        Self {
            now: given.seconds("now").or(Some(now)),
            clock_tolerance_seconds: given.seconds("clockToleranceSeconds").unwrap_or_default(),
        }
    }

    /// The clock's reading and the tolerance, checked.
    pub(crate) fn times(&self) -> Result<(f64, f64), Error> {
        #[expect(clippy::cast_precision_loss, reason = "exact until the year 285,000,000")]
        let now = self.now.unwrap_or_else(|| numeric_date::system_now() as f64);
        let mut problems = Vec::new();
        add(&mut problems, numeric_date::milliseconds("now", now));
        for (name, seconds) in [("now", now), ("clockToleranceSeconds", self.clock_tolerance_seconds)] {
            if !(seconds.is_finite() && seconds >= 0.0) {
                problems.push(Problem::of(
                    Code::OptionInvalid,
                    name,
                    &[name, " must be a number of seconds, 0 or more."],
                ));
            }
        }
        add(&mut problems, numeric_date::milliseconds("clockToleranceSeconds", self.clock_tolerance_seconds));
        Error::check(problems)?;
        Ok((now, self.clock_tolerance_seconds))
    }
}
