/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useCallback } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from './routeRefs';

/** Links to a table of the report, filtered. */
export function useReportHref(
  table: 'services' | 'rules' | 'campaigns' = 'services',
): (filter: Record<string, string | string[]>) => string {
  const root = useRouteRef(rootRouteRef);
  return useCallback(
    filter => {
      const query = new URLSearchParams(
        Object.entries(filter).flatMap(([name, values]) =>
          [values].flat().map(value => [name, value]),
        ),
      ).toString();
      return `${root()}/${table}${query ? `?${query}` : ''}`;
    },
    [root, table],
  );
}
