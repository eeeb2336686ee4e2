#!/usr/bin/env bash
# Changes the library in one place at a time, and lists the changes that no test notices: target/mutants.out/missed.txt.
# It takes hours for all of src/; MUTANTS="src/login" looks at that folder alone. The wasm that only wasm has is left out.
set -euo pipefail
cd "$(dirname "$0")/.."
say() { printf '\033[1m==\033[0m %s\n' "$*"; }

version=27.1.0
if [ "$(target/tools/bin/cargo-mutants --version 2>/dev/null)" != "cargo-mutants $version" ]; then
  say "Installing cargo-mutants $version (a few minutes, once)"
  cargo install --quiet --locked --root target/tools --target-dir target/tools/build cargo-mutants --version $version
fi

say "Mutants of ${MUTANTS:-src}"
PATH="$PWD/target/tools/bin:$PATH" nice cargo mutants --package fogbender-token --features serde --profile mutants --baseline skip \
  --file "${MUTANTS:-src}/**" --exclude src/binding.rs --exclude-re 'simd::' --output target --timeout 60 --jobs 1 -- --lib --tests || true
total=$(wc -l <target/mutants.out/caught.txt)
missed=$(wc -l <target/mutants.out/missed.txt)
say "$total noticed, $missed missed"
cat target/mutants.out/missed.txt
