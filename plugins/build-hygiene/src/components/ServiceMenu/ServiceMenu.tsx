/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiAwardLine,
  RiDownload2Line,
  RiMarkdownLine,
  RiMore2Fill,
} from '@remixicon/react';
import { ReportFormat } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useTranslation } from '../../translation';
import { BadgeDialog } from './BadgeDialog';
import { saveFile } from './saveFile';

/** How the files are called and what is in them. */
const files: Readonly<
  Record<ReportFormat, { extension: string; type: string }>
> = {
  sarif: { extension: 'sarif', type: 'application/sarif+json' },
  markdown: { extension: 'md', type: 'text/markdown' },
};

/** The report as a file, and the badge where there are badges. */
export function ServiceMenu(props: { entityRef: string }) {
  const { entityRef } = props;
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const toastApi = useApi(toastApiRef);
  const hasBadges = useApi(configApiRef).getOptionalBoolean(
    'buildHygiene.badges.public',
  );
  const [showsBadge, setShowsBadge] = useState(false);

  const download = async (format: ReportFormat) => {
    const { extension, type } = files[format];
    const { name } = parseEntityRef(entityRef);
    try {
      const text = await api.exportReport({ entityRef, format });
      saveFile(`${name}-build-hygiene.${extension}`, type, text);
    } catch (error) {
      toastApi.post({
        title: t('share.downloadFailed'),
        description: error instanceof Error ? error.message : String(error),
        status: 'danger',
      });
    }
  };

  return (
    <>
      <MenuTrigger>
        <ButtonIcon
          aria-label={t('share.menu')}
          size="small"
          variant="secondary"
          icon={<RiMore2Fill />}
        />
        <Menu placement="bottom end">
          <MenuItem
            iconStart={<RiDownload2Line />}
            onAction={() => download('sarif')}
          >
            {t('share.sarif')}
          </MenuItem>
          <MenuItem
            iconStart={<RiMarkdownLine />}
            onAction={() => download('markdown')}
          >
            {t('share.markdown')}
          </MenuItem>
          {hasBadges && (
            <MenuItem
              iconStart={<RiAwardLine />}
              onAction={() => setShowsBadge(true)}
            >
              {t('share.badge')}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      {hasBadges && (
        <BadgeDialog
          entityRef={entityRef}
          isOpen={showsBadge}
          onOpenChange={setShowsBadge}
        />
      )}
    </>
  );
}
