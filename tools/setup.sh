# shellcheck shell=bash disable=SC2034 # the lists are for the scripts that source this one
# What app/run.sh, tests/run.sh and .ci/run have in common: the packages, the
# build of a preset, the test run. To be sourced, not run.

set -euo pipefail

build_packages=(
    g++ cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-charts-dev qt6-svg-dev
    libqt6opengl6-dev # Qt Charts needs it, but its package only recommends it
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    libzip-dev libxml2-dev libgsf-1-dev libpoppler-private-dev
)
runtime_packages=(
    poppler-data libqt6svg6 qt6-translations-l10n fonts-noto-cjk breeze-icon-theme
)
test_packages=(librapidcheck-dev)
fuzz_packages=(clang)
peer_packages=(libreoffice-calc libreoffice-writer python3-docx python3-openpyxl qpdf)
ci_packages=(clang-format clang-tidy)

project_root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
# What was compiled in one folder serves in another one.
export CCACHE_BASEDIR=$project_root CCACHE_NOHASHDIR=1

# All that is said here goes to standard error: standard output belongs to the caller.
say() { printf '%s\n' "$*" >&2; }

die()
{
    say "$*"
    exit 1
}

# The end of a log, where the cause of a failure usually stands.
die_with_log() # MESSAGE LOG
{
    say "$1; the whole log: ${2#"$project_root"/}"
    tail -n 15 -- "$2" >&2
    exit 1
}

missing_packages() # PACKAGE...
{
    local installed package
    # dpkg-query fails when it does not know one of them; the others are printed all the same.
    # shellcheck disable=SC2016 # the dollar signs are dpkg-query's
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        grep -qxF "installed $package" <<<"$installed" || printf '%s\n' "$package"
    done
}

# Calls apt only when a package is missing, so that nothing here needs a network afterwards.
install_missing() # PACKAGE...
{
    local missing log="$project_root/build/install.log" as_root=()
    command -v dpkg-query >/dev/null \
        || die "This set-up is made for Debian 12; elsewhere install the like of: $*"
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0

    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null \
            || die "These packages are missing, and root is needed to install them: ${missing[*]}"
        as_root=(sudo)
    fi
    say "Installing: ${missing[*]}"
    mkdir -p "$project_root/build"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y)
    # A stale list may still name the right files, so only the installation decides.
    "${apt[@]}" update >"$log" 2>&1 </dev/null || true
    "${apt[@]}" install --no-install-recommends "${missing[@]}" >>"$log" 2>&1 </dev/null \
        || die_with_log "Could not install: ${missing[*]}" "$log"
}

# Configures one preset, without a build.
configure_preset() # PRESET
{
    local log="$project_root/build/$1.log"
    mkdir -p "$project_root/build"
    (
        cd -- "$project_root"
        cmake --preset "$1" >"$log" 2>&1 </dev/null \
            || die_with_log "Could not configure the $1 build" "$log"
    )
}

# Configures and builds one preset; its output goes to build/<preset>.log.
build_preset() # PRESET
{
    local preset=$1 log="$project_root/build/$1.log" cache="$project_root/build/$1/CMakeCache.txt"
    local fresh=()
    mkdir -p "$project_root/build"
    (
        # Two builds in one folder would spoil each other.
        flock 9
        cd -- "$project_root"
        # A moved project: CMake refuses a cache that names another folder.
        if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$project_root" "$cache"; then
            fresh=(--fresh)
        fi
        say "Building ($preset) ..."
        cmake --preset "$preset" "${fresh[@]}" >"$log" 2>&1 </dev/null \
            || die_with_log "Could not configure the $preset build" "$log"
        cmake --build "build/$preset" >>"$log" 2>&1 </dev/null \
            || die_with_log "Could not build ($preset)" "$log"
    ) 9>"$project_root/build/.lock"
}

# Runs the tests of one preset without a screen and away from the user's own settings.
# The last lines of output are ctest's summary, the exit status is ctest's.
run_tests() # PRESET [CTEST ARGUMENT...]
{
    local preset=$1
    shift
    (
        scratch=$(mktemp -d)
        trap 'rm -rf -- "$scratch"' EXIT
        mkdir -m 700 "$scratch"/{runtime,config,data,state}
        unset LC_ALL LANGUAGE DISPLAY WAYLAND_DISPLAY
        export LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen
        export XDG_RUNTIME_DIR=$scratch/runtime XDG_CONFIG_HOME=$scratch/config
        export XDG_DATA_HOME=$scratch/data XDG_STATE_HOME=$scratch/state
        # Undefined behaviour is only printed unless it is made an error.
        export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
        # A short trace of each allocation: they are what takes most of the time.
        export ASAN_OPTIONS=malloc_context_size=6
        cd -- "$project_root"
        # A forgotten modal dialog waits for ever: hence the time limit.
        ctest --test-dir "build/$preset" --output-on-failure --no-tests=error --timeout 300 -j2 "$@"
    )
}
