#!/usr/bin/env bash
# Everything that `make test` checks, from a machine that has Node 20 and Rust; what else is needed is installed.
set -euo pipefail
cd "$(dirname "$0")/.."
say() { printf '\033[1m==\033[0m %s\n' "$*"; }

say "Rust: format, lints, tests, documentation"
cargo fmt --check
cargo clippy --quiet --locked --all-targets --features serde -- -D warnings
for features in "--no-default-features" "--features js" "--no-default-features --features js"; do
  # shellcheck disable=SC2086
  cargo clippy --quiet --locked --lib $features -- -D warnings
done
cargo test --quiet --locked --features serde
RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --no-deps

say "Package: built anew and compared with pkg/"
(scripts/build-pkg.sh target/pkg)
if ! diff -rq pkg target/pkg; then
  echo "pkg/ is stale: run make pkg and commit it. (It was built with rustc 1.96; here: $(/usr/bin/rustc --version || rustc --version))"
  exit 1
fi

say "Package: packed and installed beside the libraries that it is held against"
rm -rf target/packed
mkdir -p target/packed
npm ci --prefix tests --silent --no-audit --no-fund
npm pack ./pkg --pack-destination target/packed --silent
npm install --prefix tests --no-save --silent --no-audit --no-fund ./target/packed/*.tgz

say "Package: exports and types"
(
  cd tests
  npx publint run --strict ../target/packed/*.tgz
  npx attw ../target/packed/*.tgz
  npx tsc --project types
)

for node in node tests/node_modules/node{22,24,26}/bin/node; do
  say "JavaScript on Node $("$node" --version)"
  PATH="$(dirname "$(command -v "$node")"):$PATH" "$node" --test --test-reporter=dot 'tests/js/'
done
