/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * API types, typed client and permissions of the Build Hygiene plugin.
 *
 * @packageDocumentation
 */
export * from './buildHygieneAnnotations';
export * from './buildTypes';
export * from './campaignTypes';
export * from './errorSentences';
export * from './failureTypes';
export * from './fleetTypes';
export * from './gradeLabel';
export * from './historyTypes';
export * from './isBuildHygieneDisabled';
export * from './fixPlanTypes';
export * from './measureTypes';
export * from './moduleSourceTypes';
export * from './ownerTypes';
export * from './Page';
export * from './reportTypes';
export * from './ruleTypes';
export * from './scanHealthTypes';
export * from './scanTypes';
export * from './searchTypes';
export * from './serviceTypes';
export * from './signalTypes';
export * from './waiverTypes';
export * from './BuildHygieneApi';
export {
  BuildHygieneClient,
  type BuildHygieneClientOptions,
} from './BuildHygieneClient';
export * from './permissions';
