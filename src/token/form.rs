//! The three kinds of token, and which fields each of them has.

use super::shape::{flag_problem, shape_problem, versions_problem};
use crate::error::{Code, Problem, add, shown};
use crate::json::{Object, Value};
use crate::rules::{FIELDS, check_fields, check_text, text_problem};

/// What may vouch for the identity in a user token. The recommended one is the first.
pub(crate) const SIGNATURES: [&str; 5] = ["userJWT", "userHMAC", "userPaseto", "userToken", "widgetKey"];

/// The kinds of token. The widget tells them apart by the presence of a key, whatever its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    User,
    Visitor,
    Fallback,
}

impl Kind {
    pub(crate) fn of(token: &Object<'_>) -> Self {
        if token.get("userId").is_some() {
            Self::User
        } else if token.get("visitor").is_some() {
            Self::Visitor
        } else {
            Self::Fallback
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::User => "a user token, which is one with userId",
            Self::Visitor => "a visitor token, which is one with visitor",
            Self::Fallback => "a fallback token, which has neither userId nor visitor",
        }
    }

    /// The fields that must be there, beside the identity of a user token.
    fn required(self) -> &'static [&'static str] {
        match self {
            Self::User => &["widgetId"],
            Self::Visitor => &["widgetId", "visitorKey"],
            Self::Fallback => &["widgetId", "widgetKey"],
        }
    }

    /// The texts that may be there.
    fn optional(self) -> &'static [&'static str] {
        match self {
            Self::User => &SIGNATURES,
            Self::Visitor => &["visitorToken", "visitUrl"],
            Self::Fallback => &[],
        }
    }

    /// The field that is `true`.
    fn flag(self) -> &'static str {
        match self {
            Self::User => "",
            Self::Visitor => "visitor",
            Self::Fallback => "anonymous",
        }
    }
}

/// The problem with an object that has the token inside: an endpoint's whole answer, or the message to the widget's frame.
pub(crate) fn wrapped(object: &Object<'_>) -> Option<Problem> {
    let holds = |name: &&str| object.get("widgetId").is_none() && matches!(object.get(name), Some(Value::Object(_)));
    let inside = ["token", "initToken", "signatures"].into_iter().find(holds)?;
    let way_out = match inside {
        "signatures" => "signatures. Assemble a token with the userJWT in signatures.",
        "token" => "a token inside. Give its member token.",
        _ => "a token inside. Give its member initToken.",
    };
    Some(Problem::of(Code::TokenWrapped, inside, &["What was given is not a token, but it has ", way_out]))
}

/// The problems with a token's fields that can be seen without a look into its userJWT.
pub(crate) fn form_problems(token: &Object<'_>) -> Vec<Problem> {
    let kind = Kind::of(token);
    let mut problems = Vec::new();
    for name in kind.required() {
        check_text(token, name, &mut problems);
    }
    if kind == Kind::User {
        check_fields(token, false, &mut problems);
    }
    for (name, value) in token.members() {
        let name = name.as_ref();
        if name == "versions" {
            add(&mut problems, versions_problem(value));
        } else if name == kind.flag() {
            add(&mut problems, flag_problem(name, value));
        } else if kind.optional().contains(&name) {
            add(&mut problems, text_problem(name, value).filter(|_| *value != Value::Null));
        } else if !kind.required().contains(&name) && (kind != Kind::User || !FIELDS.contains(&name)) {
            let rule = " is not a field of ";
            let way_out = ". Leave it out, and sign your own claims in the userJWT.";
            problems.push(Problem::of(Code::FieldUnknown, name, &[shown(name), rule, kind.title(), way_out]));
        }
        add(&mut problems, shape_problem(name, value));
    }
    // The widget's own check takes no userToken for a signature.
    let is_signature = |name: &&str| **name != *"userToken" && token.text_of(name).is_some_and(|text| !text.is_empty());
    if kind == Kind::User && !SIGNATURES.iter().any(is_signature) {
        let rule = "The token has no userJWT and no other signature. Let your backend sign the identity.";
        problems.push(Problem::of(Code::SignatureMissing, "userJWT", &[rule]));
    }
    problems
}
