/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageBuild } from '../../ci/types';
import { changesOf } from '../../edits/changesOf';
import { removeSwitch } from '../../edits/editCacheSettings';
import { FixProposal } from '../../edits/types';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import {
  distinctFindings,
  findingInPipeline,
  noPipelineReason,
  pipelineBuilds,
} from '../evidence/pipelineBuilds';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { noCacheAlwaysExamples } from './noCacheAlways.examples';

export const noCacheAlways: UnitRule = {
  id: 'cache/no-cache-always',
  category: 'cache',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'Pipelines use the cache',
    fail: 'The pipeline never uses the cache',
  },
  why: 'A build with `--no-cache` runs every step, so no order of the Dockerfile and no builder makes it faster. A base image is brought up to date by its tag or digest, for which the cache is no obstacle.',
  howToFix:
    'Remove `no-cache: true` or `--no-cache` from builds that pushes and pull requests start. To pick up new packages of the distribution, rebuild without cache on a schedule, or with `--no-cache-filter` for one stage.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/reference/cli/docker/buildx/build/#no-cache-filter',
    'https://github.com/docker/build-push-action#inputs',
    'https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often',
  ],
  prevents: ['network.timeout', 'network.dns'],
  evaluate,
  propose,
  examples: noCacheAlwaysExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const builds = pipelineBuilds(subject);
  if (builds.length === 0) {
    return notApplicable(noPipelineReason);
  }
  const findings = switches(builds).map(place =>
    findingInPipeline(
      subject,
      place,
      'This builds without cache on every change, so each step runs again whatever changed.',
    ),
  );
  return passUnless(distinctFindings(findings));
}

function switches(
  builds: readonly ImageBuild[],
): { path: string; line: number }[] {
  return builds
    .filter(({ noCache }) => noCache)
    .map(({ path, line, noCacheLine = line }) => ({ path, line: noCacheLine }));
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const changes = changesOf(
    switches(pipelineBuilds(subject)).map(({ path, line }) => {
      const edit = removeSwitch(subject.snapshot.files.get(path) ?? '', line, {
        flag: '--no-cache',
        key: /no[-_]cache/,
      });
      return edit && { path, edit };
    }),
  );
  return (
    changes && {
      title: 'Use the cache',
      safety: 'needs-review',
      review:
        'Packages that a cached step has installed stay as they are: check that the image is rebuilt without cache now and then, on a schedule.',
      changes,
    }
  );
}
