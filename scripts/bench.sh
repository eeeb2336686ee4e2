#!/usr/bin/env bash
# Packs pkg/, installs it beside its peers, and measures; the arguments choose parts of it.
set -euo pipefail
cd "$(dirname "$0")/.."
rm -rf target/bench
mkdir -p target/bench
npm pack ./pkg --pack-destination target/bench --silent >/dev/null
npm install --prefix benches --no-save --no-audit --no-fund --loglevel=error ./target/bench/*.tgz
# Node 26 is the yardstick: the newest of the Nodes that are measured.
benches/node_modules/node26/bin/node benches/run.js "$@"
