/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useCallback, useEffect, useState } from 'react';
import { Button, Skeleton, Text } from '@backstage/ui';
import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import {
  BuildSummary,
  HitRate,
} from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useRequest, useServiceChanges } from '../../requests';
import { useSearchState } from '../../routes';
import { useTranslation } from '../../translation';
import { Section } from '../Section';
import { RequestFailure } from '../StateMessage';
import { BuildTrends } from './BuildTrends';
import { BuildsTable } from './BuildsTable';
import { CiSteps } from './CiSteps';
import { NoBuilds } from './NoBuilds';
import { RateFigures } from './RateFigures';
import styles from './BuildsSection.module.css';

const PAGE = 15;

/** The service's builds: how much the cache held, and what each one did. */
export function BuildsSection(props: {
  entityRef: string;
  hitRate: HitRate;
  /** Whether an image is built at all; a library has no builds to wait for. */
  expected: boolean;
}) {
  const { entityRef, hitRate, expected } = props;
  const { t } = useTranslation();
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

  const measures = useRequest(entityRef, signal =>
    api.getServiceMeasures({ entityRef }, { signal }),
  );
  useServiceChanges(() => {
    measures.reload();
    // Who went back to older builds is not to lose them.
    if (!older) {
      first.reload();
    }
  });
  const baseUrl = useRequest('base-url', () =>
    discovery.getBaseUrl('build-hygiene'),
  );
  const toggle = useCallback(
    (id: string | undefined) => change({ build: id, with: undefined }),
    [change],
  );

  const listed = [...(first.value?.items ?? []), ...(older?.items ?? [])];
  const open = search.get('build') ?? undefined;
  // A link may lead to a build that is older than those of the first pages.
  const linkedId =
    first.value && !listed.some(({ id }) => id === open) ? open : undefined;
  const linked = useRequest(linkedId, signal =>
    api.getBuild(linkedId!, { signal }),
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
  const builds =
    linked.value?.id === linkedId && linked.value?.entityRef === entityRef
      ? [...listed, linked.value]
      : listed;
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
  const nextCursor = older ? older.nextCursor : first.value.nextCursor;
  return (
    <Section
      id="builds"
      title={title}
      explanation={t('builds.explanation')}
      actions={
        <RateFigures
          hitRate={hitRate}
          timeWeighted={measures.value?.timeWeightedRate}
        />
      }
    >
      <BuildTrends builds={listed} onSelect={toggle} />
      <BuildsTable
        builds={builds}
        usual={measures.value?.steps.items}
        open={open}
        onToggle={toggle}
      />
      {linkedId !== undefined && linked.error && (
        <RequestFailure
          compact
          missing={{
            title: t('builds.missing.title'),
            description: t('builds.missing.description'),
          }}
          error={linked.error}
          what={t('builds.whatOne')}
          onRetry={linked.reload}
        />
      )}
      <div className={styles.foot}>
        <Text variant="body-small" color="secondary">
          {t('builds.shown', {
            shown: String(listed.length),
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
