/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownload2Line } from '@remixicon/react';
import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import {
  ServicesExportQuery,
  ServicesQuery,
} from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useTranslation } from '../../translation';
import { saveFile } from '../ServiceMenu/saveFile';

const types = {
  csv: 'text/csv',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
} as const;

/** Saves the list as it is filtered and sorted, all pages of it. */
export function ExportMenu({ query }: { query: ServicesQuery }) {
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const toastApi = useApi(toastApiRef);
  const download = async (format: ServicesExportQuery['format']) => {
    const { limit: _, cursor: __, ...filters } = query;
    try {
      const text = await api.exportServices({ ...filters, format });
      saveFile(`build-hygiene-services.${format}`, types[format], text);
    } catch (error) {
      toastApi.post({
        title: t('services.export.failed'),
        description: error instanceof Error ? error.message : String(error),
        status: 'danger',
      });
    }
  };
  return (
    <MenuTrigger>
      <ButtonIcon
        aria-label={t('services.export.menu')}
        size="small"
        variant="secondary"
        icon={<RiDownload2Line />}
      />
      <Menu placement="bottom end">
        <MenuItem onAction={() => download('csv')}>
          {t('services.export.csv')}
        </MenuItem>
        <MenuItem onAction={() => download('json')}>
          {t('services.export.json')}
        </MenuItem>
        <MenuItem onAction={() => download('ndjson')}>
          {t('services.export.ndjson')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
