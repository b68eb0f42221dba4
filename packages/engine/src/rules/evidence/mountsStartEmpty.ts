/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { UnitSubject } from '../types';
import { pipelineBuilds } from './pipelineBuilds';

/**
 * Whether the builder of a unit finds its cache mounts empty in each build: a
 * mount gains nothing there, wherever it is.
 */
export function mountsStartEmpty(subject: UnitSubject): boolean {
  return (
    subject.model.profile.kind !== 'warm' &&
    !pipelineBuilds(subject).some(({ cacheMountsKept }) => cacheMountsKept)
  );
}
