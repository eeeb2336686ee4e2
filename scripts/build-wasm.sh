# Sourced by build-pkg.sh: compiles the crate to wasm, once for servers and once for browsers, into target/wasm/.
# Paths of the building machine, and places in the source, are in no message of ours and must not be in the wasm.
export RUSTFLAGS="-Ctarget-feature=+simd128 -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none
  --remap-path-prefix=$PWD=. -Clink-arg=--export=__stack_pointer --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
# The compiler copies only small functions, and those marked #[inline], to wherever they are called. It hardly unrolls loops.
# That makes the wasm smaller, and not slower.
RUSTFLAGS+=" -Cllvm-args=-inline-threshold=50 -Cllvm-args=-unroll-threshold=20"

# Only what every supported runtime has: with all features, wasm-opt writes what Node 20 cannot read.
features="--enable-simd --enable-bulk-memory --enable-reference-types --enable-sign-ext --enable-mutable-globals
  --enable-nontrapping-float-to-int --enable-multivalue"

compile() { # $1: the build's name; the rest: cargo's arguments
  say "Compiling the crate to wasm: $1 (about a minute)"
  wasm-pack --quiet build wasm --mode force --target bundler --no-pack --no-gitignore --out-dir "../target/wasm/$1" \
    -- --locked -Zbuild-std=std "${@:2}"
  # shellcheck disable=SC2086
  scripts/node_modules/.bin/wasm-opt $features -O3 --converge --strip-debug --strip-producers --strip-target-features \
    "target/wasm/$1/fogbender_token_bg.wasm" -o "target/wasm/$1/fogbender_token.wasm"
  # As a module for those who cannot load a file. In hexadecimal, not base64: gzip then finds what is repeated, and the
  # result is a sixth smaller.
  printf 'export default "%s";\n' "$(od -An -v -tx1 "target/wasm/$1/fogbender_token.wasm" | tr -d ' \n')" \
    >"target/wasm/$1/hex.js"
}
compile server
# For its size: on a page, nothing is signed.
compile browser --no-default-features --config 'profile.release.opt-level="z"'
