//! A caller's options object, read by name: what is unknown or of another type is a problem, never a default.

use crate::error::{Code, Problem, clipped, listed};
use crate::json::{self, Members, Value};

/// A caller's options object, with the problems found while it is read.
pub(crate) struct Given<'a> {
    members: Members<'a>,
    pub(crate) problems: Vec<Problem>,
}

impl<'a> Given<'a> {
    /// Reads `text`, a JSON object or nothing; a name that is not `known` is a problem.
    pub(crate) fn read(text: &'a str, known: &[&[&str]]) -> Self {
        let mut problems = Vec::new();
        let members = match json::parse_given(text) {
            Some(Value::Object(members)) => members,
            None if text.is_empty() => Members::new(),
            other => {
                let kind = other.as_ref().map_or("something else", Value::kind);
                problems.push(Problem::of(
                    Code::NotAnObject,
                    "options",
                    &["options must be an object, and it is ", kind, "."],
                ));
                Members::new()
            }
        };
        for (name, _) in &members {
            if !known.iter().any(|names| names.contains(&name.as_ref())) {
                let known = listed(&mut known.iter().copied().flatten().copied());
                problems.push(Problem::of(
                    Code::OptionUnknown,
                    name,
                    &[clipped(name), " is not an option here; these are: ", &known, "."],
                ));
            }
        }
        Self { members, problems }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Value<'a>> {
        json::get(&self.members, name).filter(|value| !value.is_absent())
    }

    pub(crate) fn seconds(&mut self, name: &str) -> Option<f64> {
        let value = self.get(name)?;
        let seconds = value.as_seconds();
        if seconds.is_none() {
            let kind = if matches!(value, Value::Number(_)) { "another number" } else { value.kind() };
            let message = &[name, " must be a number of seconds, and it is ", kind, "."];
            self.problems.push(Problem::of(Code::OptionInvalid, name, message));
        }
        seconds
    }

    #[cfg(feature = "sign")]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and not negative")]
    pub(crate) fn whole_seconds(&mut self, name: &str, otherwise: &str) -> Option<u64> {
        let value = self.get(name)?;
        let seconds = value.as_seconds().filter(|seconds| *seconds >= 0.0 && seconds.fract() == 0.0);
        if seconds.is_none() {
            let kind = if matches!(value, Value::Number(_)) { "another number" } else { value.kind() };
            let message = &[name, " must be a whole number of seconds", otherwise, ", and it is ", kind, "."];
            self.problems.push(Problem::of(Code::OptionInvalid, name, message));
        }
        seconds.map(|seconds| seconds as u64)
    }
}
