//! The steps of Fogbender's login, and how each of them can end.

use std::fmt;

/// A step of Fogbender's login, in the order in which they happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stage {
    /// `widgetId` must be the id of a workspace.
    Workspace,
    /// Which signature is read: the workspace's signature type decides.
    SignatureKind,
    /// Fogbender's own `userToken`.
    UserToken,
    /// `widgetKey`, when there is no signature.
    WidgetKey,
    /// `userHMAC`, in a workspace of the type `hmac`.
    UserHmac,
    /// `userPaseto`, in a workspace of the type `paseto`.
    UserPaseto,
    /// The signature of `userJWT`.
    UserJwt,
    /// Each claim that is present against the token's field.
    Claims,
    /// The account: found by `customerId` and `userEmail`.
    Account,
}

/// How a step ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The next step follows.
    GoesOn,
    /// The login ends with 401 or 403.
    Refused,
    /// The request crashes. The widget shows a general message, or nothing.
    Crashes,
    /// Only Fogbender can tell, or whoever has the secret.
    Unknown,
}

/// One step of the login with this token.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Step {
    /// Which step.
    pub stage: Stage,
    /// How it ended.
    pub outcome: Outcome,
    /// For people: what was looked at, and what came of it. Holds no secret and no JWT.
    pub message: String,
}

/// Which kind of signature a workspace is set to. New workspaces are [`SignatureType::Jwt`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SignatureType {
    /// `userJWT` is read.
    #[default]
    Jwt,
    /// `userHMAC` is read, the older kind over `userId` alone.
    Hmac,
    /// `userPaseto` is read.
    Paseto,
}

impl SignatureType {
    /// The field of the token that is read.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Jwt => "userJWT",
            Self::Hmac => "userHMAC",
            Self::Paseto => "userPaseto",
        }
    }
}

macro_rules! named {
    ($($type:ident { $($name:ident $text:literal),* })*) => {$(
        impl $type {
            /// The name as text.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    )*};
}

named! {
    Stage {
        Workspace "workspace", SignatureKind "signature_kind", UserToken "user_token", WidgetKey "widget_key",
        UserHmac "user_hmac", UserPaseto "user_paseto", UserJwt "user_jwt", Claims "claims", Account "account"
    }
    Outcome { GoesOn "goes_on", Refused "refused", Crashes "crashes", Unknown "unknown" }
    SignatureType { Jwt "jwt", Hmac "hmac", Paseto "paseto" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_displayed_as_their_names() {
        assert_eq!(Stage::UserJwt.to_string(), "user_jwt");
        assert_eq!(Outcome::GoesOn.to_string(), "goes_on");
        assert_eq!(SignatureType::Hmac.to_string(), "hmac");
        assert_eq!([SignatureType::Jwt, SignatureType::Paseto].map(SignatureType::field), ["userJWT", "userPaseto"]);
    }
}
