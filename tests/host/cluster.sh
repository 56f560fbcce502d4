#!/usr/bin/env bash
# A real control plane: etcd (or kine on SQLite), kube-apiserver and, by PARTS, kube-controller-manager and kube-scheduler.
# usage: cluster.sh up DIR PORT | down DIR        up prints the admin's kubeconfig; ports PORT to PORT+4 are taken
# env: PARTS="etcd|kine apiserver kcm scheduler"  BIND=127.0.0.1  ADVERTISE=127.0.0.1  APISERVER_FLAGS  KCM_FLAGS
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/settings.sh"
command=$1 dir=$2 port=${3:-16443}
PARTS=${PARTS:-etcd apiserver kcm scheduler}

if [ "$command" = down ]; then
  for part in scheduler kcm apiserver etcd kine; do end "$dir/$part.pid"; done
  exit 0
fi
mkdir -p "$dir"
dir=$(cd "$dir" && pwd)
cd "$dir"

leaf() { # name subject [extension]
  openssl req -newkey rsa:2048 -nodes -keyout "$1.key" -subj "$2" -out "$1.csr" 2>/dev/null
  openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 3650 -out "$1.crt" \
    -extfile <(printf '%s' "${3:-basicConstraints=CA:FALSE}") 2>/dev/null
}

kubeconfig() { # name
  cat >"$1.kubeconfig" <<Y
apiVersion: v1
kind: Config
clusters: [{name: real, cluster: {server: "https://$ADVERTISE:$port", certificate-authority-data: $(base64 -w0 ca.crt)}}]
users: [{name: $1, user: {client-certificate-data: $(base64 -w0 "$1.crt"), client-key-data: $(base64 -w0 "$1.key")}}]
contexts: [{name: real, context: {cluster: real, user: $1}}]
current-context: real
Y
}

start() { # name command...
  local name=$1
  shift
  if [ -f "$name.pid" ] && kill -0 "$(cat "$name.pid")" 2>/dev/null; then return; fi
  nohup "$@" >"$name.log" 2>&1 </dev/null &
  echo $! >"$name.pid"
}

has() { [[ " $PARTS " == *" $1 "* ]]; }

ADVERTISE=${ADVERTISE:-127.0.0.1}
if [ ! -f ca.crt ]; then
  openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -subj /CN=real-ca -days 3650 -out ca.crt 2>/dev/null
  leaf apiserver /CN=kube-apiserver \
    "subjectAltName=DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc,IP:127.0.0.1,IP:10.96.0.1,IP:$ADVERTISE"
  leaf admin /O=system:masters/CN=admin
  leaf kcm /CN=system:kube-controller-manager
  leaf scheduler /CN=system:kube-scheduler
  openssl genrsa -out sa.key 2048 2>/dev/null
  openssl rsa -in sa.key -pubout -out sa.pub 2>/dev/null
fi
for user in admin kcm scheduler; do kubeconfig $user; done

if has etcd; then
  client=http://127.0.0.1:$((port + 1)) peer=http://127.0.0.1:$((port + 2))
  start etcd "$etcd/etcd" --data-dir "$dir/etcd" --listen-client-urls $client --advertise-client-urls $client \
    --listen-peer-urls $peer --initial-advertise-peer-urls $peer --initial-cluster default=$peer
fi
if has kine; then
  start kine "$kine/kine" --listen-address "127.0.0.1:$((port + 1))" --metrics-bind-address 0 \
    --endpoint "sqlite://$dir/kine.db?_journal=WAL&cache=shared&_busy_timeout=30000&_txlock=immediate"
fi
if has apiserver; then
  start apiserver "$kubernetes/kube-apiserver" --etcd-servers=http://127.0.0.1:$((port + 1)) --secure-port="$port" \
    --bind-address="${BIND:-127.0.0.1}" --advertise-address="$ADVERTISE" --endpoint-reconciler-type="${RECONCILER:-none}" \
    --tls-cert-file=apiserver.crt --tls-private-key-file=apiserver.key --client-ca-file=ca.crt \
    --authorization-mode="${AUTHORIZATION:-Node,RBAC}" --service-cluster-ip-range=10.96.0.0/16 --allow-privileged=true \
    --service-account-issuer=https://kubernetes.default.svc --service-account-key-file=sa.pub \
    --service-account-signing-key-file=sa.key --kubelet-preferred-address-types=InternalIP \
    --kubelet-client-certificate=admin.crt --kubelet-client-key=admin.key ${APISERVER_FLAGS:-}
  for _ in $(seq 300); do
    "$kubernetes/kubectl" --kubeconfig admin.kubeconfig get --raw /readyz >/dev/null 2>&1 && break
    sleep 0.1
  done
fi
if has kcm; then
  start kcm "$kubernetes/kube-controller-manager" --kubeconfig kcm.kubeconfig --authentication-kubeconfig kcm.kubeconfig \
    --authorization-kubeconfig kcm.kubeconfig --secure-port=$((port + 3)) --bind-address=127.0.0.1 \
    --service-account-private-key-file=sa.key --root-ca-file=ca.crt --cluster-signing-cert-file=ca.crt \
    --cluster-signing-key-file=ca.key --use-service-account-credentials ${KCM_FLAGS:-}
fi
if has scheduler; then
  start scheduler "$kubernetes/kube-scheduler" --kubeconfig scheduler.kubeconfig \
    --authentication-kubeconfig scheduler.kubeconfig --authorization-kubeconfig scheduler.kubeconfig \
    --secure-port=$((port + 4)) --bind-address=127.0.0.1
fi
echo "$dir/admin.kubeconfig"
