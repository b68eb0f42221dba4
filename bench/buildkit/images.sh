#!/usr/bin/env bash
# Copyright 2026 The Build Hygiene Authors
# Licensed under the Apache License, Version 2.0. See LICENSE.
#
#   images.sh DIR      called by engine.sh
#
# Makes the base images that every recording stands on, where no image registry
# can be reached:
#
#   stand-in/golang:1.24, :1.27   Debian 13 with Go below /usr/local/go, git and
#                                 a C compiler, as the official golang image
#   stand-in/base:busybox         a shell, root and nonroot
#   stand-in/base:static          no shell, root and nonroot, certificates
#
# All trust the certificate authority in DIR/authority, made here for this
# machine only: recordings play the module proxy and the git hosts with it.
set -euo pipefail
dir=$1

make_authority() {
  mkdir -p "$dir/authority"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 \
    -subj '/CN=Recording authority' -addext 'keyUsage=critical,keyCertSign' \
    -keyout "$dir/authority/key.pem" -out "$dir/authority/certificate.pem" 2> /dev/null
}

make_debian() {
  debootstrap --variant=minbase --include=ca-certificates,curl,gcc,git,libc6-dev,make \
    trixie "$dir/debian.part" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" \
    > "$dir/debootstrap.log" 2>&1
  rm -rf "$dir"/debian.part/var/cache/apt/archives/*.deb \
    "$dir"/debian.part/var/lib/apt/lists/* "$dir"/debian.part/usr/share/{doc,man,locale}/*
  cat "$dir/authority/certificate.pem" >> "$dir/debian.part/etc/ssl/certs/ca-certificates.crt"
  mkdir -p "$dir/debian.part/go/bin"
  mv "$dir/debian.part" "$dir/debian"
}

# One tree from the two that Debian splits Go into (binaries, and sources that
# symbolic links lead to).
make_go() {
  local version=$1 tree=$dir/go-$1
  mkdir -p "$tree"
  for package in "$dir/packages/golang-$version"-*.deb; do dpkg -x "$package" "$tree"; done
  mkdir -p "$tree/flat/usr/local"
  cp -rL "$tree/usr/lib/go-$version" "$tree/flat/usr/local/go"
}

import_golang() {
  local version=$1
  tar --numeric-owner -c \
    -C "$dir/debian" . \
    -C "$dir/go-$version/flat" ./usr/local/go |
    docker import \
      -c 'ENV PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
      -c 'ENV GOPATH=/go' -c 'ENV GOTOOLCHAIN=local' -c 'WORKDIR /go' \
      - "stand-in/golang:$version" > /dev/null
}

make_bases() {
  local tree=$dir/bases applet
  mkdir -p "$tree"/{busybox/bin,static}
  for base in busybox static; do
    mkdir -p "$tree/$base"/{etc/ssl/certs,home/nonroot,tmp}
    cp "$dir/debian/etc/ssl/certs/ca-certificates.crt" "$tree/$base/etc/ssl/certs/"
    printf 'root:x:0:0:root:/root:/bin/sh\nnonroot:x:65532:65532:nonroot:/home/nonroot:/bin/sh\n' \
      > "$tree/$base/etc/passwd"
    printf 'root:x:0:\nnonroot:x:65532:\n' > "$tree/$base/etc/group"
  done
  mkdir -p "$tree/unpacked"
  dpkg -x "$dir"/packages/busybox-static*.deb "$tree/unpacked"
  find "$tree/unpacked" -name busybox -type f -perm -u+x -exec cp {} "$tree/busybox/bin/busybox" \;
  for applet in $("$tree/busybox/bin/busybox" --list); do
    [ "$applet" = busybox ] || ln -sfn busybox "$tree/busybox/bin/$applet"
  done
  tar --numeric-owner -C "$tree/busybox" -c . |
    docker import -c 'CMD ["sh"]' - stand-in/base:busybox > /dev/null
  tar --numeric-owner -C "$tree/static" -c . |
    docker import -c 'USER 65532' - stand-in/base:static > /dev/null
}

has_image() { docker image inspect "$1" > /dev/null 2>&1; }

[ -f "$dir/authority/certificate.pem" ] || make_authority
[ -d "$dir/debian" ] || make_debian
for version in 1.24 1.27; do
  [ -d "$dir/go-$version/flat" ] || make_go "$version"
  has_image "stand-in/golang:$version" || import_golang "$version"
done
has_image stand-in/base:static || make_bases
