#!/usr/bin/env bash
# Fails unless a tag is that of the version in Cargo.toml: tag.sh v1.2.3
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$(sed -n '/^\[package\]/,/^\[/s/^version = "\(.*\)"$/\1/p' Cargo.toml)
if [ "$1" != "v$version" ]; then
  echo "The tag is $1, and the version in Cargo.toml is $version: take the tag away, and set v$version or correct the version." >&2
  exit 1
fi
