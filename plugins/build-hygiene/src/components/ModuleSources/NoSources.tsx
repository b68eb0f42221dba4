/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RiServerLine } from '@remixicon/react';
import { useTranslation } from '../../translation';
import { Snippet } from '../Snippet';
import { StateMessage } from '../StateMessage';

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
  return (
    <>
      <StateMessage
        icon={<RiServerLine />}
        tone="announcement"
        headingLevel="h2"
        title={t('sources.empty.title')}
        description={t('sources.empty.description')}
      />
      <Snippet
        text={SNIPPET}
        label={t('sources.empty.snippet')}
        copyLabel={t('sources.empty.copy')}
        copiedText={t('sources.empty.copied')}
      />
    </>
  );
}
