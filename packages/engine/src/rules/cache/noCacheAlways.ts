/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

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
  examples: noCacheAlwaysExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const builds = pipelineBuilds(subject);
  if (builds.length === 0) {
    return notApplicable(noPipelineReason);
  }
  const findings = builds
    .filter(({ noCache }) => noCache)
    .map(build =>
      findingInPipeline(
        subject,
        { path: build.path, line: build.noCacheLine ?? build.line },
        'This builds without cache on every change, so each step runs again whatever changed.',
      ),
    );
  return passUnless(distinctFindings(findings));
}
