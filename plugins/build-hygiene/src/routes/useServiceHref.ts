/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useCallback } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';

/**
 * Links to a service's "Build hygiene" tab. The tab's path is the one that the
 * plugin ships with: a route reference below an entity page resolves only from
 * within that page, and the report links from outside.
 */
export function useServiceHref(): (
  entityRef: string,
  query?: string,
) => string {
  const entityRoute = useRouteRef(entityRouteRef);
  return useCallback(
    (entityRef, query) =>
      `${entityRoute(
        entityRouteParams(parseEntityRef(entityRef)),
      )}/build-hygiene${query ? `?${query}` : ''}`,
    [entityRoute],
  );
}
