#!/usr/bin/env bash
# Builds the package into apps of whole frameworks and runs them. It takes minutes; make test must have run before.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/common.sh

for folder in tests/neighbours/slow tests/neighbours/slow/netlify tests/page/next; do
  npm install --prefix $folder --no-save --no-audit --no-fund --loglevel=error ./target/packed/*.tgz
done

say "Next.js, with Turbopack and webpack"
node tests/bundlers/run-next.js

say "The page's side in Next.js, with the published widget"
node --test tests/page/next/run.js
node --test tests/docs/next.js

say "SvelteKit, Nuxt, React Router, Astro, Next's Pages Router, OpenNext, Nitro's presets, Metro, Parcel"
node tests/neighbours/slow/run.js
