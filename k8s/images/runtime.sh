#!/usr/bin/env bash
# The JDK 25 of this machine, cut down to the modules that the services use.     usage: runtime.sh FOLDER
set -euo pipefail
. "$(dirname "$0")/settings.sh"
mkdir -p "$1/opt"
"$JAVA_HOME/bin/jlink" --add-modules "$MODULES" --no-header-files --no-man-pages --compress zip-6 --output "$1/opt/java"
