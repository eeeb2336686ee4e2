//! What holds for every input: generated from a fixed seed, and shrunk to the least that breaks it.
#![cfg(feature = "sign")]
#![expect(clippy::unwrap_used, reason = "a token that cannot be made must end the test")]

mod common;

use common::{HEADER, WIDGET_ID, alices_jwt, as_of_now, at_now, claims, jws, read, signed, signer, token, with};
use fogbender_token::{Claims, Code, Coverage, Error, Identity, SignOptions, Verdict, decode, explain};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use serde_json::Value;

const BASE64URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() }
}

fn verify(jwt: &str) -> Result<Claims, Error> {
    signer().verify(jwt, &at_now())
}

/// Any text, often with what JSON escapes, what UTF-16 pairs and what JavaScript once called a line's end.
fn text(least: usize) -> impl Strategy<Value = String> {
    let corner =
        select(vec!['"', '\\', '/', '\0', '\n', '\u{1f}', '\u{7f}', '\u{2028}', '\u{ffff}', '😀', 'é', '{', ',']);
    vec(prop_oneof![any::<char>(), corner, proptest::char::range('a', 'z')], least..12).prop_map(String::from_iter)
}

/// A text that is no stringified nothing and keeps every rule of its field.
fn value(before: &str) -> impl Strategy<Value = String> + use<'_> {
    text(0).prop_map(move |text| [before, &text.replace(char::is_control, "")].concat())
}

/// The claims of a userJWT as they are signed: fields in the token's order, then claims of one's own, no name twice.
fn identity() -> impl Strategy<Value = Vec<(String, String)>> {
    let fields =
        (value("U"), [value("C"), value("N"), value("a@"), value("A"), value("https://")].map(proptest::option::of));
    let own = vec((text(0).prop_map(|name| ["own ", &name].concat()), text(0)), 0..4);
    (fields, own).prop_map(|((user_id, rest), own)| {
        let names = ["customerId", "customerName", "userEmail", "userName", "userAvatarUrl"];
        let mut claims = vec![("userId".to_owned(), user_id)];
        claims.extend(names.into_iter().zip(rest).filter_map(|(name, value)| Some((name.to_owned(), value?))));
        for claim in own {
            if claims.iter().all(|(name, _)| *name != claim.0) {
                claims.push(claim);
            }
        }
        claims
    })
}

fn sign(claims: &[(String, String)]) -> String {
    let (mut identity, mut options) = (Identity::new(""), SignOptions::new().partial().without_issued_at());
    for (name, value) in claims {
        identity = match name.as_str() {
            "userId" => Identity::new(value),
            "customerId" => identity.customer_id(value),
            "customerName" => identity.customer_name(value),
            "userEmail" => identity.user_email(value),
            "userName" => identity.user_name(value),
            "userAvatarUrl" => identity.user_avatar_url(value),
            _ => {
                options = options.claim(name, value);
                identity
            }
        };
    }
    signer().sign(&identity, &options).unwrap()
}

fn written(claims: &[(String, String)], string: impl Fn(&str) -> String) -> String {
    let members = claims.iter().map(|(name, text)| [string(name), string(text)].join(":"));
    ["{", &members.collect::<Vec<_>>().join(","), "}"].concat()
}

/// A JSON string as a signer writes it that escapes every UTF-16 unit.
fn escape(text: &str) -> String {
    let units = text.encode_utf16().map(|unit| format!("\\u{unit:04x}"));
    ["\"", &units.collect::<String>(), "\""].concat()
}

/// Any JSON at all.
fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text(0).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |value| {
        prop_oneof![vec(value.clone(), 0..4).prop_map(Value::from), object(value).prop_map(Value::from)]
    })
}

/// An object, mostly with the names that mean something in a token or in claims.
fn object(value: impl Strategy<Value = Value>) -> impl Strategy<Value = serde_json::Map<String, Value>> {
    let names = "widgetId customerId customerName userId userEmail userName userAvatarUrl userJWT userHMAC userPaseto \
                 userToken widgetKey visitor visitorKey anonymous versions sub exp nbf iat";
    let name = select(names.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
    let value = prop_oneof![text(1).prop_map(Value::from), value];
    vec((prop_oneof![9 => name, 1 => text(0)], value), 0..12).prop_map(serde_json::Map::from_iter)
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn verifying_gives_back_every_claim_that_was_signed_in_its_order(claims in identity()) {
        let verified = verify(&sign(&claims)).unwrap();
        prop_assert_eq!(verified.as_json(), written(&claims, |text| Value::from(text).to_string()));
        let escaped = verify(&jws(HEADER, &written(&claims, escape), common::SECRET)).unwrap();
        for (name, text) in &claims {
            prop_assert_eq!(verified.get(name), Some(text.as_str()));
            prop_assert_eq!(escaped.get(name), Some(text.as_str()));
        }
    }

    #[test]
    fn explain_takes_any_object_and_never_accepts_without_the_secret(members in object(json())) {
        let token = Value::from(members).to_string();
        let blind = explain(&token, &as_of_now()).unwrap();
        let told = signer().explain(&token, &as_of_now()).unwrap();
        prop_assert_ne!(blind.verdict, Verdict::Accepted);
        prop_assert!(blind.verdict != Verdict::Refused || told.verdict == Verdict::Refused);
        for told in [blind, told] {
            let ends = matches!(told.verdict, Verdict::Refused | Verdict::Crashes);
            prop_assert_eq!(ends, !told.reasons.is_empty());
            prop_assert!(serde_json::from_str::<Value>(&told.to_json()).is_ok());
        }
    }

    #[test]
    fn explain_agrees_with_verify_on_any_signed_claims(own in object(json()), is_whole in any::<bool>()) {
        let mut claims = claims();
        if is_whole {
            claims.as_object_mut().unwrap().extend(own);
        } else {
            claims = own.into();
        }
        let jwt = signed(&claims);
        let told = common::explain(&token("userJWT", &jwt));
        match verify(&jwt) {
            // Only a field of the token can still differ, or is what Fogbender's login crashes on.
            Ok(_) => prop_assert!(told.reasons.iter().all(|reason| reason.code == Code::FieldMismatch)),
            // Fogbender's backend is more lenient, but then a hint says so.
            Err(error) => for problem in error.problems().iter().filter(|_| told.verdict == Verdict::Accepted) {
                let field = problem.field.as_deref().unwrap();
                let is_hinted =
                    told.hints.iter().any(|hint| hint.code == problem.code.as_str() || hint.message.contains(field));
                prop_assert!(is_hinted, "{}: {:?}", problem.message, told);
            },
        }
    }

    #[test]
    fn explain_accepts_a_token_made_in_one_call_and_refuses_it_with_any_field_edited(
        user_id in value("U"), customer_id in value("C"), customer_name in value("N"), user_email in value("a@"),
        user_name in value("A"), edited in 0..5_usize, to in text(0),
    ) {
        let identity = Identity::new(&user_id)
            .customer_id(&customer_id)
            .customer_name(&customer_name)
            .user_email(&user_email)
            .user_name(&user_name);
        let token = signer().token(&identity, WIDGET_ID, &SignOptions::new().issued_at(common::NOW)).unwrap().to_json();
        let token: Value = serde_json::from_str(&token).unwrap();
        prop_assert!(read(&token).check().is_ok());
        prop_assert_eq!(common::explain(&token).verdict, Verdict::Accepted);
        prop_assert_eq!(explain(&token.to_string(), &as_of_now()).unwrap().verdict, Verdict::Unknown);

        let name = ["userId", "customerId", "customerName", "userEmail", "userName"][edited];
        let is_edited = token[name] != to;
        let told = common::explain(&with(token, name, to));
        prop_assert_eq!(told.verdict == Verdict::Refused, is_edited);
        prop_assert_eq!(told.field(name) == Some(Coverage::Mismatch), is_edited);
    }
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn any_one_byte_more_less_or_other_is_refused(claims in identity(), byte in 0..128_u8) {
        let jwt = sign(&claims);
        let byte = char::from(byte).to_string();
        for place in 0..=jwt.len() {
            let (before, after) = jwt.split_at(place);
            let more = [before, &byte, after].concat();
            prop_assert!(verify(&more).is_err(), "{}", more);
            let Some(rest) = after.get(1..) else { continue };
            let less = [before, rest].concat();
            prop_assert!(verify(&less).is_err(), "{}", less);
            let other = [before, &byte, rest].concat();
            prop_assert!(other == jwt || verify(&other).is_err(), "{}", other);
        }
    }

    #[test]
    fn any_two_parts_exchanged_between_two_tokens_are_refused(one in identity(), two in identity()) {
        let (one, two) = (sign(&one), sign(&two));
        let parts = |jwt: &str| jwt.split('.').map(str::to_owned).collect::<Vec<_>>();
        let (mut one_with_twos, two_parts) = (parts(&one), parts(&two));
        one_with_twos[1].clone_from(&two_parts[1]);
        prop_assert!(one == two || verify(&one_with_twos.join(".")).is_err());
    }

    #[test]
    fn an_accepted_token_has_exactly_one_byte_string(claims in identity()) {
        let jwt = sign(&claims);
        let decoded = decode(&jwt).unwrap();
        prop_assert_eq!(&jws(&decoded.header, decoded.claims.as_json(), common::SECRET), &jwt);
        for other in other_writings(&jwt) {
            prop_assert!(verify(&other).is_err(), "{}", other);
            let token = with(token("userJWT", &other), "userId", claims[0].1.as_str());
            prop_assert_eq!(common::explain(&token).verdict, Verdict::Refused, "{}", other);
        }
    }
}

/// What a lenient reader takes for the same token: padding, unused bits, the other alphabet, whitespace, a fourth part.
fn other_writings(jwt: &str) -> Vec<String> {
    let mut others = [" ", "\n", "=", "==", ".", "%", "\0", "\u{feff}"].map(|end| [jwt, end].concat()).to_vec();
    others.extend([" ", "\n", ".", "\u{feff}", "Bearer "].map(|start| [start, jwt].concat()));
    others.extend([jwt.to_uppercase(), jwt.to_lowercase(), jwt.replace('.', "%2E"), jwt.replace('.', "=.")]);
    others.extend(
        [("-", "+"), ("_", "/")].map(|(url, standard)| jwt.replace(url, standard)).into_iter().filter(|o| o != jwt),
    );
    let parts: Vec<&str> = jwt.split('.').collect();
    for (index, part) in parts.iter().enumerate() {
        let last = BASE64URL.iter().position(|byte| part.ends_with(char::from(*byte))).unwrap();
        let unused = [1, 0, 16, 4][part.len() % 4];
        for bits in 1..unused {
            let mut changed: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
            changed[index].pop();
            changed[index].push(char::from(BASE64URL[last | bits]));
            others.push(changed.join("."));
        }
    }
    others
}

#[test]
fn every_other_ascii_byte_at_every_place_of_alices_user_jwt_is_refused() {
    let jwt = alices_jwt();
    let signer = signer();
    let mut refused = 0;
    for place in 0..jwt.len() {
        for byte in (0..128).filter(|byte| *byte != jwt.as_bytes()[place]) {
            let mut changed = jwt.clone();
            changed.replace_range(place..=place, char::from(byte).encode_utf8(&mut [0; 4]));
            assert!(signer.verify(&changed, &at_now()).is_err(), "{changed}");
            refused += 1;
        }
    }
    assert_eq!(refused, jwt.len() * 127);
}

#[test]
fn the_same_claims_in_other_json_are_another_token() {
    let jwt = alices_jwt();
    let signature = jwt.rsplit_once('.').unwrap().1;
    let payload = decode(&jwt).unwrap().claims.as_json().to_owned();
    for (header, payload) in [
        (r#"{"typ":"JWT","alg":"HS256"}"#, payload.clone()),
        (r#"{"alg": "HS256","typ":"JWT"}"#, payload.clone()),
        (HEADER, payload.replace(':', ": ")),
        (HEADER, payload.replace("Alice", "\\u0041lice")),
        (HEADER, [&payload, "\n"].concat()),
    ] {
        let other = [&common::signing_input(header, &payload), ".", signature].concat();
        assert!(decode(&other).is_ok());
        assert_eq!(verify(&other).unwrap_err().code(), Code::SignatureMismatch);
    }
}
