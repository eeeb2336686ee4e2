#!/usr/bin/env bash
# Builds the npm package: the crate to wasm by wasm-pack, the JavaScript around it by esbuild. The one argument is the
# folder to build into.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-pkg}
. scripts/toolchain.sh

say "Installing esbuild and binaryen"
npm ci --prefix scripts --silent --no-audit --no-fund

# Paths of the building machine, and places in the source, are in no message of ours and must not be in the wasm.
export RUSTFLAGS="-Ctarget-feature=+simd128 -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none
  --remap-path-prefix=$PWD=. --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"

say "Compiling the crate to wasm (about a minute)"
wasm-pack --quiet build --mode force --target bundler --no-pack --no-gitignore --out-dir target/wasm \
  -- --locked --features js -Zbuild-std=std

say "Assembling $out"
# Only what every supported runtime has: with all features, wasm-opt writes what Node 20 cannot read.
features="--enable-simd --enable-bulk-memory --enable-reference-types --enable-sign-ext --enable-mutable-globals
  --enable-nontrapping-float-to-int --enable-multivalue"
# shellcheck disable=SC2086
scripts/node_modules/.bin/wasm-opt $features -O3 --converge --strip-debug --strip-producers --strip-target-features \
  target/wasm/fogbender_token_bg.wasm -o target/wasm/optimized.wasm

rm -rf "$out"
mkdir -p "$out"
bundle() { scripts/node_modules/.bin/esbuild --bundle --target=es2022 --loader:.wasm=base64 --log-level=warning "$@"; }
bundle js/index.js js/cli.js --format=esm --splitting --chunk-names=shared --platform=node --outdir="$out"
bundle js/index.js --format=cjs --platform=node --outfile="$out/index.cjs"
chmod +x "$out/cli.js"
cp js/package.json js/index.d.ts README.md LICENSE CHANGELOG.md "$out"
cp js/index.d.ts "$out/index.d.cts"
