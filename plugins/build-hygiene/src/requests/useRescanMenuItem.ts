/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslation } from '../translation';
import { useRescan } from './useRescan';

/**
 * What the menu of an entity page needs to scan the entity again. It is
 * disabled for who may not scan it.
 *
 * @public
 */
export function useRescanMenuItem(): {
  title: string;
  onClick: () => Promise<void>;
  disabled: boolean;
} {
  const { entity } = useEntity();
  const rescan = useRescan(stringifyEntityRef(entity));
  const { t } = useTranslation();
  return {
    title: t('entityMenu.rescan'),
    disabled: rescan === undefined,
    onClick: async () => {
      await rescan?.();
    },
  };
}
