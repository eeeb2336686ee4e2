#!/usr/bin/env bash
# Fuzzes each target for FUZZ_SECONDS, or for FUZZ_RUNS inputs from the committed seeds alone.
# What libFuzzer finds stays under target/fuzz/; an input that breaks a rule is target/fuzz/<target>-crash-….
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh
limit=${FUZZ_RUNS:+-runs=$FUZZ_RUNS}
limit=${limit:--max_total_time=${FUZZ_SECONDS:-60}}
mkdir -p target/fuzz

# libFuzzer is compiled by a C++ compiler.
command -v c++ >/dev/null || apt_install g++ || true

version=0.13.2
if [ "$(target/tools/bin/cargo-fuzz --version 2>/dev/null)" != "cargo-fuzz $version" ]; then
  say "Installing cargo-fuzz $version (a minute, once)"
  cargo install --quiet --locked --root target/tools --target-dir target/tools/build cargo-fuzz --version $version
fi

say "Building the targets, with AddressSanitizer (two minutes, once)"
# The sanitizer's flags are unstable; RUSTC_BOOTSTRAP lets the stable compiler take them, so that no nightly is needed.
triple=$(rustc -vV | sed -n 's/^host: //p')
RUSTC_BOOTSTRAP=1 target/tools/bin/cargo-fuzz build --target "$triple" --target-dir target/fuzz/build >target/fuzz/build.log 2>&1 ||
  { cat target/fuzz/build.log; exit 1; }

failed=0
for target in verify decode explain assemble sign; do
  say "$target ($limit)"
  corpus=target/fuzz/corpus/$target log=target/fuzz/$target.log
  [ -z "${FUZZ_RUNS:-}" ] || rm -rf "$corpus"
  mkdir -p "$corpus"
  verdict="0 crashes"
  "target/fuzz/build/$triple/release/$target" -seed=1 "$limit" -max_len=4096 -timeout=10 -print_final_stats=1 \
    -dict=fuzz/dictionary -artifact_prefix="target/fuzz/$target-" "$corpus" fuzz/seeds 2>&1 |
    tee "$log" | { grep --line-buffered -E 'pulse|DONE' || true; } || verdict="FAILED"
  if [ "$verdict" = FAILED ]; then
    failed=1
    grep -A 3 -m 1 -E 'panicked at|ERROR:' "$log" || tail -5 "$log"
    grep 'Test unit written' "$log" || true
  fi
  runs=$(sed -n 's/^stat::number_of_executed_units: //p' "$log")
  rate=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")
  edges=$(sed -n 's/.* cov: \([0-9]*\).*/\1/p' "$log" | tail -1)
  echo "$target: $runs runs, $rate a second, $edges edges covered, $verdict"
done
exit $failed
