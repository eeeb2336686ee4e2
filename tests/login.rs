//! Fogbender's login, as `vectors/login.json` has it: a row for each sentence of its eight steps. The head of
//! `vectors/make-login.py` says what a row holds; `node --test tests/js` runs the same table through the package.
#![cfg(feature = "sign")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a table that cannot be read must end the test")]

use std::collections::BTreeSet;

use fogbender_token::{ExplainOptions, Explanation, Secret, SignatureType, Signer, Verdict, explain};
use serde_json::{Value, json};

fn table() -> Value {
    serde_json::from_str(include_str!("vectors/login.json")).unwrap()
}

/// Each row with the text of its token and the options that it is explained with.
fn rows(table: &Value) -> impl Iterator<Item = (&Value, String, ExplainOptions)> {
    let now = table["now"].as_u64().unwrap();
    table["rows"].as_array().unwrap().iter().map(move |row| {
        let token = row["token"].as_str().map_or_else(|| row["token"].to_string(), str::to_owned);
        let kind = match row["type"].as_str().unwrap_or("jwt") {
            "jwt" => SignatureType::Jwt,
            "hmac" => SignatureType::Hmac,
            "paseto" => SignatureType::Paseto,
            other => panic!("no signature type: {other}"),
        };
        (row, token, ExplainOptions::new().now(now).signature_type(kind))
    })
}

fn signer(table: &Value) -> Signer {
    Signer::new(Secret::new(table["secret"].as_str().unwrap()).unwrap())
}

fn codes(told: &Explanation) -> Value {
    let reasons =
        told.reasons.iter().map(|one| [one.code.as_str(), one.field.as_deref().unwrap_or_default()].join(" "));
    json!({
        "verdict": told.verdict.as_str(),
        "ends": told.steps.last().map_or("", |step| step.stage.as_str()),
        "reasons": reasons.collect::<Vec<_>>(),
        "consequences": told.consequences.iter().map(|one| one.code).collect::<Vec<_>>(),
    })
}

#[test]
fn every_row_ends_at_its_step_with_its_verdict_reasons_and_consequences() {
    let table = table();
    let signer = signer(&table);
    let mut failures = Vec::new();
    for (row, token, options) in rows(&table) {
        let told = signer.explain(&token, &options).unwrap();
        let expected = json!({
            "verdict": row["verdict"], "ends": row["ends"], "reasons": row["reasons"], "consequences": row["consequences"],
        });
        let hints: Value = told.hints.iter().map(|hint| hint.code).collect();
        let right_hints = row.get("hints").is_none_or(|expected| *expected == hints);
        if codes(&told) != expected || !right_hints {
            failures.push(format!("step {}, {}: {} {hints}", row["step"], row["rule"], codes(&told)));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn every_step_has_a_row() {
    let table = table();
    let has = |name: &str, value: Value| rows(&table).any(|(row, ..)| row[name] == value);
    assert!((1..=8).all(|step| has("step", step.into())));
    for ends in ["workspace", "user_token", "widget_key", "user_hmac", "user_paseto", "user_jwt", "claims", "account"] {
        assert!(has("ends", ends.into()), "{ends}");
    }
    assert!(rows(&table).count() > 250);
}

#[test]
fn every_consequence_has_a_row() {
    let table = table();
    let lists = rows(&table).flat_map(|(row, ..)| row["consequences"].as_array().unwrap());
    let found: BTreeSet<&str> = lists.filter_map(Value::as_str).collect();
    let fields = ["customer_id", "customer_name", "user_avatar_url", "user_email", "user_name"];
    let unsigned = fields.map(|field| ["unsigned_", field].concat());
    let all = unsigned.iter().map(String::as_str).chain([
        "sub_signs_user_id_alone",
        "user_hmac_signs_user_id_alone",
        "widget_key_published",
    ]);
    assert_eq!(found, all.collect());
}

/// Only a signature that is wrong takes the secret to see. All else is told without it, and nothing is accepted.
#[test]
fn without_the_secret_no_row_is_accepted_and_what_needs_no_secret_is_told() {
    let table = table();
    for (row, token, options) in rows(&table) {
        let told = explain(&token, &options).unwrap();
        assert_ne!(told.verdict, Verdict::Accepted, "{row}");
        let needs_no_secret = !row["reasons"].to_string().contains("signature_mismatch");
        if row["verdict"] != "accepted" && needs_no_secret {
            assert_eq!((&codes(&told)["verdict"], &codes(&told)["ends"]), (&row["verdict"], &row["ends"]), "{row}");
            assert_eq!(codes(&told)["reasons"], row["reasons"], "{row}");
        }
    }
}
