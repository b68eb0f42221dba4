/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine, RiServerLine } from '@remixicon/react';
import { useTranslation } from '../../translation';
import { StateMessage } from '../StateMessage';
import styles from './ModuleSources.module.css';

const SNIPPET = `buildHygiene:
  moduleSources:
    # As GOPROXY is in your builds.
    list: https://goproxy.corp.example|https://proxy.golang.org,direct
    # As GOPRIVATE is: never asked for.
    private: '*.corp.example'
    checksumDatabase: sum.golang.org`;

/** Nothing is configured, and so nothing is contacted: how to begin. */
export function NoSources() {
  const { t } = useTranslation();
  const [{ value }, copy] = useCopyToClipboard();
  const copied = value === SNIPPET;
  return (
    <>
      <StateMessage
        icon={<RiServerLine />}
        tone="announcement"
        headingLevel="h2"
        title={t('sources.empty.title')}
        description={t('sources.empty.description')}
      />
      <div className={styles.snippet}>
        <pre aria-label={t('sources.empty.snippet')}>{SNIPPET}</pre>
        <span className={styles.copy}>
          <ButtonIcon
            aria-label={t('sources.empty.copy')}
            size="small"
            variant="tertiary"
            icon={copied ? <RiCheckLine /> : <RiFileCopyLine />}
            onPress={() => copy(SNIPPET)}
          />
        </span>
      </div>
      <VisuallyHidden role="status">
        {copied && t('sources.empty.copied')}
      </VisuallyHidden>
    </>
  );
}
