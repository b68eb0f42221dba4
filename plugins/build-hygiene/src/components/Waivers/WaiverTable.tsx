/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Fragment, useMemo } from 'react';
import { Cell, CellText, ColumnConfig, Link } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { Waiver } from '@build-hygiene/plugin-build-hygiene-common';
import { Format, useFormat } from '../../format';
import { useServiceHref } from '../../routes';
import { Translate, useTranslation } from '../../translation';
import { NamedTable } from '../NamedTable';
import { SeverityChip } from '../Tone';
import { userName } from './userName';
import { WaiverActions } from './WaiverActions';
import styles from './Waivers.module.css';

/** Names of rules break behind the category, not within a word. */
function RuleName({ rule }: { rule: string }) {
  return (
    <>
      {rule.split(/(?<=\/)/).map((part, index) => (
        <Fragment key={part}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}

function createColumns(
  t: Translate,
  format: Format,
  href: ReturnType<typeof useServiceHref>,
): ColumnConfig<Waiver>[] {
  return [
    {
      id: 'service',
      defaultWidth: '1.5fr',
      minWidth: 110,
      label: t('waivers.column.service'),
      isRowHeader: true,
      cell: ({ entityRef, rule }) => (
        <Cell>
          <Link
            href={href(
              entityRef,
              new URLSearchParams({ state: 'all', q: rule }).toString(),
            )}
          >
            {parseEntityRef(entityRef).name}
          </Link>
        </Cell>
      ),
    },
    {
      id: 'rule',
      defaultWidth: '2fr',
      minWidth: 165,
      label: t('waivers.column.rule'),
      cell: ({ rule, unit }) => (
        <Cell>
          <span className={styles.cellText}>
            <RuleName rule={rule} />
            {unit && <span className={styles.under}>{unit}</span>}
          </span>
        </Cell>
      ),
    },
    {
      id: 'severity',
      defaultWidth: '1fr',
      minWidth: 105,
      label: t('waivers.column.severity'),
      cell: ({ severity }) => (
        <Cell>
          <SeverityChip severity={severity} />
        </Cell>
      ),
    },
    {
      id: 'reason',
      defaultWidth: '3fr',
      minWidth: 165,
      label: t('waivers.column.reason'),
      cell: ({ reason }) => (
        <Cell>
          <span className={styles.cellText}>{reason}</span>
        </Cell>
      ),
    },
    {
      id: 'who',
      defaultWidth: '1.5fr',
      minWidth: 100,
      label: t('waivers.column.who'),
      cell: ({ requestedBy, approvedBy }) => (
        <CellText
          title={userName(requestedBy)}
          description={
            approvedBy &&
            t('waivers.approvedBy', { user: userName(approvedBy) })
          }
        />
      ),
    },
    {
      id: 'until',
      defaultWidth: '1fr',
      minWidth: 130,
      label: t('waivers.column.until'),
      cell: ({ until, state }) => (
        <CellText
          title={format.date(until)}
          description={
            state === 'pending' || state === 'active'
              ? undefined
              : t(`waivers.state.${state}`)
          }
        />
      ),
    },
  ];
}

function createActionsColumn(
  t: Translate,
  onChanged: () => void,
): ColumnConfig<Waiver> {
  return {
    id: 'actions',
    defaultWidth: '1.5fr',
    minWidth: 125,
    label: t('waivers.column.actions'),
    cell: waiver => (
      <Cell>
        <WaiverActions waiver={waiver} onChanged={onChanged} />
      </Cell>
    ),
  };
}

export function WaiverTable(props: {
  label: string;
  waivers: Waiver[];
  hasActions: boolean;
  onChanged: () => void;
}) {
  const { label, waivers, hasActions, onChanged } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const href = useServiceHref();
  // All rows are drawn anew where the columns are new objects.
  const columns = useMemo(
    () => [
      ...createColumns(t, format, href),
      ...(hasActions ? [createActionsColumn(t, onChanged)] : []),
    ],
    [t, format, href, hasActions, onChanged],
  );
  return (
    <div className={styles.table}>
      <NamedTable
        label={label}
        columnConfig={columns}
        data={waivers}
        pagination={{ type: 'none' }}
      />
    </div>
  );
}
