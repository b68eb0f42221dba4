/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Dockerfile } from '../../dockerfile/types';
import { removeRunFlags } from '../../edits/removeRunFlags';
import { FixProposal, TextEdit } from '../../edits/types';
import { findingAt } from '../evidence/createFinding';
import { fetchesModules } from '../evidence/fetchesModules';
import { mountsStartEmpty } from '../evidence/mountsStartEmpty';
import { notApplicable } from '../evidence/notApplicable';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { compilesAtStart, isOwn, notInImage } from './cacheMountEdits';
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
  propose,
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

function propose(subject: UnitSubject): FixProposal | undefined {
  const { dockerfile } = subject.unit;
  const misplaced = misplacedMounts(subject);
  const steps = misplaced.map(({ step }) => step);
  const isEmpty = mountsStartEmpty(subject);
  const edits = misplaced.map(found =>
    isEmpty
      ? removeRunFlags(dockerfile, found.step.instruction, [found.mount.flag])
      : moveMount(dockerfile, found),
  );
  if (
    !edits.every(edit => edit !== undefined) ||
    !steps.every(isOwn) ||
    (!isEmpty && compilesAtStart(subject, steps) === 'yes')
  ) {
    return undefined;
  }
  const distinct = new Map(
    edits.flat().map(edit => [JSON.stringify(edit), edit]),
  );
  // One mount cannot be in two places.
  const places = new Set([...distinct.values()].map(({ span }) => span.start));
  return places.size < distinct.size
    ? undefined
    : {
        title: isEmpty
          ? 'Take the misplaced cache mounts away'
          : 'Mount the folders that Go uses',
        ...(!isEmpty && compilesAtStart(subject, steps) === 'maybe'
          ? { safety: 'needs-review', review: notInImage }
          : { safety: 'safe' }),
        changes: [
          {
            kind: 'edit',
            path: dockerfile.path,
            edits: [...distinct.values()],
          },
        ],
      };
}

/** Gives a mount the folder as target; its owner has to be who runs the step. */
function moveMount(
  { source }: Dockerfile,
  { step, mount, folder }: MisplacedMount,
): TextEdit[] | undefined {
  const { span } = mount.flag;
  const target = /[=,](?:target|dst|destination)=([^,\s"']+)/i.exec(
    source.slice(span.start, span.end),
  );
  const { user } = step.environment;
  const isOwner = user === '' || user === 'root' || user === '0' || mount.uid;
  if (!target || !folder || !isOwner || !/^\/[\w./-]+$/.test(folder)) {
    return undefined;
  }
  const end = span.start + target.index + target[0].length;
  return [{ span: { start: end - target[1].length, end }, text: folder }];
}

function describe({ content, step, target, folder }: MisplacedMount): string {
  const what = content === 'modules' ? 'modules' : 'compiled packages';
  const place =
    folder ?? `the home folder of the user ${step.environment.user}`;
  return `The cache mount is at ${target}, but in this step Go keeps its ${what} in ${place}: the mount stays empty.`;
}
