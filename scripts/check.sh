#!/usr/bin/env bash
# What make check does: less than two minutes. It needs Node and Rust alone, and no root.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh
mkdir -p target

# The committed package, unless this machine has compiled the crate as it is to wasm: then what js/ makes of that.
package=pkg
compiled=target/wasm/browser/hex.js
if [ -e $compiled ] && [ -z "$(find src wasm Cargo.toml Cargo.lock -newer $compiled -print -quit)" ]; then
  package=target/pkg
  say "Package: put together from js/ and target/wasm/"
  npm ci --prefix scripts --no-audit --no-fund --loglevel=error
  scripts/bundle.sh $package
elif [ "$(scripts/source-hash.sh)" != "$(sed -n 's/.*"sourceSha256": "\(.*\)".*/\1/p' pkg/build.json)" ]; then
  say "pkg/ was built from other sources: the JavaScript tests run with that older package. make pkg builds it anew."
fi

# npm waits for the network, and cargo for the processor.
install_package $package tests tests/cli examples >target/install.log 2>&1 &
installing=$!
trap 'kill $installing 2>/dev/null || true' EXIT

say "Rust: format, lints, tests"
cargo fmt --all --check
cargo clippy --quiet --locked --workspace --all-targets --features serde -- -D warnings
cargo test --quiet --locked --features serde

say "JavaScript: format, lints, types, tests ($package)"
wait $installing || { cat target/install.log; exit 1; }
tests/node_modules/.bin/biome ci --error-on-warnings --max-diagnostics=20
check_types
suite tests/js
suite tests/cli
