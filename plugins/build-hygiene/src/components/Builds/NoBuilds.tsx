/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CopyTextButton } from '@backstage/core-components';
import { RiTerminalBoxLine } from '@remixicon/react';
import { useTranslation } from '../../translation';
import { StateMessage } from '../StateMessage';
import styles from './NoBuilds.module.css';

/** No build records: the CI step that sends them, ready to copy. */
export function NoBuilds(props: { entityRef: string; baseUrl?: string }) {
  const { entityRef, baseUrl } = props;
  const { t } = useTranslation();
  const url = `${
    baseUrl ?? 'https://backstage.example.com/api/build-hygiene'
  }/builds?${new URLSearchParams({ entityRef })}`;
  const snippet = [
    'docker buildx build --progress=rawjson . 2> build.log',
    'curl --fail-with-body -X POST \\',
    `  -H "Authorization: Bearer $BUILD_HYGIENE_TOKEN" \\`,
    `  -H "Content-Type: text/plain" \\`,
    `  --data-binary @build.log \\`,
    `  "${url}"`,
  ].join('\n');
  return (
    <>
      <StateMessage
        icon={<RiTerminalBoxLine />}
        tone="announcement"
        title={t('builds.none.title')}
        description={t('builds.none.description')}
      />
      <div className={styles.snippet}>
        <pre tabIndex={0} aria-label={t('builds.none.snippet')}>
          {snippet}
        </pre>
        <CopyTextButton
          text={snippet}
          tooltipText={t('builds.none.copied')}
          aria-label={t('builds.none.copy')}
        />
      </div>
    </>
  );
}
