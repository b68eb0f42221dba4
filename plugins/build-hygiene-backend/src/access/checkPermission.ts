/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  BasicPermission,
} from '@backstage/plugin-permission-common';
import { missingPermission } from './missingPermission';

/** Throws where the policy denies it. */
export async function checkPermission(
  permissions: PermissionsService,
  permission: BasicPermission,
  credentials: BackstageCredentials,
): Promise<void> {
  const [{ result }] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (result !== AuthorizeResult.ALLOW) {
    throw missingPermission(permission);
  }
}
