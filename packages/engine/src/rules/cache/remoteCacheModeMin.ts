/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isMinimal } from '../../cache/builderProfile';
import { ImageBuild } from '../../ci/types';
import { changesOf } from '../../edits/changesOf';
import { exportAllStages } from '../../edits/editCacheSettings';
import { FixProposal } from '../../edits/types';
import { BuildUnit } from '../../units/types';
import { costlySteps } from '../evidence/costlySteps';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import {
  distinctFindings,
  findingInPipeline,
  noPipelineReason,
  pipelineBuilds,
} from '../evidence/pipelineBuilds';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { actionsCacheReview, keepInActionsCache } from './actionsCache';
import { remoteCacheModeMinExamples } from './remoteCacheModeMin.examples';

export const remoteCacheModeMin: UnitRule = {
  id: 'cache/remote-cache-mode-min',
  category: 'cache',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'The exported cache holds the stages that take time',
    fail: 'The exported cache lacks the stages that take time',
  },
  why: 'With `mode=min`, which is the default, and with `type=inline` only the layers of the final image are exported. The stage that downloads modules and compiles is built from nothing in every job.',
  howToFix:
    'Add `mode=max` to `cache-to`. In place of `type=inline`, which knows no modes, export to `type=registry,ref=…,mode=max` or `type=gha,mode=max`. Then the layers keep the modules, if no cache mount does: mounts are in no layer and start empty in each job.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/cache/backends/#cache-mode',
    'https://docs.docker.com/build/cache/backends/inline/',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: remoteCacheModeMinExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  const builds = pipelineBuilds(subject).filter(
    build =>
      build.cacheTo.length > 0 &&
      build.tool !== 'kaniko' &&
      buildsTarget(build, unit),
  );
  if (builds.length === 0) {
    return notApplicable(
      pipelineBuilds(subject).length === 0
        ? noPipelineReason
        : 'No workflow exports a cache of this image.',
    );
  }
  if (!costlySteps(subject).some(({ stage }) => stage !== unit.target)) {
    return notApplicable('No stage but the last one has steps that take time.');
  }
  // One full export serves the other builds, too.
  const isFull = ({ cacheTo }: ImageBuild) => !cacheTo.every(isMinimal);
  if (builds.some(isFull)) {
    return { state: 'pass' };
  }
  const findings = builds.filter(startsEmpty).map(build => {
    const [{ type, mode, path = build.path, line = build.line }] =
      build.cacheTo;
    return findingInPipeline(
      subject,
      { path, line },
      `${describe(
        type,
        mode,
      )} the layers of the final stage alone, and the steps of ${stagesOf(
        subject,
      )} are repeated in every job.`,
    );
  });
  return passUnless(distinctFindings(findings));
}

function startsEmpty({ runner, remoteBuilder }: ImageBuild): boolean {
  return runner !== 'self-hosted' && !remoteBuilder;
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const exported = pipelineBuilds(subject)
    .filter(
      build =>
        build.tool !== 'kaniko' &&
        buildsTarget(build, subject.unit) &&
        startsEmpty(build),
    )
    .flatMap(build => build.cacheTo.map(cache => ({ build, cache })));
  const isInline = exported.some(({ cache }) => cache.type === 'inline');
  const changes = changesOf(
    exported.flatMap(({ build, cache }) => {
      if (cache.type === 'inline') {
        return keepInActionsCache(subject, build) ?? [undefined];
      }
      const { path = build.path, line = build.line } = cache;
      const source = subject.snapshot.files.get(path) ?? '';
      const edit = exportAllStages(source, line);
      return [edit && { path, edit }];
    }),
  );
  return (
    changes && {
      title: 'Export the layers of all stages',
      ...(isInline
        ? { safety: 'needs-review', review: actionsCacheReview }
        : { safety: 'safe' }),
      changes,
    }
  );
}

function describe(type: string | undefined, mode: string | undefined): string {
  if (type === 'inline') {
    return '`type=inline` exports';
  }
  return mode === undefined
    ? 'Without `mode=max` this exports'
    : `\`mode=${mode}\` exports`;
}

/** Whether a build is one of the unit's target. */
function buildsTarget(
  { target, unknownTarget }: ImageBuild,
  unit: BuildUnit,
): boolean {
  const { stages } = unit.dockerfile;
  return target === undefined
    ? !unknownTarget && unit.target === stages[stages.length - 1]
    : target.toLowerCase() === unit.target?.name?.toLowerCase();
}

function stagesOf(subject: UnitSubject): string {
  const names = new Set(
    costlySteps(subject)
      .filter(({ stage }) => stage !== subject.unit.target)
      .map(({ stage }) => `stage \`${stage.name ?? stage.index}\``),
  );
  return [...names].slice(0, 3).join(' and ');
}
