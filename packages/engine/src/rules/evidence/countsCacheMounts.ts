/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Stage } from '../../dockerfile/types';
import { UnitSubject } from '../types';
import { finalChain } from './finalImage';

/**
 * Whether what a stage keeps in cache mounts counts as kept. On a builder that
 * lives on it is. Where the builder keeps the stage's layers and nothing else,
 * it is not: mounts start empty.
 *
 * Where it keeps not even the layers of the stage, because there is no remote
 * cache or that cache holds the last stage alone, no order of the Dockerfile
 * helps there. What is missing is told by the rules on the remote cache; the
 * Dockerfile is judged for the other builders that it has, those of developers,
 * which keep layers and mounts.
 */
export function countsCacheMounts(subject: UnitSubject, stage: Stage): boolean {
  return !keepsLayersOnly(subject, stage);
}

/** Whether the builder keeps the layers of a stage, and no cache mounts. */
export function keepsLayersOnly(
  { unit, model }: UnitSubject,
  stage: Stage,
): boolean {
  const { kind } = model.profile;
  switch (kind) {
    case 'remote-max':
      return true;
    case 'remote-min':
      return finalChain(unit)?.stages.includes(stage) === true;
    case 'warm':
    case 'ephemeral':
      return false;
    default:
      return kind satisfies never;
  }
}
