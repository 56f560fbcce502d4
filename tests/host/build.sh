#!/usr/bin/env bash
# Builds what a real Kubernetes consists of, from Go modules and Debian packages. What is built stays in the cache.
# usage: build.sh [control-plane] [node] [kine] [apiserver] [minors]      default: the first two
# apiserver: no more than kube-apiserver, kubectl and etcd; minors: that of each of OTHER_KUBERNETES_VERSIONS
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/settings.sh"

packages() {
  local missing=()
  for package in "$@"; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
}

# A throw-away module that the named programs are tools of.
module() {
  cd "$(mktemp -d)"
  go mod init build >/dev/null 2>&1
  go mod edit -go=1.26.0
}

build_kubernetes() { # command...
  local v=$KUBERNETES_VERSION todo=() c gomod ld
  for c in "$@"; do [ -x "$kubernetes/$c" ] || todo+=("$c"); done
  [ ${#todo[@]} = 0 ] && return
  mkdir -p "$kubernetes"
  (
    module
    # the staging modules of k8s.io/kubernetes are published as k8s.io/X v0.<minor>
    gomod=$(go mod download -json "k8s.io/kubernetes@v$v" | sed -n 's/.*"GoMod": "\(.*\)",/\1/p')
    grep -oE '^	(k8s.io/[a-z0-9.-]+) => ./staging' "$gomod" | awk '{print $1}' | while read -r m; do
      go mod edit -replace "$m=$m@v0.${v#*.}"
    done
    go mod edit -require "k8s.io/kubernetes@v$v"
    for c in "${todo[@]}"; do go mod edit -tool "k8s.io/kubernetes/cmd/$c"; done
    go mod tidy -e >tidy.log 2>&1 || { tail -20 tidy.log; exit 1; }
    minor=${v#*.}
    base=k8s.io/component-base/version
    ld="-s -w -X $base.gitVersion=v$v -X $base.gitMajor=1 -X $base.gitMinor=${minor%%.*}"
    ld="$ld -X k8s.io/client-go/pkg/version.gitVersion=v$v"
    for c in "${todo[@]}"; do
      go build -trimpath -ldflags "$ld" -o "$kubernetes/$c" "k8s.io/kubernetes/cmd/$c"
    done
  )
}

build_module() { # package@version output [go build flags...]
  local package=${1%@*} version=${1#*@} output=$2
  shift 2
  [ -x "$output" ] && return
  mkdir -p "$(dirname "$output")"
  (
    module
    go get -tool "$package@$version" >get.log 2>&1 || { tail -5 get.log; exit 1; }
    go build -trimpath -ldflags "-s -w" "$@" -o "$output" "$package"
  )
}

# CoreDNS with no more than what a cluster's names need: all of its plugins bring the libraries of three clouds.
build_coredns() {
  [ -x "$coredns/coredns" ] && return
  mkdir -p "$coredns"
  (
    module
    {
      echo 'package main'
      echo 'import ('
      echo '"github.com/coredns/coredns/coremain"'
      printf '_ "github.com/coredns/coredns/plugin/%s"\n' cache errors health kubernetes ready
      echo ')'
      echo 'func main() { coremain.Run() }'
    } >main.go
    go get "github.com/coredns/coredns@v$COREDNS_VERSION" >get.log 2>&1 || { tail -5 get.log; exit 1; }
    go build -trimpath -ldflags "-s -w" -o "$coredns/coredns" .
  )
}

build_control_plane() {
  build_kubernetes kubectl kube-apiserver kube-controller-manager kube-scheduler
  build_module "go.etcd.io/etcd/server/v3@v$ETCD_VERSION" "$etcd/etcd"
}

# etcd's API on SQLite, for comparison; its driver is C.
build_kine() {
  packages gcc libc6-dev
  CGO_ENABLED=1 build_module "github.com/k3s-io/kine@v$KINE_VERSION" "$kine/kine"
}

build_apiserver() {
  build_kubernetes kubectl kube-apiserver
  build_module "go.etcd.io/etcd/server/v3@v$ETCD_VERSION" "$etcd/etcd"
}

build_minors() {
  local version
  for version in $OTHER_KUBERNETES_VERSIONS; do
    KUBERNETES_VERSION=$version "$here/build.sh" apiserver
  done
}

build_node() {
  packages runc iptables conntrack ethtool socat iproute2 gcc libc6-dev
  build_kubernetes kubelet kube-proxy
  local name
  for name in containerd containerd-shim-runc-v2 ctr; do
    build_module "github.com/containerd/containerd/v2/cmd/$name@v$CONTAINERD_VERSION" "$node/$name" \
      -tags no_btrfs,no_devmapper,no_zfs,no_aufs
  done
  for name in main/bridge ipam/host-local main/loopback meta/portmap; do
    build_module "github.com/containernetworking/plugins/plugins/$name@v$CNI_PLUGINS_VERSION" \
      "$node/cni/${name##*/}"
  done
  build_coredns
  build_images
}

# Three images are all that the tests run beside Alcove's own: pause, a busybox that serves and asks, and CoreDNS.
build_images() {
  [ -f "$images/coredns.tar" ] && return
  mkdir -p "$images"
  local root
  root=$(mktemp -d)
  cat >"$root/pause.c" <<'C'
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
static void stop(int s) { _exit(0); }
static void reap(int s) { while (waitpid(-1, 0, WNOHANG) > 0); }
int main() {
  signal(SIGINT, stop);
  signal(SIGTERM, stop);
  signal(SIGCHLD, reap);
  for (;;) pause();
}
C
  mkdir -p "$root/pause" "$root/coredns" "$root"/busybox/{bin,etc,tmp,root,proc,sys,dev,var/run,var/www,usr/bin,usr/sbin,sbin}
  gcc -static -O2 -o "$root/pause/pause" "$root/pause.c"
  chmod 1777 "$root/busybox/tmp"
  cp "$coredns/coredns" "$root/coredns/coredns"
  # the dynamic one: a static C library looks no names up
  (cd "$root" && apt-get -qq download busybox libc6 2>/dev/null)
  for deb in "$root"/*.deb; do dpkg-deb -x "$deb" "$root/busybox"; done
  rm -rf "$root"/busybox/usr/{share,lib} "$root"/busybox/lib/*/gconv
  for name in $("$root/busybox/bin/busybox" --list); do
    [ "$name" = busybox ] || ln -s busybox "$root/busybox/bin/$name"
  done
  printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n' >"$root/busybox/etc/passwd"
  printf 'root:x:0:\nnogroup:x:65534:\n' >"$root/busybox/etc/group"
  local pack=$here/../../k8s/images/pack.py
  python3 "$pack" "$images/pause.tar" "$PAUSE_IMAGE" --layer "$root/pause" --entrypoint /pause
  python3 "$pack" "$images/busybox.tar" docker.io/library/busybox:latest --layer "$root/busybox" --cmd sh
  python3 "$pack" "$images/coredns.tar" "$COREDNS_IMAGE" --layer "$root/coredns" --entrypoint /coredns --user 65532
  rm -rf "$root"
}

[ $# -gt 0 ] || set -- control-plane node
for part in "$@"; do
  case $part in
    control-plane) build_control_plane ;;
    node) build_node ;;
    apiserver) build_apiserver ;;
    minors) build_minors ;;
    kine) build_kine ;;
    *) echo "unknown part: $part" >&2; exit 2 ;;
  esac
done
