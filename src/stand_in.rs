//! A stand-in for Fogbender's `/signatures` API, for local work and tests: request parts in, status and body out.

use crate::claims::read_object;
use crate::error::{Code, Error, Problem, problems_value};
use crate::explain::explain_fields_with;
use crate::json::{self, Value};
use crate::sign_options::SignOptions;
use crate::signer::{Needs, Signer};
use crate::token::Fields;
use crate::verify_options::VerifyOptions;

/// What a request says, as far as it matters here.
pub(crate) struct Request<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    /// The `Authorization` header; more than one are joined by commas, as HTTP has it.
    pub(crate) authorization: &'a str,
    pub(crate) body: &'a str,
}

/// Answers `POST /signatures` and its deprecated twin `POST /tokens`, which take the secret and claims, and
/// `POST /verify`, which takes a token from the widget's page and explains it.
pub(crate) fn respond(signer: &Signer, request: &Request<'_>, options: &VerifyOptions) -> (u16, String) {
    if !["/signatures", "/tokens", "/verify"].contains(&request.path) {
        return (404, refusal("There is nothing here but /signatures, /tokens and /verify.", &[]));
    }
    if request.method != "POST" {
        return (405, refusal("Only POST is answered here.", &[]));
    }
    if request.path == "/verify" {
        let signers = std::slice::from_ref(signer);
        let explained = Fields::read(request.body).and_then(|token| explain_fields_with(&token, signers, options));
        return explained.map_or_else(|error| invalid(&error), |explanation| (200, explanation.to_json()));
    }
    match bearer(request.authorization) {
        Some(secret) if signer.has_secret(secret.as_bytes()) => {}
        Some(_) => return (403, refusal("The Bearer secret is not this workspace's.", &[])),
        None => return (403, refusal("The Authorization header must be: Bearer, one space, the secret.", &[])),
    }
    sign(signer, request).unwrap_or_else(|error| invalid(&error))
}

fn sign(signer: &Signer, request: &Request<'_>) -> Result<(u16, String), Error> {
    let claims = request.body.trim_ascii();
    let mut user_jwt = Vec::new();
    signer.sign_claims(
        claims,
        read_object("identity", claims),
        &SignOptions::new().without_issued_at(),
        Needs::UserId,
        Vec::new(),
        &mut user_jwt,
    )?;
    let user_jwt = String::from_utf8(user_jwt).unwrap_or_default();
    if request.path == "/signatures" {
        return Ok((200, ["{\"signatures\":{\"userJWT\":\"", &user_jwt, "\"}}"].concat()));
    }
    if json::get(&read_object("identity", claims)?, "userJWT").is_some() {
        let rule = "userJWT is what is asked for: send the identity alone.";
        return Err(Problem::of(Code::FieldForbidden, "userJWT", &[rule]).into());
    }
    let open = claims.strip_suffix('}').unwrap_or(claims);
    Ok((200, ["{\"token\":", open, ",\"userJWT\":\"", &user_jwt, "\"}}"].concat()))
}

fn invalid(error: &Error) -> (u16, String) {
    let status = if error.problems().iter().any(|problem| problem.code == Code::TooLarge) { 413 } else { 400 };
    (status, refusal(&error.message(), error.problems()))
}

/// The credentials of the scheme `Bearer`, one token with no space or comma in it (RFC 6750 §2.1).
fn bearer(authorization: &str) -> Option<&str> {
    let secret = authorization.strip_prefix("Bearer ")?;
    (!secret.is_empty() && !secret.bytes().any(|byte| matches!(byte, b' ' | b','))).then_some(secret)
}

/// `{"error":{"message":…}}`, as Fogbender writes it, with our codes where there are any.
fn refusal(message: &str, problems: &[Problem]) -> String {
    let mut error = vec![("message".into(), Value::Text(message.into()))];
    if !problems.is_empty() {
        error.push(("problems".into(), problems_value(problems)));
    }
    Value::Object(vec![("error".into(), Value::Object(error))]).to_json()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::Secret;

    const SECRET: &str = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";

    fn ask(method: &str, path: &str, authorization: &str, body: &str) -> (u16, String) {
        let signer = Signer::new(Secret::new(SECRET).unwrap());
        respond(&signer, &Request { method, path, authorization, body }, &VerifyOptions::new())
    }

    fn post(path: &str, body: &str) -> (u16, String) {
        ask("POST", path, &format!("Bearer {SECRET}"), body)
    }

    /// The shapes that protocol.md gives for `/signatures` and `/tokens`, with the first known answer of the vectors.
    #[test]
    fn signs_in_both_forms() {
        let user_jwt = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4In0.FCG6_9-EMgeaKPCt20umzHSrNq4_8Gbu5Dr8HdrJKS4";
        let claims = r#"{"userId":"U234328"}"#;
        assert_eq!(post("/signatures", claims), (200, format!(r#"{{"signatures":{{"userJWT":"{user_jwt}"}}}}"#)));
        assert_eq!(
            post("/tokens", claims),
            (200, format!(r#"{{"token":{{"userId":"U234328","userJWT":"{user_jwt}"}}}}"#))
        );
    }

    #[test]
    fn refuses_every_authorization_but_the_one_with_403() {
        let jwt = "eyJhbGciOiJIUzI1NiJ9.e30.AAAA";
        for authorization in [
            "",
            "Bearer",
            "Bearer ",
            &format!("bearer {SECRET}"),
            &format!("Bearer  {SECRET}"),
            &format!("Bearer {SECRET}, Bearer {SECRET}"),
            &format!("Bearer {SECRET}x"),
            &format!("Bearer {jwt}"),
            &format!("Basic {SECRET}"),
            SECRET,
        ] {
            let (status, body) = ask("POST", "/signatures", authorization, r#"{"userId":"U1"}"#);
            assert_eq!(status, 403, "{authorization}");
            assert!(
                body.starts_with(r#"{"error":{"message":""#) && !body.contains(SECRET) && !body.contains(jwt),
                "{body}"
            );
        }
    }

    #[test]
    fn names_what_is_wrong_with_the_claims() {
        let wide = format!(r#"{{"userId":"{}"}}"#, "x".repeat(70_000));
        for (body, status, code) in [
            ("", 400, "not_an_object"),
            ("[]", 400, "not_an_object"),
            ("{", 400, "not_an_object"),
            (r#"{"userId":42}"#, 400, "field_not_string"),
            (r#"{"userId":"a","sub":"a"}"#, 400, "field_forbidden"),
            (r#"{"userId":"a","userId":"b"}"#, 400, "name_repeated"),
            (&wide, 413, "too_large"),
        ] {
            let (got, answer) = post("/signatures", body);
            assert_eq!(got, status, "{answer}");
            assert!(answer.contains(&format!(r#""code":"{code}""#)), "{answer}");
        }
        assert!(post("/tokens", r#"{"userId":"a","userJWT":"b"}"#).1.contains("field_forbidden"));
    }

    #[test]
    fn verifies_without_the_secret_and_answers_nothing_else() {
        let (status, answer) = ask("POST", "/verify", "", r#"{"widgetId":"dzAw","userId":"U1"}"#);
        assert_eq!(status, 200);
        assert!(
            answer.starts_with(r#"{"verdict":"refused","reasons":[{"code":"field_missing","field":"customerId""#),
            "{answer}"
        );
        assert_eq!(ask("POST", "/verify", "", "[]").0, 400);
        assert_eq!(ask("GET", "/signatures", "", "").0, 405);
        assert_eq!(ask("POST", "/", "", "").0, 404);
    }
}
