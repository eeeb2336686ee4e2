//! The holder of the secret: it signs and verifies userJWTs, and assembles tokens.

use std::fmt;

use crate::error::{Code, Error, Problem, add, too_large};
use crate::identity::Identity;
use crate::json::{Object, Value};
use crate::jws::{Compact, Key, MAX_PAYLOAD_BYTES, USUAL_BYTES};
use crate::rules::signature::signature_mismatch;
use crate::rules::{check_fields, claims, text_problem};
use crate::secret::Secret;
use crate::sign_options::{SignOptions, Times};
use crate::token::{UserToken, shape_problem};
use crate::user_jwt::{Claims, check_times};
use crate::verify_options::VerifyOptions;

/// Signs for one workspace. Make it once from the workspace's secret, and use it for every user.
///
/// ```
/// use fogbender_token::{Identity, Secret, SignOptions, Signer, VerifyOptions};
///
/// let signer = Signer::new(Secret::new("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO")?);
/// let alice = Identity::new("U234328")
///     .customer_id("C256434")
///     .customer_name("Netflix")
///     .user_email("alice@netflix.com")
///     .user_name("Alice Chesterton");
/// let user_jwt = signer.sign(&alice, &SignOptions::new())?;
/// assert_eq!(signer.verify(&user_jwt, &VerifyOptions::new())?.user_id(), "U234328");
/// # Ok::<(), fogbender_token::Error>(())
/// ```
#[derive(Clone)]
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

    /// Signs a userJWT (HS256, RFC 7515 §5.1) over the identity's fields, then the claims of `options`, then the times.
    ///
    /// # Errors
    /// Every problem at once: the `field_…` codes, `too_large`, `option_invalid`, `time_in_milliseconds`, `clock_missing`.
    pub fn sign(&self, identity: &Identity, options: &SignOptions) -> Result<String, Error> {
        let claims = ToSign { fields: identity.object(), claims: options.claims(), partial: options.partial };
        let mut user_jwt = Vec::new();
        self.sign_claims(&claims, options.times(), Vec::new(), &mut user_jwt)?;
        Ok(text(user_jwt))
    }

    /// Signs the identity and assembles the token that the widget takes, in one call.
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
    /// Those of [`Signer::sign`], and what is wrong with `widget_id`. Every field must be there, with
    /// [`SignOptions::partial`] too.
    pub fn token(&self, identity: &Identity, widget_id: &str, options: &SignOptions) -> Result<UserToken, Error> {
        let mut problems = Vec::new();
        add(&mut problems, self.widget_id_problem(widget_id));
        let claims = ToSign { fields: identity.object(), claims: options.claims(), partial: false };
        let mut user_jwt = Vec::new();
        self.sign_claims(&claims, options.times(), problems, &mut user_jwt)?;
        let field = |name| identity.get(name).unwrap_or_default().to_owned();
        Ok(UserToken {
            widget_id: widget_id.to_owned(),
            customer_id: field("customerId"),
            customer_name: field("customerName"),
            user_id: field("userId"),
            user_email: field("userEmail"),
            user_name: field("userName"),
            user_avatar_url: identity.get("userAvatarUrl").map(str::to_owned),
            user_jwt: text(user_jwt),
        })
    }

    /// Verifies a userJWT that this signer's secret signed, and gives its claims.
    ///
    /// # Errors
    /// `signature_mismatch`; the `jwt_…` codes, for a userJWT that is not HS256, has another form, has expired or is not
    /// valid yet; the `field_…` codes, for a claim that a userJWT must not hold.
    pub fn verify(&self, user_jwt: &str, options: &VerifyOptions) -> Result<Claims, Error> {
        verify(user_jwt, [self], options)
    }

    /// Signs into `out`, unless there are problems.
    pub(crate) fn sign_claims(
        &self,
        to_sign: &ToSign<'_>,
        times: &Times,
        mut problems: Vec<Problem>,
        out: &mut Vec<u8>,
    ) -> Result<(), Error> {
        times.check(&mut problems);
        check_fields(&to_sign.fields, to_sign.partial, &mut problems);
        if let Some(claims) = &to_sign.claims {
            claims::check_additional(claims, &mut problems);
        }
        Error::check(problems)?;
        let payload = to_sign.payload(times)?;
        if payload.len() > MAX_PAYLOAD_BYTES {
            return Err(too_large("identity").into());
        }
        self.key.sign(&payload, out);
        Ok(())
    }

    /// The problem with the widgetId of a token that is to be assembled.
    pub(crate) fn widget_id_problem(&self, widget_id: &str) -> Option<Problem> {
        if widget_id.as_bytes() == self.secret.bytes() {
            let rule = "widgetId is the secret, and everyone who opens the page could read it. Give the widgetId.";
            return Some(Problem::of(Code::WidgetIdIsSecret, "widgetId", &[rule]));
        }
        let value = Value::Text(widget_id.into());
        text_problem("widgetId", &value).or_else(|| shape_problem("widgetId", &value))
    }

    pub(crate) fn key(&self) -> &Key {
        &self.key
    }

    pub(crate) fn secret(&self) -> &Secret {
        &self.secret
    }
}

impl From<Secret> for Signer {
    fn from(secret: Secret) -> Self {
        Self::new(secret)
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Signer([redacted])")
    }
}

/// What is signed: the identity's fields and, behind them, claims of the caller's.
pub(crate) struct ToSign<'a> {
    pub(crate) fields: Object<'a>,
    pub(crate) claims: Option<Object<'a>>,
    /// Whether fields may be absent.
    pub(crate) partial: bool,
}

impl ToSign<'_> {
    /// The payload's JSON text.
    fn payload(&self, times: &Times) -> Result<Vec<u8>, Error> {
        let claims = self.claims.as_ref().map(Object::inside).filter(|inside| !inside.is_empty());
        let fields = self.fields.inside();
        let mut payload = Vec::with_capacity(USUAL_BYTES);
        payload.push(b'{');
        payload.extend_from_slice(fields.as_bytes());
        if let Some(claims) = claims {
            payload.push(b',');
            payload.extend_from_slice(claims.as_bytes());
        }
        times.write(&mut payload)?;
        payload.push(b'}');
        Ok(payload)
    }
}

/// Verifies a userJWT with whichever of several secrets signed it: during a rotation, the current one and the previous.
///
/// ```
/// use fogbender_token::{Identity, Secret, SignOptions, Signer, VerifyOptions, verify};
///
/// let current = Signer::new(Secret::new("cP5szoYeM+aw6l9dmMmHXkHZb+YqraTQ")?);
/// let previous = Signer::new(Secret::new("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO")?);
/// let old = previous.sign(&Identity::new("U234328"), &SignOptions::new().partial())?;
/// assert_eq!(verify(&old, [&current, &previous], &VerifyOptions::new())?.user_id(), "U234328");
/// # Ok::<(), fogbender_token::Error>(())
/// ```
///
/// # Errors
/// `secret_empty` when there is no signer at all; otherwise those of [`Signer::verify`].
pub fn verify<'s>(
    user_jwt: &str,
    signers: impl IntoIterator<Item = &'s Signer>,
    options: &VerifyOptions,
) -> Result<Claims, Error> {
    verified(user_jwt, &mut signers.into_iter(), options, Claims::new)
}

/// Gives `read` the claims of a userJWT that is right in every respect.
pub(crate) fn verified<T>(
    user_jwt: &str,
    signers: &mut dyn Iterator<Item = &Signer>,
    options: &VerifyOptions,
    read: impl FnOnce(&Object<'_>) -> T,
) -> Result<T, Error> {
    let moment = options.moment()?;
    let jws = Compact::parse(user_jwt)?;
    jws.check_header()?;
    check_signature(&jws, signers)?;
    let claims = jws.claims()?;
    let mut problems = check_times(&claims, moment);
    claims::check_signed(&claims, &mut problems);
    Error::check(problems)?;
    Ok(read(&claims))
}

fn check_signature(jws: &Compact<'_>, signers: &mut dyn Iterator<Item = &Signer>) -> Result<(), Problem> {
    let mut is_empty = true;
    for signer in signers {
        if signer.key.has_signed(jws) {
            return Ok(());
        }
        is_empty = false;
    }
    if is_empty {
        let rule = "The list of secrets is empty. Give at least one.";
        return Err(Problem::of(Code::SecretEmpty, "secret", &[rule]));
    }
    Err(signature_mismatch())
}

/// A compact serialization, which is ASCII throughout.
fn text(user_jwt: Vec<u8>) -> String {
    String::from_utf8(user_jwt).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signer() -> Signer {
        Signer::new(Secret::new("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO").unwrap())
    }

    #[test]
    fn never_shows_its_secret() {
        assert_eq!(format!("{:?}", signer()), "Signer([redacted])");
    }

    #[test]
    fn signs_the_longest_payload_and_none_that_is_longer() {
        let sign = |length: usize| {
            let options = SignOptions::new().partial().without_issued_at().claim("x", "y".repeat(length));
            signer().sign(&Identity::new("U1"), &options).map_err(|error| error.code())
        };
        let around = r#"{"userId":"U1","x":""}"#.len();
        assert!(sign(MAX_PAYLOAD_BYTES - around).is_ok());
        assert_eq!(sign(MAX_PAYLOAD_BYTES - around + 1), Err(Code::TooLarge));
    }
}
