/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useMemo } from 'react';
import { Cell, CellText, ColumnConfig } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { ServiceSummary } from '@build-hygiene/plugin-build-hygiene-common';
import { Format, useFormat } from '../../format';
import { Translate, useTranslation } from '../../translation';
import { RelativeTime } from '../RelativeTime';
import { scanErrorTitle } from '../StateMessage';
import { Chip, GradeMark } from '../Tone';
import { ServiceColumn } from './serviceColumn';
import styles from './ServicesTable.module.css';

/** A service as the table has it. */
export type ServiceRow = ServiceSummary & { id: string };

/** The name of an entity as people write it; – without one. */
export function refName(ref: string | undefined, defaultKind: string): string {
  if (!ref) {
    return '–';
  }
  try {
    return humanizeEntityRef(parseEntityRef(ref), { defaultKind });
  } catch {
    return ref;
  }
}

/** All columns of the table of services, those that are chosen and others. */
export function useServiceColumns(): readonly ServiceColumnConfig[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(() => createColumns(t, format), [t, format]);
}

type ServiceColumnConfig = ColumnConfig<ServiceRow> & {
  id: ServiceColumn;
  label: string;
};

function createColumns(t: Translate, format: Format): ServiceColumnConfig[] {
  return [
    {
      id: 'name',
      defaultWidth: '2fr',
      minWidth: 150,
      label: t('services.column.name'),
      isRowHeader: true,
      isSortable: true,
      cell: row => (
        <CellText
          title={row.title ?? parseEntityRef(row.entityRef).name}
          description={row.system && refName(row.system, 'system')}
        />
      ),
    },
    {
      id: 'owner',
      defaultWidth: '1.5fr',
      minWidth: 100,
      label: t('services.column.owner'),
      isSortable: true,
      cell: row => (
        <CellText
          title={refName(row.owner, 'group')}
          description={row.lifecycle}
        />
      ),
    },
    {
      id: 'score',
      defaultWidth: '1fr',
      minWidth: 98,
      label: t('services.column.score'),
      isSortable: true,
      cell: row => (
        <Cell>
          <span className={styles.score}>
            <GradeMark grade={row.grade} />
            <span className={styles.number}>{row.score ?? '–'}</span>
          </span>
        </Cell>
      ),
    },
    {
      id: 'gate',
      defaultWidth: '1fr',
      minWidth: 88,
      label: t('services.column.gate'),
      cell: row => (
        <Cell>
          {row.gate ? (
            <Chip tone={row.gate === 'pass' ? 'positive' : 'negative'}>
              {row.gate === 'pass' ? t('gate.passes') : t('gate.fails')}
            </Chip>
          ) : (
            '–'
          )}
        </Cell>
      ),
    },
    {
      id: 'critical',
      defaultWidth: '1.5fr',
      minWidth: 115,
      label: t('services.column.open'),
      isSortable: true,
      cell: row => {
        const { critical, high, medium, low } = row.openFindings;
        const parts: string[] = [
          critical > 0 &&
            t('services.open.critical', { number: String(critical) }),
          high > 0 && t('services.open.high', { number: String(high) }),
          medium + low > 0 &&
            t('services.open.other', { number: String(medium + low) }),
        ].filter(part => part !== false);
        if (row.score === undefined && parts.length === 0) {
          return <CellText title="–" />;
        }
        return (
          <CellText
            title={parts[0] ?? t('services.open.none')}
            description={parts.slice(1).join(' · ') || undefined}
          />
        );
      },
    },
    {
      id: 'hitRate',
      defaultWidth: '1fr',
      minWidth: 132,
      label: t('services.column.hitRate'),
      isSortable: true,
      cell: row => (
        <CellText
          title={
            row.hitRate.value === undefined
              ? '–'
              : format.percent(row.hitRate.value)
          }
          description={
            row.hitRate.value === undefined && row.hitRate.builds === 0
              ? t('hitRate.noBuilds')
              : t('services.builds', { count: row.hitRate.builds })
          }
        />
      ),
    },
    {
      id: 'scannedAt',
      defaultWidth: '1.5fr',
      minWidth: 118,
      label: t('services.column.scanned'),
      isSortable: true,
      cell: row => (
        <Cell>
          <span className={styles.scan}>
            {row.status !== 'scanned' && (
              <span title={row.error && scanErrorTitle(row.error.code, t)}>
                {t(`scan.status.${row.status}`)}
              </span>
            )}
            {row.scannedAt && <RelativeTime iso={row.scannedAt} />}
          </span>
        </Cell>
      ),
    },
    {
      id: 'lastBuild',
      defaultWidth: '1fr',
      minWidth: 118,
      label: t('services.column.lastBuild'),
      cell: ({ lastBuild }) => (
        <Cell>
          {lastBuild ? (
            <span className={styles.scan}>
              <span>{t(`builds.outcome.${lastBuild.outcome}`)}</span>
              <RelativeTime iso={lastBuild.startedAt} />
            </span>
          ) : (
            '–'
          )}
        </Cell>
      ),
    },
    {
      id: 'coverage',
      defaultWidth: '1fr',
      minWidth: 98,
      label: t('services.column.coverage'),
      cell: ({ coverage }) => (
        <CellText
          title={coverage === undefined ? '–' : format.percent(coverage)}
        />
      ),
    },
    {
      id: 'host',
      defaultWidth: '1.5fr',
      minWidth: 110,
      label: t('services.column.host'),
      cell: ({ host }) => <CellText title={host ?? '–'} />,
    },
    {
      id: 'commit',
      defaultWidth: '1fr',
      minWidth: 98,
      label: t('services.column.commit'),
      cell: ({ commit }) => <CellText title={commit?.slice(0, 10) ?? '–'} />,
    },
  ];
}
