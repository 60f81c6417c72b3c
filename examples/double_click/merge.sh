#!/bin/sh
cd "$(dirname "$0")" && chronolator=${CHRONOLATOR:-$HOME/Chronolator}
[ -x "$chronolator/.venv/bin/chron" ] || { python3 -m venv "$chronolator/.venv" && "$chronolator/.venv/bin/pip" install --quiet "$chronolator"; }
"$chronolator/.venv/bin/chron" merge
