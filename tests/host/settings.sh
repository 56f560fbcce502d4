# Sourced by the other scripts: versions, and where what they build is kept from one run to the next.
KUBERNETES_VERSION=${KUBERNETES_VERSION:-1.36.3}
OTHER_KUBERNETES_VERSIONS=${OTHER_KUBERNETES_VERSIONS-1.34.4 1.35.4 1.37.2}
ETCD_VERSION=${ETCD_VERSION:-3.6.16}
KINE_VERSION=${KINE_VERSION:-0.17.5}
CONTAINERD_VERSION=${CONTAINERD_VERSION:-2.1.6}
CNI_PLUGINS_VERSION=${CNI_PLUGINS_VERSION:-1.7.1}
COREDNS_VERSION=${COREDNS_VERSION:-1.15.0}
PAUSE_IMAGE=registry.k8s.io/pause:3.10.2
COREDNS_IMAGE=registry.k8s.io/coredns/coredns:v$COREDNS_VERSION

ALCOVE_HOST_CACHE=${ALCOVE_HOST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/alcove/host}
kubernetes=$ALCOVE_HOST_CACHE/kubernetes-$KUBERNETES_VERSION
etcd=$ALCOVE_HOST_CACHE/etcd-$ETCD_VERSION
kine=$ALCOVE_HOST_CACHE/kine-$KINE_VERSION
node=$ALCOVE_HOST_CACHE/node-$CONTAINERD_VERSION-$CNI_PLUGINS_VERSION
coredns=$ALCOVE_HOST_CACHE/coredns-$COREDNS_VERSION
images=$ALCOVE_HOST_CACHE/images
export GOFLAGS=-mod=mod CGO_ENABLED=0

# Ends the process of a pid file: asks first, then does not.
end() {
  [ -f "$1" ] || return 0
  local pid
  pid=$(cat "$1")
  kill "$pid" 2>/dev/null || true
  for _ in $(seq 50); do
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.2
  done
  kill -9 "$pid" 2>/dev/null || true
  rm -f "$1"
}
