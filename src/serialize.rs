//! `Serialize` for what goes out: the same objects for `serde_json` and for JavaScript.
//!
//! Everything becomes a [`Value`] first, so that one serializer is compiled for all of it.

use serde::ser::{Error as _, Serialize, Serializer};

use crate::error::{Error, Problem, problems_value};
use crate::explain::Explanation;
use crate::json::Value;
use crate::token::{Token, UserToken};

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_value().serialize(serializer)
    }
}

impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        problems_value(self.problems()).serialize(serializer)
    }
}

impl Serialize for Explanation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_value().serialize(serializer)
    }
}

impl Serialize for UserToken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_value().serialize(serializer)
    }
}

/// Of a token that the widget can take; another is an error, because it may hold what is not written here.
impl Serialize for Token {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = self.fields().map_err(S::Error::custom)?;
        fields.check().map_err(S::Error::custom)?;
        fields.into_value().serialize(serializer)
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(members) => serializer.collect_map(members.iter().map(|(name, value)| (name.as_ref(), value))),
            // Nothing that goes out holds anything else.
            _ => serializer.serialize_unit(),
        }
    }
}
