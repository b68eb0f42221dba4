/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { type CheckReason } from './checkReasons';
export { type ModelUnknown } from './modelUnknowns';
export { reportSentences } from './reportSentences';
export { type ScoreReason } from './scoreReasons';
