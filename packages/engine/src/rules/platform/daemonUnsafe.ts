/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { at, itemsOf, textAt, textsOf } from '../../ci/readYaml';
import { createFinding } from '../evidence/createFinding';
import {
  BuildkitFile,
  DaemonFile,
  isLoopback,
  readBuildkitFiles,
  readDaemonFiles,
} from '../evidence/daemonFiles';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import {
  Finding,
  RepositoryRule,
  RepositorySubject,
  RuleOutcome,
} from '../types';
import { daemonUnsafeExamples } from './daemonUnsafe.examples';

export const daemonUnsafe: RepositoryRule = {
  id: 'platform/daemon-unsafe',
  category: 'platform',
  scope: 'repository',
  severity: 'high',
  title: {
    pass: 'The build daemon is set up safely',
    fail: 'The build daemon is set up unsafely',
  },
  why: 'A daemon that listens without checking who connects gives root on its machine to everyone who reaches it, and a registry without TLS can be replaced by whoever is on the way. Without its packet rules, containers lose their network and what they publish is open to all.',
  howToFix:
    'Set `tlsverify` with certificates for `tcp://` hosts, or use `ssh://`. Give the registry a certificate and put its authority into `/etc/docker/certs.d/<host>/ca.crt`. Leave `iptables` on, and put rules of your own into the `DOCKER-USER` chain.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/engine/security/protect-access/',
    'https://docs.docker.com/engine/network/packet-filtering-firewalls/',
    'https://docs.docker.com/reference/cli/dockerd/#insecure-registries',
    'https://docs.docker.com/build/buildkit/toml-configuration/',
  ],
  prevents: [],
  evaluate,
  examples: daemonUnsafeExamples,
};

function evaluate({ snapshot }: RepositorySubject): RuleOutcome {
  const daemons = readDaemonFiles(snapshot);
  const builders = readBuildkitFiles(snapshot);
  if (daemons.length + builders.length === 0) {
    return notApplicable('There is no daemon.json and no buildkitd.toml.');
  }
  return passUnless([
    ...daemons.flatMap(judgeDaemon),
    ...builders.flatMap(judgeBuilder),
  ]);
}

function judgeDaemon({ path, source, settings }: DaemonFile): Finding[] {
  const findings: Finding[] = [];
  const add = (line: number, message: string) =>
    findings.push(createFinding({ path, source, line, message }));
  for (const name of ['iptables', 'ip6tables']) {
    const value = at(settings, name);
    if (value?.kind === 'text' && value.text === 'false') {
      add(
        value.line,
        `Without ${name} Docker writes no packet rules: containers have no way out, and nothing keeps others from their ports.`,
      );
    }
  }
  for (const registry of textsOf(at(settings, 'insecure-registries'))) {
    if (!isLoopback(registry.text)) {
      add(
        registry.line,
        `Images of ${registry.text.slice(
          0,
          100,
        )} are pulled and pushed without a check of its certificate, or without TLS.`,
      );
    }
  }
  if (textAt(settings, 'tlsverify') !== 'true') {
    for (const host of itemsOf(at(settings, 'hosts'))) {
      if (host.kind === 'text' && isOpenAddress(host.text)) {
        add(
          host.line,
          `The daemon listens on ${host.text.slice(
            0,
            100,
          )} and does not check who connects.`,
        );
      }
    }
  }
  return findings;
}

function isOpenAddress(address: string): boolean {
  const host = /^tcp:\/\/([^]*)$/.exec(address.trim())?.[1];
  return host !== undefined && !isLoopback(host);
}

function judgeBuilder({ path, source, settings }: BuildkitFile): Finding[] {
  const hasTls = settings.some(
    ({ table, key }) =>
      (table === 'grpc.tls' && key === 'ca') ||
      (table === 'grpc' && key === 'tls.ca'),
  );
  return settings.flatMap(({ table, key, value, line }) => {
    const add = (message: string) => [
      createFinding({ path, source, line, message }),
    ];
    const registry = /^registry\."?([^"]{1,200})"?$/.exec(table)?.[1];
    if (
      registry !== undefined &&
      !isLoopback(registry) &&
      (key === 'http' || key === 'insecure') &&
      value.trim() === 'true'
    ) {
      return add(
        `Images of ${registry.slice(
          0,
          100,
        )} are taken without a check of its certificate, or without TLS.`,
      );
    }
    if (table === 'grpc' && key === 'address' && !hasTls) {
      const open = [...value.matchAll(/"([^"]{1,300})"/g)].find(([, address]) =>
        isOpenAddress(address),
      );
      return open
        ? add(
            `BuildKit listens on ${open[1].slice(
              0,
              100,
            )} and does not check who connects.`,
          )
        : [];
    }
    return [];
  });
}
