#!/usr/bin/env bash
# Copyright 2026 The Build Hygiene Authors
# Licensed under the Apache License, Version 2.0. See LICENSE.
#
# A Docker Engine with BuildKit and buildx on a bare Debian machine, from
# Debian's packages alone and without an image registry. Needs root. Everything
# lies in DIR; nothing of the machine's own set-up changes.
#
#   engine.sh up DIR       unpacks, starts, makes the stand-in base images
#   engine.sh down DIR     stops the engine
#   engine.sh env DIR      prints the variables that point docker at it
set -euo pipefail

usage() {
  echo 'usage: engine.sh up|down|env DIR' >&2
  exit 2
}
[ $# -eq 2 ] || usage
action=$1
mkdir -p "$2"
dir=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)

check_machine() {
  local tool
  [ "$(id -u)" = 0 ] || { echo 'engine.sh: the engine needs root' >&2; exit 1; }
  for tool in apt-get debootstrap dpkg git openssl; do
    command -v "$tool" > /dev/null || {
      echo "engine.sh: $tool is missing: apt-get install -y debootstrap git openssl" >&2
      exit 1
    }
  done
}

print_environment() {
  echo "export DOCKER_HOST=unix://$dir/docker.sock"
  echo "export DOCKER_CONFIG=$dir/config"
  echo "export PATH=$dir/engine/usr/bin:\$PATH"
}

# Debian 13 and newer, beside whatever release the machine itself runs: its
# package lists are kept apart from the machine's.
apt_apart() {
  local command=$1
  shift
  "$command" \
    -o Dir::State::lists="$dir/apt/lists" \
    -o Dir::State::status="$dir/apt/status" \
    -o Dir::Cache="$dir/apt/cache" \
    -o Dir::Etc::sourcelist="$dir/apt/sources.list" \
    -o Dir::Etc::sourceparts="$dir/apt/none" \
    -o APT::Sandbox::User=root \
    -o Acquire::Languages=none \
    -o Acquire::Retries=3 \
    "$@"
}

fetch_packages() {
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg suite
  mkdir -p "$dir"/apt/{lists/partial,cache/archives/partial,none} "$dir/packages"
  : > "$dir/apt/status"
  for suite in trixie trixie-backports sid; do
    echo "deb [signed-by=$keyring] ${DEBIAN_MIRROR:-http://deb.debian.org/debian} $suite main"
  done > "$dir/apt/sources.list"
  apt_apart apt-get update -qq
  (
    cd "$dir/packages"
    apt_apart apt-get download -qq \
      docker.io/sid docker-cli/sid docker-buildx/sid containerd/sid \
      busybox-static/trixie \
      golang-1.24-{go,src}/trixie golang-1.27-{go,src}/trixie-backports
    # Dynamically linked: the one of the running release fits its libc.
    apt-get download -qq runc 2> /dev/null || {
      apt-get update -qq
      apt-get download -qq runc
    }
  )
  touch "$dir/packages/complete"
}

unpack_engine() {
  local package
  mkdir -p "$dir/engine" "$dir/config/cli-plugins"
  for package in "$dir"/packages/{docker,containerd,runc}*.deb; do
    dpkg -x "$package" "$dir/engine"
  done
  ln -sfn "$dir/engine/usr/libexec/docker/cli-plugins/docker-buildx" \
    "$dir/config/cli-plugins/docker-buildx"
}

# No bridge and no packet filter: builds use the network of the machine
# (--network=host). The containerd image store is what lets the engine's own
# builder export caches (https://docs.docker.com/build/cache/backends/).
start_engine() {
  mkdir -p "$dir/data" "$dir/run"
  cat > "$dir/daemon.json" <<JSON
{
  "hosts": ["unix://$dir/docker.sock"],
  "data-root": "$dir/data",
  "exec-root": "$dir/run",
  "pidfile": "$dir/dockerd.pid",
  "bridge": "none",
  "iptables": false,
  "ip6tables": false,
  "ip-forward": false,
  "ip-masq": false,
  "features": { "containerd-snapshotter": true }
}
JSON
  PATH=$dir/engine/usr/sbin:$dir/engine/usr/bin:$PATH \
    setsid nohup "$dir/engine/usr/sbin/dockerd" --config-file "$dir/daemon.json" \
    > "$dir/dockerd.log" 2>&1 < /dev/null &
  local attempt
  for attempt in $(seq 150); do
    docker version > /dev/null 2>&1 && return
    sleep 0.2
  done
  tail -n 5 "$dir/dockerd.log" >&2
  echo "engine.sh: the engine did not start within 30 s, see $dir/dockerd.log" >&2
  exit 1
}

stop_engine() {
  local pid
  if ! pid=$(cat "$dir/dockerd.pid" 2> /dev/null) || ! kill "$pid" 2> /dev/null; then
    echo 'engine.sh: no engine runs there' >&2
    return
  fi
  while kill -0 "$pid" 2> /dev/null; do sleep 0.2; done
}

case $action in
  env) print_environment ;;
  down) stop_engine ;;
  up)
    check_machine
    [ -f "$dir/packages/complete" ] || fetch_packages
    [ -d "$dir/engine" ] || unpack_engine
    eval "$(print_environment)"
    docker version > /dev/null 2>&1 || start_engine
    "$here/images.sh" "$dir"
    echo "engine $(docker version -f '{{.Server.Version}}'), $(docker buildx version | cut -d' ' -f1,2)"
    print_environment
    ;;
  *) usage ;;
esac
