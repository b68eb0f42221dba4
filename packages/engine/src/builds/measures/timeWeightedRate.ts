/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The share of time that a cache spared: avoided / (avoided + executed) seconds.
 * Undefined where there is neither.
 *
 * @public
 */
export function timeWeightedRate(seconds: {
  /** What cached steps would have cost. */
  avoided: number;
  /** What the cacheable steps that ran took. */
  executed: number;
}): number | undefined {
  const { avoided, executed } = seconds;
  const all = avoided + executed;
  return all > 0 ? avoided / all : undefined;
}
