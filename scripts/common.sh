# Sourced by the other scripts: stops on errors, goes to the root of the checkout, and holds what
# they share.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Every build uses these, so that no two of them rebuild each other's work.
build_flags=(--explicit-target-dependency-import-check error)

say() { printf '%s\n' "$*"; }
step() { printf '== %s\n' "$*"; }
fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# The Swift files git knows or would take in, each ended by a zero byte.
swift_files() {
  local file
  git ls-files -z --cached --others --exclude-standard -- '*.swift' \
    | while IFS= read -r -d '' file; do
      if [ -f "$file" ]; then printf '%s\0' "$file"; fi
    done
}

# swift build with the shared flags. A refused import is the first line of a long log that still ends
# in "Build complete!", so a failed build says once more which imports are not declared.
swift_build() {
  local status=0
  swift build "${build_flags[@]}" "$@" || status=$?
  if [ "$status" -ne 0 ]; then
    if command -v python3 >/dev/null; then scripts/imports >&2 || true; fi
    printf 'error: the build failed (exit %d)\n' "$status" >&2
    return "$status"
  fi
}
