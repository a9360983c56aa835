#!/usr/bin/env bash
# Tries a built program in an empty folder with nothing on the PATH, from nothing to a site; and fails unless the workflows that
# it writes pin this hash: try.sh FILE SHA256
set -euo pipefail
program="$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

PATH='' "$program" --version
PATH='' "$program" new
PATH='' "$program" check
PATH='' "$program" build --out site --base /x/ --site https://example.org
test -f site/index.html
for workflow in .github/workflows/publish.yml .gitlab-ci.yml; do
  grep -qF "SHA256: \"$2\"" "$workflow" || { echo "$workflow does not pin $2." >&2; exit 1; }
done
