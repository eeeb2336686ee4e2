//! The holder of the secret: signs and verifies userJWTs, and signs and assembles tokens.

use std::fmt;

use crate::claims as rules;
use crate::error::{Code, Error, Problem, add, too_large};
use crate::explain::{Explanation, explain_with};
use crate::identity::Identity;
use crate::json::{self, Members, Value};
use crate::jws::{Compact, Key, MAX_PAYLOAD_BYTES};
use crate::secret::Secret;
use crate::sign_options::SignOptions;
use crate::token::{Token, UserToken, shape_problem};
use crate::user_jwt::{self, Claims};
use crate::verify_options::VerifyOptions;

/// Signs for one workspace: made once from its secret, used for every user.
///
/// ```
/// use fogbender_token::{Identity, Secret, SignOptions, Signer, VerifyOptions};
///
/// let signer = Signer::new(Secret::new("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO")?);
/// let user_jwt = signer.sign(&Identity::new("U234328"), &SignOptions::new())?;
/// assert_eq!(signer.verify(&user_jwt, &VerifyOptions::new())?.user_id(), "U234328");
/// # Ok::<(), fogbender_token::Error>(())
/// ```
pub struct Signer {
    secret: Secret,
    key: Key,
}

impl Signer {
    /// Prepares the secret for signing.
    #[must_use]
    pub fn new(secret: Secret) -> Self {
        Self { key: Key::new(secret.bytes()), secret }
    }

    /// Signs a userJWT (HS256, RFC 7515 §5.1) over every claim of `identity`, in its order, then `iat`, `nbf` and `exp`.
    ///
    /// # Errors
    /// Every problem of identity and options at once: the `field_…` codes, `too_large`, `option_invalid`,
    /// `time_in_milliseconds`.
    pub fn sign(&self, identity: &Identity, options: &SignOptions) -> Result<String, Error> {
        let mut problems = Vec::new();
        options.check(&mut problems);
        self.sign_identity(identity, options, Needs::UserId, problems)
    }

    /// Signs every claim of `identity` and assembles the token that the widget takes, in one call.
    ///
    /// ```
    /// # use fogbender_token::{Identity, Secret, SignOptions, Signer};
    /// # let signer = Signer::new(Secret::new("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO")?);
    /// let alice = Identity::new("U234328")
    ///     .customer_id("C256434")
    ///     .customer_name("Netflix")
    ///     .user_email("alice@netflix.com")
    ///     .user_name("Alice Chesterton");
    /// let token = signer.token(&alice, "dzAwNjg4NDY0NjI4NzgyNDY5MTIw", &SignOptions::new())?;
    /// assert!(token.to_json().contains(r#""userId":"U234328""#));
    /// # Ok::<(), fogbender_token::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`Signer::sign`]; a field that the token requires is absent; `widgetId` is not one.
    pub fn token(&self, identity: &Identity, widget_id: &str, options: &SignOptions) -> Result<UserToken, Error> {
        let mut problems = Vec::new();
        add(&mut problems, self.widget_id_problem(Some(&Value::Text(widget_id.into()))));
        options.check(&mut problems);
        let user_jwt = self.sign_identity(identity, options, Needs::EveryField, problems)?;
        let field = |name| identity.get(name).unwrap_or_default().to_owned();
        Ok(UserToken {
            widget_id: widget_id.to_owned(),
            customer_id: field("customerId"),
            customer_name: field("customerName"),
            user_id: field("userId"),
            user_email: field("userEmail"),
            user_name: field("userName"),
            user_avatar_url: identity.get("userAvatarUrl").map(str::to_owned),
            user_jwt,
        })
    }

    /// Verifies a userJWT that this signer's secret signed, and gives its claims.
    ///
    /// # Errors
    /// `signature_mismatch`; the `jwt_…` codes: not HS256, not canonical, expired, not yet valid; a claim that a userJWT
    /// must not hold. The README has the table.
    pub fn verify(&self, user_jwt: &str, options: &VerifyOptions) -> Result<Claims, Error> {
        verify(user_jwt, std::slice::from_ref(self), options)
    }

    /// What Fogbender's backend would decide about `token`, field by field, and why.
    ///
    /// # Errors
    /// `option_invalid` and `time_in_milliseconds`, for the options; whatever the token holds is explained.
    pub fn explain(&self, token: &Token, options: &VerifyOptions) -> Result<Explanation, Error> {
        explain_with(token, std::slice::from_ref(self), options)
    }

    fn sign_identity(
        &self,
        identity: &Identity,
        options: &SignOptions,
        needs: Needs,
        problems: Vec<Problem>,
    ) -> Result<String, Error> {
        let members = identity.members();
        let (mut claims, mut user_jwt) = (String::new(), Vec::new());
        json::write_object(&mut claims, &members);
        self.sign_claims(&claims, Ok(members), options, needs, problems, &mut user_jwt)?;
        Ok(text(user_jwt))
    }

    /// Signs `claims`, the text of a JSON object with these `members`, into `out`, unless there are `problems`.
    pub(crate) fn sign_claims(
        &self,
        claims: &str,
        members: Result<Members<'_>, Problem>,
        options: &SignOptions,
        needs: Needs,
        mut problems: Vec<Problem>,
        out: &mut Vec<u8>,
    ) -> Result<(), Error> {
        match members {
            Ok(members) => {
                rules::check_to_sign(&members, &mut problems);
                if needs == Needs::EveryField {
                    rules::check_complete(&members, &mut problems);
                }
            }
            Err(problem) => problems.push(problem),
        }
        Error::check(problems)?;
        let mut payload = Vec::with_capacity(claims.len() + 96);
        options.splice(claims, &mut payload);
        if payload.len() > MAX_PAYLOAD_BYTES {
            return Err(too_large("identity").into());
        }
        self.key.sign(&payload, out);
        Ok(())
    }

    /// The problem with the widgetId of a token that is to be assembled.
    pub(crate) fn widget_id_problem(&self, widget_id: Option<&Value<'_>>) -> Option<Problem> {
        let Some(value) = widget_id else {
            let rule = "widgetId is required and absent: copy it from https://fogbender.com/admin/-/-/settings/embed.";
            return Some(Problem::of(Code::FieldMissing, "widgetId", &[rule]));
        };
        if value.as_text().is_some_and(|text| text.as_bytes() == self.secret.bytes()) {
            let rule =
                "widgetId is the secret itself, and everyone who opens the page would read it: give the widgetId.";
            return Some(Problem::of(Code::WidgetIdIsSecret, "widgetId", &[rule]));
        }
        rules::text_problem("widgetId", value).or_else(|| shape_problem("widgetId", value))
    }

    /// Whether `given` is the secret, compared in constant time: by HMACs under a key that the asker does not know.
    #[cfg(feature = "js")]
    pub(crate) fn has_secret(&self, given: &[u8]) -> bool {
        self.key.is_mac(given, &self.key.mac(self.secret.bytes()))
    }

    pub(crate) fn key(&self) -> &Key {
        &self.key
    }

    pub(crate) fn secret(&self) -> &Secret {
        &self.secret
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signer([redacted])")
    }
}

/// Which fields an identity must have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needs {
    UserId,
    EveryField,
}

/// Verifies a userJWT with whichever of several secrets signed it: the current one and, during a rotation, the previous.
///
/// ```
/// use fogbender_token::{Identity, Secret, SignOptions, Signer, VerifyOptions, verify};
///
/// let current = Signer::new(Secret::new("cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ")?);
/// let previous = Signer::new(Secret::new("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO")?);
/// let old = previous.sign(&Identity::new("U234328"), &SignOptions::new())?;
/// assert_eq!(verify(&old, &[current, previous], &VerifyOptions::new())?.user_id(), "U234328");
/// # Ok::<(), fogbender_token::Error>(())
/// ```
///
/// # Errors
/// `secret_empty` when there is no signer at all; otherwise those of [`Signer::verify`].
pub fn verify(user_jwt: &str, signers: &[Signer], options: &VerifyOptions) -> Result<Claims, Error> {
    Ok(Claims::of(&verified(signers, user_jwt, options)?)?)
}

/// The userJWT taken apart, after everything about it was checked.
pub(crate) fn verified<'a>(
    signers: &[Signer],
    user_jwt: &'a str,
    options: &VerifyOptions,
) -> Result<Compact<'a>, Error> {
    let (now, tolerance) = options.times()?;
    let compact = Compact::parse(user_jwt)?;
    compact.check_header()?;
    let mut verdict =
        Err(Problem::of(Code::SecretEmpty, "secret", &["There is no secret to verify with: the list is empty."]));
    for signer in signers {
        verdict = signer.key.verify(&compact);
        if verdict.is_ok() {
            break;
        }
    }
    verdict?;
    let claims = compact.claims()?;
    let mut problems = user_jwt::check_times(&claims, now, tolerance);
    rules::check_signed(&claims, &mut problems);
    Error::check(problems)?;
    Ok(compact)
}

/// A compact serialization, which is ASCII throughout.
fn text(jwt: Vec<u8>) -> String {
    String::from_utf8(jwt).unwrap_or_default()
}
