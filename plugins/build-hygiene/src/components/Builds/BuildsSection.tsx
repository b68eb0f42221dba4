/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Button, Skeleton, Text } from '@backstage/ui';
import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import {
  BuildSummary,
  HitRate,
} from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useFormat } from '../../format';
import { useRequest } from '../../requests';
import { useSearchState } from '../../routes';
import { useTranslation } from '../../translation';
import { Section } from '../Section';
import { RequestFailure } from '../StateMessage';
import { BuildsTable } from './BuildsTable';
import { CiSteps } from './CiSteps';
import { NoBuilds } from './NoBuilds';
import { hitRateTrend } from './hitRateTrend';
import styles from './BuildsSection.module.css';

const PAGE = 15;

const HitRateChart = lazy(() =>
  import('./HitRateChart').then(module => ({ default: module.HitRateChart })),
);

/** The service's builds: how much the cache held, and what each one did. */
export function BuildsSection(props: {
  entityRef: string;
  hitRate: HitRate;
  /** Whether an image is built at all; a library has no builds to wait for. */
  expected: boolean;
}) {
  const { entityRef, hitRate, expected } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi(buildHygieneApiRef);
  const discovery = useApi(discoveryApiRef);
  const { search, change } = useSearchState();
  const first = useRequest(entityRef, signal =>
    api.listBuilds({ entityRef, limit: PAGE }, { signal }),
  );
  const [older, setOlder] = useState<{
    items: BuildSummary[];
    nextCursor?: string;
  }>();
  const [cursor, setCursor] = useState<string>();
  const more = useRequest(cursor, signal =>
    api.listBuilds({ entityRef, limit: PAGE, cursor }, { signal }),
  );
  useEffect(() => {
    setOlder(undefined);
    setCursor(undefined);
  }, [first.value]);
  useEffect(() => {
    const page = more.value;
    if (page) {
      setOlder(current => ({
        items: [...(current?.items ?? []), ...page.items],
        nextCursor: page.nextCursor,
      }));
    }
  }, [more.value]);

  const baseUrl = useRequest('base-url', () =>
    discovery.getBaseUrl('build-hygiene'),
  );
  const toggle = useCallback(
    (id: string | undefined) => change({ build: id, with: undefined }),
    [change],
  );

  const title = t('builds.title');
  if (first.error && !first.value) {
    return (
      <Section title={title} id="builds">
        <RequestFailure
          error={first.error}
          what={t('builds.what')}
          onRetry={first.reload}
        />
      </Section>
    );
  }
  if (!first.value) {
    return (
      <Section title={title} id="builds">
        <div role="status" aria-label={t('loading')}>
          <Skeleton width="100%" height={180} />
          <Skeleton
            width="100%"
            height={280}
            style={{ marginTop: 'var(--bui-space-4)' }}
          />
        </div>
      </Section>
    );
  }
  const builds = [...first.value.items, ...(older?.items ?? [])];
  if (builds.length === 0 && !expected) {
    return null;
  }
  if (builds.length === 0) {
    return (
      <Section title={title} id="builds">
        <NoBuilds entityRef={entityRef} baseUrl={baseUrl.value} />
      </Section>
    );
  }
  const trend = hitRateTrend(builds);
  const nextCursor = older ? older.nextCursor : first.value.nextCursor;
  return (
    <Section
      id="builds"
      title={title}
      explanation={t('builds.explanation')}
      actions={
        <div className={styles.rate}>
          <Text variant="title-x-small" weight="bold">
            {hitRate.value === undefined ? '–' : format.percent(hitRate.value)}
          </Text>
          <Text variant="body-small" color="secondary">
            {hitRate.value === undefined
              ? t('hitRate.pending', {
                  count: Math.max(hitRate.minimumBuilds - hitRate.builds, 0),
                })
              : t('hitRate.window', {
                  count: hitRate.builds,
                  days: String(hitRate.days),
                })}
          </Text>
        </div>
      }
    >
      <Suspense fallback={<Skeleton width="100%" height={180} />}>
        <HitRateChart builds={builds} onSelect={toggle} />
      </Suspense>
      <Text as="p" variant="body-small" color="secondary">
        {trend
          ? t(`builds.trend.${trend.direction}`, {
              newer: format.percent(trend.newer),
              older: format.percent(trend.older),
              number: String(trend.builds),
            })
          : t('builds.trend.none')}
      </Text>
      <BuildsTable
        builds={builds}
        open={search.get('build') ?? undefined}
        onToggle={toggle}
      />
      <div className={styles.foot}>
        <Text variant="body-small" color="secondary">
          {t('builds.shown', {
            shown: String(builds.length),
            total: String(first.value.total),
          })}
        </Text>
        {nextCursor && (
          <Button
            size="small"
            variant="secondary"
            loading={more.loading && cursor !== undefined}
            onPress={() => setCursor(nextCursor)}
          >
            {t('builds.older')}
          </Button>
        )}
        {more.error && (
          <RequestFailure
            compact
            error={more.error}
            what={t('builds.what')}
            onRetry={more.reload}
          />
        )}
      </div>
      <details className={styles.sending}>
        <summary>{t('builds.sending')}</summary>
        <CiSteps entityRef={entityRef} baseUrl={baseUrl.value} />
      </details>
    </Section>
  );
}
