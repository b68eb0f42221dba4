/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { rulesetVersion, scan } from '@build-hygiene/engine';
import { Analyser } from './Analyser';

export function createEngineAnalyser(): Analyser {
  return {
    rulesetVersion,
    analyse(snapshot, options) {
      return scan(snapshot, {
        ...options,
        fixes: true,
        plan: true,
        today: new Date().toISOString().slice(0, 10),
      });
    },
  };
}
