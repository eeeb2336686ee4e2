#!/usr/bin/env bash
# Builds the demo page into www/dist/, from pkg/.
set -euo pipefail
cd "$(dirname "$0")/.."
npm install --prefix www --no-save --no-audit --no-fund --loglevel=error
node www/build.js
