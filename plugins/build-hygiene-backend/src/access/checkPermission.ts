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
  AuthorizePermissionRequest,
  AuthorizeResult,
} from '@backstage/plugin-permission-common';
import { missingPermission } from './missingPermission';

/** Throws where the policy denies it. */
export async function checkPermission(
  permissions: PermissionsService,
  request: AuthorizePermissionRequest,
  credentials: BackstageCredentials,
): Promise<void> {
  const [{ result }] = await permissions.authorize([request], { credentials });
  if (result !== AuthorizeResult.ALLOW) {
    throw missingPermission(request.permission, request.resourceRef);
  }
}
