/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isLeftOut } from '../policy/applyPolicy';
import { Policy } from '../policy/types';
import { isExcludedPath, isGenerated } from '../snapshot/isExcludedPath';
import { BuildUnit } from '../units/types';

/**
 * Whether a Dockerfile is listed but not checked. One that the owner names is
 * checked wherever it stands.
 */
export function isExcludedUnit(
  unit: BuildUnit,
  options: { dockerfiles?: readonly string[]; policy?: Policy },
): boolean {
  return (
    options.dockerfiles === undefined &&
    (isExcludedPath(unit.id) ||
      isGenerated(unit.dockerfile.source) ||
      isLeftOut(options.policy, unit.id))
  );
}
