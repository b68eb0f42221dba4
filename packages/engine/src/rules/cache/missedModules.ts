/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { Stage } from '../../dockerfile/types';
import { readGoCommand } from '../../units/goCommand';
import { BuildUnit } from '../../units/types';
import { countsCacheMounts } from '../evidence/countsCacheMounts';
import { fetchesModules, isKeptFromFetching } from '../evidence/fetchesModules';
import { StageChain, stageChains } from '../evidence/finalImage';
import { hasForeignMount } from '../evidence/goCacheFolders';
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
  const fetching = subject.model.steps.filter(fetchesModules);
  const vendoring = subject.model.steps.filter(makesVendor);
  const missed = reruns.flatMap((rerun): MissedModules[] => {
    const { step } = rerun;
    if (bringsModules(step)) {
      return [];
    }
    const chain = chains.get(step.stage);
    const isMounted =
      step.environment.moduleCacheMount !== undefined ||
      hasForeignMount(step, chain?.root);
    const counts = countsCacheMounts(subject, step.stage);
    const below = chain?.stages ?? [step.stage];
    const download = fetching.findLast(
      ({ index, stage }) => index < step.index && below.includes(stage),
    );
    if (fetchesModules(step)) {
      return isMounted && counts ? [] : [{ rerun, why: 'order', download }];
    }
    const usesMount =
      isMounted &&
      step.effects.compiles &&
      !isKeptFromFetching(step) &&
      !isVendored(subject.unit) &&
      !vendoring.some(
        ({ index, stage }) => index <= step.index && below.includes(stage),
      );
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

/** Whether all modules that are built have their vendor folder. */
function isVendored({ modules }: BuildUnit): boolean {
  return (
    modules.length > 0 && modules.every(({ vendor }) => vendor !== undefined)
  );
}

/** Whether a step makes a vendor folder for those that stand on it. */
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
