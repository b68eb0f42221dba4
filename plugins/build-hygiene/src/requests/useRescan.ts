/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { buildHygieneApiRef } from '../api';
import { useTranslation } from '../translation';

/** Asks for a scan, says how that went, and answers whether it is queued. */
export function useRescan(entityRef: string): () => Promise<boolean> {
  const api = useApi(buildHygieneApiRef);
  const toastApi = useApi(toastApiRef);
  const { t } = useTranslation();
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
