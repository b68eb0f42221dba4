/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { NotAllowedError } from '@backstage/errors';
import { Permission } from '@backstage/plugin-permission-common';

/** Names the service where the permission is about one. */
export function missingPermission(
  { name }: Permission,
  entityRef?: string,
): NotAllowedError {
  const where = entityRef === undefined ? '' : ` for ${entityRef}`;
  return new NotAllowedError(`Not allowed: ${name} is missing${where}`);
}
