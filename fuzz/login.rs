//! Fogbender's login, written a second time: the verdict and the step at which it ends.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::json::{Json, Object};
use crate::{FIELDS, mac};

/// A verdict and the step at which it falls.
pub type End = (&'static str, &'static str);

/// How the login ends with what somebody pasted, in a workspace of the type "jwt", "hmac" or "paseto". Without the secret, no
/// signature is found right or wrong. `None`: there is no token in it.
pub fn explained(input: &str, kind: &str, knows_secret: bool) -> Option<End> {
    let given = Object::read(input)?;
    if given.get("error").is_some() && given.get("userId").is_none() {
        return None;
    }
    let inner = |name| if let Some(Json::Object(inner)) = given.get(name) { Some(inner.clone()) } else { None };
    let (token, may_be_alone) = if let Some(token) = inner("initToken") {
        (token, false)
    } else if let Some(token) = inner("token") {
        (token, true)
    } else if let Some(signatures) = inner("signatures") {
        match (signatures.get("userId"), signatures.text("userJWT")) {
            (None, Some(user_jwt)) => (around(user_jwt), true),
            _ => (signatures, true),
        }
    } else {
        match given.text("userJWT") {
            // Quotation marks and such around a userJWT alone are taken off; what is left is the other tests' business.
            Some(user_jwt) if given.0.len() == 1 => {
                let is_bare = user_jwt.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
                (is_bare.then(|| around(user_jwt))?, true)
            }
            _ => (given, false),
        }
    };
    if !token.names_have_one_value() {
        return None;
    }
    let mut login = Login { token: &token, knows_secret, is_open: false };
    let end = if may_be_alone && token.get("widgetId").is_none() && token.get("userJWT").is_some() {
        login.signature("jwt")
    } else if token.get("userId").is_none() && token.get("visitor").is_some() {
        return Some(("unknown", ""));
    } else {
        login.whole(kind)
    };
    Some(end.map_or_else(|end| end, |step| (if login.is_open { "unknown" } else { "accepted" }, step)))
}

/// The token of a userJWT alone: the fields that it signs.
fn around(user_jwt: &str) -> Object {
    let payload = user_jwt.split('.').nth(1).and_then(decode);
    let is_whole = user_jwt.split('.').map(decode_bytes).filter(Option::is_some).count() == 3;
    let claims =
        payload.filter(|_| is_whole && user_jwt.split('.').next().is_some_and(|header| decode(header).is_some()));
    let mut fields = claims.and_then(|claims| Object::read(&claims)).map_or_else(Vec::new, |claims| claims.0);
    fields.retain(|(name, _)| FIELDS.contains(&name.as_str()));
    fields.push(("userJWT".to_owned(), Json::Text(user_jwt.to_owned())));
    Object(fields)
}

fn decode_bytes(part: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(part).ok()
}

fn decode(part: &str) -> Option<String> {
    String::from_utf8(decode_bytes(part)?).ok()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

struct Login<'a> {
    token: &'a Object,
    knows_secret: bool,
    /// Whether something is left that was not checked.
    is_open: bool,
}

/// The step that was passed last, or the end of the login.
type Passed = Result<&'static str, End>;

impl Login<'_> {
    fn whole(&mut self, kind: &str) -> Passed {
        let id = self.token.text("widgetId").and_then(decode);
        if !id
            .is_some_and(|id| id.len() > 1 && id.starts_with('w') && id[1..].bytes().all(|byte| byte.is_ascii_digit()))
        {
            return Err(("refused", "workspace"));
        }
        let passed = self.signature(kind)?;
        if passed == "widget_key" && self.token.get("userId").is_none() { Ok(passed) } else { self.account() }
    }

    fn signature(&mut self, kind: &str) -> Passed {
        if self.token.text("userToken").is_some() {
            return Err(("unknown", "user_token"));
        }
        let name = match kind {
            "jwt" => "userJWT",
            "hmac" => "userHMAC",
            _ => "userPaseto",
        };
        match (self.token.get(name), name) {
            (None | Some(Json::Null), _) => self.widget_key(),
            (Some(Json::Text(text)), "userJWT") => self.user_jwt(text),
            (Some(Json::Text(text)), "userHMAC") => self.user_hmac(text),
            (Some(Json::Text(text)), _) if !text.is_empty() => {
                self.is_open = true;
                Ok("user_paseto")
            }
            (Some(Json::Text(_)), _) => Err(("refused", "user_paseto")),
            _ => Err(("refused", "signature_kind")),
        }
    }

    /// Whether a signature is right, as far as it can be known here.
    fn is_right(&mut self, is_possible: bool, is_right: impl FnOnce() -> bool) -> bool {
        self.is_open |= !self.knows_secret;
        is_possible && (!self.knows_secret || is_right())
    }

    fn widget_key(&mut self) -> Passed {
        let key = self.token.text("widgetKey").unwrap_or_default();
        let is_possible = is_hex(key, 19) && key.to_lowercase() == key;
        if self.is_right(is_possible, || hex(&mac(b""))[..19] == *key) {
            Ok("widget_key")
        } else {
            Err(("refused", "widget_key"))
        }
    }

    fn user_hmac(&mut self, user_hmac: &str) -> Passed {
        let user_id = match self.token.get("userId") {
            None | Some(Json::Null) => "",
            Some(Json::Text(user_id)) => user_id,
            Some(_) => return Err(("crashes", "user_hmac")),
        };
        let right = self.is_right(is_hex(user_hmac, 64), || hex(&mac(user_id.as_bytes())) == user_hmac.to_lowercase());
        if right { Ok("user_hmac") } else { Err(("refused", "user_hmac")) }
    }

    fn user_jwt(&mut self, user_jwt: &str) -> Passed {
        let refused = ("refused", "user_jwt");
        let claims = self.verified(user_jwt).ok_or(refused)?;
        let field = |name| self.token.get(name);
        if let Some(sub) = claims.get("sub") {
            return if Some(sub) == field("userId") { Ok("claims") } else { Err(("refused", "claims")) };
        }
        let claim = |name| claims.get(name).filter(|claim| **claim != Json::Null);
        let all_equal = FIELDS.into_iter().all(|name| claim(name).is_none_or(|claim| Some(claim) == field(name)));
        if claim("userId").is_some() && all_equal { Ok("claims") } else { Err(("refused", "claims")) }
    }

    fn verified(&mut self, user_jwt: &str) -> Option<Object> {
        let parts: Vec<&str> = user_jwt.split('.').collect();
        let [header, payload, signature] = parts[..] else { return None };
        let header = Object::read(&decode(header)?)?;
        let b64 = header.get("b64").is_none_or(|b64| *b64 == Json::Bool(true));
        let is_hs256 = header.text("alg") == Some("HS256") && header.get("crit").is_none() && b64;
        let claims = Object::read(&decode(payload)?)?;
        let is_possible =
            user_jwt.len() <= 65_536 && is_hs256 && !header.has_lone_surrogate() && !claims.has_lone_surrogate();
        let signature = decode_bytes(signature)?;
        let input = &user_jwt[..user_jwt.rfind('.')?];
        self.is_right(is_possible, || mac(input.as_bytes()) == signature).then_some(claims)
    }

    fn account(&self) -> Passed {
        let field = |name| self.token.get(name).unwrap_or(&Json::Null);
        if *field("userId") == Json::Null {
            return Err(("refused", "account"));
        }
        let is_text = |name| matches!(field(name), Json::Text(_));
        let has_email = self.token.text("userEmail").is_some_and(|email| email.contains('@'));
        let has_names = ["userId", "customerId", "customerName", "userName"].into_iter().all(is_text);
        let has_picture = is_text("userAvatarUrl") || *field("userAvatarUrl") == Json::Null;
        if has_email && has_names && has_picture { Ok("account") } else { Err(("crashes", "account")) }
    }
}
