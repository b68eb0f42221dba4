/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { forecast } from './forecastProfiles';
import { priceSteps } from './priceBuild';
import { publishedCost } from './stepCosts';
import {
  BuilderProfileKind,
  CacheModel,
  ProfileForecast,
  Step,
  StepCost,
} from './types';

/**
 * What a changed Dockerfile saves on one kind of builder.
 *
 * @public
 */
export interface Savings {
  /** The kind of builder. */
  kind: BuilderProfileKind;
  /** The expected hit rate, 0..1; undefined without steps. */
  hitRate: { before?: number; after?: number };
  /** The expected seconds of a build; undefined without steps. */
  seconds: { before?: number; after?: number };
}

/**
 * Compares a unit before and after a change of its Dockerfile, with the same
 * change mix and the same costs: what was measured before holds for the same
 * work after, and the model decides how often it is done.
 *
 * @public
 */
export function savings(before: CacheModel, after: CacheModel): Savings[] {
  return carryModel(before, after).profiles.map(now => {
    const { kind } = now;
    const earlier = before.profiles.find(profile => profile.kind === kind);
    return {
      kind,
      hitRate: between(earlier, now, 'predictedHitRate'),
      seconds: between(earlier, now, 'expectedSeconds'),
    };
  });
}

/** The unit after a change, priced by what steps cost before it. */
export function carryModel(before: CacheModel, after: CacheModel): CacheModel {
  const costs = carryCosts(before, after.steps);
  const steps = priceSteps(after.steps, costs);
  return {
    ...after,
    costs: { ...after.costs, source: before.costs.source, steps: costs },
    profiles: after.profiles.map(({ kind, scenarios }) =>
      forecast(kind, {
        steps,
        scenarios: scenarios.map(({ id, outcomes }, position) => ({
          id,
          outcomes,
          applicable: after.scenarios[position].scenario.applicable,
        })),
      }),
    ),
  };
}

function between(
  before: ProfileForecast | undefined,
  after: ProfileForecast,
  field: 'predictedHitRate' | 'expectedSeconds',
): { before?: number; after?: number } {
  return {
    ...(before?.[field] !== undefined && { before: before[field] }),
    ...(after[field] !== undefined && { after: after[field] }),
  };
}

/**
 * What steps cost in the light of what those before them did: the same
 * instruction costs the same. Another one costs what is published, by as much
 * more or less as steps with the same effect did.
 */
function carryCosts(before: CacheModel, after: readonly Step[]): StepCost[] {
  return after.map(step => {
    const published = publishedCost(step);
    if (before.costs.source === 'published') {
      return published;
    }
    const same = before.steps.findIndex(other => isSame(other, step));
    if (same !== -1) {
      return before.costs.steps[same];
    }
    const empty = scaleOf(step, { before, price: 'empty' }) ?? 1;
    const filled = scaleOf(step, { before, price: 'filled' }) ?? empty;
    return {
      empty: published.empty * empty,
      filled: published.filled * (hasFilledPrice(published) ? filled : empty),
    };
  });
}

/** How the cost of steps with an effect of this one compares with what is published. */
function scaleOf(
  step: Step,
  { before, price }: { before: CacheModel; price: 'empty' | 'filled' },
): number | undefined {
  let actual = 0;
  let published = 0;
  before.steps.forEach((other, position) => {
    const cost = publishedCost(other);
    if (
      sharesEffect(other, step) &&
      (price === 'empty' || hasFilledPrice(cost))
    ) {
      actual += before.costs.steps[position][price];
      published += cost[price];
    }
  });
  return published > 0 ? actual / published : undefined;
}

function hasFilledPrice({ empty, filled }: StepCost): boolean {
  return empty !== filled;
}

/** `go build` is less work once another step downloads the modules. */
function isSame(one: Step, other: Step): boolean {
  return (
    one.effects.downloadsModules === other.effects.downloadsModules &&
    textOf(one) === textOf(other)
  );
}

function textOf({ stage, instruction }: Step): string {
  return JSON.stringify([
    stage.name ?? stage.index,
    instruction.keyword,
    instruction.flags.map(({ name, value }) => [name, value]),
    instruction.text,
  ]);
}

/** Small steps have none: they are too different to stand for one another. */
function sharesEffect({ effects: one }: Step, { effects: other }: Step) {
  return other.compiles
    ? one.compiles
    : (other.downloadsModules && one.downloadsModules) ||
        (other.installsPackages && one.installsPackages);
}
