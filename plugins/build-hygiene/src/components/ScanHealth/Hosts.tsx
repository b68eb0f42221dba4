/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Link } from '@backstage/ui';
import { ScanHealth } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useReportHref } from '../../routes';
import { useTranslation } from '../../translation';
import { FigureTable } from '../FigureTable';
import { Section } from '../Section';

/** The hosts of the repositories, with what keeps scans waiting there. */
export function Hosts({ health }: { health: ScanHealth }) {
  const { t } = useTranslation();
  const format = useFormat();
  const href = useReportHref();
  const title = t('scanHealth.hosts.title');
  return (
    <Section title={title} explanation={t('scanHealth.hosts.explanation')}>
      <FigureTable
        label={title}
        nameColumn={0}
        columns={[
          t('scanHealth.hosts.host'),
          t('scanHealth.hosts.limit'),
          t('scanHealth.hosts.services'),
          t('scanHealth.hosts.failing'),
        ]}
        figures={2}
        rows={health.hosts.map(
          ({ host, services, failing, rateLimited, limitedUntil }) => ({
            key: host ?? '',
            cells: [
              host === undefined ? (
                t('scanHealth.hosts.noHost')
              ) : (
                <Link key="host" href={href({ host })}>
                  {host}
                </Link>
              ),
              limitedUntil === undefined
                ? t('scanHealth.hosts.free')
                : t('scanHealth.hosts.limited', {
                    count: rateLimited,
                    when: format.relative(limitedUntil),
                  }),
              format.number(services),
              format.number(failing),
            ],
          }),
        )}
      />
    </Section>
  );
}
