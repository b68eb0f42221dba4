/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildUnit } from '../../units/types';
import { walkStages } from '../../units/walkStages';
import { findingAt } from '../evidence/createFinding';
import { readFinalImage, StageChain } from '../evidence/finalImage';
import { hasInstruction } from '../evidence/hasInstruction';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { privilegedPortExamples } from './privilegedPort.examples';

export const privilegedPort: UnitRule = {
  id: 'security/privileged-port',
  category: 'security',
  scope: 'unit',
  severity: 'low',
  title: {
    pass: 'The ports of the image need no privilege',
    fail: 'The image listens on a privileged port',
  },
  why: 'Ports below 1024 are for root, or for a process with `CAP_NET_BIND_SERVICE`, unless the runtime lifts that limit. A service that needs one is run as root sooner or later, or fails to start on a cluster that forbids it.',
  howToFix:
    'Let the service listen on a port from 1024 on, `EXPOSE 8080`, and map the well-known one outside: `ports: ["443:8443"]`, or `port` and `targetPort` of a Kubernetes Service.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/reference/dockerfile/#expose',
    'https://man7.org/linux/man-pages/man7/capabilities.7.html',
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted',
  ],
  prevents: [],
  evaluate,
  examples: privilegedPortExamples,
};

const noPortReason = 'The Dockerfile exposes no port.';

function evaluate({ unit }: UnitSubject): RuleOutcome {
  const { chain, reason } = readFinalImage(unit);
  if (!chain) {
    return notApplicable(reason);
  }
  if (!hasInstruction(unit.dockerfile, 'EXPOSE')) {
    return notApplicable(noPortReason);
  }
  const findings: Finding[] = [];
  let exposes = false;
  for (const { instruction, scope } of walkStages(unit, chain.stages)) {
    if (instruction.keyword !== 'EXPOSE') {
      continue;
    }
    exposes = true;
    const ports = instruction.words.flatMap(({ text }) => {
      const { value, certain } = scope.expand(text);
      return certain ? value.split(/\s+/) : [];
    });
    const low = ports.filter(isPrivileged);
    if (low.length > 0) {
      findings.push(
        findingAt(
          unit.dockerfile,
          instruction,
          `Only root or a process with CAP_NET_BIND_SERVICE may listen on ${low.join(
            ', ',
          )}.`,
        ),
      );
    }
  }
  return exposes ? passUnless(findings) : notApplicable(noPortReason);
}

/** Whether an image says that it listens on a port that needs privilege. */
export function listensOnPrivilegedPort(
  unit: BuildUnit,
  { stages }: StageChain,
): boolean {
  for (const { instruction, scope } of walkStages(unit, stages)) {
    if (
      instruction.keyword === 'EXPOSE' &&
      instruction.words.some(({ text }) =>
        scope.expand(text).value.split(/\s+/).some(isPrivileged),
      )
    ) {
      return true;
    }
  }
  return false;
}

/** `80`, `443/tcp`, `53/udp`, `1000-1100`. */
function isPrivileged(port: string): boolean {
  const first = /^(\d{1,5})(?:-\d{1,5})?(?:\/(?:tcp|udp|sctp))?$/i.exec(
    port,
  )?.[1];
  return first !== undefined && Number(first) > 0 && Number(first) < 1024;
}
