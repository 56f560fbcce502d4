#!/usr/bin/env bash
# A real Kubernetes with one real node (containerd, kubelet, kube-proxy) in a network namespace of its own, 10.99.0.2.
# usage: node.sh up DIR [IMAGE.tar ...] | down DIR | import DIR IMAGE.tar ...
# up prints the admin's kubeconfig, whose server is reached from this machine at 10.99.0.2.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/settings.sh"
command=$1 dir=$2
shift 2
netns=alcove-host address=10.99.0.2 gateway=10.99.0.1

inside() { nsenter --net=/run/netns/$netns "$@"; }
ctr() { "$node/ctr" -a "$dir/containerd.sock" -n k8s.io "$@"; }

import() {
  for image in "$@"; do ctr images import "$image" >/dev/null; done
}

if [ "$command" = import ]; then
  dir=$(cd "$dir" && pwd)
  import "$@"
  exit 0
fi

if [ "$command" = down ]; then
  [ -d "$dir" ] || exit 0
  dir=$(cd "$dir" && pwd)
  end "$dir/kubelet.pid"
  end "$dir/kube-proxy.pid"
  if [ -S "$dir/containerd.sock" ]; then
    for task in $(ctr tasks ls -q 2>/dev/null); do ctr tasks kill -s KILL "$task" >/dev/null 2>&1 || true; done
  fi
  "$here/cluster.sh" down "$dir"
  end "$dir/containerd.pid"
  # the shims outlive containerd; each names its socket, which only ours has
  for shim in $(pgrep -f -- "-address $dir/containerd.sock"); do kill -9 "$shim" 2>/dev/null || true; done
  sleep 1
  mount | awk -v d="$dir/" 'index($3, d) == 1 {print $3}' | sort -r | while read -r m; do umount -l "$m" 2>/dev/null || true; done
  ip link del alcove1 2>/dev/null || true
  ip netns del $netns 2>/dev/null || true
  rm -f /run/$netns
  # those of pods that were not asked to end
  if [ -f "$dir/netns-before" ]; then
    ip netns list | awk '/^cni-/ {print $1}' | grep -vxFf "$dir/netns-before" | while read -r n; do ip netns del "$n" || true; done
  fi
  exit 0
fi

if [ -f /run/$netns ] && [ "$(cat /run/$netns)" != "$(realpath -m "$dir")" ] && kill -0 "$(cat "$(cat /run/$netns)/kubelet.pid")" 2>/dev/null; then
  echo "a real host runs already: end it by node.sh down $(cat /run/$netns)" >&2
  exit 1
fi
more=()
for image in "$@"; do more+=("$(realpath "$image")"); done
mkdir -p "$dir/cni"
dir=$(cd "$dir" && pwd)
cd "$dir"
echo "$dir" >/run/$netns

[ -f netns-before ] || { echo none && ip netns list | awk '/^cni-/ {print $1}'; } >netns-before
[ -e /run/netns/$netns ] || ip netns add $netns
inside ip link set lo up
if ! inside ip link show alcove0 >/dev/null 2>&1; then
  ip link add alcove1 type veth peer name alcove0
  ip link set alcove0 netns $netns
  ip addr add $gateway/24 dev alcove1
  ip link set alcove1 up
  inside ip addr add $address/24 dev alcove0
  inside ip link set alcove0 up
  inside ip route add default via $gateway
fi
inside sysctl -qw net.ipv4.ip_forward=1 net.bridge.bridge-nf-call-iptables=1 net.ipv4.conf.all.route_localnet=1 || true
for table in filter nat; do inside iptables -t $table -L >/dev/null; done

cat >containerd.toml <<T
version = 3
root = "$dir/containerd/root"
state = "$dir/containerd/state"
disabled_plugins = ["io.containerd.nri.v1.nri"]
[grpc]
  address = "$dir/containerd.sock"
[ttrpc]
  address = "$dir/containerd.ttrpc.sock"
[plugins."io.containerd.cri.v1.images".pinned_images]
  sandbox = "$PAUSE_IMAGE"
[plugins."io.containerd.cri.v1.runtime"]
  enable_unprivileged_ports = true
  disable_apparmor = true
  restrict_oom_score_adj = true
[plugins."io.containerd.cri.v1.runtime".cni]
  bin_dirs = ["$node/cni"]
  conf_dir = "$dir/cni"
[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"
T
cat >cni/10-alcove.conflist <<C
{"cniVersion": "1.0.0", "name": "alcove", "plugins": [
  {"type": "bridge", "bridge": "cni0", "isGateway": true, "ipMasq": true, "hairpinMode": true,
   "ipam": {"type": "host-local", "ranges": [[{"subnet": "10.244.0.0/24"}]], "routes": [{"dst": "0.0.0.0/0"}]}},
  {"type": "portmap", "capabilities": {"portMappings": true}}]}
C
echo 'nameserver 10.96.0.10' >resolv.conf

export PATH=$node:$PATH
nohup nsenter --net=/run/netns/$netns "$node/containerd" -c containerd.toml >containerd.log 2>&1 </dev/null &
echo $! >containerd.pid
for _ in $(seq 50); do
  ctr version >/dev/null 2>&1 && break
  sleep 0.2
done
import "$images"/*.tar ${more[@]+"${more[@]}"}

RECONCILER=lease ADVERTISE=$address BIND=0.0.0.0 KCM_FLAGS="--allocate-node-cidrs=true --cluster-cidr=10.244.0.0/16" \
  inside "$here/cluster.sh" up "$dir" 16443 >/dev/null

if [ ! -f kubelet.crt ]; then
  openssl req -newkey rsa:2048 -nodes -keyout kubelet.key -subj /O=system:nodes/CN=system:node:alcove-node -out kubelet.csr 2>/dev/null
  openssl x509 -req -in kubelet.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 3650 -out kubelet.crt \
    -extfile <(printf 'subjectAltName=IP:%s,DNS:alcove-node' $address) 2>/dev/null
fi
sed -e "s#client-certificate-data: [^,}]*#client-certificate-data: $(base64 -w0 kubelet.crt)#" \
  -e "s#client-key-data: [^,}]*#client-key-data: $(base64 -w0 kubelet.key)#" admin.kubeconfig >kubelet.kubeconfig
cat >kubelet.yaml <<Y
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: $address
authentication: {anonymous: {enabled: false}, webhook: {enabled: true}, x509: {clientCAFile: $dir/ca.crt}}
authorization: {mode: Webhook}
cgroupDriver: cgroupfs
cgroupRoot: /alcove-host
cgroupsPerQOS: true
enforceNodeAllocatable: []
failCgroupV1: false
failSwapOn: false
clusterDNS: [10.96.0.10]
clusterDomain: cluster.local
resolvConf: $dir/resolv.conf
containerRuntimeEndpoint: unix://$dir/containerd.sock
tlsCertFile: $dir/kubelet.crt
tlsPrivateKeyFile: $dir/kubelet.key
evictionHard: {memory.available: 100Mi, nodefs.available: 1%}
imageGCHighThresholdPercent: 100
syncFrequency: 5s
maxPods: 200
Y
for controller in /sys/fs/cgroup/*/; do
  case $controller in */unified/) ;; *) mkdir -p "$controller/alcove-host" 2>/dev/null || true ;; esac
done
for file in cpus mems; do
  cat /sys/fs/cgroup/cpuset/cpuset.$file >/sys/fs/cgroup/cpuset/alcove-host/cpuset.$file 2>/dev/null || true
done
nohup nsenter --net=/run/netns/$netns "$kubernetes/kubelet" --kubeconfig kubelet.kubeconfig --config kubelet.yaml \
  --hostname-override alcove-node --node-ip $address --root-dir "$dir/kubelet" >kubelet.log 2>&1 </dev/null &
echo $! >kubelet.pid
nohup nsenter --net=/run/netns/$netns "$kubernetes/kube-proxy" --kubeconfig admin.kubeconfig --proxy-mode iptables \
  --cluster-cidr 10.244.0.0/16 --hostname-override alcove-node --conntrack-max-per-core 0 \
  --conntrack-tcp-timeout-established 0 --conntrack-tcp-timeout-close-wait 0 --metrics-bind-address 127.0.0.1:10249 \
  --healthz-bind-address 127.0.0.1:10256 >kube-proxy.log 2>&1 </dev/null &
echo $! >kube-proxy.pid
for _ in $(seq 300); do
  "$kubernetes/kubectl" --kubeconfig admin.kubeconfig wait --for=condition=Ready node/alcove-node --timeout=1s >/dev/null 2>&1 && break
  sleep 0.2
done

# volumes that are taken once each: there is nobody who would make them on demand
volume() { # number
  mkdir -p "$dir/volumes/$1"
  cat <<Y
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: volume-$1}
spec:
  capacity: {storage: 10Gi}
  accessModes: [ReadWriteOnce]
  persistentVolumeReclaimPolicy: Retain
  local: {path: "$dir/volumes/$1"}
  nodeAffinity:
    required:
      nodeSelectorTerms:
        - matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [alcove-node]}]
Y
}
{
  sed "s#image: IMAGE#image: $COREDNS_IMAGE#" "$here/dns.yaml"
  for number in 1 2 3 4 5 6; do volume $number; done
} | "$kubernetes/kubectl" --kubeconfig admin.kubeconfig apply -f - >/dev/null
"$kubernetes/kubectl" --kubeconfig admin.kubeconfig -n kube-system rollout status deployment/coredns --timeout=60s >/dev/null
echo "$dir/admin.kubeconfig"
