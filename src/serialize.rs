//! `Serialize` for what goes out: the same objects for `serde_json` and for JavaScript.
//!
//! By hand and as maps, not derived: for derived structs serde-wasm-bindgen keeps a table of names, which weighs more than
//! this file.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use crate::error::{Error, Problem};
use crate::explain::{Coverage, Explanation, Hint, Verdict};
use crate::json::Value;
use crate::token::{Token, UserToken};

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let members = [Some(("code", self.code.as_str())), self.field.as_deref().map(|field| ("field", field))];
        serializer.collect_map(members.into_iter().flatten().chain([("message", self.message.as_str())]))
    }
}

impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.problems().serialize(serializer)
    }
}

impl Serialize for Hint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("code", self.code), ("message", &self.message)])
    }
}

impl Serialize for Verdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Coverage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

struct Fields<'a>(&'a [(&'static str, Coverage)]);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

impl Serialize for Explanation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_map(Some(4))?;
        members.serialize_entry("verdict", &self.verdict)?;
        members.serialize_entry("reasons", &self.reasons)?;
        members.serialize_entry("fields", &Fields(&self.fields))?;
        members.serialize_entry("hints", &self.hints)?;
        members.end()
    }
}

impl Serialize for UserToken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.fields())
    }
}

impl Serialize for Token {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.members().iter().map(|(name, value)| (name.as_ref(), value)))
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Object(members) => serializer.collect_map(members.iter().map(|(name, value)| (name.as_ref(), value))),
            // A token that was checked holds nothing else.
            Self::Array(_) | Self::IllFormed | Self::Number(_) | Self::Null => serializer.serialize_unit(),
        }
    }
}
