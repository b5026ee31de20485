#!/usr/bin/env bash
# Builds Mingzhang and opens a report.

set -euo pipefail
# shellcheck source=tools/setup.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../tools/setup.sh"

usage='usage: app/run.sh [FILE] | app/run.sh --build'
bin=$project_root/build/release/bin
picture=$project_root/build/mingzhang.png
build_only=no
file=$project_root/resources/samples/huaihua-2023.mzr

if [ $# -gt 1 ]; then
    say "$usage"
    exit 2
fi
case ${1-} in
--build) build_only=yes ;;
-h | --help)
    printf '%s\n' "$usage"
    exit 0
    ;;
-*)
    say "$usage"
    exit 2
    ;;
?*) file=$(realpath -m -- "$1") ;;
esac
# Before the build, which may take minutes.
if [ "$build_only" = no ] && [ ! -r "$file" ]; then
    say "Cannot read $file"
    exit 2
fi

install_missing "${build_packages[@]}" "${runtime_packages[@]}"
build_preset release

if [ "$build_only" = yes ]; then
    printf '%s\n' "$bin"
    exit 0
fi

if [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    exec "$bin/mingzhang" "$file"
fi

echo "No display here: instead of the window, a picture of it and the report as text."
scratch=$(mktemp -d) # Qt warns when XDG_RUNTIME_DIR is not set
trap 'rm -rf -- "$scratch"' EXIT
# shellcheck disable=SC2031 # what it was in a test run does not matter here
export XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$scratch}
QT_QPA_PLATFORM=offscreen "$bin/mingzhang" --picture "$picture" "$file" \
    || die "The picture of the window could not be made."

status=0
commands=$("$bin/mingzhang-cli" --help)
if grep -q '^ *check' <<<"$commands"; then
    "$bin/mingzhang-cli" check "$file" || status=$?
    # 1 says that the report has findings: no failure of the program.
    [ "$status" -ne 1 ] || status=0
else
    "$bin/mingzhang-cli" show "$file" || status=$?
fi
echo "The picture: $picture"
exit "$status"
