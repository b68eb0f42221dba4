/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Skeleton } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { buildHygieneApiRef } from '../../api';
import { useRequest } from '../../requests';
import { useTranslation } from '../../translation';
import { Stack } from '../Layout';
import { Section } from '../Section';
import { RequestFailure } from '../StateMessage';
import { ListSection } from './ListSection';
import { NoSources } from './NoSources';
import { SourceItem } from './SourceItem';
import styles from './ModuleSources.module.css';

/** The module sources of the organisation, and what if one fails. */
export function ModuleSources() {
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const {
    value: board,
    error,
    reload,
  } = useRequest('module-sources', signal => api.getModuleSources({ signal }));
  if (!board && error) {
    return (
      <RequestFailure error={error} what={t('sources.what')} onRetry={reload} />
    );
  }
  if (!board) {
    return (
      <Stack isLoading>
        <Skeleton width="100%" height={220} />
        <Skeleton width="100%" height={420} />
      </Stack>
    );
  }
  if (!board.configured) {
    return <NoSources />;
  }
  return (
    <Stack>
      <ListSection board={board} />
      <Section
        title={t('sources.board.title')}
        explanation={t('sources.board.explanation')}
      >
        <ul className={styles.sources}>
          {board.sources.map(status => (
            <SourceItem
              key={`${status.kind} ${status.source}`}
              status={status}
              failure={
                status.kind === 'proxy'
                  ? board.failover?.failures.find(
                      ({ source }) => source === status.source,
                    )
                  : undefined
              }
            />
          ))}
        </ul>
      </Section>
    </Stack>
  );
}
