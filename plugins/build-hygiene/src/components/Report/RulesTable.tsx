/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useMemo } from 'react';
import {
  Button,
  Card,
  Cell,
  CellText,
  ColumnConfig,
  SearchField,
  Select,
  Text,
} from '@backstage/ui';
import { RiFilterOffLine } from '@remixicon/react';
import { useApi } from '@backstage/core-plugin-api';
import { Severity } from '@build-hygiene/engine';
import {
  RuleCount,
  RuleSummary,
} from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { Format, useFormat } from '../../format';
import { useReportChanges, useRequest } from '../../requests';
import { useReportHref, useSearchState } from '../../routes';
import {
  RuleTitleOf,
  Translate,
  useRuleTitles,
  useTranslation,
} from '../../translation';
import { Stack } from '../Layout';
import { NamedTable } from '../NamedTable';
import { RequestFailure, StateMessage } from '../StateMessage';
import { SeverityChip } from '../Tone';
import styles from './ServicesTable.module.css';

type Row = RuleSummary & Pick<RuleCount, 'services' | 'findings'>;

const SEVERITIES: Severity[] = ['critical', 'high', 'medium', 'low', 'info'];
const FILTER_NAMES = ['q', 'severity', 'category', 'fix'] as const;

function shownTitle(
  { id, services, title }: Row,
  titleOf: RuleTitleOf,
): string {
  const part = services > 0 ? 'fail' : 'pass';
  return titleOf(id, part, title[part]);
}

/** Every rule, those that most services fail first. */
function joinCounts(
  rules: readonly RuleSummary[],
  counts: readonly RuleCount[],
): Row[] {
  const byRule = new Map(counts.map(count => [count.rule, count]));
  return rules
    .map(rule => {
      const { services = 0, findings = 0 } = byRule.get(rule.id) ?? {};
      return { ...rule, services, findings };
    })
    .sort(
      (left, right) =>
        right.services - left.services ||
        SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity),
    );
}

function createColumns(
  t: Translate,
  format: Format,
  titleOf: RuleTitleOf,
): ColumnConfig<Row>[] {
  return [
    {
      id: 'rule',
      defaultWidth: '4fr',
      minWidth: 220,
      label: t('rules.column.rule'),
      isRowHeader: true,
      cell: row => (
        <CellText title={shownTitle(row, titleOf)} description={row.id} />
      ),
    },
    {
      id: 'severity',
      defaultWidth: '1fr',
      minWidth: 100,
      label: t('rules.column.severity'),
      cell: row => (
        <Cell>
          <SeverityChip severity={row.severity} />
        </Cell>
      ),
    },
    {
      id: 'fix',
      defaultWidth: '1fr',
      minWidth: 110,
      label: t('rules.column.fix'),
      cell: row => <CellText title={t(`rules.fix.${row.fix}`)} />,
    },
    {
      id: 'services',
      defaultWidth: '1fr',
      minWidth: 110,
      label: t('rules.column.services'),
      cell: row => (
        <CellText
          title={row.services === 0 ? '–' : format.number(row.services)}
          description={
            row.services === 0
              ? undefined
              : t('rules.findings', { count: row.findings })
          }
        />
      ),
    },
  ];
}

/** The rules of the catalogue, and how many services fail each. */
export function RulesTable() {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useRuleTitles();
  const api = useApi(buildHygieneApiRef);
  const href = useReportHref();
  const { search, change } = useSearchState();
  const catalogue = useRequest('rules', signal => api.listRules({ signal }));
  const counts = useRequest('rule counts', signal =>
    api.countRules({ signal }),
  );
  useReportChanges(counts.reload);
  // All rows are drawn anew where the columns are new objects.
  const columns = useMemo(
    () => createColumns(t, format, titleOf),
    [t, format, titleOf],
  );
  const rules = catalogue.value?.rules;
  const failing = counts.value?.rules;
  const all = useMemo(
    () => rules && failing && joinCounts(rules, failing),
    [rules, failing],
  );
  const text = (search.get('q') ?? '').toLowerCase();
  const allowed = (name: 'severity' | 'category' | 'fix', value: string) =>
    !search.has(name) || search.getAll(name).includes(value);
  const rows = all?.filter(
    rule =>
      allowed('severity', rule.severity) &&
      allowed('category', rule.category) &&
      allowed('fix', rule.fix) &&
      [
        rule.id,
        rule.title.fail,
        rule.title.pass,
        titleOf(rule.id, 'fail', ''),
        titleOf(rule.id, 'pass', ''),
      ].some(part => part.toLowerCase().includes(text)),
  );
  const clear = () =>
    change(Object.fromEntries(FILTER_NAMES.map(name => [name, undefined])));
  const error = catalogue.error ?? counts.error;
  if (error) {
    return (
      <RequestFailure
        error={error}
        what={t('rules.what')}
        onRetry={() => {
          catalogue.reload();
          counts.reload();
        }}
      />
    );
  }
  const filters = [
    {
      name: 'severity',
      label: t('checks.severityFilter'),
      options: SEVERITIES.map(id => ({ id, label: t(`severity.${id}`) })),
    },
    {
      name: 'category',
      label: t('checks.categoryFilter'),
      options: [...new Set(rules?.map(({ category }) => category))].map(id => ({
        id,
        label: t(`category.${id}`),
      })),
    },
    {
      name: 'fix',
      label: t('rules.column.fix'),
      options: (['auto', 'guided', 'none'] as const).map(id => ({
        id,
        label: t(`rules.fix.${id}`),
      })),
    },
  ];
  return (
    <Stack>
      <div
        className={styles.filters}
        role="search"
        aria-label={t('rules.filters')}
      >
        <SearchField
          aria-label={t('rules.search')}
          placeholder={t('rules.search')}
          size="small"
          className={styles.search}
          value={search.get('q') ?? ''}
          onChange={q => change({ q })}
        />
        {filters.map(({ name, label, options }) => (
          <Select
            key={name}
            aria-label={label}
            placeholder={label}
            size="small"
            className={styles.select}
            selectionMode="multiple"
            options={options}
            value={search.getAll(name)}
            onChange={keys => change({ [name]: keys.map(String) })}
          />
        ))}
        {FILTER_NAMES.some(name => search.has(name)) && (
          <Button size="small" variant="tertiary" onPress={clear}>
            {t('action.clearFilters')}
          </Button>
        )}
      </div>
      <Text as="p" variant="body-small" color="secondary" role="status">
        {catalogue.value && rows
          ? t('rules.summary', {
              count: rows.length,
              version: catalogue.value.rulesetVersion,
            })
          : // Keeps the line.
            '\u00a0'}
      </Text>
      <Card className={styles.card}>
        <NamedTable
          label={t('report.tab.rules')}
          columnConfig={columns}
          data={rows}
          isPending={!rows}
          pagination={{ type: 'none' }}
          rowConfig={{ getHref: row => href({ rule: row.id }) }}
          emptyState={
            <StateMessage
              icon={<RiFilterOffLine />}
              title={t('rules.empty')}
              action={
                <Button size="small" variant="secondary" onPress={clear}>
                  {t('action.clearFilters')}
                </Button>
              }
            />
          }
        />
      </Card>
    </Stack>
  );
}
