/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Skeleton, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import {
  BuildSummary,
  StepMeasure,
} from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useFormat } from '../../format';
import { useRequest } from '../../requests';
import { useSearchState } from '../../routes';
import { useTranslation } from '../../translation';
import { Incident } from '../Incident';
import { RequestFailure } from '../StateMessage';
import { Comparison, CompareWith } from './Comparison';
import { Diagnosis } from './Diagnosis';
import { SecondsBar } from './SecondsBar';
import { StepTimeline } from './StepTimeline';
import styles from './BuildPanel.module.css';

/** One build: what went wrong first, then its steps. */
export function BuildPanel(props: {
  id: string;
  /** Those that it can be compared with. */
  builds: readonly BuildSummary[];
  /** What is usual of its steps, where it is known. */
  usual?: readonly StepMeasure[];
}) {
  const { id, builds, usual } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi(buildHygieneApiRef);
  const { search, change } = useSearchState();
  const otherId = search.get('with') ?? undefined;
  const {
    value: build,
    error,
    reload,
  } = useRequest(id, signal => api.getBuild(id, { signal }));
  if (otherId !== undefined) {
    return (
      <div className={styles.panel}>
        <Comparison
          id={id}
          otherId={otherId}
          onClose={() => change({ with: undefined })}
        />
      </div>
    );
  }
  if (error && !build) {
    return (
      <RequestFailure
        compact
        missing={{
          title: t('builds.missing.title'),
          description: t('builds.missing.description'),
        }}
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
      {build.incident && <Incident incident={build.incident} />}
      {build.outcome === 'incomplete' && (
        <Text as="p" variant="body-medium" color="secondary">
          {t('builds.incomplete')}
        </Text>
      )}
      <CompareWith
        build={build}
        builds={builds}
        onCompare={other => change({ with: other })}
      />
      <StepTimeline build={build} usual={usual} />
      {build.measures && <SecondsBar measures={build.measures} />}
      <ul className={styles.facts}>
        {facts.map(fact => fact && <li key={fact}>{fact}</li>)}
        {build.warnings.map(warning => (
          <li key={warning}>{t('builds.warning', { warning })}</li>
        ))}
      </ul>
    </div>
  );
}
