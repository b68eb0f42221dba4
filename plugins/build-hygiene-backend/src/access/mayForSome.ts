/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogEntityPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/** Whether the policy grants it for services, be it under conditions. */
export async function mayForSome(
  permissions: PermissionsService,
  permission: CatalogEntityPermission,
  credentials: BackstageCredentials,
): Promise<boolean> {
  const [{ result }] = await permissions.authorizeConditional(
    [{ permission }],
    { credentials },
  );
  return result !== AuthorizeResult.DENY;
}
