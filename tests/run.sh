#!/usr/bin/env bash
# Builds the tests and runs them without a screen; arguments go to ctest:
#   tests/run.sh                  every test
#   tests/run.sh -R money         those whose names contain "money"

set -euo pipefail
# shellcheck source=tools/setup.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/../tools/setup.sh"

install_missing "${build_packages[@]}" "${runtime_packages[@]}" "${test_packages[@]}"
build_preset dev
run_tests dev "$@"
