//! base64url without padding (RFC 4648 §5), written. With the SIMD of WebAssembly this is three to four times as fast as
//! without, which saves 18 % of a signature.

/// Appends the base64url of `bytes` to `out`.
pub(crate) fn append(out: &mut Vec<u8>, bytes: &[u8]) {
    let start = out.len();
    out.resize(start + (bytes.len() * 4).div_ceil(3), 0);
    encode(bytes, &mut out[start..]);
}

#[cfg(not(target_feature = "simd128"))]
fn encode(bytes: &[u8], digits: &mut [u8]) {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    #[expect(clippy::expect_used, reason = "sized by the caller above")]
    let written = URL_SAFE_NO_PAD.encode_slice(bytes, digits).expect("sized for it");
    debug_assert_eq!(written, digits.len());
}

#[cfg(target_feature = "simd128")]
fn encode(bytes: &[u8], digits: &mut [u8]) {
    let ((groups, rest), (encoded, end)) = (bytes.as_chunks(), digits.as_chunks_mut());
    for (group, digits) in groups.iter().zip(encoded) {
        *digits = simd::encode(group);
    }
    let mut last = [0; 12];
    last[..rest.len()].copy_from_slice(rest);
    end.copy_from_slice(&simd::encode(&last)[..end.len()]);
}

#[cfg(target_feature = "simd128")]
mod simd {
    use core::arch::wasm32::{
        i8x16, i8x16_add, i8x16_shuffle, i8x16_swizzle, u8x16_lt, u8x16_splat, u8x16_sub_sat, u16x8_shl, u16x8_shr,
        u32x4, u32x4_splat, u64x2_extract_lane, v128_and, v128_bitselect, v128_or,
    };

    /// The sixteen digits of twelve bytes.
    #[inline]
    pub(super) fn encode(bytes: &[u8; 12]) -> [u8; 16] {
        let word = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        let bytes = u32x4(word(0), word(4), word(8), 0);
        // Each three bytes a, b, c as b, a, c, b: a lane of 16 bits for the first two digits, one for the others.
        let lanes = i8x16_shuffle::<1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10>(bytes, bytes);
        let first = u32x4_splat(0x0000_ffff);
        let (high, low) = (v128_and(lanes, u32x4_splat(0x0fc0_fc00)), v128_and(lanes, u32x4_splat(0x003f_03f0)));
        let high = v128_bitselect(u16x8_shr(high, 10), u16x8_shr(high, 6), first);
        let low = v128_bitselect(u16x8_shl(low, 4), u16x8_shl(low, 8), first);
        let values = v128_or(high, low);
        // What to add to a value, by its kind: 13 is a capital, 0 a small letter, 1 to 10 a digit, 11 the -, 12 the _.
        let kinds = v128_or(
            u8x16_sub_sat(values, u8x16_splat(51)),
            v128_and(u8x16_lt(values, u8x16_splat(26)), u8x16_splat(13)),
        );
        let steps = i8x16(71, -4, -4, -4, -4, -4, -4, -4, -4, -4, -4, -17, 32, 65, 0, 0);
        let digits = i8x16_add(values, i8x16_swizzle(steps, kinds));
        let halves = [u64x2_extract_lane::<0>(digits), u64x2_extract_lane::<1>(digits)];
        let mut encoded = [0; 16];
        for (half, digits) in encoded.chunks_exact_mut(8).zip(halves) {
            half.copy_from_slice(&digits.to_le_bytes());
        }
        encoded
    }
}
