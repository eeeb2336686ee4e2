//! What goes out as JSON, and the same for serde: problems, explanations, tokens.

use crate::error::Problem;
use crate::explain::Explanation;
use crate::json::{Value, object_of_texts};

fn list<'a, T: 'a>(items: &'a [T], value: impl Fn(&'a T) -> Value<'a>) -> Value<'a> {
    Value::Array(items.iter().map(value).collect())
}

fn problem(problem: &Problem) -> Value<'_> {
    with_field(problem.code.as_str(), problem.field.as_deref(), &problem.message)
}

fn with_field<'a>(code: &'a str, field: Option<&'a str>, message: &'a str) -> Value<'a> {
    let (code, message) = (("code", code), ("message", message));
    match field {
        Some(field) => object_of_texts(&[code, ("field", field), message]),
        None => object_of_texts(&[code, message]),
    }
}

impl Explanation {
    /// The explanation as JSON text.
    #[must_use]
    pub fn to_json(&self) -> String {
        explanation(self).to_json()
    }
}

fn explanation(told: &Explanation) -> Value<'_> {
    let fields: Vec<_> = told.fields.iter().map(|(name, coverage)| (*name, coverage.as_str())).collect();
    Value::Object(vec![
        ("input".into(), Value::Text(told.input.as_str().into())),
        ("verdict".into(), Value::Text(told.verdict.as_str().into())),
        (
            "steps".into(),
            list(&told.steps, |step| {
                object_of_texts(&[
                    ("step", step.stage.as_str()),
                    ("outcome", step.outcome.as_str()),
                    ("message", &step.message),
                ])
            }),
        ),
        ("reasons".into(), list(&told.reasons, problem)),
        ("fields".into(), object_of_texts(&fields)),
        ("consequences".into(), list(&told.consequences, |one| with_field(one.code, one.field, one.message))),
        ("hints".into(), list(&told.hints, |hint| object_of_texts(&[("code", hint.code), ("message", &hint.message)]))),
    ])
}

#[cfg(feature = "serde")]
mod with_serde {
    #[cfg(feature = "sign")]
    use std::fmt;

    #[cfg(feature = "sign")]
    use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
    use serde::ser::{Error as _, Serialize, Serializer};

    use super::{explanation, list, problem};
    use crate::error::{Error, Problem};
    use crate::explain::Explanation;
    #[cfg(feature = "sign")]
    use crate::identity::Identity;
    use crate::json::Value;
    use crate::token::{Token, UserToken};

    impl Serialize for Problem {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            problem(self).serialize(serializer)
        }
    }

    impl Serialize for Error {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            list(self.problems(), problem).serialize(serializer)
        }
    }

    impl Serialize for Explanation {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            explanation(self).serialize(serializer)
        }
    }

    impl Serialize for UserToken {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            self.to_value().serialize(serializer)
        }
    }

    /// A token that the widget can take. Another one is an error, because it may hold what is not written here.
    impl Serialize for Token {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            self.check().map_err(S::Error::custom)?;
            let token = self.fields().map_err(S::Error::custom)?;
            serializer.collect_map(
                token
                    .members()
                    .iter()
                    .filter(|(_, value)| *value != Value::Null)
                    .map(|(name, value)| (name.as_ref(), value)),
            )
        }
    }

    #[cfg(feature = "sign")]
    impl Serialize for Identity {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(self.fields())
        }
    }

    /// Reads the six fields by their names in the token, and ignores all others. Signing says what is missing.
    #[cfg(feature = "sign")]
    impl<'de> Deserialize<'de> for Identity {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserializer.deserialize_map(IdentityVisitor)
        }
    }

    #[cfg(feature = "sign")]
    struct IdentityVisitor;

    #[cfg(feature = "sign")]
    impl<'de> Visitor<'de> for IdentityVisitor {
        type Value = Identity;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object with userId, customerId, customerName, userEmail and userName")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Identity, M::Error> {
            let mut identity = Identity::default();
            while let Some(name) = map.next_key::<String>()? {
                match identity.slot(&name) {
                    Some(field) => *field = map.next_value()?,
                    None => drop(map.next_value::<IgnoredAny>()?),
                }
            }
            Ok(identity)
        }
    }

    impl Serialize for Value<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self {
                Self::Text(text) => serializer.serialize_str(text),
                Self::Bool(value) => serializer.serialize_bool(*value),
                Self::Array(items) => serializer.collect_seq(items),
                Self::Object(members) => {
                    serializer.collect_map(members.iter().map(|(name, value)| (name.as_ref(), value)))
                }
                // Nothing that goes out holds anything else.
                Self::Null | Self::Number(_) | Self::IllFormed => serializer.serialize_unit(),
            }
        }
    }
}
