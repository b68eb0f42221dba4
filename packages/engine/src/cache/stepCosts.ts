/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { PricedStep, priceSteps } from './priceBuild';
import { BuilderProfileKind, Step, StepCost, StepKind } from './types';

/**
 * Seconds of a step by its kind, for services without measured builds. Where
 * nothing else is said they are this project's own recordings, on two cores:
 *
 * - compile: the medians in `examples/builds` of the 24 runs without a filled
 *   build cache, and of the 35 with one;
 * - module-download: 25 modules take 4 s from a proxy nearby and 6 s at 4 MB/s;
 *   one module more with a filled mount takes 0.5 s;
 * - package-install: index and archives of three packages take 2.6 s from a
 *   Debian mirror, which a cache mount spares in part; unpacking is estimated;
 * - copy, other: files of a service, WORKDIR and small commands in
 *   `examples/builds`.
 *
 * A base image is not counted: what its pull costs depends on the place, and
 * is the same before and after a change.
 */
const publishedCosts: Readonly<Record<StepKind, StepCost>> = {
  base: { empty: 0, filled: 0 },
  'module-download': { empty: 5, filled: 0.5 },
  compile: { empty: 25, filled: 0.9 },
  'package-install': { empty: 6, filled: 4 },
  copy: { empty: 0.1, filled: 0.1 },
  other: { empty: 0.2, filled: 0.2 },
};

/** The published cost of a step. What it does besides its kind is added. */
export function publishedCost(
  step: Pick<Step, 'kind' | 'effects' | 'environment' | 'mounts'>,
): StepCost {
  const { kind, effects, environment, mounts } = step;
  const anyMount = mounts.some(({ type }) => type === 'cache');
  const parts: [kind: StepKind, mounted: boolean][] = [];
  if (effects.compiles) {
    parts.push(['compile', environment.buildCacheMount !== undefined]);
  }
  if (effects.downloadsModules) {
    parts.push(['module-download', environment.moduleCacheMount !== undefined]);
  }
  if (effects.installsPackages) {
    parts.push(['package-install', anyMount]);
  }
  if (parts.length === 0) {
    parts.push([kind, anyMount]);
  }
  let empty = 0;
  let filled = 0;
  for (const [part, mounted] of parts) {
    const cost = publishedCosts[part];
    empty += cost.empty;
    filled += mounted ? cost.filled : cost.empty;
  }
  return { empty, filled };
}

/**
 * The cost of a step that took so long where it was built, given one with its
 * published cost. A run there tells one of the two prices. For the other one
 * the lower claim is made: empty mounts cost no less than published, filled
 * ones the published share.
 */
export function measuredCost(
  { kind, downloads, moduleMount, cost: published }: PricedStep,
  { seconds, builder }: { seconds: number; builder: BuilderProfileKind },
): StepCost {
  if (published.empty === published.filled) {
    return { empty: seconds, filled: seconds };
  }
  if (builder === 'warm') {
    return { empty: Math.max(seconds, published.empty), filled: seconds };
  }
  const refetches =
    builder !== 'ephemeral' && kind === 'compile' && moduleMount && !downloads;
  return {
    empty: seconds,
    filled: (seconds * published.filled) / published.empty,
    ...(refetches && { refetches }),
  };
}

/** What the steps of a unit cost, in their order. */
export interface StepCosts {
  source: 'measured' | 'published';
  steps: StepCost[];
}

/** Measured where a step was, published elsewhere. */
export function costSteps(
  steps: readonly Step[],
  {
    measured,
    builder,
  }: {
    /** Median seconds of executed runs, by the step's index. */
    measured?: ReadonlyMap<number, number>;
    /** Where they were measured. */
    builder: BuilderProfileKind;
  },
): StepCosts {
  let source: StepCosts['source'] = 'published';
  return {
    steps: steps.map(step => {
      const published = publishedCost(step);
      const seconds = measured?.get(step.index);
      if (seconds === undefined || !(seconds >= 0 && seconds < Infinity)) {
        return published;
      }
      source = 'measured';
      const [priced] = priceSteps([step], [published]);
      return measuredCost(priced, { seconds, builder });
    }),
    source,
  };
}
