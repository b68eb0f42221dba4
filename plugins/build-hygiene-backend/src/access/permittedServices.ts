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

/**
 * How many services are asked for at once. The catalog takes 100 kB, and the
 * conditions, with all groups of the user, come with each service.
 */
const servicesPerRequest = 20;

/** Those of the services for which the policy grants the permission. */
export async function permittedServices(
  permissions: PermissionsService,
  request: {
    permission: CatalogEntityPermission;
    entityRefs: Iterable<string>;
  },
  credentials: BackstageCredentials,
): Promise<Set<string>> {
  const { permission } = request;
  const entityRefs = new Set(request.entityRefs);
  const [{ result }] = await permissions.authorizeConditional(
    [{ permission }],
    { credentials },
  );
  switch (result) {
    case AuthorizeResult.ALLOW:
      return entityRefs;
    case AuthorizeResult.DENY:
      return new Set();
    default: {
      const refs = [...entityRefs];
      const permitted = new Set<string>();
      for (let start = 0; start < refs.length; start += servicesPerRequest) {
        const asked = refs.slice(start, start + servicesPerRequest);
        const answers = await permissions.authorize(
          asked.map(resourceRef => ({ permission, resourceRef })),
          { credentials },
        );
        asked
          .filter((_, at) => answers[at].result === AuthorizeResult.ALLOW)
          .forEach(entityRef => permitted.add(entityRef));
      }
      return permitted;
    }
  }
}
