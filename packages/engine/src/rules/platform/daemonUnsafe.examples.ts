/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const daemonUnsafeExamples: RuleExamples = {
  bad: [
    {
      name: 'Packet rules are off',
      files: {
        'runner/daemon.json': `{
  "log-driver": "local",
  "iptables": false
}
`,
      },
      findings: ['runner/daemon.json:3'],
    },
    {
      name: 'Open to the network, and registries without TLS',
      files: {
        'ci/daemon.json': `{
\t"hosts": ["unix:///var/run/docker.sock", "tcp://0.0.0.0:2375"],
\t"tls": true,
\t"insecure-registries": [
\t\t"localhost:5000",
\t\t"registry.acme.lan:5000",
\t\t"10.0.0.0/8"
\t]
}
`,
      },
      findings: ['ci/daemon.json:6', 'ci/daemon.json:7', 'ci/daemon.json:2'],
    },
    {
      name: "BuildKit's own daemon",
      files: {
        'build/buildkitd.toml': `# Shared by all runners.
[grpc]
  address = ["unix:///run/buildkit/buildkitd.sock", "tcp://0.0.0.0:1234"]

[registry."registry.acme.lan:5000"]
  http = true # until it has a certificate
`,
      },
      findings: ['build/buildkitd.toml:3', 'build/buildkitd.toml:6'],
    },
  ],
  good: [
    {
      name: 'Mirrors and a checked address',
      files: {
        'runner/daemon.json': `{
  "hosts": ["unix:///var/run/docker.sock", "tcp://0.0.0.0:2376"],
  "tlsverify": true,
  "tlscacert": "/etc/docker/ca.pem",
  "registry-mirrors": ["https://mirror.acme.io"],
  "insecure-registries": []
}
`,
      },
    },
    {
      name: 'This machine alone',
      nearMiss: true,
      files: {
        'runner/daemon.json': `{
  "hosts": ["tcp://127.0.0.1:2375"],
  "insecure-registries": ["127.0.0.0/8", "localhost:5000"],
  "iptables": true
}
`,
      },
    },
    {
      name: 'BuildKit with certificates, and comments',
      files: {
        'runner/buildkitd.toml': `[grpc]
  address = ["tcp://0.0.0.0:1234"]
  [grpc.tls]
    cert = "/certs/tls.crt"
    key = "/certs/tls.key"
    ca = "/certs/ca.crt"
[registry."docker.io"]
  mirrors = ["mirror.acme.io"]
  # insecure = true
[registry."localhost:5000"]
  http = true
`,
      },
    },
    {
      name: 'Daemons of tests',
      nearMiss: true,
      files: {
        'e2e/daemon.json': '{"insecure-registries": ["registry:5000"]}\n',
        'pkg/testdata/daemon.json': '{"iptables": false}\n',
        'daemon.json': '{}\n',
      },
    },
  ],
};
