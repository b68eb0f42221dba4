/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Filled } from './Filled';

/** Why there is no score. */
export const scoreReasons = [
  'No rule that counts applies here.',
  'Only {rated} % of what applies could be rated; {needed} % are needed.',
] as const;

/** One of them, filled. */
export type ScoreReason = Filled<(typeof scoreReasons)[number]>;
