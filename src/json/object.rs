//! A JSON object: its text and its members, which are always of the same object.

use std::borrow::Cow;

use super::{Fault, Members, Value, parse, write_string};

/// A JSON object as text and as members. The fields are private, so the two cannot differ.
#[derive(Debug)]
pub(crate) struct Object<'a> {
    text: Cow<'a, str>,
    members: Members<'a>,
}

impl<'a> Object<'a> {
    /// Reads a text that is one JSON object.
    pub(crate) fn parse(text: &'a str) -> Result<Self, NotAnObject> {
        match parse(text).map_err(NotAnObject::Fault)? {
            Value::Object(members) => Ok(Self { text: Cow::Borrowed(text), members }),
            other => Err(NotAnObject::Kind(other.kind())),
        }
    }

    /// Writes texts as one JSON object, without spaces.
    pub(crate) fn of_texts(texts: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let (mut text, mut members) = (String::with_capacity(256), Members::with_capacity(8));
        text.push('{');
        for (name, value) in texts {
            text.push_str(if members.is_empty() { "" } else { "," });
            write_string(&mut text, name);
            text.push(':');
            write_string(&mut text, value);
            members.push((name.into(), Value::Text(value.into())));
        }
        text.push('}');
        Self { text: Cow::Owned(text), members }
    }

    /// The object's JSON text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// What stands between the braces.
    pub(crate) fn inside(&self) -> &str {
        let text = self.text.trim_ascii();
        text.get(1..text.len() - 1).unwrap_or_default().trim_ascii()
    }

    /// The names and values, in their order.
    pub(crate) fn members(&self) -> &Members<'a> {
        &self.members
    }

    /// The value of the first member of that name.
    pub(crate) fn get(&self, name: &str) -> Option<&Value<'a>> {
        self.members.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The text of the member of that name, if it is text.
    pub(crate) fn text_of(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::as_text)
    }

    /// The first name that stands twice with different values.
    pub(crate) fn repeated(&self) -> Option<&str> {
        self.members.iter().enumerate().find_map(|(index, (name, value))| {
            let earlier = self.members[..index].iter().find(|(known, _)| known == name)?;
            (earlier.1 != *value).then_some(name.as_ref())
        })
    }

    /// Whether a name or a value holds a lone surrogate.
    pub(crate) fn is_ill_formed(&self) -> bool {
        self.members.iter().any(|(_, value)| value.is_ill_formed())
    }
}

/// Why a text is not one JSON object.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum NotAnObject {
    /// It is not JSON that is read here.
    Fault(Fault),
    /// It is another JSON value, of this kind.
    Kind(&'static str),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_name_repeated_with_another_value_and_only_then() {
        let repeated_in = |text| Object::parse(text).unwrap().repeated().map(str::to_owned);
        assert_eq!(repeated_in(r#"{"a":"x","a":"\u0078"}"#), None);
        assert_eq!(repeated_in(r#"{"a":"x","b":1,"\u0061":"y"}"#), Some("a".to_owned()));
    }

    #[test]
    fn what_is_written_reads_as_it_was() {
        let texts = [("a", "1"), ("b\"", "\u{1f}\\😀")];
        let written = Object::of_texts(texts.into_iter());
        assert_eq!(written.text(), "{\"a\":\"1\",\"b\\\"\":\"\\u001f\\\\😀\"}");
        assert_eq!(written.inside(), "\"a\":\"1\",\"b\\\"\":\"\\u001f\\\\😀\"");
        assert_eq!(Object::parse(written.text()).unwrap().members(), written.members());
    }

    #[test]
    fn names_what_stands_instead_of_an_object() {
        assert_eq!(Object::parse("[]").unwrap_err(), NotAnObject::Kind("an array"));
        assert_eq!(Object::parse("{").unwrap_err(), NotAnObject::Fault(Fault::NotJson { at: 1 }));
        assert_eq!(Object::parse(" { } ").unwrap().inside(), "");
    }
}
