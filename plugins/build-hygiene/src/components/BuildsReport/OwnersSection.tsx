/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Link, Text } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { ReportMeasures } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useReportHref } from '../../routes';
import { useTranslation } from '../../translation';
import { FigureTable } from '../FigureTable';
import { Section } from '../Section';

const MOST_SHOWN = 20;

function ownerName(ref: string): string {
  try {
    return humanizeEntityRef(parseEntityRef(ref), { defaultKind: 'group' });
  } catch {
    return ref;
  }
}

/** The same figures by owner, those whose builds run longest first. */
export function OwnersSection({ measures }: { measures: ReportMeasures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const href = useReportHref();
  const { owners } = measures;
  const shown = owners.items.slice(0, MOST_SHOWN);
  const percent = (value: number | undefined) =>
    value === undefined ? '–' : format.percent(value);
  return (
    <Section
      title={t('buildsReport.owners.title')}
      explanation={t('buildsReport.owners.explanation', {
        count: measures.hitRate.minimumBuilds,
      })}
    >
      <FigureTable
        label={t('buildsReport.owners.title')}
        columns={[
          t('services.column.owner'),
          t('buildsReport.column.builds'),
          t('buildsReport.tile.hitRate'),
          t('buildsReport.tile.timeRate'),
          t('buildsReport.tile.executed'),
          t('buildsReport.tile.failed'),
        ]}
        figures={5}
        rows={shown.map(item => ({
          key: item.owner ?? '',
          cells: [
            item.owner === undefined ? (
              t('buildsReport.owners.nobody')
            ) : (
              <Link href={href({ owner: item.owner })}>
                {ownerName(item.owner)}
              </Link>
            ),
            format.number(item.builds),
            percent(item.hitRate.value),
            percent(item.timeWeightedRate.value),
            item.executed.total === undefined
              ? '–'
              : format.duration(item.executed.total),
            percent(item.failedShare.value),
          ],
        }))}
      />
      {(owners.isPartial || owners.items.length > shown.length) && (
        <Text as="p" variant="body-small" color="secondary">
          {t('buildsReport.owners.partial', { count: shown.length })}
        </Text>
      )}
    </Section>
  );
}
