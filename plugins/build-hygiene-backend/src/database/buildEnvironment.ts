/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildRecord } from '@build-hygiene/engine';
import { BuildDetail } from '@build-hygiene/plugin-build-hygiene-common';

type BuildEnvironment = Pick<BuildDetail, 'description' | 'builder'>;

/** What of a reading is stored of how its build ran; it is masked. */
export function toStoredEnvironment({
  description,
  builder,
}: Pick<BuildRecord, 'description' | 'builder'>): string | null {
  if (!description && !builder) {
    return null;
  }
  // There may be very many of them; the steps name the base images.
  const { materials, ...rest } = description ?? {};
  const environment: BuildEnvironment = {
    ...(description && { description: rest }),
    ...(builder && { builder }),
  };
  return JSON.stringify(environment);
}

/** Nothing of builds that an earlier version took in. */
export function fromStoredEnvironment(stored: string | null): BuildEnvironment {
  return stored === null ? {} : JSON.parse(stored);
}
