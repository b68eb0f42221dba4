/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export type { Analyser, AnalyseOptions } from './Analyser';
export { createEngineAnalyser } from './createEngineAnalyser';
export { engineInThisThread } from './Engine';
export { EngineThreads } from './EngineThreads';
export { describeRules, type RuleCatalogue } from './describeRules';
export { unlessAborted } from './unlessAborted';
export { ScanWorker, type ScanWorkerOptions } from './ScanWorker';
