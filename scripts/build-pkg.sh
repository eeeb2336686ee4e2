#!/usr/bin/env bash
# Builds the npm package: the crate to wasm by wasm-pack, the JavaScript around it by esbuild. The one argument is the
# folder to build into.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-pkg}
. scripts/toolchain.sh

say "Installing esbuild and binaryen"
npm ci --prefix scripts --no-audit --no-fund --loglevel=error

# Paths of the building machine, and places in the source, are in no message of ours and must not be in the wasm.
export RUSTFLAGS="-Ctarget-feature=+simd128 -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none
  --remap-path-prefix=$PWD=. -Clink-arg=--export=__stack_pointer --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
# Optimized for speed, except that what is neither tiny nor marked #[inline] is not copied to wherever it is called, and
# that loops are hardly unrolled: that is smaller than what opt-level "z" makes.
RUSTFLAGS+=" -Cllvm-args=-inline-threshold=50 -Cllvm-args=-unroll-threshold=20"

# Only what every supported runtime has: with all features, wasm-opt writes what Node 20 cannot read.
features="--enable-simd --enable-bulk-memory --enable-reference-types --enable-sign-ext --enable-mutable-globals
  --enable-nontrapping-float-to-int --enable-multivalue"

compile() { # $1: the build's name; the rest: cargo's arguments
  say "Compiling the crate to wasm: $1 (about a minute)"
  wasm-pack --quiet build --mode force --target bundler --no-pack --no-gitignore --out-dir "target/wasm/$1" \
    -- --locked --features js -Zbuild-std=std "${@:2}"
  # shellcheck disable=SC2086
  scripts/node_modules/.bin/wasm-opt $features -O3 --converge --strip-debug --strip-producers --strip-target-features \
    "target/wasm/$1/fogbender_token_bg.wasm" -o "target/wasm/$1/fogbender_token.wasm"
  # As a module for those who cannot load a file. In hexadecimal, not base64: gzip then finds what is repeated, and the
  # result is a sixth smaller.
  printf 'export default "%s";\n' "$(od -An -v -tx1 "target/wasm/$1/fogbender_token.wasm" | tr -d ' \n')" \
    >"target/wasm/$1/hex.js"
}
compile server
compile browser --no-default-features

say "Assembling $out"
rm -rf "$out"
mkdir -p "$out"
bundle() { # $1: which wasm; the rest: esbuild's arguments
  scripts/node_modules/.bin/esbuild --bundle --target=es2022 --platform=neutral --log-level=warning \
    --alias:rust="./target/wasm/$1/fogbender_token_bg.js" --alias:wasm="./target/wasm/$1/hex.js" \
    --external:./fogbender_token.wasm --external:./fogbender_token.wasm?module --external:node:* "${@:2}"
}
bundle server js/entries/{index,workerd,edge-light,stand-in,stand-in.workerd,stand-in.edge-light}.js js/{providers,cli}.js --format=esm --splitting --chunk-names=chunk-[hash] \
  --entry-names=[name] --outdir="$out"
for entry in entries/index entries/stand-in providers; do
  bundle server js/$entry.js --format=cjs --platform=node --outfile="$out/$(basename $entry).cjs"
done
for entry in browser stand-in.browser; do
  bundle browser js/entries/$entry.js --format=esm --outfile="$out/$entry.js"
  bundle browser js/entries/$entry.js --format=cjs --platform=node --outfile="$out/$entry.cjs"
done
chmod +x "$out/cli.js"
cp target/wasm/server/fogbender_token.wasm js/package.json js/*.d.ts LICENSE CHANGELOG.md SECURITY.md "$out"
# Without its pictures, which are not in the package.
grep -v '^!\[' README.md | cat -s >"$out/README.md"
cp js/index.d.ts "$out/index.d.cts"
cp js/providers.d.ts "$out/providers.d.cts"
sed 's/index\.js/index.cjs/' js/stand-in.d.ts >"$out/stand-in.d.cts"

# What it was built from, and with what.
source=$(find Cargo.toml Cargo.lock src js scripts/build-pkg.sh scripts/package-lock.json -type f -print0 | LC_ALL=C sort -z |
  xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
version() { sed -n "s/.*\"version\": \"\(.*\)\".*/\1/p;/version/q" "scripts/node_modules/$1/package.json"; }
cat >"$out/build.json" <<END
{
  "sourceSha256": "$source",
  "rustc": "$("${RUSTC:-rustc}" --version | cut -d' ' -f2)",
  "wasmPack": "$(wasm-pack --version | cut -d' ' -f2)",
  "wasmBindgen": "$bindgen",
  "binaryen": "$(version binaryen)",
  "esbuild": "$(version esbuild)"
}
END
