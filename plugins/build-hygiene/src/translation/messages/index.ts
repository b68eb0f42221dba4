/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export * from './generalMessages';
export * from './serviceMessages';
export * from './stepMessages';
export * from './trendMessages';
export * from './waysInMessages';
export * from './matrixMessages';
export * from './checkMessages';
export * from './buildMessages';
export * from './buildsReportMessages';
export * from './comparisonMessages';
export * from './moduleSourceMessages';
export * from './reportMessages';
export * from './failureClassMessages';
export * from './fixMessages';
export * from './fleetMessages';
export * from './campaignMessages';
export * from './ownerMessages';
export * from './ruleMessages';
export * from './scanHealthMessages';
export * from './waiverMessages';
