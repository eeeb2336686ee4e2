#!/usr/bin/env bash
# What npm does not have: PyJWT, and erlang-jose with the JSON module that Debian has for it. Only what is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/common.sh
missing=()
python3 -m pip --version >/dev/null 2>&1 || missing+=(python3 python3-pip)
erl -noshell -eval 'halt(length([App || App <- [jose, jiffy], application:load(App) =/= ok])).' >/dev/null 2>&1 ||
  missing+=(erlang-base erlang-jose erlang-jiffy)
if [ ${#missing[@]} -gt 0 ] && ! apt_install "${missing[@]}"; then
  echo "Not here, and not installed without root and apt-get: ${missing[*]}"
  exit 1
fi
if [ ! -d target/pyjwt/pyjwt-2.15.1.dist-info ]; then
  rm -rf target/pyjwt
  PIP_ROOT_USER_ACTION=ignore PIP_DISABLE_PIP_VERSION_CHECK=1 \
    python3 -m pip install --quiet --no-deps --target target/pyjwt PyJWT==2.15.1
fi
