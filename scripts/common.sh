# Sourced by the other scripts, from the repository's folder: what several of them do.

say() { printf '\033[1m==\033[0m %s\n' "$*"; }

# Debian's packages, where they may be installed: fails without a word as another user, or on another system.
apt_install() {
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
  mkdir -p target
  say "Installing Debian's $*"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@"; } >target/apt.log 2>&1 ||
    { cat target/apt.log; exit 1; }
}

# Packs the folder $1 and installs the package into the test folders that follow.
# Not npm ci, which wants the lock to have the binaries of every platform, where the registry may have this one's alone.
install_package() {
  rm -rf target/packed
  mkdir -p target/packed
  npm pack "./$1" --pack-destination target/packed --silent >/dev/null
  for folder in "${@:2}"; do
    npm install --prefix "$folder" --no-save --no-audit --no-fund --loglevel=error ./target/packed/*.tgz
  done
}

# Runs the tests of the folder $1, on the Node $2 or on the one of the PATH.
suite() {
  local node=${2:-$(command -v node)}
  if (cd "$1" && PATH="$(dirname "$node"):$PATH" "$node" --test --test-timeout=120000 --test-reporter=tap) >target/suite.tap; then
    echo "$1 on Node $("$node" --version): $(sed -n 's/^# pass //p' target/suite.tap) passed"
  else
    grep -A 25 '^ *not ok' target/suite.tap || tail -25 target/suite.tap
    return 1
  fi
}

# The types of the sources, and those that the package gives, as the newest TypeScript and the oldest that the docs name see
# them, by each way of resolving modules.
check_types() {
  node tests/node_modules/typescript/bin/tsc --project js
  local typescript
  for typescript in typescript typescript52; do
    local tsc="node tests/node_modules/$typescript/bin/tsc"
    $tsc --project tests/types
    $tsc --project tests/types --module node16 --moduleResolution node16
    $tsc --project tests/types/tsconfig.bundler.json
  done
}

# Whether this machine has, or may install, what compiles the crate to wasm: Debian's Rust for it, or rustup.
can_compile_wasm() {
  [ -e /usr/lib/rustlib/src/rust/library ] || { command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; } || command -v rustup >/dev/null
}
