/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import {
  RiCheckLine,
  RiFileCopyLine,
  RiTerminalBoxLine,
} from '@remixicon/react';
import { useTranslation } from '../../translation';
import { StateMessage } from '../StateMessage';
import styles from './NoBuilds.module.css';

/** No build records: the CI step that sends them, ready to copy. */
export function NoBuilds(props: { entityRef: string; baseUrl?: string }) {
  const { entityRef, baseUrl } = props;
  const { t } = useTranslation();
  const [{ value }, copy] = useCopyToClipboard();
  const url = `${
    baseUrl ?? 'https://backstage.example.com/api/build-hygiene'
  }/builds?${new URLSearchParams({ entityRef })}`;
  // A failed build is worth sending, too, and fails the job all the same.
  const snippet = [
    'docker buildx build --progress=rawjson . 2> build.log || failed=$?',
    'curl --fail-with-body -X POST \\',
    '  -H "Authorization: Bearer $BUILD_HYGIENE_TOKEN" \\',
    '  -H "Content-Type: application/octet-stream" \\',
    '  --data-binary @build.log \\',
    `  "${url}&commit=$(git rev-parse HEAD)"`,
    'exit ${failed:-0}',
  ].join('\n');
  const copied = value === snippet;
  return (
    <>
      <StateMessage
        icon={<RiTerminalBoxLine />}
        tone="announcement"
        title={t('builds.none.title')}
        description={t('builds.none.description')}
      />
      <div className={styles.snippet}>
        <pre aria-label={t('builds.none.snippet')}>{snippet}</pre>
        <span className={styles.copy}>
          <ButtonIcon
            aria-label={t('builds.none.copy')}
            size="small"
            variant="tertiary"
            icon={copied ? <RiCheckLine /> : <RiFileCopyLine />}
            onPress={() => copy(snippet)}
          />
        </span>
      </div>
      <VisuallyHidden role="status">
        {copied && t('builds.none.copied')}
      </VisuallyHidden>
    </>
  );
}
