/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { at, itemsOf, textAt, YamlText, YamlValue } from '../../ci/readYaml';
import { createFinding } from '../evidence/createFinding';
import { DaemonFile, readDaemonFiles } from '../evidence/daemonFiles';
import {
  isPublic,
  isWithin,
  Network,
  overlaps,
  parseNetwork,
} from '../evidence/networks';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import {
  Finding,
  RepositoryRule,
  RepositorySubject,
  RuleOutcome,
} from '../types';
import { daemonNetworkExamples } from './daemonNetwork.examples';

/** What IPv6 asks of a network; IPv4 alone asks less, but nothing real has it. */
const smallestMtu = 1280;
const largestMtu = 65_535;

export const daemonNetwork: RepositoryRule = {
  id: 'platform/daemon-network',
  category: 'platform',
  scope: 'repository',
  severity: 'low',
  title: {
    pass: 'The networks of the build daemon fit together',
    fail: 'The networks of the build daemon do not fit together',
  },
  why: 'With a bridge or a pool that is not valid the daemon does not start, and with one in public ranges builds cannot reach the hosts that have those addresses. Both look like a broken network or proxy.',
  howToFix:
    'Give `bip` the address of the bridge (`172.26.0.1/16`), put `fixed-cidr` within it, and take pools from private ranges that do not overlap: `{"base": "172.27.0.0/16", "size": 24}`.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/engine/network/drivers/bridge/#configure-the-default-bridge-network',
    'https://docs.docker.com/reference/cli/dockerd/#daemon-configuration-file',
    'https://www.rfc-editor.org/rfc/rfc1918',
  ],
  prevents: ['network.timeout'],
  evaluate,
  examples: daemonNetworkExamples,
};

function evaluate({ snapshot }: RepositorySubject): RuleOutcome {
  const daemons = readDaemonFiles(snapshot);
  if (daemons.length === 0) {
    return notApplicable('There is no daemon.json.');
  }
  return passUnless(daemons.flatMap(judge));
}

function judge({ path, source, settings }: DaemonFile): Finding[] {
  const findings: Finding[] = [];
  const add = ({ line }: { line: number }, message: string) => {
    findings.push(createFinding({ path, source, line, message }));
  };
  const bridge = readNetwork(at(settings, 'bip'));
  if (bridge) {
    judgeBridge(bridge, add);
  }
  const fixed = readNetwork(at(settings, 'fixed-cidr'));
  if (bridge && fixed && !isWithin(fixed.network, bridge.network)) {
    add(
      fixed.text,
      `fixed-cidr ${fixed.text.text} is not within the bridge's range ${bridge.text.text}.`,
    );
  }
  judgePools(at(settings, 'default-address-pools'), add);
  const mtu = at(settings, 'mtu');
  const size = mtu?.kind === 'text' ? Number(mtu.text) : 0;
  // 0 asks for the default.
  if (mtu && size !== 0 && !(size >= smallestMtu && size <= largestMtu)) {
    add(
      mtu,
      `An MTU of ${textAt(settings, 'mtu')?.slice(
        0,
        20,
      )} is no size that networks work with: ${smallestMtu} to 9000 are usual.`,
    );
  }
  return findings;
}

type Add = (place: { line: number }, message: string) => void;

interface ReadNetwork {
  network: Network;
  text: YamlText;
}

function readNetwork(value: YamlValue | undefined): ReadNetwork | undefined {
  const network = value?.kind === 'text' && parseNetwork(value.text);
  return network && value?.kind === 'text'
    ? { network, text: value }
    : undefined;
}

function judgeBridge({ network, text }: ReadNetwork, add: Add): void {
  if (network.address === network.first && network.prefix < 31) {
    add(
      text,
      `bip ${text.text} is a range and not the address of the bridge in it.`,
    );
  }
  if (isPublic(network)) {
    add(text, `bip ${text.text} hides public hosts from builds.`);
  }
}

function judgePools(pools: YamlValue | undefined, add: Add): void {
  const seen: ReadNetwork[] = [];
  for (const pool of itemsOf(pools).slice(0, 100)) {
    const base = readNetwork(at(pool, 'base'));
    if (!base) {
      continue;
    }
    const { network, text } = base;
    const written = textAt(pool, 'size');
    const size = Number(written);
    if (written !== undefined && (size < network.prefix || size > 32)) {
      add(
        text,
        `Networks of size /${written.slice(0, 5)} do not fit into the pool ${
          text.text
        }.`,
      );
    }
    if (isPublic(network)) {
      add(text, `The pool ${text.text} hides public hosts from builds.`);
    }
    const other = seen.find(earlier => overlaps(earlier.network, network));
    if (other) {
      add(text, `The pool ${text.text} overlaps with ${other.text.text}.`);
    }
    seen.push(base);
  }
}
