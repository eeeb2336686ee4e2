//! What may be asked of verifying: the clock, and how far clocks may differ.

use crate::error::{Error, Problem, add};
use crate::times::{NumericDate, seconds_problem};

/// How the times of a userJWT are judged.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct VerifyOptions {
    now: Option<NumericDate>,
    clock_tolerance_seconds: f64,
}

impl VerifyOptions {
    /// The system's clock, and no tolerance.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The time to judge by, instead of now.
    #[must_use]
    pub fn now(mut self, time: impl Into<NumericDate>) -> Self {
        self.now = Some(time.into());
        self
    }

    /// By how many seconds the clocks of signer and verifier may differ.
    #[must_use]
    pub fn clock_tolerance_seconds(mut self, seconds: f64) -> Self {
        self.clock_tolerance_seconds = seconds;
        self
    }

    /// The time and the tolerance, checked.
    pub(crate) fn moment(self) -> Result<Moment, Error> {
        let now = match self.now {
            Some(now) => now,
            None => NumericDate::now()?,
        };
        let (now, tolerance) = (now.seconds(), self.clock_tolerance_seconds);
        let mut problems: Vec<Problem> = Vec::new();
        add(&mut problems, seconds_problem("now", now));
        add(&mut problems, seconds_problem("clock_tolerance_seconds", tolerance));
        Error::check(problems)?;
        Ok(Moment { now, tolerance })
    }
}

/// A time to judge by, and how exactly, in seconds.
#[derive(Clone, Copy)]
pub(crate) struct Moment {
    pub(crate) now: f64,
    pub(crate) tolerance: f64,
}
