/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { rulesetVersion } from '@build-hygiene/engine';
import { Analyser } from './Analyser';
import { Engine } from './Engine';

/** Today's analysis of a repository, with all that the portal shows. */
export function createEngineAnalyser(engine: Engine): Analyser {
  const today = () => new Date().toISOString().slice(0, 10);
  return {
    rulesetVersion,
    analyse: (snapshot, options) =>
      engine.scan(snapshot, {
        ...options,
        fixes: true,
        plan: true,
        today: today(),
      }),
    previewFixes: (snapshot, options) =>
      engine.previewFixes(snapshot, { ...options, today: today() }),
  };
}
