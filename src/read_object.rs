//! Reads a text as a JSON object in which every name has one value, and says what keeps it from being one.

use crate::error::{Code, Problem, decimal, shown};
use crate::json::{Fault, NotAnObject, Object};

/// Reads `text` as one JSON object; `what` it is, for the message.
pub(crate) fn read_object<'t>(what: &str, text: &'t str) -> Result<Object<'t>, Problem> {
    read(what, text, None)
}

/// The same for what is signed, which cannot be corrected but must be signed anew.
pub(crate) fn read_signed<'t>(what: &str, text: &'t str) -> Result<Object<'t>, Problem> {
    read(what, text, Some(" Sign the userJWT again."))
}

fn read<'t>(what: &str, text: &'t str, way_out: Option<&str>) -> Result<Object<'t>, Problem> {
    let object = Object::parse(text).map_err(|reason| refusal(what, text, reason, way_out))?;
    match object.repeated() {
        None => Ok(object),
        Some(name) => {
            let rule = " twice with different values. Keep one of them.";
            Err(Problem::of(Code::NameRepeated, name, &[what, " has the name ", shown(name), rule]))
        }
    }
}

#[cold]
fn refusal(what: &str, text: &str, reason: NotAnObject, way_out: Option<&str>) -> Problem {
    let (rule, usual_way_out) = match reason {
        NotAnObject::Kind(kind) => ([" must be a JSON object, and it is ", kind, "."].concat(), " Give an object."),
        NotAnObject::Fault(Fault::NotJson { at }) => {
            let (line, column) = position(text, at);
            let rule = [" stops being JSON at line ", &decimal(line), ", column ", &decimal(column), "."];
            (rule.concat(), " Correct it there.")
        }
        NotAnObject::Fault(Fault::TooManyNames) => {
            (" has an object of more than 256 names.".to_owned(), " Leave some out.")
        }
        NotAnObject::Fault(Fault::TooDeep) => (" is nested more than 32 levels deep.".to_owned(), " Make it flatter."),
        NotAnObject::Fault(Fault::NumberTooLarge) => {
            (" has a number above 1.8e308, which is too large.".to_owned(), " Write it as a string.")
        }
    };
    Problem::of(Code::NotAnObject, what, &[what, &rule, way_out.unwrap_or(usual_way_out)])
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
        assert_eq!(problem.message, "token stops being JSON at line 3, column 8. Correct it there.");
        let problem = read_object("token", "{\"é\"x}").unwrap_err();
        assert_eq!(problem.message, "token stops being JSON at line 1, column 5. Correct it there.");
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
