/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { Stage } from '../../dockerfile/types';
import { readGoCommand } from '../../units/goCommand';
import { countsCacheMounts } from '../evidence/countsCacheMounts';
import { fetchesModules, isKeptFromFetching } from '../evidence/fetchesModules';
import { StageChain, stageChains } from '../evidence/finalImage';
import { Rerun } from '../evidence/scenarioRerun';
import { UnitSubject } from '../types';

/** A step that fetches modules although an earlier build had them. */
export interface MissedModules {
  rerun: Rerun;
  /**
   * - `order`: it downloads, and stands behind what has changed;
   * - `empty-mount`: it compiles from a cache mount, which starts empty there.
   */
  why: 'order' | 'empty-mount';
  /** The nearest step before it, in its stage or one below, that downloads. */
  download?: Step;
}

/**
 * The steps among those that re-run that fetch modules because the builder of
 * the unit kept none for them; the first of each stage.
 *
 * The layer of a `go mod download` into a cache mount holds no modules, since
 * mounts are no part of layers. Where mounts start empty that step is cached
 * and the compile step behind it downloads everything.
 * https://docs.docker.com/build/ci/github-actions/cache/#cache-mounts
 */
export function missedModules(
  subject: UnitSubject,
  reruns: readonly Rerun[],
): MissedModules[] {
  const chains = stageChains(subject.unit);
  const missed = reruns.flatMap((rerun): MissedModules[] => {
    const { step } = rerun;
    if (bringsModules(step)) {
      return [];
    }
    const isMounted = step.environment.moduleCacheMount !== undefined;
    const counts = countsCacheMounts(subject, step.stage);
    const download = stepsBefore(subject, step, chains).findLast(
      fetchesModules,
    );
    if (fetchesModules(step)) {
      return isMounted && counts ? [] : [{ rerun, why: 'order', download }];
    }
    const usesMount =
      isMounted &&
      step.effects.compiles &&
      !isKeptFromFetching(step) &&
      !isVendored(subject, step, chains);
    return usesMount && !counts
      ? [{ rerun, why: 'empty-mount', download }]
      : [];
  });
  const first = firstOfEachStage(
    missed.map(({ rerun }) => rerun),
    chains,
  );
  return missed.filter(({ rerun }) => first.includes(rerun));
}

/** What one step has fetched is there for the steps that stand on it. */
export function firstOfEachStage(
  reruns: readonly Rerun[],
  chains: ReadonlyMap<Stage, StageChain>,
): Rerun[] {
  const seen = new Set<Stage>();
  return reruns.filter(({ step: { stage } }) => {
    const isFirst = !chains.get(stage)?.stages.some(below => seen.has(below));
    seen.add(stage);
    return isFirst;
  });
}

/**
 * Whether a mount brings the module cache of another stage or image: such a one
 * is not empty. A cache mount with `from` starts as a copy of what it names.
 * https://docs.docker.com/reference/dockerfile/#run---mounttypecache
 */
function bringsModules({ mounts, environment }: Step): boolean {
  const { goModCache } = environment;
  return mounts.some(
    ({ type, from, target = '' }) =>
      from !== undefined &&
      (type === 'bind' || type === 'cache') &&
      `${goModCache}/`.startsWith(target.endsWith('/') ? target : `${target}/`),
  );
}

/** The steps that a step stands on, in order. */
function stepsBefore(
  { model }: UnitSubject,
  step: Step,
  chains: ReadonlyMap<Stage, StageChain>,
): Step[] {
  const below = chains.get(step.stage)?.stages ?? [step.stage];
  return model.steps.filter(
    ({ index, stage }) => index < step.index && below.includes(stage),
  );
}

/** Whether a step builds from a vendor folder, of the repository or made here. */
function isVendored(
  subject: UnitSubject,
  step: Step,
  chains: ReadonlyMap<Stage, StageChain>,
): boolean {
  const { modules } = subject.unit;
  return (
    (modules.length > 0 &&
      modules.every(({ vendor }) => vendor !== undefined)) ||
    [...stepsBefore(subject, step, chains), step].some(makesVendor)
  );
}

function makesVendor({ shell }: Step): boolean {
  return (shell?.commands ?? []).some(command => {
    const go = readGoCommand(command);
    const isMake = /^(?:.*\/)?g?make$/.test(command.name ?? '');
    return (
      (isMake || /^(?:mod|work)$/.test(go?.verb ?? '')) &&
      (go?.words ?? command.arguments).some(({ text }) =>
        /^vendor\b/.test(text),
      )
    );
  });
}
