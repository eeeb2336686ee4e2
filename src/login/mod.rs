//! Fogbender's login with a user token, step by step, in the order of its backend.
//!
//! A step that fails ends the login, so the steps behind it are not reached. Where it is not known what the backend does
//! (`crit`, a name with two values, a lax encoding), the stricter answer is given: the one of [`verify`](crate::verify).

mod account;
mod judge;
mod signature;
mod step;

use crate::error::{Code, Problem};
use crate::json::Object;
pub(crate) use judge::{Judge, NoSecret};
pub use step::{Outcome, SignatureType, Stage, Step};

/// What the login came to.
pub(crate) struct Login {
    /// The steps that were reached.
    pub(crate) steps: Vec<Step>,
    /// Why it ended, if it did.
    pub(crate) reasons: Vec<Problem>,
    /// What vouched for the identity.
    pub(crate) vouched_by: VouchedBy,
    /// What a right signature signs, or one that nobody here can check. Of another signature, nothing.
    pub(crate) signed: Vec<&'static str>,
}

/// What vouches for the identity in a login.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VouchedBy {
    Nothing,
    UserToken,
    UserJwt,
    /// A userJWT with `sub`, which is the one claim that is compared.
    Sub,
    UserHmac,
    UserPaseto,
    WidgetKey,
}

/// Goes through the login with a user token.
pub(crate) fn login(token: &Object<'_>, signature_type: SignatureType, judge: &dyn Judge) -> Login {
    let mut walk = Walk { token, judge, login: Login::new() };
    let _ended_early = walk.all(signature_type);
    walk.login
}

/// The part of the login that a userJWT alone decides: its signature, and the claims that must be there.
pub(crate) fn login_alone(token: &Object<'_>, judge: &dyn Judge) -> Login {
    let mut walk = Walk { token, judge, login: Login::new() };
    let _ended_early = walk.signature(SignatureType::Jwt);
    walk.login
}

/// What the signature behind `userToken` comes to, for whoever takes `userToken` out of the token.
pub(crate) fn without_user_token(token: &Object<'_>, signature_type: SignatureType, judge: &dyn Judge) -> Login {
    let mut walk = Walk { token, judge, login: Login::new() };
    let _ended_early = walk.signature_of(signature_type);
    walk.login
}

impl Login {
    /// Nothing has happened yet. A visitor's token stays there, because this login is for users.
    pub(crate) fn new() -> Self {
        Self { steps: Vec::new(), reasons: Vec::new(), vouched_by: VouchedBy::Nothing, signed: Vec::new() }
    }
}

/// A login on its way. A step gives `None` when the login ends there.
struct Walk<'a> {
    token: &'a Object<'a>,
    judge: &'a dyn Judge,
    login: Login,
}

impl Walk<'_> {
    fn all(&mut self, signature_type: SignatureType) -> Option<()> {
        self.workspace()?;
        self.signature(signature_type)?;
        if self.login.vouched_by == VouchedBy::WidgetKey && self.token.get("userId").is_none() {
            // A fallback token names no user, so no account is looked for.
            return Some(());
        }
        self.account()
    }

    /// Step 1: the workspace.
    fn workspace(&mut self) -> Option<()> {
        let widget_id = self.token.text_of("widgetId").unwrap_or_default();
        if judge::is_workspace(widget_id) {
            let message = "widgetId has the form of a workspace's id. Only Fogbender knows whether it is one.";
            return self.goes_on(Stage::Workspace, message);
        }
        let rule = "widgetId is not the id of a workspace. Copy it from Fogbender's settings.";
        self.refused(Stage::Workspace, Problem::of(Code::FieldInvalid, "widgetId", &[rule]))
    }

    #[expect(clippy::unnecessary_wraps, reason = "ends a step as its siblings do")]
    fn goes_on(&mut self, stage: Stage, message: &str) -> Option<()> {
        self.step(stage, Outcome::GoesOn, message);
        Some(())
    }

    /// The login goes on here, and whether it does at Fogbender is not known.
    #[expect(clippy::unnecessary_wraps, reason = "ends a step as its siblings do")]
    fn unknown(&mut self, stage: Stage, message: &str) -> Option<()> {
        self.step(stage, Outcome::Unknown, message);
        Some(())
    }

    fn refused(&mut self, stage: Stage, problem: Problem) -> Option<()> {
        self.fails(stage, Outcome::Refused, vec![problem])
    }

    fn fails(&mut self, stage: Stage, outcome: Outcome, problems: Vec<Problem>) -> Option<()> {
        let messages: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
        self.step(stage, outcome, &messages.join(" "));
        self.login.reasons = problems;
        None
    }

    fn step(&mut self, stage: Stage, outcome: Outcome, message: &str) {
        self.login.steps.push(Step { stage, outcome, message: message.to_owned() });
    }
}
