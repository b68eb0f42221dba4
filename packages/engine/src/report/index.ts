/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { describeMarkdown } from './describeMarkdown';
export { describeMatrix } from './describeMatrix';
export { describePullRequest } from './describePullRequest';
export type { PullRequestText } from './describePullRequest';
export type { ReplayedCommit } from './describeReplay';
export { describeSarif } from './describeSarif';
export * from './fleetTypes';
export { HistoryReplay } from './HistoryReplay';
export { fleetFactsDate, judgeFleetValue } from './judgeFleetValue';
export { locateSteps, type LocatedSteps } from './locateSteps';
export { measureMatrix } from './measureMatrix';
export { previewFixes } from './previewFixes';
export type { FixPreviewOptions } from './previewFixes';
export type { ScanOptions, ScanResult } from './scan';
export { scan } from './scan';
export * from './replayTypes';
export * from './types';
