#!/usr/bin/env bash
# Fails when a file of resources/translations does not fit the sources: a text
# without a finished translation, or a translation that no text needs any more.
# Prints these texts. Changes nothing in the project. Chinese needs every text,
# English (the language of the sources) its plurals only.

set -euo pipefail
export LC_ALL=C.UTF-8
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

lupdate=$(qmake6 -query QT_HOST_BINS)/lupdate || lupdate=
if [ ! -x "$lupdate" ]; then
    echo "lupdate (packages qt6-base-dev and qt6-l10n-tools) is needed to read the texts." >&2
    exit 1
fi

scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
check() # FILE OPTIONS...
{
    local ts=resources/translations/$1 faults
    shift
    if [ ! -f "$ts" ]; then
        echo "$ts does not exist." >&2
        return 1
    fi
    cp -- "$ts" "$scratch/updated.ts"
    # What no text needs any more stays in the copy, marked, so that it is found below.
    # Without "-I ." lupdate misses our headers, and with them the namespace of a class:
    # its context would be "Page" where tr() asks for "mz::Page", and never be found.
    if ! "$lupdate" "$@" -I . -locations none model views app -ts "$scratch/updated.ts" >"$scratch/log" 2>&1; then
        cat "$scratch/log" >&2
        exit 1
    fi

    faults=$(awk '
        BEGIN { RS = "</message>" }
        /<name>/ {
            context = $0
            sub(/^.*<name>/, "", context)
            sub(/<\/name>.*$/, "", context)
        }
        !/<message/ { next }
        {
            if (/<translation[^>]* type="(vanished|obsolete)"/)
                fault = "no longer used"
            else if (/<translation[^>]* type="unfinished"/)
                fault = "not finished"
            else if (/<translation[^>]*\/>/ || /<translation[^>]*>[ \t\n]*<\/translation>/ || !/<translation/)
                fault = "no translation"
            else if (/<numerusform[^>]*\/>/ || /<numerusform[^>]*>[ \t\n]*<\/numerusform>/)
                fault = "no translation"
            else
                next
            text = $0
            sub(/^.*<source>/, "", text)
            sub(/<\/source>.*$/, "", text)
            gsub(/&lt;/, "<", text)
            gsub(/&gt;/, ">", text)
            gsub(/&quot;/, "\"", text)
            gsub(/&apos;/, "\047", text)
            gsub(/&amp;/, "\\&", text)
            print "  " context ": " text "  (" fault ")"
        }
    ' "$scratch/updated.ts")

    if [ -n "$faults" ]; then
        printf '%s is not up to date:\n%s\n' "$ts" "$faults"
        printf 'To write the texts into it: %s\n' \
            "$lupdate $* -I . -no-obsolete -locations none model views app -ts $ts"
        exit 1
    fi
}

check mingzhang_zh_CN.ts
check mingzhang_en.ts -pluralonly
