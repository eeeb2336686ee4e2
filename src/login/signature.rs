//! Steps 2 to 5 of the login: which signature is read, and whether it vouches for the token.

use super::{Outcome, SignatureType, Stage, VouchedBy, Walk};
use crate::error::{Code, Problem, add};
use crate::json::{Object, Value};
use crate::jws::Compact;
use crate::rules::FIELDS;
use crate::rules::signature::{not_made_with_secret, signature_mismatch};
use crate::token::{described, is_hex, mismatch};

impl Walk<'_> {
    /// Step 2: which signature is read. `userToken` comes first; then the kind that the workspace is set to; then
    /// `widgetKey`.
    pub(super) fn signature(&mut self, signature_type: SignatureType) -> Option<()> {
        if self.token.text_of("userToken").is_some() {
            self.login.vouched_by = VouchedBy::UserToken;
            self.goes_on(
                Stage::SignatureKind,
                "userToken is read before every other signature. Whoever holds the token can leave it out.",
            )?;
            self.unknown(Stage::UserToken, "userToken is Fogbender's own. Only Fogbender can check it.")?;
            // It overrides what the token says of the user.
            return None;
        }
        self.signature_of(signature_type)
    }

    /// The same in a token without `userToken`.
    pub(super) fn signature_of(&mut self, signature_type: SignatureType) -> Option<()> {
        let field = signature_type.field();
        match self.token.get(field) {
            None | Some(Value::Null) => {
                let rule = [field, " is absent, so widgetKey must be right."].concat();
                self.goes_on(Stage::SignatureKind, &rule)?;
                self.widget_key(field)
            }
            Some(Value::Text(text)) => {
                let rule =
                    [field, " is read, because the workspace's signature type is ", signature_type.as_str(), "."]
                        .concat();
                self.goes_on(Stage::SignatureKind, &rule)?;
                match signature_type {
                    SignatureType::Jwt => self.user_jwt(text),
                    SignatureType::Hmac => self.user_hmac(text),
                    SignatureType::Paseto => self.user_paseto(text),
                }
            }
            Some(other) => {
                let rule =
                    [field, " must be a string, and it is ", other.kind(), ". Let your backend sign the identity."];
                self.refused(Stage::SignatureKind, Problem::of(Code::FieldNotString, field, &rule))
            }
        }
    }

    /// Step 3: without a signature, `widgetKey` must be right, and then nothing is signed.
    fn widget_key(&mut self, signature: &str) -> Option<()> {
        let Some(widget_key) = self.token.text_of("widgetKey") else {
            let rule = [signature, " and widgetKey are both absent. Let your backend sign the identity."];
            return self.refused(Stage::WidgetKey, Problem::of(Code::SignatureMissing, signature, &rule));
        };
        self.login.vouched_by = VouchedBy::WidgetKey;
        // Compared as text, because an odd number of digits is no bytes: capital letters are wrong.
        let is_form = is_hex(widget_key, 19) && !widget_key.bytes().any(|digit| digit.is_ascii_uppercase());
        match if is_form { self.judge.is_hmac("", widget_key) } else { Some(false) } {
            Some(true) => self.goes_on(Stage::WidgetKey, "widgetKey is right. Nothing is signed."),
            Some(false) => self.refused(Stage::WidgetKey, not_made_with_secret("widgetKey")),
            None => self.unknown(Stage::WidgetKey, "widgetKey was not checked, because no secret was given."),
        }
    }

    /// Step 4: `userHMAC` signs `userId` alone.
    fn user_hmac(&mut self, user_hmac: &str) -> Option<()> {
        self.login.vouched_by = VouchedBy::UserHmac;
        let is_null = matches!(self.token.get("userId"), None | Some(Value::Null));
        if let Some(problem) = self.fatal("userId").filter(|_| !is_null) {
            return self.fails(Stage::UserHmac, Outcome::Crashes, vec![problem]);
        }
        let user_id = self.token.text_of("userId").unwrap_or_default();
        let right = if is_hex(user_hmac, 64) { self.judge.is_hmac(user_id, user_hmac) } else { Some(false) };
        if right != Some(false) {
            self.login.signed = vec!["userId"];
        }
        match right {
            Some(true) => self.goes_on(Stage::UserHmac, "userHMAC is right. It signs userId alone."),
            Some(false) => self.refused(Stage::UserHmac, not_made_with_secret("userHMAC")),
            None => self.unknown(Stage::UserHmac, "userHMAC was not checked, because no secret was given."),
        }
    }

    fn user_paseto(&mut self, user_paseto: &str) -> Option<()> {
        self.login.vouched_by = VouchedBy::UserPaseto;
        if user_paseto.is_empty() {
            return self.refused(Stage::UserPaseto, not_made_with_secret("userPaseto"));
        }
        self.unknown(Stage::UserPaseto, "userPaseto is an older signature, which is not checked here. Use userJWT.")
    }

    /// Step 5: the JWS must verify as HS256; then the claims are compared.
    fn user_jwt(&mut self, user_jwt: &str) -> Option<()> {
        self.login.vouched_by = VouchedBy::UserJwt;
        let read = Compact::parse(user_jwt).and_then(|jws| jws.check_header().map(|()| jws));
        let jws = match read {
            Ok(jws) => jws,
            Err(problem) => return self.refused(Stage::UserJwt, problem),
        };
        let right = self.judge.has_signed(&jws);
        if right == Some(false) {
            return self.refused(Stage::UserJwt, signature_mismatch());
        }
        let claims = match jws.claims() {
            Ok(claims) => claims,
            Err(problem) => return self.refused(Stage::UserJwt, problem),
        };
        if claims.is_ill_formed() {
            let rule = "userJWT's payload holds half a character (a lone surrogate), and Fogbender refuses it. Sign the userJWT again.";
            return self.refused(Stage::UserJwt, Problem::of(Code::FieldNotWellFormed, "userJWT", &[rule]));
        }
        match right {
            Some(_) => self.goes_on(Stage::UserJwt, "userJWT is signed with this secret, as HS256.")?,
            None => {
                self.unknown(Stage::UserJwt, "userJWT's signature was not checked, because no secret was given.")?;
            }
        }
        if claims.get("sub").is_some() { self.sub(&claims) } else { self.claims(&claims) }
    }

    /// With a `sub` claim, it alone is compared.
    fn sub(&mut self, claims: &Object<'_>) -> Option<()> {
        self.login.vouched_by = VouchedBy::Sub;
        self.login.signed = vec!["userId"];
        if claims.get("sub") == self.token.get("userId") {
            return self.goes_on(Stage::Claims, "sub equals userId. With sub, no other claim is compared.");
        }
        let sub = claims.get("sub").map_or_else(String::new, described);
        let rule = ["sub is ", &sub, ", and userId must equal it. Sign without sub."];
        self.refused(Stage::Claims, Problem::of(Code::FieldMismatch, "userId", &rule))
    }

    /// Every claim that is present must be strictly equal to the token's field, and `userId` must be present.
    fn claims(&mut self, claims: &Object<'_>) -> Option<()> {
        let is_present = |name: &&'static str| claims.get(name).is_some_and(|claim| *claim != Value::Null);
        self.login.signed = FIELDS.into_iter().filter(is_present).collect();
        let mut problems = Vec::new();
        if !self.login.signed.contains(&"userId") {
            let rule = "userId is not among the userJWT's claims, and Fogbender requires it. Sign the userId.";
            problems.push(Problem::of(Code::FieldMissing, "userId", &[rule]));
        }
        for name in FIELDS {
            add(&mut problems, mismatch(self.token, claims, name));
        }
        if problems.is_empty() {
            return self.goes_on(Stage::Claims, "Every claim that is present equals the token's field.");
        }
        self.fails(Stage::Claims, Outcome::Refused, problems)
    }
}
