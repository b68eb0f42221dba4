#!/usr/bin/env bash
# Copyright 2026 The Build Hygiene Authors
# Licensed under the Apache License, Version 2.0. See LICENSE.
#
#   modules.sh DIR      after `engine.sh up DIR`, or with GOROOT set
#
# Fills DIR/modules, a folder in the layout of a module proxy, with the real
# modules that the examples need. The sources are the upstream archives that
# Debian keeps; ../go-modules packs them. Their go.sum lines, printed to
# DIR/modules.sum, are those that the public checksum database has.
set -euo pipefail
dir=$1
here=$(cd "$(dirname "$0")" && pwd)
[ ! -f "$dir/modules/complete" ] || exit 0

# MODULE@VERSION, and Debian's source package with its version.
modules='
github.com/go-chi/chi/v5@v5.3.0   golang-github-go-chi-chi    5.3.0
github.com/google/uuid@v1.6.0     golang-github-google-uuid   1.6.0
github.com/gorilla/mux@v1.8.1     golang-github-gorilla-mux   1.8.1
github.com/spf13/pflag@v1.0.10    golang-github-spf13-pflag   1.0.10
golang.org/x/sync@v0.22.0         golang-golang-x-sync        0.22.0
golang.org/x/text@v0.40.0         golang-golang-x-text        0.40.0
golang.org/x/time@v0.15.0         golang-golang-x-time        0.15.0
gopkg.in/yaml.v3@v3.0.1           golang-gopkg-yaml.v3        3.0.1
'

sources=$dir/module-sources
mkdir -p "$sources/lists/partial" "$sources/none" "$dir/modules"
for suite in trixie sid; do
  echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${DEBIAN_MIRROR:-http://deb.debian.org/debian} $suite main"
done > "$sources/sources.list"
apart=(-o Dir::State::lists="$sources/lists"
  -o Dir::Etc::sourcelist="$sources/sources.list" -o Dir::Etc::sourceparts="$sources/none"
  -o APT::Sandbox::User=root -o Acquire::Languages=none -o Acquire::Retries=3)
apt-get "${apart[@]}" update -qq

# The version of Debian's package that carries an upstream version.
debian_version() {
  apt-cache "${apart[@]}" showsrc "$1" |
    awk -v wanted="$2" '$1 == "Version:" { upstream = $2; sub(/-[^-]*$/, "", upstream); if (upstream == wanted) found = $2 } END { print found }'
}

arguments=()
while read -r module package upstream; do
  [ -n "$module" ] || continue
  version=$(debian_version "$package" "$upstream")
  [ -n "$version" ] || {
    echo "modules.sh: Debian has no $package $upstream any more" >&2
    exit 1
  }
  (cd "$sources" && apt-get "${apart[@]}" source -qq --tar-only "$package=$version")
  mkdir -p "$sources/$package"
  tar -xf "$sources/${package}_$upstream.orig".tar.* -C "$sources/$package" --strip-components=1
  arguments+=("$module=$sources/$package")
done <<< "$modules"

# golang.org/x/mod is the one that the Go command itself is built with.
export GOROOT=${GOROOT:-$dir/go-1.27/flat/usr/local/go} GOFLAGS=-mod=mod GOPROXY=off GOTOOLCHAIN=local GOSUMDB=off
rm -rf "$sources/packer" "$sources/x-mod"
cp -r "$here/../go-modules" "$sources/packer"
cp -r "$GOROOT/src/cmd/vendor/golang.org/x/mod" "$sources/x-mod"
printf 'module golang.org/x/mod\n\ngo 1.25.0\n' > "$sources/x-mod/go.mod"
echo 'replace golang.org/x/mod => ../x-mod' >> "$sources/packer/go.mod"
(cd "$sources/packer" && "$GOROOT/bin/go" run . "$dir/modules" "${arguments[@]}") > "$dir/modules.sum"
touch "$dir/modules/complete"
