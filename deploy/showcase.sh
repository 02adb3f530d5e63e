#!/bin/sh
# The command showcase with the settings of the service: copy it to /usr/local/bin/showcase.
#   showcase check
#   SITE=films showcase check      with those of the service showcase@films
set -eu

settings="${SETTINGS:-/etc/showcase}/showcase${SITE:+@$SITE}.env"
[ -r "$settings" ] || { echo "$settings: There are no such settings, or you may not read them" >&2; exit 1; }
set -a
# shellcheck source=deploy/showcase.env
. "$settings"
set +a
exec "${SHOWCASE_FOLDER:-/opt/showcase}/current/bin/showcase" "$@"
