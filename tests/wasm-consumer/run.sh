#!/usr/bin/env bash
# Builds a Rust program for wasm32-unknown-unknown on the library, and runs it with Node.
set -euo pipefail
cd "$(dirname "$0")/../.."
source scripts/toolchain.sh
"${CARGO:-cargo}" build --quiet --locked --manifest-path tests/wasm-consumer/Cargo.toml --target-dir target/wasm-consumer \
  --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort
node tests/wasm-consumer/run.js target/wasm-consumer/wasm32-unknown-unknown/debug/fogbender_token_wasm_consumer.wasm
