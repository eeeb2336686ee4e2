//! The token that the widget takes.

mod form;
mod mismatch;
mod shape;
mod user_token;

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Problem, add};
use crate::json::Object;
use crate::jws::Compact;
use crate::read_object::read_object;
use crate::rules::FIELDS;
use crate::rules::claims::check_signed;
use form::wrapped;
pub(crate) use form::{Kind, form_problems};
pub(crate) use mismatch::{described, mismatch};
pub(crate) use shape::is_hex;
#[cfg(feature = "sign")]
pub(crate) use shape::shape_problem;
pub use user_token::UserToken;

/// A token as it was received, right or wrong: any JSON object.
///
/// ```
/// use fogbender_token::{Code, Token};
///
/// let token = Token::from_json(r#"{"widgetId":"dzAwNjg4NDY0NjI4NzgyNDY5MTIw","userId":"U234328"}"#)?;
/// let problems = token.check().unwrap_err().into_problems();
/// assert!(problems.iter().any(|problem| problem.code == Code::SignatureMissing));
/// # Ok::<(), fogbender_token::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Token(String);

impl Token {
    /// Reads a token from JSON text.
    ///
    /// # Errors
    /// `not_an_object` when the text is not a JSON object; `name_repeated` when a name has two values. [`Token::check`]
    /// says what is wrong with the fields.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        read_object("token", text)?;
        Ok(Self(text.to_owned()))
    }

    /// Whether the widget can take this token.
    ///
    /// # Errors
    /// Every problem there is: a `field_…` code for what is missing, empty, unknown or of another type,
    /// `signature_missing`, and `field_mismatch` where a field contradicts the claims of `userJWT`.
    pub fn check(&self) -> Result<(), Error> {
        check(&self.fields()?)
    }

    /// The token's fields.
    pub(crate) fn fields(&self) -> Result<Object<'_>, Error> {
        Ok(read_object("token", &self.0)?)
    }

    /// The token as JSON text, as it was given.
    #[must_use]
    pub fn as_json(&self) -> &str {
        &self.0
    }
}

impl FromStr for Token {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::from_json(text)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token([redacted])")
    }
}

/// Whether the widget can take a token with these fields.
pub(crate) fn check(token: &Object<'_>) -> Result<(), Error> {
    if let Some(problem) = wrapped(token) {
        return Err(problem.into());
    }
    let mut problems = form_problems(token);
    let user_jwt = token.text_of("userJWT").unwrap_or_default();
    if Kind::of(token) == Kind::User && !user_jwt.is_empty() {
        let unreadable = check_user_jwt(token, user_jwt, &mut problems).err();
        add(&mut problems, unreadable);
    }
    Error::check(problems)
}

/// What the userJWT and its claims say against the token. The signature is not looked at, because that takes the secret.
fn check_user_jwt(token: &Object<'_>, user_jwt: &str, problems: &mut Vec<Problem>) -> Result<(), Problem> {
    let jws = Compact::parse(user_jwt)?;
    jws.check_header()?;
    let claims = jws.claims()?;
    check_signed(&claims, problems);
    for name in FIELDS {
        add(problems, mismatch(token, &claims, name));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_shows_itself() {
        assert_eq!(format!("{:?}", Token::from_json("{}").unwrap()), "Token([redacted])");
    }
}
