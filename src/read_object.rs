//! Reads a text as a JSON object in which every name has one value, and says what keeps it from being one.

use crate::error::{Code, Problem, decimal, shown};
use crate::json::{Fault, NotAnObject, Object};

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
    let rule = match reason {
        NotAnObject::Kind(kind) => [" must be a JSON object, and it is ", kind, "."].concat(),
        NotAnObject::Fault(Fault::NotJson { at }) => {
            let (line, column) = position(text, at);
            [" is not JSON: see line ", &decimal(line), ", column ", &decimal(column), "."].concat()
        }
        NotAnObject::Fault(Fault::TooManyNames) => " has an object of more than 256 names. Leave some out.".to_owned(),
        NotAnObject::Fault(Fault::TooDeep) => " is nested more than 32 levels deep. Make it flatter.".to_owned(),
        NotAnObject::Fault(Fault::NumberTooLarge) => {
            " has a number that is too large: over 1.8e308. Write it as a string.".to_owned()
        }
    };
    Problem::of(Code::NotAnObject, what, &[what, &rule])
}

/// Line and column of a byte, both counted from 1. The column counts characters.
fn position(text: &str, at: usize) -> (usize, usize) {
    let (mut line, mut column) = (1, 1);
    for byte in text.as_bytes().iter().take(at) {
        match byte {
            b'\n' => (line, column) = (line + 1, 1),
            // A byte within a character begins none.
            0x80..=0xbf => {}
            _ => column += 1,
        }
    }
    (line, column)
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
