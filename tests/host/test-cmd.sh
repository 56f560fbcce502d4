#!/usr/bin/env bash
# Runs Kubernetes' own test/cmd suites (kubectl at a server), read from its Go module, at any API server: one line a suite, then the score.
# usage: test-cmd.sh PORT OUTDIR [suite-regex]
# The server answers https://127.0.0.1:PORT and is run as upstream's harness runs its own: static token admin-token in group system:masters,
# --authorization-mode=RBAC,AlwaysAllow, ServiceAccount admission off, a controller manager, a Node object named 127.0.0.1.
# test-cmd.passing lists the suites that are known to pass at Alcove's; one of them that fails fails the run.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/settings.sh"
port=$1 out=$2 want=${3:-.}
source=$(go env GOMODCACHE)/k8s.io/kubernetes@v$KUBERNETES_VERSION
work=$ALCOVE_HOST_CACHE/test-cmd-$KUBERNETES_VERSION/kubernetes

if [ ! -d "$work/_output/bin" ]; then
  for dir in hack api test/cmd test/fixtures test/e2e/testing-manifests third_party/forked; do
    mkdir -p "$work/$(dirname $dir)"
    cp -r "$source/$dir" "$work/$dir"
  done
  cp "$source/go.mod" "$source/go.work" "$work/"
  chmod -R u+w "$work"
  find "$work" -name '*.sh' -exec chmod +x {} +
  mkdir -p "$work/_output/bin"
fi
ln -sf "$kubernetes/kubectl" "$work/_output/bin/kubectl"

rm -rf "$out"
mkdir -p "$out"
out=$(cd "$out" && pwd)
cd "$work"
suites=$(grep -oE 'record_command run_[A-Za-z_]+' test/cmd/legacy-script.sh | awk '{print $2}' \
  | grep -v '^run_kubectl_tests$' | sort -u | grep -E "$want")

# What a suite needs before it, as upstream's script prepares it, without starting servers.
prepared() { # suite
  cat <<Y
set +o nounset
cd "$work"
export SECURE_API_PORT=$port KUBE_TEMP=$out/tmp-$1 HOME=$out/tmp-$1 ALLOW_SKEW=true KUBE_CACHE_MUTATION_DETECTOR=true
mkdir -p \$KUBE_TEMP
source hack/lib/init.sh
source hack/lib/test.sh
source test/cmd/legacy-script.sh
record_command() { :; }
kube::etcd::start() { :; }; kube::etcd::cleanup() { :; }; make() { :; }
cleanup() { :; }; xargs() { cat >/dev/null; }
setup >/dev/null 2>&1
export SUPPORTED_RESOURCES=("*")
runTests >$out/$1.prepare.log 2>&1
kube_flags=( '-s' "https://127.0.0.1:$port" '--insecure-skip-tls-verify' )
kube_flags_without_token=( "\${kube_flags[@]}" )
kube_flags_with_token=( "\${kube_flags_without_token[@]}" '--token=admin-token' )
unset -f xargs
create_and_use_new_namespace >/dev/null 2>&1
set -o nounset -o errexit
$1
Y
}

pass=0 fail=0 broken=()
for suite in $suites; do
  prepared "$suite" >"$out/$suite.sh"
  began=$(date +%s)
  if timeout "${SUITE_SECONDS:-240}" bash -o errexit "$out/$suite.sh" >"$out/$suite.log" 2>&1; then
    result=pass
    pass=$((pass + 1))
  else
    result=FAIL
    fail=$((fail + 1))
    if grep -qx "$suite" "$here/test-cmd.passing"; then broken+=("$suite"); fi
  fi
  printf '%s %s %ss\n' $result "$suite" $(($(date +%s) - began)) | tee -a "$out/score"
done
echo "test-cmd: $pass passed, $fail failed of $((pass + fail))" | tee -a "$out/score"
if [ ${#broken[@]} -gt 0 ]; then
  echo "passed before: ${broken[*]}" >&2
  exit 1
fi
