.PHONY: demo test test-full test-next pkg bench

# Needs Node alone: it runs on the committed pkg/.
demo:
	@node www/walkthrough.mjs

# Everything that is quick, from a machine that has Node 20 and Rust: the rest is installed.
test:
	@scripts/test.sh

# The same, and what takes longer.
test-full: test test-next

# Next.js, with both of its bundlers; two minutes, after make test.
test-next:
	@node tests/bundlers/run-next.js

# Builds the npm package into pkg/.
pkg:
	@scripts/build-pkg.sh

# The signatures endpoint under load, beside the same one with jose and with jsonwebtoken; two minutes.
bench:
	@npm install --prefix benches --no-save --no-audit --no-fund --loglevel=error
	@node benches/signatures.js
