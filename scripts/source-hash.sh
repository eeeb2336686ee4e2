#!/usr/bin/env bash
# The hash of all that the bytes of pkg/ are made from; pkg/build.json keeps it.
set -euo pipefail
cd "$(dirname "$0")/.."
hash() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
export -f hash
find Cargo.toml Cargo.lock src wasm js scripts/{build-pkg,build-wasm,bundle}.sh scripts/package-lock.json -type f -print0 |
  LC_ALL=C sort -z | xargs -0 bash -c 'hash "$@"' hash | hash | cut -d' ' -f1
