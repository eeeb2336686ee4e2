//! The crate beside Keats' jsonwebtoken: one key made beforehand on both sides, the same claims, each proven first.

use std::time::{SystemTime, UNIX_EPOCH};

use criterion::{Criterion, criterion_group, criterion_main};
use fogbender_token::{Identity, Secret, SignOptions, Signer, VerifyOptions};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};

const SECRET: &str = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
const LIFETIME_SECONDS: u64 = 3600;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Claims {
    user_id: String,
    customer_id: String,
    customer_name: String,
    user_email: String,
    user_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    iat: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exp: Option<u64>,
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs()
}

fn benches(criterion: &mut Criterion) {
    let signer = Signer::new(Secret::new(SECRET).expect("a good secret"));
    let alice = Identity::new("U234328")
        .customer_id("C256434")
        .customer_name("Netflix")
        .user_email("alice@netflix.com")
        .user_name("Alice Chesterton");
    let bare = SignOptions::new().without_issued_at();
    let timed = SignOptions::new().expires_in_seconds(LIFETIME_SECONDS);
    let ours = |options: &SignOptions| signer.sign(&alice, options).expect("a signature");

    let key = EncodingKey::from_secret(SECRET.as_bytes());
    let decoding_key = DecodingKey::from_secret(SECRET.as_bytes());
    let header = Header::new(Algorithm::HS256);
    let validation = Validation::new(Algorithm::HS256);
    let mut claims = Claims {
        user_id: "U234328".into(),
        customer_id: "C256434".into(),
        customer_name: "Netflix".into(),
        user_email: "alice@netflix.com".into(),
        user_name: "Alice Chesterton".into(),
        iat: None,
        exp: None,
    };
    let theirs = |claims: &Claims| encode(&header, claims, &key).expect("a signature");

    // Each one's userJWT is what the other one says it is.
    let user_jwt = ours(&timed);
    let verified = decode::<Claims>(&user_jwt, &decoding_key, &validation).expect("ours, verified by theirs").claims;
    let iat = verified.iat.expect("iat");
    assert_eq!(verified, Claims { iat: Some(iat), exp: Some(iat + LIFETIME_SECONDS), ..claims.clone() });
    signer.verify(&theirs(&verified), &VerifyOptions::new()).expect("theirs, verified by ours");
    let tampered = user_jwt.replace('.', ".A");
    assert!(signer.verify(&tampered, &VerifyOptions::new()).is_err());
    assert!(decode::<Claims>(&tampered, &decoding_key, &validation).is_err());

    let mut sign = criterion.benchmark_group("sign");
    sign.bench_function("fogbender-token", |bencher| bencher.iter(|| ours(&bare)));
    sign.bench_function("jsonwebtoken", |bencher| bencher.iter(|| theirs(&claims)));
    sign.finish();

    let mut sign_timed = criterion.benchmark_group("sign with iat and exp");
    sign_timed.bench_function("fogbender-token", |bencher| bencher.iter(|| ours(&timed)));
    sign_timed.bench_function("jsonwebtoken", |bencher| {
        bencher.iter(|| {
            claims.iat = Some(now());
            claims.exp = claims.iat.map(|iat| iat + LIFETIME_SECONDS);
            theirs(&claims)
        });
    });
    sign_timed.finish();

    let mut verify = criterion.benchmark_group("verify with exp");
    verify.bench_function("fogbender-token", |bencher| {
        bencher.iter(|| signer.verify(&user_jwt, &VerifyOptions::new()).expect("verified"));
    });
    verify.bench_function("jsonwebtoken", |bencher| {
        bencher.iter(|| decode::<Claims>(&user_jwt, &decoding_key, &validation).expect("verified"));
    });
    verify.finish();
}

criterion_group!(user_jwt, benches);
criterion_main!(user_jwt);
