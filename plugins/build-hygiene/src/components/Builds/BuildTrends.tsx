/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { lazy, Suspense } from 'react';
import { Skeleton, Text, ToggleButton } from '@backstage/ui';
import { BuildSummary } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useSearchState } from '../../routes';
import { useTranslation } from '../../translation';
import { durationTrend } from './durationTrend';
import { hitRateTrend } from './hitRateTrend';
import { ToggleGroup } from '../ToggleGroup';
import styles from './BuildTrends.module.css';

const HitRateChart = lazy(() =>
  import('./HitRateChart').then(module => ({ default: module.HitRateChart })),
);
const TimeChart = lazy(() =>
  import('./TimeChart').then(module => ({ default: module.TimeChart })),
);

/** How hit rates or durations go, as a picture and in a sentence. */
export function BuildTrends(props: {
  builds: BuildSummary[];
  onSelect: (id: string) => void;
}) {
  const { builds, onSelect } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { search, change } = useSearchState();
  const view = search.get('trend') === 'time' ? 'time' : 'rate';
  const trend = hitRateTrend(builds);
  const duration = durationTrend(builds);
  return (
    <>
      <div className={styles.views}>
        <ToggleGroup
          aria-label={t('trends.view')}
          selectedKeys={[view]}
          onSelectionChange={keys =>
            change({ trend: keys.has('time') ? 'time' : undefined })
          }
        >
          <ToggleButton id="rate">{t('trends.rate')}</ToggleButton>
          <ToggleButton id="time">{t('trends.time')}</ToggleButton>
        </ToggleGroup>
      </div>
      <Suspense fallback={<Skeleton width="100%" height={180} />}>
        {view === 'rate' ? (
          <HitRateChart builds={builds} onSelect={onSelect} />
        ) : (
          <TimeChart
            builds={builds}
            // Wall time is no line among the seconds of steps.
            median={duration.measure === 'steps' ? duration.median : undefined}
            onSelect={onSelect}
          />
        )}
      </Suspense>
      <Text as="p" variant="body-small" color="secondary">
        {view === 'rate' &&
          (trend
            ? t(`builds.trend.${trend.direction}`, {
                newer: format.percent(trend.newer),
                older: format.percent(trend.older),
                number: String(trend.builds),
              })
            : t('builds.trend.none'))}
        {view === 'time' &&
          (duration.median === undefined
            ? t('trends.pending', {
                count: duration.medianBuilds - duration.builds,
              })
            : t(`trends.${duration.measure}`, {
                median: format.seconds(duration.median),
                builds: String(duration.builds),
              }))}{' '}
        {view === 'time' &&
          duration.median !== undefined &&
          (duration.p95 === undefined
            ? t('trends.p95Pending', { builds: String(duration.p95Builds) })
            : t('trends.p95', { seconds: format.seconds(duration.p95) }))}
      </Text>
    </>
  );
}
