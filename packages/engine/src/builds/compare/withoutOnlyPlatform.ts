/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep } from '../types';

function namesSeveral(steps: readonly BuildStep[]): boolean {
  const platforms = new Set(steps.map(({ platform }) => platform));
  platforms.delete(undefined);
  return platforms.size > 1;
}

/**
 * Steps of two builds without their platform, unless one of them is for
 * several: a build for arm64 has the same steps as one for amd64.
 */
export function withoutOnlyPlatform(
  ...builds: readonly (readonly BuildStep[])[]
): (readonly BuildStep[])[] {
  return builds.some(namesSeveral)
    ? [...builds]
    : builds.map(steps =>
        steps.map(({ platform: _, ...step }): BuildStep => step),
      );
}
