#!/usr/bin/env bash
# Each layer includes only what stands below it, and nothing under model/ names
# a widget or a chart. Prints the lines that do, and fails.
#
# The linked libraries already stop most of this, but not <QtWidgets/QWidget>,
# nor a header of another layer, which needs no library to be found.

set -euo pipefail
export LC_ALL=C.UTF-8
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."

# Layers of one rank do not see each other.
layers='
0 model/domain
1 model/manuscript
1 model/narrative
1 model/totals
2 model/recognize
2 model/compose
2 model/checks
3 model/document
4 model/library
5 model/tables
6 views
7 app'

# The headers that Qt itself puts into its widget libraries. (Some of them are
# only forwarded there and belong to Qt Gui: those are named like "qaction.h".)
qt_headers=$(qmake6 -query QT_INSTALL_HEADERS) || {
    echo "qmake6 (package qt6-base-dev) is needed to know Qt's widget headers." >&2
    exit 1
}
widget_headers=$(
    for module in QtWidgets QtCharts QtPrintSupport QtSvgWidgets; do
        [ -d "$qt_headers/$module" ] || continue
        for header in "$qt_headers/$module"/[Qq]*; do
            name=${header##*/}
            [ -e "$qt_headers/QtGui/$name" ] || printf '%s ' "$name"
        done
    done
)
case " $widget_headers" in
*' QWidget '*) ;;
*)
    echo "Qt's widget headers are not where qmake6 says: $qt_headers" >&2
    exit 1
    ;;
esac

existing=()
for folder in model views app; do
    [ ! -d "$folder" ] || existing+=("$folder")
done

# file:line:text of every include of ours
includes=$(grep -rnE --include='*.cpp' --include='*.h' '^[[:space:]]*#[[:space:]]*include' \
    "${existing[@]}" || true)

offences=$(LAYERS=$layers WIDGETS=$widget_headers awk '
    BEGIN {
        count = split(ENVIRON["LAYERS"], words, /[ \n]+/)
        for (i = 1; i < count; ++i)
            if (words[i] ~ /^[0-9]+$/)
                rank[words[i + 1]] = words[i] + 0
        count = split(ENVIRON["WIDGETS"], words, " ")
        for (i = 1; i <= count; ++i)
            widget[words[i]] = 1
    }

    # "model/domain" of "model/domain/money.h", "views" of "views/grid/grid.h"
    function layerOf(path,    parts) {
        split(path, parts, "/")
        return parts[1] == "model" ? parts[1] "/" parts[2] : parts[1]
    }

    function offence(why) { print $0 "\n    " why }

    {
        file = $0
        sub(/:.*/, "", file)
        included = $0
        sub(/^[^#]*#[ \t]*include[ \t]*/, "", included)
        quoted = included ~ /^"/
        sub(/^[<"]/, "", included)
        sub(/[>"].*$/, "", included)

        layer = layerOf(file)
        if (!(layer in rank)) {
            offence(layer " is no layer that tools/check_includes.sh knows")
            next
        }

        if (included ~ /\.moc$/ || included ~ /^(moc|ui)_/) {
            offence("the static checks run before a build: no source includes what a build writes")
            next
        }

        if (included ~ /^(model|views|app)\//) {
            other = layerOf(included)
            if (!(other in rank))
                offence(other " is no layer that tools/check_includes.sh knows")
            else if (other != layer && rank[other] >= rank[layer])
                offence(layer " does not stand above " other)
            else if (file ~ /^app\/cli\// && (other == "views" || included ~ /^app\/gui\//))
                offence("the command line knows no window")
            next
        }

        if (quoted && (included ~ /^\.\.?\// || system("test -e \"" folderOf(file) included "\"") == 0)) {
            offence("write it from the project root: \"" folderOf(file) included "\"")
            next
        }

        if (file !~ /^(model|app\/cli)\//)
            next
        count = split(included, parts, "/")
        if (included ~ /^Qt(Widgets|Charts|PrintSupport|SvgWidgets)(\/|$)/ || parts[count] in widget)
            offence("nothing under " (layer == "app" ? "app/cli" : layer) "/ names a widget or a chart")
        else if (parts[count] ~ /^(QPainter|qpainter\.h)$/ && file !~ /^model\/manuscript\/writers\//)
            offence("here only a writer under model/ paints")
    }

    function folderOf(path) { sub(/[^\/]*$/, "", path); return path }
' <<<"$includes")

if [ -n "$offences" ]; then
    printf '%s\n' "$offences"
    exit 1
fi
