#!/bin/sh
# Installs a version of the showcase beside the one that runs, and changes to it, or goes back to the one before:
#   /opt/showcase/source/deploy/update.sh             the newest
#   /opt/showcase/source/deploy/update.sh v1.2.0      a tag, a branch or a commit
#   /opt/showcase/source/deploy/update.sh --anyway    although showcase check finds errors: those videos stay as they are
#   /opt/showcase/source/deploy/update.sh --back      the one that ran before
#
# Each version has a folder in /opt/showcase/versions; "current" and "previous" are links to two of them. If the
# new one does not start, the one before goes on. A script is read while it runs, and this one changes itself:
# so all of it is in functions.
set -eu

source=$(cd "$(dirname "$0")/.." && pwd -P)
base=$(dirname "$source")
settings=${SETTINGS:-/etc/showcase}

say() { echo "$*" >&2; }

fetch() {
    [ -e "$source/.git" ] || return 0
    if [ -n "$1" ]; then
        git -C "$source" fetch --quiet --tags
        git -C "$source" checkout --quiet "$1"
    elif git -C "$source" rev-parse --quiet --verify '@{upstream}' >/dev/null 2>&1; then
        git -C "$source" pull --quiet --ff-only
    fi
}

version_name() {
    git -C "$source" describe --tags --always 2>/dev/null ||
        sed -n 's/^__version__ = "\(.*\)"$/\1/p' "$source/showcase/__init__.py"
}

# What was stopped halfway is made again.
build() {
    [ -e "$1/complete" ] && return 0
    rm -rf "$1"
    say "Installing $(basename "$1") ..."
    python3 -m venv "$1"
    "$1/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r "$source/requirements.txt"
    "$1/bin/pip" install --quiet --disable-pip-version-check --no-deps "$source"
    touch "$1/complete"
}

# Every site has a file of settings.
check() {
    for file in "$settings"/showcase*.env; do
        [ -e "$file" ] || continue
        # shellcheck source=deploy/showcase.env
        (set -a && . "$file" && set +a && "$1/bin/showcase" check >&2) || return 1
    done
}

# A link is replaced at once: who starts the showcase meanwhile gets the one version or the other.
link() {
    ln -sfn "$1" "$base/$2.new"
    mv -T "$base/$2.new" "$base/$2"
}

restart() {
    command -v systemctl >/dev/null || return 0
    for unit in $(systemctl list-units --plain --no-legend --all 'showcase.service' 'showcase@*.service' | cut -d ' ' -f 1); do
        systemctl restart "$unit" || return 1
    done
}

# Changes to a version; when it does not start, changes back and fails.
change_to() {
    before=$(readlink "$base/current" || true)
    if [ "$before" != "$1" ]; then
        [ -z "$before" ] || link "$before" previous
        link "$1" current
    fi
    if restart; then
        say "This is $(basename "$1")."
        return 0
    fi
    if [ -z "$before" ] || [ "$before" = "$1" ]; then
        say "It does not start: journalctl -u showcase says why"
        return 1
    fi
    link "$before" current
    link "$1" previous
    say "$(basename "$1") does not start (journalctl -u showcase says why): $(basename "$before") goes on"
    restart || true
    return 1
}

remove_others() {
    for folder in "$base"/versions/*; do
        case "$folder" in
        "$(readlink "$base/current")" | "$(readlink "$base/previous" || true)") ;;
        *) rm -rf "$folder" ;;
        esac
    done
}

go_back() {
    previous=$(readlink "$base/previous") || { say "There is no version before this one"; return 1; }
    change_to "$previous"
}

update() {
    anyway=
    [ "${1:-}" = --anyway ] && { anyway=yes; shift; }
    fetch "${1:-}"
    new="$base/versions/$(version_name)"
    build "$new"
    if ! check "$new" && [ -z "$anyway" ]; then
        say "Nothing is changed: mend the errors above, or give --anyway to leave those videos as they are"
        return 1
    fi
    change_to "$new"
    remove_others
}

main() {
    if [ "${1:-}" = --back ]; then go_back; else update "$@"; fi
}

main "$@"
exit
