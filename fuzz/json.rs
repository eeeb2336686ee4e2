//! JSON with repeated names, numbers as texts and lone surrogates, read by `serde_json`'s grammar, level by level.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    LoneSurrogate,
    List(Vec<Json>),
    Object(Object),
}

/// Names and values in their order; a name with a lone surrogate is an empty name with that value.
#[derive(Clone, Debug, PartialEq)]
pub struct Object(pub Vec<(String, Json)>);

impl Object {
    /// Reads an object within the limits of the crate, whose names have one value each.
    pub fn read(text: &str) -> Option<Self> {
        match Json::read(text, 32)? {
            Json::Object(object) => object.names_have_one_value().then_some(object),
            _ => None,
        }
    }

    pub fn get(&self, name: &str) -> Option<&Json> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        if let Some(Json::Text(text)) = self.get(name) { Some(text) } else { None }
    }

    pub fn names_have_one_value(&self) -> bool {
        self.0.iter().all(|(name, value)| self.0.iter().all(|(other, its)| name != other || value == its))
    }

    pub fn has_lone_surrogate(&self) -> bool {
        self.0.iter().any(|(_, value)| value.has_lone_surrogate())
    }
}

impl Json {
    fn read(text: &str, levels: usize) -> Option<Self> {
        let text = text.trim_matches([' ', '\t', '\n', '\r']);
        Some(match text.as_bytes().first()? {
            b'n' => serde_json::from_str::<()>(text).ok().map(|()| Self::Null)?,
            b't' | b'f' => Self::Bool(serde_json::from_str(text).ok()?),
            b'"' => {
                let _is_json: &RawValue = serde_json::from_str(text).ok()?;
                serde_json::from_str(text).map_or(Self::LoneSurrogate, Self::Text)
            }
            b'[' => {
                let items: Vec<&RawValue> = serde_json::from_str(text).ok()?;
                let levels = levels.checked_sub(1)?;
                Self::List(items.into_iter().map(|item| Self::read(item.get(), levels)).collect::<Option<_>>()?)
            }
            b'{' => {
                let Members(members) = serde_json::from_str(text).ok()?;
                let levels = levels.checked_sub(1)?;
                let member = |(name, value): (&RawValue, &RawValue)| {
                    Some(match serde_json::from_str(name.get()) {
                        Ok(name) => (name, Self::read(value.get(), levels)?),
                        Err(_) => {
                            Self::read(value.get(), levels).map(|_| ("\u{fffd}".to_owned(), Self::LoneSurrogate))?
                        }
                    })
                };
                let members: Vec<_> = members.into_iter().map(member).collect::<Option<_>>()?;
                (members.len() <= 256).then_some(Self::Object(Object(members)))?
            }
            _ => {
                let _is_json: &RawValue = serde_json::from_str(text).ok()?;
                text.parse::<f64>().is_ok_and(f64::is_finite).then(|| Self::Number(text.to_owned()))?
            }
        })
    }

    fn has_lone_surrogate(&self) -> bool {
        match self {
            Self::LoneSurrogate => true,
            Self::List(items) => items.iter().any(Self::has_lone_surrogate),
            Self::Object(object) => object.has_lone_surrogate(),
            _ => false,
        }
    }
}

struct Members<'a>(Vec<(&'a RawValue, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}
