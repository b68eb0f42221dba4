/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { attemptsOf, isOfAttempt, type RunAttempt } from './attemptsOf';
export { branchOf } from './branchOf';
export { isOfFork } from './isOfFork';
export { listRuns } from './listRuns';
export { RunCursor } from './RunCursor';
