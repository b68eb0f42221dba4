/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingAt } from '../evidence/createFinding';
import { readFinalImage } from '../evidence/finalImage';
import { isDevelopmentBuild } from '../evidence/isDevelopmentBuild';
import { notApplicable } from '../evidence/notApplicable';
import { exposedPorts } from '../evidence/servicePort';
import { startCommand } from '../evidence/startCommand';
import { lacksShell, startsAsRoot } from '../facts/baseImages';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { healthcheckExamples } from './healthcheck.examples';

export const healthcheck: UnitRule = {
  id: 'image/healthcheck',
  category: 'image',
  scope: 'unit',
  severity: 'info',
  title: {
    pass: 'The image says how to tell whether it is healthy',
    fail: 'The image does not say how to tell whether it is healthy',
  },
  why: 'Docker and Compose take a container for healthy as long as its process runs, also when it no longer answers. Kubernetes does not read HEALTHCHECK: there the probes of the pod do this.',
  howToFix:
    'Let the binary ask itself: `HEALTHCHECK --interval=30s --timeout=3s CMD ["/app", "healthcheck"]`. On Kubernetes set `readinessProbe` and `livenessProbe`, and leave this rule off.',
  fix: 'guided',
  sources: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
  prevents: [],
  evaluate,
  examples: healthcheckExamples,
};

function evaluate({ unit, snapshot }: UnitSubject): RuleOutcome {
  const { chain, reason } = readFinalImage(unit);
  if (!chain) {
    return notApplicable(reason);
  }
  const { entrypoint, command } = startCommand(chain);
  const start = entrypoint ?? command;
  const { ports } = exposedPorts(unit, chain);
  if (!start || ports.length === 0 || isDevelopmentBuild(unit)) {
    return notApplicable('The image is not known to be that of a server.');
  }
  if (
    chain.stages.some(stage =>
      stage.instructions.some(({ keyword }) => keyword === 'HEALTHCHECK'),
    )
  ) {
    return { state: 'pass' };
  }
  const { root } = chain;
  if (
    root.kind === 'scratch' ||
    (root.kind === 'image' &&
      root.unknown.length === 0 &&
      lacksShell(root.reference))
  ) {
    return notApplicable(
      'The image has no program that could ask the server: whoever runs it asks over the network.',
    );
  }
  if (
    root.kind !== 'image' ||
    root.unknown.length > 0 ||
    startsAsRoot(root.reference) === undefined
  ) {
    return notApplicable('The base image may have a HEALTHCHECK.');
  }
  if (hasOtherChecks(snapshot)) {
    return notApplicable(
      'The repository checks health elsewhere: Compose or Kubernetes files are there.',
    );
  }
  return {
    state: 'fail',
    findings: [
      findingAt(
        unit.dockerfile,
        start,
        `The server on port ${ports[0]} has no HEALTHCHECK: it counts as healthy while its process runs.`,
      ),
    ],
  };
}

function hasOtherChecks({ files, tree }: UnitSubject['snapshot']): boolean {
  return (
    tree.some(({ path }) =>
      /(?:^|\/)(?:(?:Chart\.yaml|kustomization\.ya?ml|skaffold\.ya?ml)$|(?:k8s|kubernetes|helm|charts|manifests)\/)/i.test(
        path,
      ),
    ) ||
    [...files].some(
      ([path, text]) =>
        /\.ya?ml$/.test(path) && /^[ \t]*healthcheck:/m.test(text),
    )
  );
}
