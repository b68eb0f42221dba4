/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { usePermission } from '@backstage/plugin-permission-react';
import { buildHygieneScanHealthPermission } from '@build-hygiene/plugin-build-hygiene-common';
import type { ReportPageName } from './ReportNav';

/**
 * Whether the report leads to a page of it. Extensions have predicates for this,
 * but a portal that cannot ask for the permissions in them does not start, and
 * the old frontend system has none.
 */
export function useMayOpenPage(): (
  page: ReportPageName | undefined,
) => boolean {
  const { allowed } = usePermission({
    permission: buildHygieneScanHealthPermission,
  });
  return page => page !== 'scans' || allowed;
}
