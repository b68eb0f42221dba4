/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Link, Skeleton } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { CampaignDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useRequest } from '../../requests';
import { useReportHref, useServiceHref } from '../../routes';
import { useTranslation } from '../../translation';
import { FigureTable } from '../FigureTable';
import { usePullRequestHref } from '../FixPlan/usePullRequestHref';
import { Section } from '../Section';
import { RequestFailure } from '../StateMessage';
import { refName } from './campaignText';

/** As many as the page shows; the list has the rest. */
const SHOWN = 10;

/** Services that still have it to do, each with the way to fix it. */
export function RemainingServices({ campaign }: { campaign: CampaignDetail }) {
  const { id, target, remaining } = campaign;
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const reportHref = useReportHref();
  const serviceHref = useServiceHref();
  // Whether there is a template at all; each service is asked for its host.
  const pullRequestHref = usePullRequestHref('https:');
  const page = useRequest(`${id} ${remaining}`, signal =>
    api.queryServices(
      { campaign: id, openRules: true, sort: 'name', limit: SHOWN },
      { signal },
    ),
  );
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
  const title = t('campaigns.remaining.title');
  if (items.length === 0) {
    return null;
  }
  const rules = target.kind === 'rules' ? target.rules : [];
  return (
    <Section
      title={title}
      explanation={t('campaigns.remaining.explanation')}
      actions={
        <Link href={reportHref({ campaign: id })}>
          {t('scanHealth.services.all', { count: total })}
        </Link>
      }
    >
      <FigureTable
        label={title}
        nameColumn={0}
        columns={[
          t('services.column.name'),
          t('services.column.owner'),
          t('campaigns.remaining.fix'),
        ]}
        figures={0}
        rows={items.map(
          ({ entityRef, title: name, owner, host, openRules }) => {
            const open = rules.filter(rule => openRules?.includes(rule));
            return {
              key: entityRef,
              cells: [
                <Link
                  key="service"
                  href={serviceHref(
                    entityRef,
                    open.length === 1
                      ? new URLSearchParams({ q: open[0] }).toString()
                      : undefined,
                  )}
                >
                  {name ?? parseEntityRef(entityRef).name}
                </Link>,
                owner === undefined ? '–' : refName(owner, 'group'),
                pullRequestHref && host !== undefined && open.length > 0 ? (
                  <Link
                    key="fix"
                    href={pullRequestHref({ service: entityRef, rules: open })}
                  >
                    {t('campaigns.remaining.pullRequest')}
                  </Link>
                ) : (
                  open.join(', ') || '–'
                ),
              ],
            };
          },
        )}
      />
    </Section>
  );
}
