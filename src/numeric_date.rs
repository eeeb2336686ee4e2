//! NumericDate (RFC 7519 §2): seconds since 1970-01-01T00:00:00Z, and how to tell them from milliseconds.

use crate::error::{Code, Problem};

/// The year 5138 in seconds, 1973 in milliseconds: a time from here on was meant in milliseconds.
const MILLISECONDS_FROM: f64 = 1e11;

const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

/// Seconds since 1970 by the system's clock.
///
/// On `wasm32-unknown-unknown` the standard library has no clock and panics: set the time in the options there.
pub(crate) fn system_now() -> u64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// The value of a JSON number whose digits before the point are at most 2^53 − 1, times a power of ten up to 10^±22. Every
/// date is; anything else is no date. Digits behind the point that an `f64` cannot tell apart are not looked at.
#[expect(clippy::cast_precision_loss, reason = "at most 2^53 - 1, which an f64 holds exactly")]
pub(crate) fn read(number: &str) -> Option<f64> {
    let (negative, number) = number.strip_prefix('-').map_or((false, number), |rest| (true, rest));
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let append = |value: u64, digit: u8| {
        let value = value.checked_mul(10)?.checked_add(u64::from(digit.checked_sub(b'0')?))?;
        (value <= MAX_SAFE_INTEGER).then_some(value)
    };
    let mut digits = whole.bytes().try_fold(0, append)?;
    let mut exponent = exponent.parse::<i32>().ok()?;
    for digit in fraction.bytes() {
        let Some(longer) = append(digits, digit) else { break };
        digits = longer;
        exponent = exponent.checked_sub(1)?;
    }
    let scale = (0..exponent.unsigned_abs().min(23)).fold(1.0, |scale: f64, _| scale * 10.0);
    let value = match exponent {
        0..=22 => digits as f64 * scale,
        -22..=-1 => digits as f64 / scale,
        _ => return None,
    };
    Some(if negative { -value } else { value })
}

/// The problem with a time that was given in milliseconds, if it was.
pub(crate) fn milliseconds(field: &str, seconds: f64) -> Option<Problem> {
    (seconds.is_finite() && seconds.abs() >= MILLISECONDS_FROM).then(|| {
        Problem::of(
            Code::TimeInMilliseconds,
            field,
            &[field, " looks like milliseconds; a NumericDate is in seconds: Math.floor(milliseconds / 1000)."],
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_rust_reads_in_every_notation() {
        for text in [
            "0",
            "-0",
            "1",
            "1700000000",
            "1700000000.5",
            "17e8",
            "1.7E+9",
            "170000000000e-2",
            "-3",
            "9007199254740991",
            "0.1",
            "1e22",
            "1e-22",
        ] {
            assert_eq!(read(text), text.parse::<f64>().ok(), "{text}");
        }
    }

    #[test]
    fn refuses_what_no_date_is() {
        for text in ["9007199254740992", "1e23", "1e-23", "1e400", "1e99999999999"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
