/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { profileOf } from '../../cache/builderProfile';
import { ImageBuild } from '../../ci/types';
import { changesOf } from '../../edits/changesOf';
import { FixProposal } from '../../edits/types';
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
import { actionsCacheReview, keepInActionsCache } from './actionsCache';
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
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/ci/github-actions/cache/',
    'https://docs.docker.com/build/cache/backends/',
    'https://docs.docker.com/build/cache/backends/gha/',
    'https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching',
    'https://docs.docker.com/build/cache/optimize/#use-an-external-cache',
  ],
  prevents: ['network.timeout', 'network.dns'],
  evaluate,
  propose,
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
    .filter(isNew)
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

function isNew(build: ImageBuild): boolean {
  return profileOf(build)?.kind === 'ephemeral';
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const changes = changesOf(
    pipelineBuilds(subject)
      .filter(build => !build.noCache && isNew(build))
      .flatMap(build => keepInActionsCache(subject, build) ?? [undefined]),
  );
  return (
    changes && {
      title: 'Keep the layers in the cache of GitHub Actions',
      safety: 'needs-review',
      review: actionsCacheReview,
      changes,
    }
  );
}
