//! JSON as a JWT needs it (RFC 8259): strict, in order, with repeated names kept and lone surrogates seen.
//!
//! A general parser keeps the last of two equal names and replaces a lone surrogate by U+FFFD. Both let one token mean
//! two things, so this crate has its own reader.

mod number;
mod object;
mod read;
mod scan;
mod string;
mod usual;
mod write;

use std::borrow::Cow;

pub(crate) use object::{NotAnObject, Object};
pub(crate) use read::{Fault, parse};
pub(crate) use write::write_string;

/// The deepest nesting: enough for any claim, and safe for any stack.
pub(crate) const MAX_DEPTH: usize = 32;

/// The most names in one object: enough for any identity, and few enough to compare each with each.
pub(crate) const MAX_MEMBERS: usize = 256;

/// The names and values of an object, in their order.
pub(crate) type Members<'a> = Vec<(Cow<'a, str>, Value<'a>)>;

/// A JSON value. A number keeps its text, because only a NumericDate is ever computed with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Text(Cow<'a, str>),
    /// A string with a lone surrogate, which has no UTF-8 form.
    IllFormed,
    Number(&'a str),
    Bool(bool),
    Null,
    Array(Vec<Value<'a>>),
    Object(Members<'a>),
}

impl Value<'_> {
    /// The text, if the value is text.
    pub(crate) fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The value of a number that can be a time.
    pub(crate) fn as_seconds(&self) -> Option<f64> {
        if let Self::Number(number) = self { number::seconds(number) } else { None }
    }

    /// Whether there is a lone surrogate in it.
    pub(crate) fn is_ill_formed(&self) -> bool {
        match self {
            Self::IllFormed => true,
            Self::Array(items) => items.iter().any(Value::is_ill_formed),
            Self::Object(members) => members.iter().any(|(_, value)| value.is_ill_formed()),
            _ => false,
        }
    }

    /// What it is, for a message. Never what it holds.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) | Self::IllFormed => "a string",
            Self::Number(_) => "a number",
            Self::Bool(_) => "a boolean",
            Self::Null => "null",
            Self::Array(_) => "an array",
            Self::Object(_) => "an object",
        }
    }
}

/// An object of texts.
pub(crate) fn object_of_texts<'a>(members: &[(&'a str, &'a str)]) -> Value<'a> {
    Value::Object(members.iter().map(|(name, text)| ((*name).into(), Value::Text((*text).into()))).collect())
}
