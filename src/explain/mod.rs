//! Why a token would be accepted or refused, field by field, and what anyone could edit in it.

mod consequences;
mod explanation;
mod hints;
mod input;
#[cfg(feature = "sign")]
mod wrong_secret;

pub use consequences::Consequence;
pub use explanation::{Coverage, Explanation, Verdict};
pub use hints::Hint;
pub use input::Input;

use crate::error::{Code, Error, Problem};
use crate::json::Object;
use crate::jws::Compact;
use crate::login::{
    Judge, Login, NoSecret, Outcome, SignatureType, Step, VouchedBy, login, login_alone, without_user_token,
};
use crate::read_object::read_object;
use crate::rules::FIELDS;
#[cfg(feature = "sign")]
use crate::signer::Signer;
use crate::times::NumericDate;
use crate::token::Kind;
use crate::verify_options::{Moment, VerifyOptions};
use hints::Hints;

/// How a token is explained: by which clock, and for which kind of workspace.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ExplainOptions {
    times: VerifyOptions,
    signature_type: SignatureType,
}

impl ExplainOptions {
    /// The system's clock, no tolerance, a workspace of the type `jwt`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The time to judge by, instead of now.
    #[must_use]
    pub fn now(mut self, time: impl Into<NumericDate>) -> Self {
        self.times = self.times.now(time);
        self
    }

    /// By how many seconds the clocks of signer and verifier may differ.
    #[must_use]
    pub fn clock_tolerance_seconds(mut self, seconds: f64) -> Self {
        self.times = self.times.clock_tolerance_seconds(seconds);
        self
    }

    /// The signature type that the workspace is set to.
    #[must_use]
    pub fn signature_type(mut self, signature_type: SignatureType) -> Self {
        self.signature_type = signature_type;
        self
    }
}

/// Explains a token without the secret: all but whether the signature is right.
///
/// `input` is what people have: a token's JSON, an endpoint's whole answer, the message to the widget's frame, or a userJWT
/// alone, with `Bearer`, quotation marks or line breaks around it.
///
/// ```
/// use fogbender_token::{ExplainOptions, Verdict, explain};
///
/// let token = r#"{"widgetId":"dzAwNjg4NDY0NjI4NzgyNDY5MTIw","customerId":"C1","customerName":"N",
///     "userId":"U1","userEmail":"a@example.com","userName":"A","userJWT":"edited.by.hand"}"#;
/// assert_eq!(explain(token, &ExplainOptions::new())?.verdict, Verdict::Refused);
/// # Ok::<(), fogbender_token::Error>(())
/// ```
///
/// # Errors
/// `not_an_object` or `name_repeated` when there is no token in the input; `option_invalid`, `time_in_milliseconds` and
/// `clock_missing` for the options. Whatever a token holds is explained, and is no error.
pub fn explain(input: &str, options: &ExplainOptions) -> Result<Explanation, Error> {
    Question::read(input, options)?.answer(&NoSecret, &mut |_, _, _| ())
}

/// Explains a token with the current secret and, behind it, those before it.
///
/// # Errors
/// Those of [`explain()`], and `secret_empty` when there is no signer at all.
#[cfg(feature = "sign")]
pub fn explain_with<'s>(
    input: &str,
    signers: impl IntoIterator<Item = &'s Signer>,
    options: &ExplainOptions,
) -> Result<Explanation, Error> {
    let mut signers = signers.into_iter();
    let Some(current) = signers.next() else {
        return Err(
            Problem::of(Code::SecretEmpty, "secret", &["The list of secrets is empty. Give at least one."]).into()
        );
    };
    let previous: Vec<_> = signers.collect();
    Question::read(input, options)?.answer(current, &mut |jws, token, hints| {
        wrong_secret::about_wrong_secret(jws, token, current, &previous, hints);
    })
}

#[cfg(feature = "sign")]
impl Signer {
    /// What Fogbender's login would decide about a token, step by step, and what its holder could edit.
    ///
    /// # Errors
    /// Those of [`explain()`].
    pub fn explain(&self, input: &str, options: &ExplainOptions) -> Result<Explanation, Error> {
        explain_with(input, [self], options)
    }
}

/// Adds hints about a userJWT that the secret did not sign.
type AboutWrongSecret<'a> = dyn FnMut(&Compact<'_>, &Object<'_>, &mut Hints) + 'a;

/// A token that is to be explained.
struct Question {
    input: Input,
    token: String,
    moment: Moment,
    signature_type: SignatureType,
}

impl Question {
    fn read(input: &str, options: &ExplainOptions) -> Result<Self, Error> {
        let moment = options.times.moment()?;
        let (input, token) = input::read_input(input)?;
        Ok(Self { input, token, moment, signature_type: options.signature_type })
    }

    fn answer(&self, judge: &dyn Judge, about_wrong_secret: &mut AboutWrongSecret<'_>) -> Result<Explanation, Error> {
        let token = read_object("token", &self.token)?;
        let mut hints = Hints::default();
        let login = match Kind::of(&token) {
            _ if self.is_alone(&token) => login_alone(&token, judge),
            Kind::User | Kind::Fallback => login(&token, self.signature_type, judge),
            Kind::Visitor => {
                hints::about_visitor(&mut hints);
                Login::new()
            }
        };
        // Fogbender reads userToken first, but whoever holds the token can take it out.
        let without =
            (login.vouched_by == VouchedBy::UserToken).then(|| without_user_token(&token, self.signature_type, judge));
        let behind = without.as_ref().unwrap_or(&login);
        let mut explanation = Explanation {
            input: self.input,
            verdict: verdict(&login.steps),
            fields: coverage(&token, behind),
            consequences: consequences::consequences(&token, behind, judge),
            reasons: login.reasons,
            steps: login.steps,
            hints: Vec::new(),
        };
        self.look_around(&token, &explanation, about_wrong_secret, &mut hints);
        if explanation.verdict == Verdict::Unknown {
            hints::about_unknown(login.vouched_by, &mut hints);
        }
        explanation.hints = hints.0;
        Ok(explanation)
    }

    /// Whether a userJWT was given without the token around it.
    fn is_alone(&self, token: &Object<'_>) -> bool {
        matches!(self.input, Input::UserJwt | Input::Answer)
            && token.get("widgetId").is_none()
            && token.get("userJWT").is_some()
    }

    fn look_around(
        &self,
        token: &Object<'_>,
        explanation: &Explanation,
        about_wrong_secret: &mut AboutWrongSecret<'_>,
        hints: &mut Hints,
    ) {
        if self.is_alone(token) {
            let rule = "Only a userJWT was given, so no token's fields were compared with it. Give the whole token to compare them.";
            hints.add("user_jwt_alone", &[rule]);
        } else {
            hints::about_form(token, &explanation.reasons, hints);
            hints::about_other_signatures(token, self.signature_type, hints);
        }
        let Some(user_jwt) = token.text_of("userJWT") else { return };
        hints::about_user_jwt(user_jwt, hints);
        let Ok(jws) = Compact::parse(user_jwt) else { return };
        if explanation.reasons.iter().any(|reason| reason.code == Code::SignatureMismatch) {
            about_wrong_secret(&jws, token, hints);
        }
        if let Ok(claims) = jws.claims() {
            hints::about_claims(&claims, self.moment, hints);
            hints::about_mismatches(token, &claims, hints);
        }
    }
}

/// What the steps come to: the last one decides, unless one before it was open.
fn verdict(steps: &[Step]) -> Verdict {
    match steps.last().map(|step| step.outcome) {
        Some(Outcome::Refused) => Verdict::Refused,
        Some(Outcome::Crashes) => Verdict::Crashes,
        _ if steps.is_empty() || steps.iter().any(|step| step.outcome == Outcome::Unknown) => Verdict::Unknown,
        _ => Verdict::Accepted,
    }
}

/// Each identity field of the token, or of the userJWT, and whether it is signed.
fn coverage(token: &Object<'_>, login: &Login) -> Vec<(&'static str, Coverage)> {
    let is_mismatch = |name: &str| {
        let is_about = |reason: &Problem| reason.code == Code::FieldMismatch && reason.field.as_deref() == Some(name);
        login.reasons.iter().any(is_about)
    };
    let coverage = |name: &'static str| {
        Some(match name {
            _ if is_mismatch(name) => Coverage::Mismatch,
            _ if login.signed.contains(&name) => Coverage::Signed,
            _ if token.get(name).is_some() => Coverage::Unsigned,
            _ => return None,
        })
    };
    FIELDS.into_iter().filter_map(|name| Some((name, coverage(name)?))).collect()
}
