/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Analysis } from '../analysis/types';
import { BuildStep } from '../builds/types';
import { savings } from '../cache/savings';
import { CacheModel } from '../cache/types';
import { measureModel } from './measureModel';
import { FixSavings } from './types';

/**
 * What fixes save of a build. Each state of the repository is priced by what its
 * steps cost in the first one, so that fixes one after the other add up.
 */
export class FixPrices {
  readonly #first: ReadonlyMap<string, CacheModel>;

  constructor(
    analysis: Analysis,
    /** Steps of builds of the service, newest build first. */
    builds: readonly (readonly BuildStep[])[] = [],
  ) {
    this.#first = new Map(
      analysis.models.map(model => [
        model.unit.id,
        builds.length === 0 ? model : measureModel(model, builds),
      ]),
    );
  }

  /** Undefined where no Dockerfile is built otherwise after the fix. */
  savingsOf(before: Analysis, after: Analysis): FixSavings | undefined {
    let seconds = 0;
    let source: FixSavings['source'] = 'published';
    for (const model of after.models) {
      const earlier = before.models.find(
        ({ unit }) => unit.id === model.unit.id,
      );
      const first = this.#first.get(model.unit.id);
      if (!earlier || !first || earlier === model) {
        continue;
      }
      const from = expectedSeconds(first, earlier);
      const to = expectedSeconds(first, model);
      if (from !== undefined && to !== undefined && from !== to) {
        seconds += from - to;
        source = first.costs.source === 'measured' ? 'measured' : source;
      }
    }
    const rounded = Math.round(seconds * 10) / 10;
    return rounded === 0 ? undefined : { seconds: rounded, source };
  }
}

/** Of a build on the builder that the repository uses in that state. */
function expectedSeconds(
  first: CacheModel,
  model: CacheModel,
): number | undefined {
  return savings(first, model).find(({ kind }) => kind === model.profile.kind)
    ?.seconds.after;
}
