#!/usr/bin/env bash
# Builds the npm package: the crate to wasm by wasm-pack, the JavaScript around it by esbuild. The one argument is the
# folder to build into.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-pkg}
. scripts/toolchain.sh

say "Installing esbuild and binaryen"
npm ci --prefix scripts --no-audit --no-fund --loglevel=error

. scripts/build-wasm.sh

say "Assembling $out"
scripts/bundle.sh "$out"

# What it was built from, and with what.
source=$(scripts/source-hash.sh)
version() { sed -n "s/.*\"version\": \"\(.*\)\".*/\1/p;/version/q" "scripts/node_modules/$1/package.json"; }
cat >"$out/build.json" <<END
{
  "sourceSha256": "$source",
  "rustc": "$("${RUSTC:-rustc}" --version | cut -d" " -f2-)",
  "wasmPack": "$(wasm-pack --version | cut -d' ' -f2)",
  "wasmBindgen": "$bindgen",
  "binaryen": "$(version binaryen)",
  "esbuild": "$(version esbuild)"
}
END
