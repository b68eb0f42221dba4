/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Skeleton, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { buildHygieneApiRef } from '../../api';
import { useFormat } from '../../format';
import { useRequest } from '../../requests';
import { useTranslation } from '../../translation';
import { RequestFailure } from '../StateMessage';
import { Diagnosis } from './Diagnosis';
import { StepTimeline } from './StepTimeline';
import styles from './BuildPanel.module.css';

/** One build: what went wrong first, then its steps. */
export function BuildPanel({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi(buildHygieneApiRef);
  const {
    value: build,
    error,
    reload,
  } = useRequest(id, signal => api.getBuild(id, { signal }));
  if (error && !build) {
    return (
      <RequestFailure
        compact
        error={error}
        what={t('builds.whatOne')}
        onRetry={reload}
      />
    );
  }
  if (!build) {
    return (
      <div role="status" aria-label={t('loading')}>
        <Skeleton width="100%" height={220} />
      </div>
    );
  }
  const facts: (string | false | undefined)[] = [
    t('builds.format', { format: build.format }),
    build.image && t('builds.image', { image: build.image }),
    build.contextBytes !== undefined &&
      t('builds.context', { size: format.bytes(build.contextBytes) }),
    t('builds.executed', { seconds: format.seconds(build.executedSeconds) }),
  ];
  return (
    <div className={styles.panel}>
      {build.failure && <Diagnosis failure={build.failure} />}
      {build.outcome === 'incomplete' && (
        <Text as="p" variant="body-medium" color="secondary">
          {t('builds.incomplete')}
        </Text>
      )}
      <StepTimeline steps={build.steps} />
      <ul className={styles.facts}>
        {facts.map(fact => fact && <li key={fact}>{fact}</li>)}
        {build.warnings.map(warning => (
          <li key={warning}>{t('builds.warning', { warning })}</li>
        ))}
      </ul>
    </div>
  );
}
