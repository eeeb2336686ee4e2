# Sourced: finds or installs what compiles the crate to wasm, and points the environment at it.
#
# The release build compiles the standard library itself (-Zbuild-std), so it wants the library's source and
# RUSTC_BOOTSTRAP. On Debian both come from rustc-web, whose compiler is then used for wasm alone; elsewhere rustup's
# toolchain gets the wasm32 target and rust-src.

tools="$PWD/target/tools"
mkdir -p "$tools"

. scripts/common.sh

if [ ! -e /usr/lib/rustlib/src/rust/library ]; then
  apt_install rustc-web cargo-web rust-web-src lld-19 || true
fi

# The bindings' generator must be of the very version that the crate is locked to.
bindgen=$(sed -n '/^name = "wasm-bindgen"$/{n;s/version = "\(.*\)"/\1/p}' Cargo.lock)
install() { # $1: the program; $2: its crate; $3: its version; the rest: cargo's arguments
  [ "$("$tools/bin/$1" --version 2>/dev/null)" = "$1 $3" ] && return
  say "Installing $1 $3 (a few minutes, once)"
  cargo install --quiet --root "$tools" --target-dir "$tools/build" "$2" --version "$3" "${@:4}" || exit 1
}
# Not --locked: its lockfile names a version of a crate that was withdrawn.
install wasm-bindgen wasm-bindgen-cli "$bindgen"
install wasm-pack wasm-pack 0.15.1 --locked
PATH="$tools/bin:$PATH"

if [ -e /usr/lib/rustlib/src/rust/library ]; then
  export RUSTC=/usr/bin/rustc CARGO=/usr/bin/cargo PATH="/usr/bin:$PATH"
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-19
else
  rustup target add wasm32-unknown-unknown
  rustup component add rust-src
fi
export RUSTC_BOOTSTRAP=1
