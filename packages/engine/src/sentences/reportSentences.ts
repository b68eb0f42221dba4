/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { checkReasons } from './checkReasons';
import { modelUnknowns } from './modelUnknowns';
import { scoreReasons } from './scoreReasons';

/**
 * Sentences that a report consists of, for those who say them in another
 * language: why checks do not apply, why there is no score, and what the cache
 * model cannot know. `{path}` and the like are places that a report fills.
 *
 * @public
 */
export const reportSentences: readonly string[] = [
  ...checkReasons,
  ...modelUnknowns,
  ...scoreReasons,
];
