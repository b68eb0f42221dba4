/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { buildHygieneScanPermission } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../api';
import { useTranslation } from '../translation';

/**
 * What the menu of an entity page needs to scan the entity again. It is
 * disabled for who may not.
 *
 * @public
 */
export function useRescanMenuItem(): {
  title: string;
  onClick: () => Promise<void>;
  disabled: boolean;
} {
  const { entity } = useEntity();
  const api = useApi(buildHygieneApiRef);
  const toastApi = useApi(toastApiRef);
  const { t } = useTranslation();
  const { allowed } = usePermission({ permission: buildHygieneScanPermission });
  return {
    title: t('entityMenu.rescan'),
    disabled: !allowed,
    onClick: async () => {
      try {
        await api.rescan(stringifyEntityRef(entity));
        toastApi.post({
          title: t('scan.queued'),
          status: 'success',
          timeout: 4_000,
        });
      } catch (error) {
        toastApi.post({
          title: t('scan.queueFailed'),
          description: error instanceof Error ? error.message : String(error),
          status: 'danger',
        });
      }
    },
  };
}
