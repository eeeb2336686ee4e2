//! Steps 6 and 7 of the login: the account is found, by fields that must be text.

use super::{Outcome, Stage, VouchedBy, Walk};
use crate::error::{Code, Problem, add};
use crate::json::Value;
use crate::rules::{FIELDS, advice};

impl Walk<'_> {
    /// The account is found by `customerId` and the lower-cased `userEmail`, not by `userId`.
    pub(super) fn account(&mut self) -> Option<()> {
        if matches!(self.token.get("userId"), None | Some(Value::Null)) {
            let rule = ["userId is absent or null.", advice("userId")];
            return self.refused(Stage::Account, Problem::of(Code::FieldMissing, "userId", &rule));
        }
        let mut problems = Vec::new();
        for name in FIELDS {
            add(&mut problems, self.fatal(name));
        }
        if !problems.is_empty() {
            return self.fails(Stage::Account, Outcome::Crashes, problems);
        }
        let message = match self.login.vouched_by {
            VouchedBy::UserPaseto => "The account is found by customerId and userEmail, if userPaseto is right.",
            _ => "The account is found by customerId and userEmail. Its userId, names and picture are overwritten.",
        };
        self.goes_on(Stage::Account, message)
    }

    /// The problem with a field that the login crashes on.
    pub(super) fn fatal(&self, name: &'static str) -> Option<Problem> {
        let is_optional = name == "userAvatarUrl";
        let (code, rule) = match self.token.get(name) {
            None | Some(Value::Null) if is_optional => return None,
            None | Some(Value::Null) => {
                (Code::FieldMissing, " is absent or null, and Fogbender's login crashes on it.")
            }
            Some(Value::Text(email)) if name == "userEmail" && !email.bytes().any(|byte| byte == b'@') => {
                (Code::FieldInvalid, " has no @, and Fogbender's login crashes on it.")
            }
            Some(Value::Text(_)) => return None,
            Some(Value::IllFormed) => (
                Code::FieldNotWellFormed,
                " holds half a character (a lone surrogate), and Fogbender's login crashes on it.",
            ),
            Some(_) => (Code::FieldNotString, " is not a string, and Fogbender's login crashes on it."),
        };
        Some(Problem::of(code, name, &[name, rule, advice(name)]))
    }
}
