# Sourced by the other scripts: what images are made of, and where what is made is kept from one run to the next.
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
SERVICES=(apiserver controller-manager scheduler syncer dns broker)
# what a recording needs besides: the nodes of a simulated host
RECORDED_WITH=(simulated-node)
ALCOVE_IMAGE_CACHE=${ALCOVE_IMAGE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/alcove/images}
ALCOVE_IMAGE_PREFIX=${ALCOVE_IMAGE_PREFIX:-docker.io/alcove}
ALCOVE_IMAGE_TAG=${ALCOVE_IMAGE_TAG:-dev}

# One runtime for all services; the AOT cache is recorded with these flags and refused with others.
MODULES=java.base,java.instrument,java.logging,java.management,java.naming,java.net.http,java.security.jgss
MODULES+=,java.security.sasl,java.sql,java.xml,jdk.jfr,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs
JVM_FLAGS=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:-UsePerfData -Xms16m
  -XX:MaxDirectMemorySize=128m -XX:+ExitOnOutOfMemoryError
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

. "$repository/.mvn/find-jdk.sh"
runtime=$ALCOVE_IMAGE_CACHE/runtime-$(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release")-$(
  echo "$MODULES" | sha256sum | cut -c -8)
base=$ALCOVE_IMAGE_CACHE/base

# Made beside its place and moved there whole, so that a run that was ended leaves nothing half made.
make_once() { # folder command...
  local folder=$1
  shift
  [ -d "$folder" ] && return
  rm -rf "$folder.part" "$folder.tar"
  mkdir -p "$folder.part"
  "$@" "$folder.part"
  mv "$folder.part" "$folder"
}

# The flags of one service. What the API server does all day is worth the second compiler, which leaves memory behind
# that is to be given back, and its heap grows under load to what it may have; what the others do is not.
jvm_flags() { # service
  if [ "$1" = apiserver ]; then
    echo "${JVM_FLAGS[@]}" -XX:MaxRAMPercentage=40 -XX:TrimNativeHeapInterval=30000
  else
    echo "${JVM_FLAGS[@]}" -XX:MaxRAMPercentage=60 -XX:TieredStopAtLevel=1
  fi
}

# Where a service's AOT cache is kept: one for each content, runtime and set of flags.
aot_layer() { # service
  echo "$ALCOVE_IMAGE_CACHE/aot/$1-$( (cat "$ALCOVE_IMAGE_CACHE/stage/$1" && echo "$runtime" $(jvm_flags "$1")) | sha256sum | cut -c -16)"
}
