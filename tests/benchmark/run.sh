#!/usr/bin/env bash
# Builds what is not built, and measures Alcove's API server and kube-apiserver on etcd and on kine side by side.
# usage: run.sh [--servers=alcove,etcd,kine] [--rows=create,get,...] [--runs=5] [--warm-ups=2] [--scale=1] [--pods=5000] [--port=16500]
# env: ALCOVE_JAVA_FLAGS, in place of those of the image in a container of 768 MiB, as k8s/base limits it
set -euo pipefail
. "$(dirname "$0")/../../k8s/images/settings.sh"
export ALCOVE_JAVA_FLAGS=${ALCOVE_JAVA_FLAGS-"$(echo $(jvm_flags apiserver)) -XX:MaxRAM=768m"}
"$repository/tests/host/build.sh" control-plane kine
"$repository/mvnw" -B -ntp -q -f "$repository/pom.xml" package -DskipTests -pl services/apiserver,tests/benchmark -am
exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m \
  -cp "$repository/tests/benchmark/target/classes:$repository/tests/benchmark/target/lib/*" \
  io.alcove.benchmark.Benchmark --repository="$repository" "$@"
