.PHONY: demo test pkg

# Needs Node alone: it runs on the committed pkg/.
demo:
	@node www/walkthrough.mjs

# Everything, from a machine that has Node 20 and Rust: the rest is installed.
test:
	@scripts/test.sh

# Builds the npm package into pkg/.
pkg:
	@scripts/build-pkg.sh
