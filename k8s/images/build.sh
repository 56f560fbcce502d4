#!/usr/bin/env bash
# Builds the services' images as OCI archives, k8s/images/target/SERVICE.tar, with neither an engine nor a registry.
# usage: build.sh [service ...]      default: all; what is not packaged yet is packaged first
# env: ALCOVE_IMAGE_CACHE  ALCOVE_IMAGE_PREFIX=docker.io/alcove  ALCOVE_IMAGE_TAG=dev  ALCOVE_AOT=true
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/settings.sh"
[ $# -gt 0 ] || set -- "${SERVICES[@]}"
out=$here/target
mkdir -p "$out" "$ALCOVE_IMAGE_CACHE"
cache=$(cd "$ALCOVE_IMAGE_CACHE" && pwd)
# one at a time: the cache holds what one checkout consists of
exec 9>"$cache/lock"
flock 9

package() {
  local service
  for service in "${SERVICES[@]}" "${RECORDED_WITH[@]}"; do
    [ -f "$repository/services/$service/target/quarkus-app/quarkus-run.jar" ] && continue
    "$repository/mvnw" -B -ntp -q package -DskipTests -f "$repository/pom.xml" \
      -pl "$(printf "services/%s," "${SERVICES[@]}" "${RECORDED_WITH[@]}")cli" -am
    return
  done
}

image() { # service
  local service=$1 layers=(--layer "$base" --layer "$runtime") folder entrypoint=()
  while read -r folder; do layers+=(--layer "$folder"); done <"$cache/stage/$service"
  entrypoint=(/opt/java/bin/java $(jvm_flags "$service"))
  if [ "${ALCOVE_AOT:-true}" = true ]; then
    layers+=(--layer "$(aot_layer "$service")")
    entrypoint+=(-XX:AOTCache=/app/app.aot)
  fi
  python3 "$here/pack.py" "$out/$service.tar" "$ALCOVE_IMAGE_PREFIX/$service:$ALCOVE_IMAGE_TAG" \
    "${layers[@]}" --entrypoint "$(IFS=, && echo "${entrypoint[*]}"),-jar,/app/quarkus-run.jar" --user 65532:65532 --workdir /tmp
  echo "$out/$service.tar $ALCOVE_IMAGE_PREFIX/$service:$ALCOVE_IMAGE_TAG $(du -m "$out/$service.tar" | cut -f 1) MB"
}

package
make_once "$base" "$here/base.sh"
make_once "$runtime" "$here/runtime.sh"
python3 "$here/stage.py" "$repository" "$cache" "${SERVICES[@]}" "${RECORDED_WITH[@]}"
if [ "${ALCOVE_AOT:-true}" = true ]; then "$here/record-aot.sh" "$@" 9>&-; fi
for service in "$@"; do image "$service"; done
