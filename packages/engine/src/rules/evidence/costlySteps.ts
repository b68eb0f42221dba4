/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { UnitSubject } from '../types';
import { fetchesModules } from './fetchesModules';

/** The steps that take time: downloads, compilations and installations. */
export function costlySteps({ model }: UnitSubject): Step[] {
  return model.steps.filter(
    step =>
      fetchesModules(step) ||
      step.effects.compiles ||
      step.effects.installsPackages,
  );
}
