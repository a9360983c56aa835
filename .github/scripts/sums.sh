#!/usr/bin/env bash
# Writes the SHA-256 of each file in a folder into its SHA256SUMS: sums.sh FOLDER
set -euo pipefail
cd "$1"

rm -f SHA256SUMS
sums=$(LC_ALL=C; sha256sum -- *)
echo "$sums" > SHA256SUMS
cat SHA256SUMS
