//! Reads a text as a JSON object in which every name has one value, and says what keeps it from being one.

use crate::error::{Code, Problem, shown};
use crate::json::{Fault, MAX_DEPTH, MAX_MEMBERS, NotAnObject, Object};

/// Reads `text` as one JSON object; `what` it is, for the message.
pub(crate) fn read_object<'t>(what: &str, text: &'t str) -> Result<Object<'t>, Problem> {
    let object = Object::parse(text).map_err(|reason| refusal(what, text, reason))?;
    match object.repeated() {
        None => Ok(object),
        Some(name) => {
            let rule = " has a name twice with different values: ";
            Err(Problem::of(Code::NameRepeated, name, &[what, rule, shown(name), ". Keep one of them."]))
        }
    }
}

#[cold]
fn refusal(what: &str, text: &str, reason: NotAnObject) -> Problem {
    let of = |rule: &[&str]| Problem::of(Code::NotAnObject, what, &[&[what][..], rule].concat());
    match reason {
        NotAnObject::Kind(kind) => of(&[" must be a JSON object, and it is ", kind, "."]),
        NotAnObject::Fault(Fault::NotJson { at }) => {
            let (line, column) = position(text, at);
            of(&[" is not JSON: see line ", &line.to_string(), ", column ", &column.to_string(), "."])
        }
        NotAnObject::Fault(Fault::TooManyNames) => {
            of(&[" has an object of more than ", &MAX_MEMBERS.to_string(), " names. Leave some out."])
        }
        NotAnObject::Fault(Fault::TooDeep) => {
            of(&[" is nested more than ", &MAX_DEPTH.to_string(), " levels deep. Make it flatter."])
        }
        NotAnObject::Fault(Fault::NumberTooLarge) => {
            of(&[" has a number that is too large for a double. Write it as a string."])
        }
    }
}

/// Line and column of a byte, both counted from 1. The column counts characters.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_line_and_column_where_json_ends() {
        let problem = read_object("token", "{\n  \"é\": 1,\n  \"b\": x }").unwrap_err();
        assert_eq!(problem.message, "token is not JSON: see line 3, column 8.");
        assert_eq!(read_object("token", "{\"é\"x}").unwrap_err().message, "token is not JSON: see line 1, column 5.");
    }

    #[test]
    fn names_each_limit_for_itself() {
        let wide = format!("{{{}}}", vec!["\"a\":1"; 257].join(","));
        let deep = "[".repeat(33) + &"]".repeat(33);
        for (text, words) in
            [(wide.as_str(), "256 names"), (&deep, "32 levels"), ("[1e999]", "too large"), ("[]", "an array")]
        {
            assert!(read_object("token", text).unwrap_err().message.contains(words), "{words}");
        }
    }
}
