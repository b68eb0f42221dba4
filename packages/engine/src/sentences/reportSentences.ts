/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { checkReasons } from './checkReasons';
import { fixObjections } from './fixObjections';
import { modelUnknowns } from './modelUnknowns';
import { readingProblems } from './readingProblems';
import { scoreReasons } from './scoreReasons';

/**
 * Sentences that a report consists of, for those who say them in another
 * language: why checks do not apply, why there is no score, what the cache model
 * cannot know, what could not be read, and what speaks against a fix. `{path}` and
 * the like are places that a report fills.
 *
 * @public
 */
export const reportSentences: readonly string[] = [
  ...checkReasons,
  ...fixObjections,
  ...modelUnknowns,
  ...readingProblems,
  ...scoreReasons,
];
