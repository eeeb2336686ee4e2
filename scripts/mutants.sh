#!/usr/bin/env bash
# Changes the library in one place at a time, and lists the changes that no test notices: target/mutants.out/missed.txt.
# It takes hours for all of src/; MUTANTS="src/login" looks at that folder alone, SHARD=0/24 at every 24th change. What is
# compiled for wasm alone is left out.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh

version=27.1.0
if [ "$(target/tools/bin/cargo-mutants --version 2>/dev/null)" != "cargo-mutants $version" ]; then
  say "Installing cargo-mutants $version (a few minutes, once)"
  cargo install --quiet --locked --root target/tools --target-dir target/tools/build cargo-mutants --version $version
fi

say "Mutants of ${MUTANTS:-src}"
PATH="$PWD/target/tools/bin:$PATH" nice cargo mutants --package fogbender-token --features serde --profile mutants --baseline skip \
  --file "${MUTANTS:-src}/**" --exclude src/binding.rs --exclude-re 'simd::' --output target --timeout 60 --jobs 1 \
  --shard "${SHARD:-0/1}" --sharding round-robin -- --lib --tests || true
noticed=$(cat target/mutants.out/{caught,timeout}.txt | wc -l)
missed=$(wc -l <target/mutants.out/missed.txt)
say "$noticed noticed, $missed missed"
cat target/mutants.out/missed.txt
