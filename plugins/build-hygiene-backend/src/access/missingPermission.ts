/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { NotAllowedError } from '@backstage/errors';
import { Permission } from '@backstage/plugin-permission-common';

export function missingPermission(permission: Permission): NotAllowedError {
  return new NotAllowedError(`Not allowed: ${permission.name} is missing`);
}
