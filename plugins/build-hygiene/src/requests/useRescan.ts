/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { buildHygieneScanPermission } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../api';
import { useTranslation } from '../translation';

/**
 * Asks for a scan, says how that went, and answers whether it is queued;
 * undefined for who may not.
 */
export function useRescan(
  entityRef: string,
): (() => Promise<boolean>) | undefined {
  const api = useApi(buildHygieneApiRef);
  const toastApi = useApi(toastApiRef);
  const { t } = useTranslation();
  const { allowed } = usePermission({
    permission: buildHygieneScanPermission,
    resourceRef: entityRef,
  });
  if (!allowed) {
    return undefined;
  }
  return async () => {
    try {
      await api.rescan(entityRef);
    } catch (error) {
      toastApi.post({
        title: t('scan.queueFailed'),
        description: error instanceof Error ? error.message : String(error),
        status: 'danger',
      });
      return false;
    }
    toastApi.post({
      title: t('scan.queued'),
      status: 'success',
      timeout: 4_000,
    });
    return true;
  };
}
