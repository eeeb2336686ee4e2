#!/usr/bin/env bash
# Everything that `make test` checks, from a machine that has Node 20 and Rust; what else is needed is installed.
set -euo pipefail
cd "$(dirname "$0")/.."
say() { printf '\033[1m==\033[0m %s\n' "$*"; }

say "Rust: format, lints, tests, documentation"
cargo fmt --check
cargo clippy --quiet --locked --all-targets --workspace --features serde -- -D warnings
cargo clippy --quiet --locked --lib --no-default-features -- -D warnings
cargo test --quiet --locked --features serde
RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --no-deps --features serde

say "Rust: what the lockfiles bring in, and whether compares take the same time"
node scripts/supply-chain.mjs
cargo run --release --quiet --locked --manifest-path tests/timing/Cargo.toml --target-dir target/timing

say "Package: built anew and compared with pkg/"
scripts/build-pkg.sh target/pkg
if ! diff -r pkg target/pkg >target/stale.diff; then
  cut -c1-200 target/stale.diff | head -20
  echo "pkg/ is stale: run make pkg and commit what it writes."
  exit 1
fi

say "Package: packed and installed beside what it is held against (a minute)"
rm -rf target/packed
mkdir -p target/packed
npm pack ./pkg --pack-destination target/packed --silent
for folder in tests tests/{cli,local,docs,runtimes,bundlers,neighbours,page,page/react-18,providers,proof,www} examples; do
  # Not npm ci, which wants the lock to have the binaries of every platform, where the registry may have this one's alone.
  npm install --prefix $folder --no-save --no-audit --no-fund --loglevel=error ./target/packed/*.tgz
done
if [ ! -e /usr/bin/chromium ]; then
  say "Installing Debian's chromium"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >target/chromium.log
fi

say "Package: exports and types"
(
  cd tests
  npx publint run --strict ../target/packed/*.tgz
  npx attw --format ascii ../target/packed/*.tgz
  npx tsc --project types
  npx tsc --project types --module node16
  npx tsc --project types/tsconfig.bundler.json
  cd providers
  npx tsc --project .
)

suite() { # $1: its name; $2: the folder; $3: the node to run it with
  if (cd "$2" && PATH="$(dirname "$3"):$PATH" "$3" --test --test-timeout=120000 --test-reporter=tap) >target/suite.tap; then
    echo "$1 on Node $("$3" --version): $(sed -n 's/^# pass //p' target/suite.tap) passed"
  else
    grep -A 25 '^ *not ok' target/suite.tap
    return 1
  fi
}
say "Suites: the package against its peers, and the providers' real SDKs"
for node in "$(command -v node)" "$PWD"/tests/node_modules/node{22,24,26}/bin/node; do
  suite "tests/js" tests/js "$node"
  suite "tests/cli" tests/cli "$node"
  suite "tests/providers" tests/providers "$node"
  suite "tests/proof" tests/proof "$node"
done

say "The endpoint among its neighbours"
suite "tests/neighbours" tests/neighbours "$(command -v node)"

say "Differences from six other implementations, hostile values, memory (two minutes)"
tests/proof/setup.sh
node tests/proof/differential.js
suite "tests/hostile" tests/hostile "$(command -v node)"

say "Runtimes"
node tests/runtimes/run.js
node tests/runtimes/diagram/run.js

say "Bundlers and browsers"
node tests/bundlers/run.js

say "The page's side, with the published widget in a browser (a minute)"
suite "tests/page" tests/page "$(command -v node)"

say "Fogbender on this machine: the command stand-in, and its docs as they stand"
suite "tests/local" tests/local "$(command -v node)"

say "README and docs, followed word for word"
suite "tests/docs" tests/docs "$(command -v node)"

say "The demo page, in a browser"
npm install --prefix www --no-save --no-audit --no-fund --loglevel=error
suite "tests/www" tests/www "$(command -v node)"

say "Sizes against their budget, and speed against Node's own crypto"
tests/node_modules/node26/bin/node benches/check.js

say "Examples, and the crate in a backend and in a wasm program of somebody else's"
node tests/examples/run.js
node tests/examples/axum.js
tests/wasm-consumer/run.sh
