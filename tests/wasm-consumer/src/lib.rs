//! A Rust program for wasm32-unknown-unknown that uses the library: with an allocator of its own, and without a clock.

use fogbender_token::{Code, Error, ExplainOptions, Identity, Secret, SignOptions, Signer, VerifyOptions};

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

const NOW: u64 = 1_700_000_000;

fn signer() -> Result<Signer, Error> {
    Ok(Signer::new(Secret::new("ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO")?))
}

fn alice() -> Identity {
    Identity::new("U234328")
}

/// 1 when the error is `clock_missing`, and nothing else is wrong.
fn is_clock_missing<T>(result: Result<T, Error>) -> u32 {
    result.is_err_and(|error| error.code() == Code::ClockMissing && error.problems().len() == 1).into()
}

/// Signs and verifies with times that are given; 1 when it is Alice's.
#[unsafe(no_mangle)]
pub extern "C" fn with_times() -> u32 {
    let round_trip = || {
        let user_jwt = signer()?.sign(&alice(), &SignOptions::new().partial().issued_at(NOW).expires_in_seconds(60))?;
        Ok::<_, Error>(signer()?.verify(&user_jwt, &VerifyOptions::new().now(NOW))?.user_id() == "U234328")
    };
    round_trip().unwrap_or(false).into()
}

#[unsafe(no_mangle)]
pub extern "C" fn signing_without_a_time() -> u32 {
    is_clock_missing(signer().and_then(|signer| signer.sign(&alice(), &SignOptions::new().partial())))
}

#[unsafe(no_mangle)]
pub extern "C" fn verifying_without_a_time() -> u32 {
    is_clock_missing(signer().and_then(|signer| signer.verify("a.b.c", &VerifyOptions::new())))
}

#[unsafe(no_mangle)]
pub extern "C" fn explaining_without_a_time() -> u32 {
    is_clock_missing(signer().and_then(|signer| signer.explain("a.b.c", &ExplainOptions::new())))
}
