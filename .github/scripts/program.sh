#!/usr/bin/env bash
# Builds the keeper's program with the app of target/app inside, for a system as Rust names it: program.sh TARGET FILE
#
# ARCHIVE_LINUX_SHA256 tells it the hash of the program for Linux on x86-64, which the workflows of `archive new` pin:
# "itself" for that program, and for the others, which are built after it, the hash (src/cli/new/program.rs).
set -euo pipefail
mkdir -p "$(dirname "$2")"
file="$(cd "$(dirname "$2")" && pwd)/$(basename "$2")"
cd "$(dirname "$0")/../.."

# Paths of this machine do not belong into a published file.
RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates --remap-path-prefix=$PWD=."
ending=
case $1 in *-windows-msvc)
  # Nothing is to be installed beside it.
  RUSTFLAGS+=" -Ctarget-feature=+crt-static"
  ending=.exe ;;
esac
export RUSTFLAGS

rustup target add "$1"
cargo build --locked --profile program --features tool --bin archive --target "$1"
cp "target/$1/program/archive$ending" "$file"
