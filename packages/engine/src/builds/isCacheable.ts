/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from './types';

/**
 * Whether a step is one that its builder's cache can hold: an instruction other
 * than FROM, whose seconds are those of a pull.
 *
 * @public
 */
export function isCacheable(step: BuildStep): boolean {
  return (
    !step.internal &&
    step.index !== undefined &&
    step.instruction !== 'FROM' &&
    step.cacheable !== false
  );
}
