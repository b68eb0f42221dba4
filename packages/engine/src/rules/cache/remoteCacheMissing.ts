/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { profileOf } from '../../cache/builderProfile';
import { costlySteps } from '../evidence/costlySteps';
import { notApplicable } from '../evidence/notApplicable';
import {
  allPipelineBuilds,
  distinctFindings,
  findingInPipeline,
  noPipelineReason,
  pipelineBuilds,
} from '../evidence/pipelineBuilds';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { remoteCacheMissingExamples } from './remoteCacheMissing.examples';

export const remoteCacheMissing: UnitRule = {
  id: 'cache/remote-cache-missing',
  category: 'cache',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'Pipelines find the layers of earlier builds',
    fail: 'Every pipeline builds the image from nothing',
  },
  why: 'The job gets a new machine each time and imports no cache, so every step runs in every build, whatever changed. The order of the Dockerfile and its cache mounts save nothing there.',
  howToFix:
    'Set up a builder with `docker/setup-buildx-action`, import with `cache-from: type=registry,ref=…` and export with `cache-to: type=registry,ref=…,mode=max`; `type=gha` does without a registry.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/build/ci/github-actions/cache/',
    'https://docs.docker.com/build/cache/backends/',
    'https://docs.docker.com/build/cache/optimize/#use-an-external-cache',
  ],
  prevents: ['network.timeout', 'network.dns'],
  evaluate,
  examples: remoteCacheMissingExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  // A build without cache is a matter of its own.
  const builds = pipelineBuilds(subject).filter(({ noCache }) => !noCache);
  if (builds.length === 0) {
    return notApplicable(noPipelineReason);
  }
  if (costlySteps(subject).length === 0) {
    return notApplicable(
      'No step downloads modules, installs packages or compiles.',
    );
  }
  const profiles = builds.map(profileOf);
  const isCached = allPipelineBuilds(subject).some(
    ({ cacheFrom, cacheTo }) => cacheFrom.length + cacheTo.length > 0,
  );
  if (isCached || profiles.some(profile => profile?.kind === 'warm')) {
    return { state: 'pass' };
  }
  const findings = builds
    .filter((_, index) => profiles[index]?.kind === 'ephemeral')
    .map(build =>
      findingInPipeline(
        subject,
        build,
        `${
          build.startsEmpty
            ? 'This builds the image with a builder that is new in each job'
            : 'This builds the image on a machine that is new in each job'
        }, and neither imports nor exports a cache, so nothing of an earlier job is reused.`,
      ),
    );
  return findings.length > 0
    ? { state: 'fail', findings: distinctFindings(findings) }
    : notApplicable('The workflow does not say on what machine it builds.');
}
