#!/usr/bin/env bash
# Puts the npm package together from js/ and what build-wasm.sh compiled. The one argument is the folder to write.
# Alone, it is the quick way to try a change of js/: scripts/bundle.sh target/pkg
set -euo pipefail
cd "$(dirname "$0")/.."
out=$1

rm -rf "$out"
mkdir -p "$out"
bundle() { # $1: which wasm; the rest: esbuild's arguments
  scripts/node_modules/.bin/esbuild --bundle --target=es2022 --platform=neutral --log-level=warning \
    --alias:rust="./target/wasm/$1/fogbender_token_bg.js" --alias:wasm="./target/wasm/$1/hex.js" \
    --external:./fogbender_token.wasm --external:./fogbender_token.wasm?module --external:node:* "${@:2}"
}
# Each entry is a file. What several of them need is shared in chunks.
bundle server js/entries/{index,server,workerd,edge-light,stand-in,stand-in.workerd,stand-in.edge-light,providers}.js js/cli/cli.js --format=esm --splitting --chunk-names=chunk-[hash] \
  --entry-names=[name] --outdir="$out"
for entry in index stand-in providers; do
  bundle server js/entries/$entry.js --format=cjs --platform=node --outfile="$out/$entry.cjs"
done
bundle browser js/entries/{page,react}.js --external:react --format=esm --splitting --chunk-names=page-[hash] --entry-names=[name] --outdir="$out"
for entry in page react; do
  bundle browser js/entries/$entry.js --external:react --format=cjs --platform=node --outfile="$out/$entry.cjs"
done
for entry in browser stand-in.browser; do
  bundle browser js/entries/$entry.js --format=esm --outfile="$out/$entry.js"
  bundle browser js/entries/$entry.js --format=cjs --platform=node --outfile="$out/$entry.cjs"
done
chmod +x "$out/cli.js"
cp target/wasm/server/fogbender_token.wasm js/package.json js/entries/*.d.ts LICENSE "$out"
# The licence texts of what is compiled into the wasm.
node scripts/licenses.mjs >"$out/LICENSES.txt"
node scripts/package-pages.mjs "$out"
for types in js/entries/*.d.ts; do
  sed -E 's/"(\.\/[a-z-]+)\.js"/"\1.cjs"/' "$types" >"$out/$(basename "$types" .ts).cts"
done
