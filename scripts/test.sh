#!/usr/bin/env bash
# Everything that make test checks. What this machine lacks is installed where that may be done (by root, with apt-get);
# what then could not run is listed at the end, and fails the run when CI is set.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh

missing=()
not_run() { missing+=("$1"); }

rust() {
  say "Rust: format, lints, tests, documentation"
  cargo fmt --all --check
  cargo clippy --quiet --locked --all-targets --workspace --features serde -- -D warnings
  cargo clippy --quiet --locked --lib --no-default-features -- -D warnings
  cargo test --quiet --locked --features serde
  cargo test --quiet --locked --no-default-features
  RUSTDOCFLAGS="-D warnings" cargo doc --quiet --locked --no-deps --features serde

  say "Rust: what the lockfiles bring in, and whether compares take the same time"
  node scripts/supply-chain.mjs
  cargo run --release --quiet --locked --manifest-path tests/timing/Cargo.toml --target-dir target/timing
}

# The package that all else is tested with: built anew, or the committed one where the crate cannot be compiled to wasm.
build() {
  package=pkg
  if ! can_compile_wasm; then
    not_run "the build of the package: needs rustup, or Debian's rustc-web"
    return
  fi
  say "Package: built anew"
  scripts/build-pkg.sh target/pkg
  package=target/pkg
  # Another compiler makes other bytes, which say nothing about pkg/.
  if [ "$(tools_of pkg)" != "$(tools_of target/pkg)" ]; then
    echo "Not compared with pkg/, which other tools have built: $(tools_of pkg)"
  elif ! diff -r pkg target/pkg >target/stale.diff; then
    cut -c1-200 target/stale.diff | head -20
    echo "pkg/ is stale: run make pkg and commit what it writes."
    exit 1
  fi
}
tools_of() { grep -v sourceSha256 "$1/build.json" | tr -d '{}\n'; }

install() {
  say "Package: packed and installed beside what it is held against (a minute)"
  install_package "$package" tests tests/{bundlers,cli,docs,local,neighbours,nodes,page,page/react-18,providers,proof,runtimes,www} examples
  npm install --prefix www --no-save --no-audit --no-fund --loglevel=error
  find_chromium
}

# Chromium's path, for the tests; empty where there is none.
find_chromium() {
  CHROMIUM=$(node tests/chromium.js)
  if [ -z "$CHROMIUM" ] && apt_install chromium; then CHROMIUM=$(node tests/chromium.js); fi
  export CHROMIUM
}

style_and_types() {
  say "Package and tests: format, lints, exports, types"
  tests/node_modules/.bin/biome ci --error-on-warnings --max-diagnostics=20
  check_types
  (cd tests && npx publint run --strict ../target/packed/*.tgz && npx attw --format ascii ../target/packed/*.tgz)
  (cd tests/providers && npx tsc --project .)
}

node_suites() {
  say "Suites: the package against its peers, and the providers' real SDKs"
  local nodes=("$(command -v node)") version
  for version in 22 24 26; do
    local node=$PWD/tests/nodes/node_modules/node$version/bin/node
    if [ -x "$node" ]; then nodes+=("$node"); else not_run "the suites on Node $version, which npm has for x64 Linux alone"; fi
  done
  for node in "${nodes[@]}"; do
    for folder in js cli providers proof; do suite tests/$folder "$node"; done
  done
}

more_suites() {
  say "The endpoint among its neighbours"
  suite tests/neighbours

  say "Differences from other implementations, hostile values, memory (two minutes)"
  if tests/proof/setup.sh; then
    node tests/proof/differential.js
  else
    not_run "tests/proof/differential.js: needs Python with pip, and Erlang with jose and jiffy"
  fi
  suite tests/hostile

  say "Runtimes"
  node tests/runtimes/run.js
  node tests/runtimes/diagram/run.js

  say "Examples, and the crate in a backend and in a wasm program of somebody else's"
  node tests/examples/run.js
  node tests/examples/axum.js
  if can_compile_wasm; then tests/wasm-consumer/run.sh; else not_run "tests/wasm-consumer"; fi
}

browser_suites() {
  if [ -z "$CHROMIUM" ]; then
    not_run "tests/bundlers, docs, local, page and www: set CHROMIUM to the path of Chromium or Chrome"
    return
  fi
  say "In a browser: bundlers, the page's side with the published widget, the local Fogbender, the README, the demo (three minutes)"
  node tests/bundlers/run.js
  for folder in page local docs www; do suite tests/$folder; done
}

speed() {
  say "Sizes against their budget, and speed against Node's own crypto"
  local node=tests/nodes/node_modules/node26/bin/node
  if [ -x $node ]; then $node benches/check.js; else not_run "benches/check.js: needs Node 26 for x64 Linux"; fi
}

summary() {
  [ ${#missing[@]} -gt 0 ] || return 0
  say "Not run on this machine:"
  printf '  %s\n' "${missing[@]}"
  [ -z "${CI:-}" ] || exit 1
}

rust
build
install
style_and_types
node_suites
more_suites
browser_suites
speed
summary
