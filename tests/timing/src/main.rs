//! Does the time that a refusal takes tell how much of a guess was right? Two classes of wrong guesses, wrong in the first
//! or in the last byte, are timed in random order; Welch's t-test says whether they can be told apart (dudect, Reparaz,
//! Balasch and Verbauwhede, 2017). |t| above 4.5 is worth a look; above 10 is a leak. A comparison that stops at the
//! first difference is timed beside them, so that a machine too noisy to see a leak fails.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use fogbender_token::{Code, ExplainOptions, Secret, SignatureType, Signer, Verdict, VerifyOptions};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

const SECRET: &str = "ecQSH8YIV9/+/HS5mcyF8ZCsRsi833KO";
const SIGNING_INPUT: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VySWQiOiJVMjM0MzI4In0";
const USER_HMAC: &str = "da19db6b8517fa15bbfeacdd73738acb7663cba9fb309c0a715f08ee361d0b68";
const MEASUREMENTS: usize = 400_000;
const LEAK: f64 = 10.0;

fn hmac(message: &str) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(message.as_bytes());
    mac.finalize().into_bytes().into()
}

fn jwt(mac: [u8; 32]) -> String {
    [SIGNING_INPUT, &URL_SAFE_NO_PAD.encode(mac)].join(".")
}

fn token(user_hmac: &str) -> String {
    format!(
        r#"{{"widgetId":"dzEy","customerId":"C1","customerName":"N","userId":"U234328","userEmail":"a@example.com",
            "userName":"A","userHMAC":"{user_hmac}"}}"#
    )
}

/// The same guess twice: wrong in the first place, and in the last.
fn wrong<T: Copy>(right: &[T], first: T, last: T) -> [Vec<T>; 2] {
    let mut guesses = [right.to_vec(), right.to_vec()];
    guesses[0][0] = first;
    guesses[1][right.len() - 1] = last;
    guesses
}

fn leaky_equal(one: &[u8], other: &[u8]) -> bool {
    one.iter().zip(other).all(|(one, other)| black_box(one) == other)
}

/// The greatest |t| between the times of two classes, over several croppings of the slowest measurements.
fn t_value(classes: &[String; 2], mut refuse: impl FnMut(&str)) -> f64 {
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    let mut guess = vec![0; classes[0].len()];
    let mut times: Vec<(u64, usize)> = Vec::with_capacity(MEASUREMENTS);
    for _ in 0..MEASUREMENTS {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let class = usize::from(random >> 63 == 1);
        // Both classes are read and written in the same places and ways: nothing but the bytes tells them apart.
        let mask = [0, 0xff][class];
        for ((guess, one), other) in guess.iter_mut().zip(classes[0].bytes()).zip(classes[1].bytes()) {
            *guess = black_box(one ^ (mask & (one ^ other)));
        }
        let guess = str::from_utf8(&guess).unwrap();
        let start = Instant::now();
        refuse(black_box(guess));
        times.push((u64::try_from(start.elapsed().as_nanos()).unwrap(), class));
    }
    times.drain(..MEASUREMENTS / 100);
    times.sort_unstable();
    [50, 75, 90, 95, 99]
        .map(|percent| times.partition_point(|(time, _)| *time < times[times.len() * percent / 100].0))
        .map(|cropped| welch(&times[..cropped]))
        .into_iter()
        .fold(0.0, f64::max)
}

/// The same, and where it looks like a leak, once more: a leak is seen again, what else the machine does is not.
fn repeated(classes: &[String; 2], mut refuse: impl FnMut(&str)) -> f64 {
    let first = t_value(classes, &mut refuse);
    if first > LEAK { first.min(t_value(classes, &mut refuse)) } else { first }
}

fn welch(times: &[(u64, usize)]) -> f64 {
    let statistics = [0, 1].map(|class| {
        let of_class = || times.iter().filter(|(_, of)| *of == class).map(|(time, _)| *time as f64);
        let count = of_class().count() as f64;
        let mean = of_class().sum::<f64>() / count;
        let variance = of_class().map(|time| (time - mean).powi(2)).sum::<f64>() / (count - 1.0);
        (mean, variance / count)
    });
    let [(mean, error), (other_mean, other_error)] = statistics;
    ((mean - other_mean) / (error + other_error).sqrt()).abs()
}

fn main() -> ExitCode {
    let signer = Signer::new(Secret::new(SECRET).unwrap());
    let options = VerifyOptions::new().now(1_700_000_000);
    let in_hmac_workspace = ExplainOptions::new().now(1_700_000_000).signature_type(SignatureType::Hmac);
    let right = hmac(SIGNING_INPUT);
    let macs = wrong(&right, !right[0], !right[31]).map(|mac| jwt(mac.try_into().unwrap()));
    // A letter for a letter, a digit for a digit: a guess may tell its own form, and must not tell the right one's.
    let tokens = wrong(USER_HMAC.as_bytes(), b'e', b'9').map(|digits| token(str::from_utf8(&digits).unwrap()));
    let messages = ["X234328", "U23432X"].map(|user_id| {
        let payload = URL_SAFE_NO_PAD.encode(format!(r#"{{"userId":"{user_id}"}}"#));
        let (header, _) = SIGNING_INPUT.split_once('.').unwrap();
        format!("{header}.{payload}.{}", URL_SAFE_NO_PAD.encode(right))
    });

    let verify = |guess: &str| {
        let error = signer.verify(guess, &options).unwrap_err();
        assert_eq!(error.code(), Code::SignatureMismatch);
    };
    let explain = |guess: &str| {
        let told = signer.explain(guess, &in_hmac_workspace).unwrap();
        assert_eq!((told.verdict, told.reasons[0].code), (Verdict::Refused, Code::SignatureMismatch));
    };
    let leaky = |guess: &str| {
        let (input, signature) = guess.rsplit_once('.').unwrap();
        assert!(!leaky_equal(&hmac(input), &URL_SAFE_NO_PAD.decode(signature).unwrap()));
    };
    let results = [
        ("verify: the signature", repeated(&macs, verify), false),
        ("verify: the message", repeated(&messages, verify), false),
        ("explain: userHMAC", repeated(&tokens, explain), false),
        ("control: a comparison that stops at the first difference", repeated(&macs, leaky), true),
    ];
    let mut code = ExitCode::SUCCESS;
    for (name, t, leaks) in results {
        let is_right = (t > LEAK) == leaks;
        println!("{} |t| = {t:6.1}  {name}", if is_right { "ok  " } else { "FAIL" });
        if !is_right {
            code = ExitCode::FAILURE;
        }
    }
    code
}
