//! JSON numbers: read as seconds, and checked for what no double holds.

/// The largest integer up to which every integer is an `f64`.
const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

/// The value of a JSON number that can be a time: at most 2^53 − 1 before the point, times a power of ten up to 10^±22.
/// Digits behind the point that an `f64` cannot tell apart are not looked at.
#[expect(clippy::cast_precision_loss, reason = "at most 2^53 - 1, which an f64 holds exactly")]
pub(crate) fn seconds(number: &str) -> Option<f64> {
    let Notation { mantissa, exponent } = Notation::of(number);
    let (mut digits, mut power, mut behind_point) = (0_u64, exponent, false);
    for byte in mantissa.bytes() {
        if byte == b'.' {
            behind_point = true;
            continue;
        }
        let longer = digits * 10 + u64::from(byte & 15);
        if longer > MAX_SAFE_INTEGER {
            if behind_point {
                break;
            }
            return None;
        }
        digits = longer;
        power -= i32::from(behind_point);
    }
    let scale = (0..power.unsigned_abs().min(23)).fold(1.0, |scale: f64, _| scale * 10.0);
    let value = match power {
        0..=22 => digits as f64 * scale,
        -22..=-1 => digits as f64 / scale,
        _ => return None,
    };
    Some(if number.starts_with('-') { -value } else { value })
}

/// Whether an `f64` holds a JSON number, so that no verifier reads it as infinity.
pub(crate) fn is_finite(number: &str) -> bool {
    // The largest double is 1.7976931348623157e308; a hair of what rounds down to it is refused too.
    const TOO_LARGE: &[u8] = b"17976931348623158";
    let Notation { mantissa, exponent } = Notation::of(number);
    let zeros = mantissa.bytes().take_while(|byte| matches!(byte, b'0' | b'.')).count();
    let digits = mantissa[zeros..].bytes().filter(u8::is_ascii_digit);
    let point = mantissa.bytes().position(|byte| byte == b'.').unwrap_or(mantissa.len());
    // The power of ten of the first digit that is not 0. Zeros stand before it only in front of a point.
    let places = |count: usize| i32::try_from(count).unwrap_or(i32::MAX / 2);
    let power = exponent + if zeros > point { -places(zeros - point) } else { places(point) - 1 };
    power < 308 || zeros == mantissa.len() || (power == 308 && digits.lt(TOO_LARGE.iter().copied()))
}

/// A JSON number's digits without the sign, and its exponent, cut off far beyond what any number has.
struct Notation<'a> {
    mantissa: &'a str,
    exponent: i32,
}

impl<'a> Notation<'a> {
    fn of(number: &'a str) -> Self {
        let number = number.strip_prefix('-').unwrap_or(number);
        let end = number.bytes().position(|byte| byte | 32 == b'e').unwrap_or(number.len());
        let (mantissa, written) = number.split_at(end);
        let value = written
            .bytes()
            .filter(u8::is_ascii_digit)
            .fold(0, |value: i32, digit| (value * 10 + i32::from(digit & 15)).min(100_000));
        Self { mantissa, exponent: if written.bytes().any(|byte| byte == b'-') { -value } else { value } }
    }
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
            assert_eq!(seconds(text), text.parse::<f64>().ok(), "{text}");
        }
    }

    #[test]
    fn knows_what_rust_reads_as_infinity() {
        for text in [
            "0",
            "-0.0",
            "1e307",
            "1e308",
            "-1e308",
            "1.7976931348623157e308",
            "-1.7976931348623157E+308",
            "1.8e308",
            "1e309",
            "-1e400",
            "0e400",
            "0.0e999",
            "17976931348623157e292",
            "2e99999999999",
            "1e-400",
            "0.1e308",
            "0.001e310",
            "0.01e309",
            "0.01e311",
            "179.76931348623159e306",
        ] {
            assert_eq!(is_finite(text), text.parse::<f64>().unwrap().is_finite(), "{text}");
        }
        assert!(is_finite(&"9".repeat(308)) && !is_finite(&"9".repeat(309)));
    }

    #[test]
    fn refuses_what_no_date_is() {
        for text in ["9007199254740992", "1e23", "1e-23", "1e400", "1e99999999999"] {
            assert_eq!(seconds(text), None, "{text}");
        }
    }
}
