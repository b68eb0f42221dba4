/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Skeleton, ToggleButton } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { buildHygieneApiRef } from '../../api';
import { useReportChanges, useRequest } from '../../requests';
import { useSearchState } from '../../routes';
import { useTranslation } from '../../translation';
import { Columns, Stack } from '../Layout';
import { RequestFailure } from '../StateMessage';
import { ToggleGroup } from '../ToggleGroup';
import { BuildTiles } from './BuildTiles';
import { FailuresSection } from './FailuresSection';
import { IncidentsSection } from './IncidentsSection';
import { NoReportBuilds } from './NoReportBuilds';
import { OwnersSection } from './OwnersSection';
import { TargetsSection } from './TargetsSection';
import { TrendSection } from './TrendSection';
import styles from './BuildsReport.module.css';

const WINDOWS = [7, 30, 90];
const DEFAULT_WINDOW = 30;

function Waiting() {
  return (
    <Stack isLoading>
      <div className={styles.tiles}>
        {[0, 1, 2, 3, 4, 5].map(index => (
          <Skeleton key={index} width="100%" height={136} />
        ))}
      </div>
      <Skeleton width="100%" height={180} />
      <Columns>
        <Skeleton width="100%" height={360} />
        <Skeleton width="100%" height={360} />
      </Columns>
      <Skeleton width="100%" height={420} />
    </Stack>
  );
}

/** The builds of all services: rates, hours, failures, incidents, owners. */
export function BuildsReport() {
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const { search, change } = useSearchState();
  const asked = Number(search.get('days'));
  const days = WINDOWS.includes(asked) ? asked : DEFAULT_WINDOW;
  const measures = useRequest(`measures/${days}`, signal =>
    api.getReportMeasures({ days }, { signal }),
  );
  const failures = useRequest(`failures/${days}`, signal =>
    api.getReportFailures({ days }, { signal }),
  );
  const incidents = useRequest(`incidents/${days}`, signal =>
    api.getReportIncidents({ days }, { signal }),
  );
  const all = [measures, failures, incidents];
  useReportChanges(() => all.forEach(({ reload }) => reload()));
  const error = all.find(request => request.error)?.error;
  if (error) {
    return (
      <RequestFailure
        error={error}
        what={t('buildsReport.what')}
        onRetry={() => all.forEach(({ reload }) => reload())}
      />
    );
  }
  if (!measures.value || !failures.value || !incidents.value) {
    return <Waiting />;
  }
  return (
    <Stack isStale={all.some(({ loading }) => loading)}>
      <div className={styles.window}>
        <ToggleGroup
          aria-label={t('buildsReport.window')}
          selectedKeys={[String(days)]}
          onSelectionChange={keys => {
            const [key] = keys;
            change({
              days: key === String(DEFAULT_WINDOW) ? undefined : String(key),
            });
          }}
        >
          {WINDOWS.map(value => (
            <ToggleButton key={value} id={String(value)}>
              {t('buildsReport.days', { count: value })}
            </ToggleButton>
          ))}
        </ToggleGroup>
      </div>
      {measures.value.builds === 0 ? (
        <NoReportBuilds days={days} />
      ) : (
        <>
          <BuildTiles measures={measures.value} />
          <IncidentsSection incidents={incidents.value} />
          <TrendSection measures={measures.value} />
          <FailuresSection failures={failures.value} />
          <Columns>
            <TargetsSection failures={failures.value} />
            <OwnersSection measures={measures.value} />
          </Columns>
        </>
      )}
    </Stack>
  );
}
