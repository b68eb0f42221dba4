/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { findingAt } from '../evidence/createFinding';
import { costlySteps } from '../evidence/costlySteps';
import { mountsStartEmpty } from '../evidence/mountsStartEmpty';
import { notApplicable } from '../evidence/notApplicable';
import { noPipelineReason, pipelineBuilds } from '../evidence/pipelineBuilds';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { mountOnEphemeralExamples } from './mountOnEphemeral.examples';

export const mountOnEphemeral: UnitRule = {
  id: 'cache/mount-on-ephemeral',
  category: 'cache',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'Cache mounts are not all that the pipeline counts on',
    fail: 'Cache mounts are empty in every pipeline',
  },
  why: 'A cache mount lives in the builder, and this builder is thrown away with each job. So the modules are downloaded and all packages compiled anew in every build, and no exported cache would hold what is in a mount.',
  howToFix:
    'Download the modules into a layer (`COPY go.mod go.sum ./` and `RUN go mod download`, with no mount for modules there or on the steps that compile) and import and export a cache with `mode=max`. Or build on a builder that keeps its disk: a self-hosted runner, or a remote builder.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/build/ci/github-actions/cache/#cache-mounts',
    'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
    'https://docs.docker.com/build/cache/backends/#cache-mode',
  ],
  prevents: ['network.timeout', 'network.dns'],
  evaluate,
  examples: mountOnEphemeralExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit, model } = subject;
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const mounted = costlySteps(subject).filter(
    ({ effects, environment }) =>
      (effects.downloadsModules && environment.moduleCacheMount) ||
      (effects.compiles && environment.buildCacheMount),
  );
  if (mounted.length === 0) {
    return notApplicable(
      'No step keeps its modules or packages in a cache mount.',
    );
  }
  if (pipelineBuilds(subject).length === 0) {
    return notApplicable(noPipelineReason);
  }
  const { kind, path, line } = model.profile;
  if (
    kind !== 'ephemeral' ||
    path === undefined ||
    !mountsStartEmpty(subject)
  ) {
    return { state: 'pass' };
  }
  const [step] = mounted;
  return {
    state: 'fail',
    findings: [
      findingAt(
        unit.dockerfile,
        step.instruction,
        `${describe(
          mounted,
        )} in a cache mount, which starts empty in each job: ${path}:${line} builds on a machine or builder that is new each time, and imports no cache.`,
      ),
    ],
  };
}

function describe(steps: readonly Step[]): string {
  const keepsModules = steps.some(
    ({ environment }) => environment.moduleCacheMount,
  );
  const keepsPackages = steps.some(
    ({ environment }) => environment.buildCacheMount,
  );
  if (keepsModules && keepsPackages) {
    return 'Modules and compiled packages are kept';
  }
  return keepsModules ? 'Modules are kept' : 'Compiled packages are kept';
}
