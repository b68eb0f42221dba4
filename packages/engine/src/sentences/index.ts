/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { type CheckReason } from './checkReasons';
export { type Filled } from './Filled';
export { type FixObjection } from './fixObjections';
export { type ModelUnknown } from './modelUnknowns';
export { type ReadingProblem } from './readingProblems';
export { reportSentences } from './reportSentences';
export { type ScoreReason } from './scoreReasons';
