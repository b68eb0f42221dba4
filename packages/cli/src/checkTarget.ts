/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  findBuildUnits,
  isExcludedPath,
  ScanOptions,
  Snapshot,
} from '@build-hygiene/engine';
import { InputError } from './InputError';

/**
 * A target that a Dockerfile does not have would leave nothing of it to check,
 * and so a perfect score.
 */
export function checkTarget({
  snapshot,
  options,
}: {
  snapshot: Snapshot;
  options: ScanOptions;
}): void {
  const { target, dockerfiles } = options;
  if (target === undefined) {
    return;
  }
  const lacking = findBuildUnits(snapshot, options).filter(
    unit =>
      unit.target === undefined &&
      (dockerfiles !== undefined || !isExcludedPath(unit.id)),
  );
  if (lacking.length > 0) {
    throw new InputError(
      `${lacking[0].id}: there is no stage ${target}${
        dockerfiles === undefined
          ? '; name the Dockerfile that has it with --dockerfile'
          : ''
      }`,
    );
  }
}
