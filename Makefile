.PHONY: demo check test test-full test-next pkg bench fuzz mutants release-check

# Opens the demo page: needs Node alone, because pkg/ and www/dist/ are committed.
demo:
	@node www/serve.js

# Format, lints, types and the unit tests of Rust and JavaScript, with Node and Rust alone: less than two minutes.
check:
	@scripts/check.sh

# Everything that is quick, from a machine that has Node 20 and Rust: the rest is installed.
test:
	@scripts/test.sh

# The same, and what takes longer: Next.js, 100,000 comparisons with other implementations, 10 million signatures.
test-full: test test-next
	@node tests/proof/differential.js --cases 100000 --seed 1
	@node tests/hostile/endurance.js

# Builds with whole frameworks: Next.js with both of its bundlers, SvelteKit, Nuxt, Nitro and others; after make test.
test-next:
	@scripts/test-next.sh

# Builds the npm package into pkg/, and with it the demo page.
pkg:
	@scripts/build-pkg.sh
	@scripts/build-www.sh

# The package beside its peers, in every runtime: writes the tables and charts of benches/; about six minutes.
bench:
	@scripts/bench.sh

# Each fuzz target for FUZZ_SECONDS (60), or for FUZZ_RUNS from a fixed seed.
fuzz:
	@scripts/fuzz.sh

# Changes the library in one place at a time, and lists what no test notices; hours.
mutants:
	@scripts/mutants.sh

# Before a release: the tag (make release-check TAG=v1.2.3), the version and pkg/ must be of one piece.
release-check:
	@scripts/release-check.sh "$(TAG)"
