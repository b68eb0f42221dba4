/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '../types';

/**
 * Whether the builder did the work of a step, to the end or not. A failed step
 * took its time, too.
 */
export function hasRun({ state }: BuildStep): boolean {
  return state === 'executed' || state === 'failed' || state === 'canceled';
}
