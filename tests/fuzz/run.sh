#!/usr/bin/env bash
# Feeds every reader with damaged files, each for some seconds:
#   tests/fuzz/run.sh [SECONDS [TARGET..]]    20, and all, where nothing is said
# The last lines say how many files each was given. What breaks a reader stays in
# build/fuzz/found; then this ends with 1. MINGZHANG_PRESET is the preset with which
# the files to begin from are made.

set -euo pipefail
# shellcheck source=tools/setup.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../../tools/setup.sh"

seconds=${1:-20}
[ "$#" -eq 0 ] || shift
cd -- "$project_root"
install_missing "${build_packages[@]}" "${test_packages[@]}" "${fuzz_packages[@]}"
preset=${MINGZHANG_PRESET:-dev}
log=build/fuzz.log
say 'Building (fuzz) ...'
configure_preset "$preset"
configure_preset fuzz
{
    cmake --build "build/$preset" --target write_seeds
    cmake --build build/fuzz --target fuzzers
} >"$log" 2>&1 </dev/null || die_with_log 'Could not build (fuzz)' "$log"

seeds=build/fuzz/seeds
found=build/fuzz/found
rm -rf -- "$seeds"
mkdir -p "$seeds" "$found"
env QT_QPA_PLATFORM=offscreen "build/$preset/tests/write_seeds" "$seeds"
# Real reports, where they are.
if [ -d ../shared/reports ]; then
    for file in ../shared/reports/*.pdf; do cp -- "$file" "$seeds/pdf/"; done
    for file in ../shared/reports/*.txt; do cp -- "$file" "$seeds/text/"; done
fi
if command -v soffice >/dev/null; then
    scratch=$(mktemp -d)
    trap 'rm -rf -- "$scratch"' EXIT
    cp -- "$seeds/docx/part" "$scratch/part.docx"
    cp -- "$seeds/xlsx/part" "$scratch/part.xlsx"
    (
        cd -- "$scratch"
        soffice "-env:UserInstallation=file://$scratch/profile" --headless \
            --convert-to doc part.docx >/dev/null 2>&1 || true
        soffice "-env:UserInstallation=file://$scratch/profile" --headless \
            --convert-to xls part.xlsx >/dev/null 2>&1 || true
    )
    [ ! -f "$scratch/part.doc" ] || cp -- "$scratch/part.doc" "$seeds/doc/"
    [ ! -f "$scratch/part.xls" ] || cp -- "$scratch/part.xls" "$seeds/xls/"
fi

targets=("$@")
[ "${#targets[@]}" -gt 0 ] || targets=(doc docx html pdf text xls xlsx)
export ASAN_OPTIONS=malloc_context_size=6:detect_leaks=1
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
export seconds seeds found
status=0
# shellcheck disable=SC2016 # expanded by the inner shell
printf '%s\n' "${targets[@]}" | xargs -n 1 -P "$(nproc)" bash -c '
    mkdir -p "build/fuzz/corpus/$1"
    "build/fuzz/bin/fuzz_$1" "build/fuzz/corpus/$1" "$seeds/$1" -max_total_time="$seconds" \
        -timeout=30 -rss_limit_mb=3000 -artifact_prefix="$found/$1-" -print_final_stats=1 \
        >"build/fuzz/$1.log" 2>&1' fuzz || status=1
for target in "${targets[@]}"; do
    printf 'fuzz_%s: %s files in %s s\n' "$target" \
        "$(sed -n 's/^stat::number_of_executed_units: *//p' "build/fuzz/$target.log")" "$seconds"
done
if [ "$status" -ne 0 ]; then
    say "A reader broke: ${found}; the logs are build/fuzz/*.log"
    exit 1
fi
