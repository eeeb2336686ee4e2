#!/usr/bin/env bash
# Whether the tag $1 names the version that is to be released, the repository is named, and pkg/ was built from these sources.
set -euo pipefail
cd "$(dirname "$0")/.."
node --test tests/js/version.test.js >/dev/null || { echo "The places that name the version do not agree: node --test tests/js/version.test.js"; exit 1; }
version=$(node -p 'require("./pkg/package.json").version')
[ "$1" = "v$version" ] || { echo "The tag is $1, and pkg/ is version $version: the tag must be v$version."; exit 1; }
grep -q "^## \[$version\]" CHANGELOG.md || { echo "CHANGELOG.md has no heading \"## [$version]\"."; exit 1; }
grep -q '"repository"' js/package.json && grep -q '^repository' Cargo.toml ||
  { echo "js/package.json and Cargo.toml name no repository. Add it: npm and crates.io need it for README's links to files that are not in the package."; exit 1; }
built=$(node -p 'require("./pkg/build.json").sourceSha256')
[ "$built" = "$(scripts/source-hash.sh)" ] || { echo "pkg/ was built from other sources: run make pkg and commit what it writes."; exit 1; }
echo "$1 is version $version, and pkg/ was built from these sources."
