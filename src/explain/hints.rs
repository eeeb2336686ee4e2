//! What else is worth knowing about a token. Each hint was tested; none is a guess.

use super::input::dots;
use crate::error::{Code, Problem, decimal};
use crate::json::{Object, Value};
use crate::jws::{Compact, SIGNATURE_CHARACTERS};
use crate::login::{SignatureType, VouchedBy};
use crate::rules::FIELDS;
use crate::token::{described, form_problems, mismatch};
use crate::user_jwt::check_times;
use crate::verify_options::Moment;

/// Something that is worth knowing and does not decide the verdict.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Hint {
    /// A stable `snake_case` name.
    pub code: &'static str,
    /// For people. Holds no secret and no JWT.
    pub message: String,
}

/// Hints, in the order in which they were found.
#[derive(Default)]
pub(crate) struct Hints(pub(crate) Vec<Hint>);

impl Hints {
    #[cold]
    pub(crate) fn add(&mut self, code: &'static str, message: &[&str]) {
        self.0.push(Hint { code, message: message.concat() });
    }

    fn problem(&mut self, problem: &Problem) {
        self.add(problem.code.as_str(), &[&problem.message]);
    }
}

/// What is wrong with the token's form, and is not among the reasons.
pub(crate) fn about_form(token: &Object<'_>, reasons: &[Problem], hints: &mut Hints) {
    for problem in form_problems(token) {
        // The widget itself adds these to every token that it sends.
        let added_by_the_widget = matches!(problem.field.as_deref(), Some("visitorToken" | "visitUrl"));
        let is_known = reasons.iter().any(|reason| reason.code == problem.code && reason.field == problem.field);
        if !added_by_the_widget && !is_known {
            hints.problem(&problem);
        }
    }
    if is_example(token.text_of("userEmail").unwrap_or_default()) {
        hints.add("email_example", &["userEmail ends in @example.com. Fogbender treats such an email as unverified."]);
    }
}

/// Whether an email is of the domain that Fogbender takes for unverified.
fn is_example(email: &str) -> bool {
    const END: &[u8] = b"@example.com";
    let email = email.as_bytes();
    email.len() >= END.len() && email[email.len() - END.len()..].eq_ignore_ascii_case(END)
}

/// A signature that the login does not look at.
pub(crate) fn about_other_signatures(token: &Object<'_>, signature_type: SignatureType, hints: &mut Hints) {
    for other in [SignatureType::Jwt, SignatureType::Hmac, SignatureType::Paseto] {
        if other != signature_type && token.text_of(other.field()).is_some() {
            let setting = " is not looked at. It is read in a workspace whose signature type is ";
            hints.add("signature_not_read", &[other.field(), setting, other.as_str(), "."]);
        }
    }
}

/// What can be seen in the userJWT itself.
pub(crate) fn about_user_jwt(user_jwt: &str, hints: &mut Hints) {
    let is_wrapped = |character: char| character.is_whitespace() || matches!(character, '"' | '\'');
    if user_jwt.starts_with("Bearer ") || user_jwt.contains(is_wrapped) {
        let rule = "userJWT has Bearer, quotation marks or line breaks around it. Give the JWT alone.";
        hints.add("user_jwt_wrapped", &[rule]);
    }
    let signature = user_jwt.trim_ascii().bytes().rev().take_while(|byte| *byte != b'.').count();
    if dots(user_jwt) == 2 && (1..SIGNATURE_CHARACTERS).contains(&signature) {
        let rule = [
            "userJWT's signature has ",
            &decimal(signature),
            " of 43 characters, so it was probably cut off. Give the whole JWT.",
        ];
        hints.add("user_jwt_cut_off", &rule);
    }
    let Ok(jws) = Compact::parse(user_jwt) else { return };
    if jws.check_header().is_err_and(|problem| problem.code == Code::JwtAlgNotAllowed) {
        let rule = "Set the signing library's algorithm to HS256. With \"none\" nothing is signed at all.";
        hints.add("other_algorithm", &[rule]);
    }
}

/// What the claims say.
pub(crate) fn about_claims(claims: &Object<'_>, moment: Moment, hints: &mut Hints) {
    if let Some(issuer) = claims.get("iss") {
        let rule =
            ". It is probably another service's session. Give the userJWT that your backend signs for Fogbender.";
        hints.add("foreign_jwt", &["The JWT was issued by ", &described(issuer), rule]);
    }
    if claims.get("visitor").is_some() {
        hints.add(
            "visitor_jwt",
            &["The userJWT has a visitor claim, so it is for a visitor and not for a user. Sign without visitor."],
        );
    }
    if let Some(Value::Number(_)) = claims.get("userId") {
        let rule = "userId was signed as a number, which never equals the text in the token. Turn it into text before you sign.";
        hints.add("user_id_number", &[rule]);
    }
    for problem in check_times(claims, moment) {
        let note = " Fogbender's backend was not seen to check times, but a verifier such as ours checks them.";
        hints.add(problem.code.as_str(), &[&problem.message, note]);
    }
}

/// Two texts that look the same and are not.
pub(crate) fn about_mismatches(token: &Object<'_>, claims: &Object<'_>, hints: &mut Hints) {
    for name in FIELDS {
        let (Some(field), Some(claim)) = (token.text_of(name), claims.text_of(name)) else { continue };
        if mismatch(token, claims, name).is_none() {
            continue;
        }
        let differs = if unescaped(field) == unescaped(claim) {
            ("differs_by_escapes", " differs only by HTML escapes, such as &amp;. Sign and send the plain text.")
        } else if composed_alike(field, claim) || composed_alike(claim, field) {
            let rule = " differs only in how accents are written (Unicode normalization). Sign and send the same text.";
            ("differs_by_normalization", rule)
        } else if field.trim_ascii() == claim.trim_ascii() {
            ("differs_by_spaces", " differs only by spaces around it. Sign and send the same text.")
        } else if field.eq_ignore_ascii_case(claim) {
            ("differs_by_case", " differs only by capital letters. Sign and send the same text.")
        } else {
            continue;
        };
        hints.add(differs.0, &[name, differs.1]);
    }
}

/// A text without the escapes of HTML.
fn unescaped(text: &str) -> String {
    const ESCAPES: [(&str, char); 6] =
        [("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&#39;", '\''), ("&#x27;", '\''), ("&amp;", '&')];
    let (mut out, mut rest) = (String::new(), text);
    while let Some(character) = rest.chars().next() {
        let escape = ESCAPES.iter().find(|(escape, _)| rest.starts_with(escape));
        let (length, character) =
            escape.map_or((character.len_utf8(), character), |(escape, one)| (escape.len(), *one));
        out.push(character);
        rest = &rest[length..];
    }
    out
}

/// Whether `composed` has single characters where `decomposed` has a letter with combining marks, and is else the same.
fn composed_alike(composed: &str, decomposed: &str) -> bool {
    let is_mark = |character: &char| matches!(character, '\u{300}'..='\u{36f}');
    let (mut composed, mut rest) = (composed.chars().peekable(), decomposed.chars().peekable());
    let mut marks = 0;
    while let Some(one) = composed.next() {
        let Some(other) = rest.next() else { return false };
        let mut marked = false;
        // A mark that stands for itself in both is not part of the letter before it.
        while one != other && rest.next_if(|mark| is_mark(mark) && composed.peek() != Some(mark)).is_some() {
            marked = true;
        }
        if one != other && (!marked || one.is_ascii()) {
            return false;
        }
        marks += usize::from(marked);
    }
    marks > 0 && rest.next().is_none()
}

/// What a token without a user is told.
pub(crate) fn about_visitor(hints: &mut Hints) {
    hints.add("visitor_token", &["A visitor token names no user. Only Fogbender can make it and check it."]);
}

/// Why the verdict is open.
pub(crate) fn about_unknown(vouched_by: VouchedBy, hints: &mut Hints) {
    if !matches!(vouched_by, VouchedBy::Nothing | VouchedBy::UserToken | VouchedBy::UserPaseto) {
        let why =
            "No secret was given, so the signature was not checked. If you meant to give one, its variable is unset.";
        hints.add("signature_not_checked", &[why]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_composed_from_decomposed_accents() {
        assert!(composed_alike("José", "Jose\u{301}"));
        assert!(composed_alike("Ạ́b", "A\u{323}\u{301}b"));
        assert!(!composed_alike("José", "José"));
        assert!(!composed_alike("Jose", "Jose\u{301}"));
        assert!(!composed_alike("José", "Jose\u{301}x"));
    }
}
