#!/usr/bin/env bash
# Builds the tests and runs them without a screen; arguments go to ctest:
#   tests/run.sh                  every test
#   tests/run.sh -R money         those whose names contain "money"
# MINGZHANG_PRESET=asan does so with the sanitizers.

set -euo pipefail
# shellcheck source=tools/setup.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../tools/setup.sh"

install_missing "${build_packages[@]}" "${runtime_packages[@]}" "${test_packages[@]}"
preset=${MINGZHANG_PRESET:-dev}
build_preset "$preset"
run_tests "$preset" "$@"
