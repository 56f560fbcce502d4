#!/usr/bin/env bash
# The root that the services stand on, from Debian's packages: the C and C++ libraries, certificates, time zones; no shell.
# usage: base.sh FOLDER      (an empty one)
set -euo pipefail
root=$(cd "$1" && pwd)
PACKAGES=(base-files ca-certificates libc6 libgcc-s1 libstdc++6 tzdata zlib1g)

debs=$(mktemp -d)
trap 'rm -rf "$debs"' EXIT
chmod 755 "$debs"
(cd "$debs" && apt-get -qq download "${PACKAGES[@]}" 2>/dev/null) || {
  apt-get update -qq >/dev/null
  (cd "$debs" && apt-get -qq download "${PACKAGES[@]}")
}
mkdir -p "$root/var/lib/dpkg/status.d"
for deb in "$debs"/*.deb; do
  dpkg-deb -x "$deb" "$root"
  # where scanners look for what a root without a package manager consists of
  dpkg-deb -f "$deb" >"$root/var/lib/dpkg/status.d/$(dpkg-deb -f "$deb" Package)"
done
cd "$root"
find usr/share/ca-certificates -name '*.crt' | LC_ALL=C sort | xargs cat >etc/ssl/certs/ca-certificates.crt
rm -rf usr/share/{bash-completion,bug,ca-certificates,base-files,doc-base,info,lintian,locale,man,perl5,pixmaps}
rm -rf usr/share/zoneinfo/{right,posix} usr/share/{dict,gcc} usr/share/gdb usr/sbin usr/bin sbin bin
rm -rf lib/*/gconv usr/lib/*/gconv etc/{update-motd.d,ca-certificates,ca-certificates.conf,profile.d,motd,issue*,default}
find usr/share/doc -type f ! -name copyright -delete
find usr/share/doc -type d -empty -delete
mkdir -p app tmp
chmod 1777 tmp
printf 'root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/tmp:/sbin/nologin\n' >etc/passwd
printf 'root:x:0:\nnonroot:x:65532:\n' >etc/group
echo 'hosts: files dns' >etc/nsswitch.conf
