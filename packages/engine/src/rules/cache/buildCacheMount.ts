/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { ShellWord } from '../../dockerfile/types';
import { FixProposal, TextEdit } from '../../edits/types';
import { readGoCommand } from '../../units/goCommand';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { Rerun, scenarioReruns, stepPlace } from '../evidence/scenarioRerun';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { buildCacheMountExamples } from './buildCacheMount.examples';
import { addCacheMounts, compilesAtStart, readsCache } from './cacheMountEdits';
import {
  isMisplaced,
  misplacedMounts,
  misplacedReason,
} from './misplacedMounts';

export const buildCacheMount: UnitRule = {
  id: 'cache/build-cache-mount',
  category: 'cache',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'Compile steps keep the Go build cache',
    fail: 'Every source change compiles all packages again',
  },
  why: 'A compile step that re-runs starts with an empty build cache, so a change of one file compiles the standard library and every dependency anew. On a builder that lives on, a cache mount leaves only the changed packages to compile.',
  howToFix:
    'Give the compile step `--mount=type=cache,target=/root/.cache/go-build`, or whatever folder `go env GOCACHE` names for the user of that step. Leave `-a` out: it has Go compile everything anew, whatever the cache holds.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
    'https://docs.docker.com/reference/dockerfile/#run---mounttypecache',
    'https://pkg.go.dev/cmd/go#hdr-Build_and_test_caching',
  ],
  prevents: ['resource.oom'],
  evaluate,
  propose,
  examples: buildCacheMountExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit, model } = subject;
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  if (!model.steps.some(({ effects }) => effects.compiles)) {
    return notApplicable('No step of the Dockerfile is known to compile.');
  }
  const source = scenarioReruns(model, 'source');
  if (!source) {
    return notApplicable(
      'The image is built from no Go file of the repository.',
    );
  }
  if (model.profile.kind !== 'warm') {
    return notApplicable(
      'The image is built on a builder that keeps no cache mounts.',
    );
  }
  const reruns = source.reruns.filter(isUncached);
  const findings = withoutMisplaced(subject, reruns).map(rerun =>
    findingAt(unit.dockerfile, rerun.step.instruction, describe(rerun)),
  );
  return findings.length === 0 && reruns.length > 0
    ? notApplicable(misplacedReason)
    : passUnless(findings);
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const reruns = scenarioReruns(subject.model, 'source')?.reruns ?? [];
  const steps = withoutMisplaced(subject, reruns.filter(isUncached)).map(
    ({ step }) => step,
  );
  const edits = readsCache(subject, 'build')
    ? undefined
    : addCacheMounts(
        subject,
        steps.map(step => ({ step, contents: ['build'] })),
      );
  if (!edits?.length) {
    return undefined;
  }
  return {
    title: 'Keep the Go build cache in a cache mount',
    ...(compilesAtStart(subject, steps) !== 'no'
      ? {
          safety: 'needs-review',
          review:
            'What is compiled is no longer in the image: check whether a container compiles when it starts, which then takes longer.',
        }
      : { safety: 'safe' }),
    changes: [
      {
        kind: 'edit',
        path: subject.unit.dockerfile.path,
        edits: [...edits, ...withoutRebuilds(subject, steps)],
      },
    ],
  };
}

/** Leaves `-a` out, with which a cache is of no use. */
function withoutRebuilds(
  { unit: { dockerfile } }: UnitSubject,
  steps: readonly Step[],
): TextEdit[] {
  return steps.flatMap(rebuildFlags).map(({ span: { start, end } }) => ({
    span: {
      start,
      end:
        end + (/^[ \t]*/.exec(dockerfile.source.slice(end))?.[0].length ?? 0),
    },
    text: '',
  }));
}

/** Each `-a` of the commands of a step, which compiles all packages anew. */
function rebuildFlags({ shell }: Step): ShellWord[] {
  return (shell?.commands ?? []).flatMap(command => {
    const { verb, words = [] } = readGoCommand(command) ?? {};
    return /^(?:build|install|test)$/.test(verb ?? '')
      ? words.filter(({ text }) => text === '-a')
      : [];
  });
}

function isUncached({ step }: Rerun): boolean {
  return step.effects.compiles && !step.environment.buildCacheMount;
}

function withoutMisplaced(
  subject: UnitSubject,
  reruns: readonly Rerun[],
): Rerun[] {
  const misplaced = misplacedMounts(subject);
  return reruns.filter(({ step }) => !isMisplaced(misplaced, step, 'build'));
}

function describe({ step, origin }: Rerun): string {
  const cause = origin === step ? '' : ` behind ${stepPlace(origin)}`;
  const rebuild =
    rebuildFlags(step).length > 0
      ? ' With `-a` they are so whatever a cache holds: leave it out as well.'
      : '';
  return `A source change re-runs this compile step${cause}, and no cache mount holds ${step.environment.goCache}: all packages are compiled from scratch.${rebuild}`;
}
