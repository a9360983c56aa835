#!/usr/bin/env bash
# Lists what the program and the app inside are made of (SBOM, CycloneDX) for every system it is built for: parts.sh FILE.cdx.json
# Needs cargo-cyclonedx.
set -euo pipefail
mkdir -p "$(dirname "$1")"
file="$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
cd "$(dirname "$0")/../.."

cargo cyclonedx --format json --spec-version 1.5 --all-features --target all --override-filename parts
# Paths of this machine do not belong into a published file.
sed "s|file://$PWD|file://.|g" parts.json > "$file"
rm parts.json
