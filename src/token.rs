//! The token that the widget takes: what it must hold, and how it is assembled.

use crate::claims::{self, FIELDS, check_text, text_problem};
use crate::error::{Code, Error, Problem, add, clipped};
use crate::json::{self, Members, Value};
use crate::jws::Compact;

/// What may stand for the user's identity in a user token, the recommended one first.
pub(crate) const SIGNATURES: [&str; 4] = ["userJWT", "userHMAC", "userPaseto", "widgetKey"];

/// The three kinds of token; the widget tells them apart by the same keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    User,
    Visitor,
    Fallback,
}

/// The fields of one kind of token, all texts but the flag; `versions` goes with each.
struct Form {
    title: &'static str,
    required: &'static [&'static str],
    optional: &'static [&'static str],
    flag: &'static str,
}

impl Kind {
    fn form(self) -> Form {
        match self {
            Self::User => Form {
                title: "a user token, which is one with userId",
                required: &["widgetId", "customerId", "customerName", "userId", "userEmail", "userName"],
                optional: &["userAvatarUrl", "userJWT", "userHMAC", "userPaseto", "widgetKey"],
                flag: "",
            },
            Self::Visitor => Form {
                title: "a visitor token, which is one with visitor",
                required: &["widgetId", "visitorKey"],
                optional: &["visitorToken", "visitUrl"],
                flag: "visitor",
            },
            Self::Fallback => Form {
                title: "a fallback token, which is one with neither userId nor visitor",
                required: &["widgetId", "widgetKey"],
                optional: &[],
                flag: "anonymous",
            },
        }
    }
}

/// A token as it was received, good or bad: any JSON object.
///
/// ```
/// use fogbender_token::{Code, Token};
///
/// let token = Token::from_json(r#"{"widgetId":"dzAwNjg4NDY0NjI4NzgyNDY5MTIw","userId":"U234328"}"#)?;
/// let problems = token.check().unwrap_err().into_problems();
/// assert!(problems.iter().any(|problem| problem.code == Code::SignatureMissing));
/// # Ok::<(), fogbender_token::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Reads a token from JSON text.
    ///
    /// # Errors
    /// `not_an_object` when the text is not a JSON object, `name_repeated` when a name has two values in it; what else it
    /// holds is [`Token::check`]'s to say.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        Fields::read(text)?;
        Ok(Self(text.to_owned()))
    }

    /// Whether the widget can take this token.
    ///
    /// # Errors
    /// Every problem there is: a `field_…` code for what is missing, empty, unknown or of another type,
    /// `signature_missing`, and `field_mismatch` where a field contradicts the claims of `userJWT`.
    pub fn check(&self) -> Result<(), Error> {
        self.fields()?.check()
    }

    pub(crate) fn fields(&self) -> Result<Fields<'_>, Error> {
        Fields::read(&self.0)
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token([redacted])")
    }
}

/// A token's fields.
pub(crate) struct Fields<'a>(Members<'a>);

impl<'a> Fields<'a> {
    pub(crate) fn read(text: &'a str) -> Result<Self, Error> {
        Ok(Self(claims::read_object("token", text)?))
    }

    /// A token as js/values.js wrote it.
    #[cfg(feature = "js")]
    pub(crate) fn given(text: &'a str) -> Result<Self, Error> {
        Ok(Self(claims::read_given("token", text)?))
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        let mut problems = self.form_problems();
        self.check_user_jwt(&mut problems);
        Error::check(problems)
    }

    /// The token without the fields that say nothing.
    #[cfg(feature = "serde")]
    pub(crate) fn into_value(mut self) -> Value<'a> {
        self.0.retain(|(_, value)| !value.is_absent());
        Value::Object(self.0)
    }

    /// Whether a field says something.
    pub(crate) fn has(&self, field: &str) -> bool {
        json::get(&self.0, field).is_some_and(|value| !value.is_absent())
    }

    /// The text of a field, if it is there and is text.
    pub(crate) fn text(&self, field: &str) -> Option<&str> {
        json::get(&self.0, field).and_then(Value::as_text)
    }

    /// As the widget does: by the presence of a key, whatever its value.
    pub(crate) fn kind(&self) -> Kind {
        if json::get(&self.0, "userId").is_some() {
            Kind::User
        } else if json::get(&self.0, "visitor").is_some() {
            Kind::Visitor
        } else {
            Kind::Fallback
        }
    }

    /// The problems that can be seen without looking into the userJWT.
    pub(crate) fn form_problems(&self) -> Vec<Problem> {
        let kind = self.kind();
        let form = kind.form();
        let mut problems = Vec::new();
        for name in form.required {
            check_text(&self.0, name, &mut problems);
        }
        for (name, value) in &self.0 {
            let name = name.as_ref();
            if name == "versions" {
                add(&mut problems, versions_problem(value));
            } else if name == form.flag {
                add(&mut problems, flag_problem(name, value));
            } else if form.optional.contains(&name) {
                add(&mut problems, text_problem(name, value).filter(|_| !value.is_absent()));
            } else if !form.required.contains(&name) {
                problems.push(Problem::of(
                    Code::FieldUnknown,
                    name,
                    &[
                        clipped(name),
                        " is not a field of ",
                        form.title,
                        ": leave it out. Claims of your own are signed, not sent.",
                    ],
                ));
            }
            add(&mut problems, shape_problem(name, value));
        }
        if kind == Kind::User && SIGNATURES.iter().all(|name| self.text(name).is_none_or(str::is_empty)) {
            let rule = "userJWT is absent, and so is every other signature: let your backend sign the identity.";
            problems.push(Problem::of(Code::SignatureMissing, "userJWT", &[rule]));
        }
        problems
    }

    /// What the userJWT itself and its claims say against the token. The signature is not looked at: that takes the secret.
    fn check_user_jwt(&self, problems: &mut Vec<Problem>) {
        let user_jwt = self.text("userJWT").unwrap_or_default();
        if self.kind() == Kind::User && !user_jwt.is_empty() {
            let unreadable = self.check_claims(user_jwt, problems).err();
            add(problems, unreadable);
        }
    }

    fn check_claims(&self, user_jwt: &str, problems: &mut Vec<Problem>) -> Result<(), Problem> {
        let compact = Compact::parse(user_jwt)?;
        compact.check_header()?;
        compact.signature()?;
        let claims = compact.claims()?;
        claims::check_signed(&claims, problems);
        for name in FIELDS {
            add(problems, self.mismatch(&claims, name));
        }
        Ok(())
    }

    /// The problem with an identity field that differs from a claim that was signed.
    pub(crate) fn mismatch(&self, claims: &Members<'_>, name: &str) -> Option<Problem> {
        let claim = json::get(claims, name).filter(|claim| **claim != Value::Null)?;
        (claim.as_text() != self.text(name) || claim.as_text().is_none()).then(|| mismatch(name))
    }
}

pub(crate) fn mismatch(name: &str) -> Problem {
    let rule = " differs from the claim that the userJWT signs: Fogbender refuses the token. Sign what you send.";
    Problem::of(Code::FieldMismatch, name, &[name, rule])
}

/// The problem with a field that is `true` or, but for the one that makes a visitor token, absent.
fn flag_problem(name: &str, value: &Value<'_>) -> Option<Problem> {
    let right = *value == Value::Bool(true) || (name != "visitor" && value.is_absent());
    (!right).then(|| Problem::of(Code::FieldInvalid, name, &[name, " must be true, or be left out."]))
}

/// The problem with a value that is text and yet cannot be what its name says.
pub(crate) fn shape_problem(name: &str, value: &Value<'_>) -> Option<Problem> {
    let text = value.as_text().filter(|text| !text.is_empty())?;
    let is_hex = || text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let (right, rule) = match name {
        "widgetId" => (
            text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')),
            " must be base64url: copy it from Fogbender's settings. It must never be the secret.",
        ),
        "userHMAC" => (text.len() == 64 && is_hex(), " must be 64 lower-case hexadecimal digits."),
        "widgetKey" => (
            text.len() == 19 && is_hex(),
            " must be 19 lower-case hexadecimal digits: copy it from Fogbender's settings. It must never be the secret.",
        ),
        _ => return None,
    };
    (!right).then(|| Problem::of(Code::FieldInvalid, name, &[name, rule]))
}

/// The problem with `versions`, which must be an object of strings.
pub(crate) fn versions_problem(value: &Value<'_>) -> Option<Problem> {
    let right = match value {
        Value::Object(versions) => {
            versions.iter().all(|(name, version)| name != "__proto__" && version.as_text().is_some())
        }
        other => other.is_absent(),
    };
    (!right).then(|| Problem::of(Code::FieldInvalid, "versions", &["versions must be an object of strings."]))
}

/// The token of a signed-in user, as `FogbenderSimpleWidget` takes it; [`Signer::token`](crate::Signer::token) makes it.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UserToken {
    /// The workspace's widget, from Fogbender's settings.
    pub widget_id: String,
    /// The company that the user belongs to.
    pub customer_id: String,
    /// The company's name.
    pub customer_name: String,
    /// The user.
    pub user_id: String,
    /// Her email address.
    pub user_email: String,
    /// Her name.
    pub user_name: String,
    /// Where her picture is.
    pub user_avatar_url: Option<String>,
    /// The signature over all of the identity above.
    pub user_jwt: String,
}

impl UserToken {
    /// The token as JSON text, for the front end.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.to_value().to_json()
    }

    pub(crate) fn to_value(&self) -> Value<'_> {
        let mut fields = vec![
            ("widgetId", self.widget_id.as_str()),
            ("customerId", &self.customer_id),
            ("customerName", &self.customer_name),
            ("userId", &self.user_id),
            ("userEmail", &self.user_email),
            ("userName", &self.user_name),
        ];
        fields.extend(self.user_avatar_url.as_deref().map(|url| ("userAvatarUrl", url)));
        fields.push(("userJWT", &self.user_jwt));
        json::object_of_texts(&fields)
    }
}

impl std::fmt::Debug for UserToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UserToken")
            .field("user_id", &self.user_id)
            .field("user_jwt", &"[redacted]")
            .finish_non_exhaustive()
    }
}
