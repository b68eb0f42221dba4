/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Stage } from '../../dockerfile/types';
import { BuildUnit } from '../../units/types';
import { findingAt } from '../evidence/createFinding';
import { fetchesModules } from '../evidence/fetchesModules';
import { stageChains } from '../evidence/finalImage';
import { requiresModules } from '../../units/requiresModules';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { Rerun, scenarioReruns, stepPlace } from '../evidence/scenarioRerun';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { depsBeforeSourceExamples } from './depsBeforeSource.examples';
import {
  isMisplaced,
  misplacedMounts,
  misplacedReason,
} from './misplacedMounts';

export const depsBeforeSource: UnitRule = {
  id: 'cache/deps-before-source',
  category: 'cache',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'A source change downloads no modules',
    fail: 'Every source change downloads all modules again',
  },
  why: 'The layer that holds the modules depends on files that change with every commit, so each build fetches all of them again. That costs minutes, and each of those builds can fail with the network.',
  howToFix:
    'Copy `go.mod` and `go.sum` first, run `go mod download`, and copy the sources after it; or give the step `--mount=type=cache,target=/go/pkg/mod`; or bind-mount the module files into the download step.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/cache/optimize/#order-your-layers',
    'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
    'https://docs.docker.com/guides/golang/build-images/',
    'https://go.dev/ref/mod#go-mod-download',
  ],
  prevents: [
    'network.timeout',
    'network.dns',
    'network.reset',
    'network.refused',
  ],
  evaluate,
  examples: depsBeforeSourceExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit, model } = subject;
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  if (!model.steps.some(fetchesModules)) {
    return notApplicable('No step of the Dockerfile downloads modules.');
  }
  if (!requiresModules(unit)) {
    return notApplicable('The modules that are built require no others.');
  }
  const source = scenarioReruns(model, 'source');
  if (!source) {
    return notApplicable(
      'The image is built from no Go file of the repository.',
    );
  }
  const { dockerfile } = unit;
  const misplaced = misplacedMounts(subject);
  const reruns = source.reruns.filter(
    ({ step }) => fetchesModules(step) && !step.environment.moduleCacheMount,
  );
  const findings = firstOfEachStage(
    unit,
    reruns.filter(({ step }) => !isMisplaced(misplaced, step, 'modules')),
  ).map(rerun =>
    findingAt(dockerfile, rerun.step.instruction, describe(rerun)),
  );
  return findings.length === 0 && reruns.length > 0
    ? notApplicable(misplacedReason)
    : passUnless(findings);
}

/** What one step has fetched is there for the steps that stand on it. */
export function firstOfEachStage(
  unit: BuildUnit,
  reruns: readonly Rerun[],
): Rerun[] {
  const chains = stageChains(unit);
  const seen = new Set<Stage>();
  return reruns.filter(({ step: { stage } }) => {
    const isFirst = !chains.get(stage)?.stages.some(below => seen.has(below));
    seen.add(stage);
    return isFirst;
  });
}

function describe({ step, origin }: Rerun): string {
  const what = step.effects.compiles
    ? 'compiles and downloads the modules for it'
    : 'downloads the modules';
  return origin === step
    ? `This step ${what}, and takes the sources itself: every source change fetches all modules again.`
    : `This step ${what}, and stands behind ${stepPlace(
        origin,
      )}: every source change fetches all modules again.`;
}
