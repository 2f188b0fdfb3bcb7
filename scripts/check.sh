#!/bin/sh
# What can be said of the package without running it, the quick before the slow; ends at the first tool that complains.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/node_modules/.bin:$PATH"

check() {
  echo "check: $*"
  "$@"
}

check biome check --error-on-warnings
# two packages bring a tsc, so each is called by its path
check node node_modules/typescript/bin/tsc -p .
check node node_modules/typescript-7/bin/tsc -p .
# what runs in a browser has its own settings
check node node_modules/typescript/bin/tsc -p test/site
check vue-tsc -p docs/.vitepress
check knip
check tsup --silent
check publint --strict
check attw --pack .
check size-limit
check typedoc
