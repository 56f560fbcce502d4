#!/usr/bin/env bash
# Records the AOT cache of each service: a cluster of the staged services runs on loopback under the images' own JVM, is
# driven a little, ends, and what it had loaded and linked becomes SERVICE's app.aot.
# usage: record-aot.sh [service ...]       after stage.py; a service that did not change keeps its cache
# env: ALCOVE_IMAGE_CACHE  ALCOVE_RECORD_PORT=7440, the first of sixty ports
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/settings.sh"
[ $# -gt 0 ] || set -- "${SERVICES[@]}"
cache=$(cd "$ALCOVE_IMAGE_CACHE" && pwd)
port=${ALCOVE_RECORD_PORT:-7440}
work=$cache/recording
java=$runtime/opt/java/bin/java
WITHIN=90

todo=()
for service in "$@"; do [ -f "$(aot_layer "$service")/app/app.aot" ] || todo+=("$service"); done
[ ${#todo[@]} = 0 ] && exit 0

[ -f "$repository/cli/target/classes/io/alcove/cli/Main.class" ] ||
  "$repository/mvnw" -B -ntp -q package -DskipTests -f "$repository/pom.xml" -pl cli -am

alcove() { "$java" -XX:AOTMode=off "-Dalcove.repository=$work" -cp "$repository/cli/target/lib/*:$repository/cli/target/classes" io.alcove.cli.Main "$@"; }

# The JVM writes what it loaded when it ends, which may take longer than `alcove down` waits.
end() { # name
  local pid
  pid=$(cut -d ' ' -f 1 "$work/.alcove/run/$1")
  kill "$pid" 2>/dev/null || return 0
  for _ in $(seq $((WITHIN * 10))); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.1
  done
  kill -9 "$pid"
}

end_all() {
  local file
  for file in "$work"/.alcove/run/*; do [ ! -f "$file" ] || end "$(basename "$file")"; done
}

# The name of a service's process in a local cluster with a simulated host.
component() {
  case $1 in scheduler) echo host-scheduler ;; *) echo "$1" ;; esac
}

create() { # service
  local service=$1 pid layer
  pid=$(cut -d ' ' -f 1 "$work/.alcove/run/$(component "$service")")
  layer=$(aot_layer "$service")
  rm -rf "$cache/aot/$service"-*
  mkdir -p "$layer.part/app"
  "$java" $(jvm_flags "$service") -XX:AOTMode=create -XX:AOTConfiguration="$work/pid$pid.conf" \
    -XX:AOTCache="$layer.part/app/app.aot" -Xlog:disable -Xlog:aot=error:stderr \
    -jar "$cache/run/$service/app/quarkus-run.jar" >/dev/null
  [ -s "$layer.part/app/app.aot" ] || { echo "record-aot: no cache of $service" >&2; exit 1; }
  mv "$layer.part" "$layer"
}

rm -rf "$work"
mkdir -p "$work/services"
for folder in "$cache"/run/*; do
  mkdir -p "$work/services/$(basename "$folder")/target"
  ln -s "$folder/app" "$work/services/$(basename "$folder")/target/quarkus-app"
done
trap end_all EXIT
export JDK_JAVA_OPTIONS="-XX:+UseSerialGC -XX:AOTMode=record -XX:AOTConfiguration=$work/%p.conf -Xlog:aot*=off -Xlog:cds*=off"
# started again, it waits on for what came up too slowly: without a cache, and recording, all at once
for try in 1 2 3; do
  alcove up --port "$port" >>"$work/up.log" 2>&1 && break
  [ "$try" != 3 ] || { tail -n 20 "$work"/.alcove/logs/* "$work/up.log" >&2; exit 1; }
done
python3 "$here/drive.py" "$work/.alcove" "$port"
end_all
unset JDK_JAVA_OPTIONS
for service in "${todo[@]}"; do create "$service"; done
rm -rf "$work"
