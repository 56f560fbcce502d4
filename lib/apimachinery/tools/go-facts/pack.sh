#!/usr/bin/env bash
# Writes the facts of a Kubernetes version's Go types into DIR/{schema,protobuf,printing}/<minor>.tsv.
# usage: pack.sh VERSION DIR        e.g. 1.37.2 /tmp/go-facts; needs Go and a module proxy
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
version=$1
mkdir -p "$2"
out=$(cd "$2" && pwd)
export GOFLAGS=-mod=mod CGO_ENABLED=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/*.go "$work"
cd "$work"
go mod init go-facts >/dev/null 2>&1
go mod edit -go=1.26.0
# the staging modules of k8s.io/kubernetes are published as k8s.io/X v0.<minor>
gomod=$(go mod download -json "k8s.io/kubernetes@v$version" | sed -n 's/.*"GoMod": "\(.*\)",/\1/p')
grep -oE '^	(k8s.io/[a-z0-9.-]+) => ./staging' "$gomod" | awk '{print $1}' | while read -r module; do
  go mod edit -replace "$module=$module@v0.${version#*.}"
done
go mod edit -require "k8s.io/kubernetes@v$version"
go mod tidy -e >tidy.log 2>&1 || { tail -20 tidy.log >&2; exit 1; }
go build -trimpath -o go-facts .
minor=${version#*.}
./go-facts "1.${minor%%.*}" "$out"
