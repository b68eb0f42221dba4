/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Filled } from './Filled';

/** Why there is no score. Some are problems as well, of what the owner names. */
export const scoreReasons = [
  'The repository has neither a Dockerfile nor a go.mod.',
  'The Dockerfile that is named for this service was not read.',
  'The Dockerfile that is named for this service does not exist.',
  'The build context that is named for this service does not exist.',
  'The stage {name} that is named for this service does not exist.',
  'No rule that counts applies here.',
  'Only {rated} % of what applies could be rated; {needed} % are needed.',
] as const;

/** One of them, filled. */
export type ScoreReason = Filled<(typeof scoreReasons)[number]>;
