/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Link, Skeleton } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { ServicesQuery } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useFormat } from '../../format';
import { useRequest } from '../../requests';
import { useReportHref, useServiceHref } from '../../routes';
import { useErrorSentences, useTranslation } from '../../translation';
import { FigureTable } from '../FigureTable';
import { RelativeTime } from '../RelativeTime';
import { Section } from '../Section';
import { RequestFailure, scanErrorTitle } from '../StateMessage';
import styles from './ScanHealth.module.css';

/** As much as the page shows; the list has the rest. */
const query = {
  status: ['failed', 'stale'],
  sort: 'scannedAt',
  order: 'asc',
  limit: 10,
} satisfies ServicesQuery;

/** The services whose last scan failed. */
export function FailingServices({ turn }: { turn: number }) {
  const { t } = useTranslation();
  const say = useErrorSentences();
  const format = useFormat();
  const api = useApi(buildHygieneApiRef);
  const reportHref = useReportHref();
  const serviceHref = useServiceHref();
  const page = useRequest(`failing ${turn}`, signal =>
    api.queryServices(query, { signal }),
  );
  const title = t('scanHealth.services.title');
  if (!page.value) {
    return page.error ? (
      <RequestFailure
        error={page.error}
        what={t('services.what')}
        onRetry={page.reload}
      />
    ) : (
      <Skeleton width="100%" height={240} />
    );
  }
  const { items, total } = page.value;
  if (items.length === 0) {
    return null;
  }
  return (
    <Section
      title={title}
      explanation={t('scanHealth.services.explanation')}
      actions={
        <Link href={reportHref({ status: query.status })}>
          {t('scanHealth.services.all', { count: total })}
        </Link>
      }
    >
      <FigureTable
        label={title}
        nameColumn={0}
        columns={[
          t('scanHealth.services.service'),
          t('scanHealth.services.reason'),
          t('scanHealth.services.lastGood'),
          t('scanHealth.services.tries'),
          t('scanHealth.services.nextTry'),
        ]}
        figures={2}
        rows={items.map(({ entityRef, title: name, error, scannedAt }) => ({
          key: entityRef,
          cells: [
            <Link key="service" href={serviceHref(entityRef)}>
              {name ?? parseEntityRef(entityRef).name}
            </Link>,
            error ? (
              <span key="reason" className={styles.reason}>
                {scanErrorTitle(error.code, t)}
                <q className={styles.message}>{say(error.message)}</q>
              </span>
            ) : (
              '–'
            ),
            scannedAt === undefined ? (
              t('scanHealth.services.never')
            ) : (
              <RelativeTime key="good" iso={scannedAt} />
            ),
            error ? format.number(error.attempts) : '–',
            error?.nextTryAt === undefined ? (
              '–'
            ) : (
              <RelativeTime key="next" iso={error.nextTryAt} />
            ),
          ],
        }))}
      />
    </Section>
  );
}
