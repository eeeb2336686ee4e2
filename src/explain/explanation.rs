//! The answer to "why was it refused?" and "what could Alice edit?".

use std::fmt;

use super::{Consequence, Hint, Input};
use crate::error::Problem;
use crate::login::Step;

/// What Fogbender's login comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Verdict {
    /// The widget is rendered.
    Accepted,
    /// The login ends with 401 or 403.
    Refused,
    /// The login crashes. The widget shows a general message, or nothing.
    Crashes,
    /// Nothing speaks against the token, and nobody here can say more.
    Unknown,
}

impl Verdict {
    /// `accepted`, `refused`, `crashes` or `unknown`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Crashes => "crashes",
            Self::Unknown => "unknown",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Whether the signature covers a field of the token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coverage {
    /// Covered, and equal: an edit is noticed.
    Signed,
    /// Not covered: whoever holds the token can edit it.
    Unsigned,
    /// Covered, and different from what was signed.
    Mismatch,
}

impl Coverage {
    /// `signed`, `unsigned` or `mismatch`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Unsigned => "unsigned",
            Self::Mismatch => "mismatch",
        }
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What Fogbender's login would do with a token, step by step, and what its holder could do by editing it.
///
#[cfg_attr(feature = "sign", doc = "```")]
#[cfg_attr(not(feature = "sign"), doc = "```ignore")]
/// use fogbender_token::{Coverage, ExplainOptions, Identity, Secret, SignOptions, Signer, Verdict};
///
/// let signer = Signer::new(Secret::new("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO")?);
/// let alice = Identity::new("U234328")
///     .customer_id("C256434")
///     .customer_name("Netflix")
///     .user_email("alice@netflix.com")
///     .user_name("Alice Chesterton");
/// let token = signer.token(&alice, "dzAwNjg4NDY0NjI4NzgyNDY5MTIw", &SignOptions::new())?.to_json();
///
/// let as_bob = token.replace("U234328", "U999999");
/// let explanation = signer.explain(&as_bob, &ExplainOptions::new())?;
/// assert_eq!(explanation.verdict, Verdict::Refused);
/// assert_eq!(explanation.field("userId"), Some(Coverage::Mismatch));
/// # Ok::<(), fogbender_token::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// What the input was taken for.
    pub input: Input,
    /// What the login comes to.
    pub verdict: Verdict,
    /// The steps of the login that were reached.
    pub steps: Vec<Step>,
    /// Why the login ends. Empty when it does not.
    pub reasons: Vec<Problem>,
    /// The identity fields, and whether each is signed.
    pub fields: Vec<(&'static str, Coverage)>,
    /// What whoever holds the token can do, the most dangerous first.
    pub consequences: Vec<Consequence>,
    /// What else is worth knowing.
    pub hints: Vec<Hint>,
}

impl Explanation {
    /// Whether a field is signed; `None` when neither token nor userJWT has it.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<Coverage> {
        self.fields.iter().find(|(known, _)| *known == name).map(|(_, coverage)| *coverage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verdicts_and_coverages_are_displayed_as_their_names() {
        let verdicts = [Verdict::Accepted, Verdict::Refused, Verdict::Crashes, Verdict::Unknown];
        assert_eq!(verdicts.map(|verdict| verdict.to_string()), ["accepted", "refused", "crashes", "unknown"]);
        let coverages = [Coverage::Signed, Coverage::Unsigned, Coverage::Mismatch];
        assert_eq!(coverages.map(|coverage| coverage.to_string()), ["signed", "unsigned", "mismatch"]);
    }
}
