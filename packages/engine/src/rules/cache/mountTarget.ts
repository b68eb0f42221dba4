/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingAt } from '../evidence/createFinding';
import { fetchesModules } from '../evidence/fetchesModules';
import { mountsStartEmpty } from '../evidence/mountsStartEmpty';
import { notApplicable } from '../evidence/notApplicable';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { MisplacedMount, misplacedMounts } from './misplacedMounts';
import { mountTargetExamples } from './mountTarget.examples';

/**
 * A mount in the wrong place is the cause of what `cache/deps-before-source`,
 * `cache/build-cache-mount` and `cache/module-cache-mount` would say of the
 * step, so those leave such steps to this rule.
 */
export const mountTarget: UnitRule = {
  id: 'cache/mount-target',
  category: 'cache',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'Cache mounts for Go are where Go keeps its caches',
    fail: 'A cache mount for Go is not where Go keeps that cache',
  },
  why: 'The go command takes its folders from GOMODCACHE, GOPATH, GOCACHE and the home folder of the user that runs it. A mount anywhere else stays empty for ever, and every build downloads or compiles from scratch although the Dockerfile looks right.',
  howToFix:
    'Mount the folder that `go env GOMODCACHE` or `go env GOCACHE` prints in that step: `/go/pkg/mod` and, for root, `/root/.cache/go-build` in the official image. Or set GOMODCACHE and GOCACHE with ENV to what is mounted. On a builder whose cache mounts start empty, take the mount away instead.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/reference/dockerfile/#run---mounttypecache',
    'https://pkg.go.dev/cmd/go#hdr-Environment_variables',
    'https://pkg.go.dev/os#UserCacheDir',
    'https://github.com/docker-library/golang/blob/master/Dockerfile-linux.template',
  ],
  prevents: ['network.timeout', 'network.dns'],
  evaluate,
  examples: mountTargetExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit, model } = subject;
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  if (
    !model.steps.some(({ mounts }) =>
      mounts.some(({ type }) => type === 'cache'),
    )
  ) {
    return notApplicable('No step has a cache mount.');
  }
  const misplaced = misplacedMounts(subject);
  if (misplaced.length === 0) {
    return { state: 'pass' };
  }
  const remedy = mountsStartEmpty(subject)
    ? ' On this builder cache mounts start empty wherever they are: take it away.'
    : '';
  const findings = misplaced.map(found =>
    findingAt(
      unit.dockerfile,
      found.step.instruction,
      `${describe(found)}${remedy}`,
    ),
  );
  // Modules that are in a layer are found there, mount or not.
  return misplaced.every(
    ({ content, step }) => content === 'modules' && !fetchesModules(step),
  )
    ? { state: 'fail', findings, severity: 'low' }
    : { state: 'fail', findings };
}

function describe({ content, step, target, folder }: MisplacedMount): string {
  const what = content === 'modules' ? 'modules' : 'compiled packages';
  const place =
    folder ?? `the home folder of the user ${step.environment.user}`;
  return `The cache mount is at ${target}, but in this step Go keeps its ${what} in ${place}: the mount stays empty.`;
}
