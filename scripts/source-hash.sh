#!/usr/bin/env bash
# The hash of what the bytes of pkg/ are made from; pkg/build.json keeps it. pkg/ has no more of the examples
# than their JavaScript. git lists it, because find would also take installed packages and builds.
set -euo pipefail
cd "$(dirname "$0")/.."
hash() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }
export -f hash
{
  find Cargo.toml Cargo.lock src wasm js docs README.md CHANGELOG.md SECURITY.md LICENSE \
    scripts/{build-pkg,build-wasm,bundle}.sh scripts/{package-pages,licenses}.mjs scripts/package-lock.json -type f -print0
  git ls-files -z --cached --others --exclude-standard 'examples/*.js'
} |
  LC_ALL=C sort -z | xargs -0 bash -c 'hash "$@"' hash | hash | cut -d' ' -f1
