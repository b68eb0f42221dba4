/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useEffect, useMemo, useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import {
  Button,
  Card,
  SearchField,
  Select,
  Table,
  Tag,
  TagGroup,
  Text,
} from '@backstage/ui';
import { RiFilterOffLine } from '@remixicon/react';
import { useApi } from '@backstage/core-plugin-api';
import { buildHygieneApiRef } from '../../api';
import { useReportChanges, useRequest } from '../../requests';
import { SearchChange, useSearchState, useServiceHref } from '../../routes';
import { useTranslation } from '../../translation';
import { fleetValueText } from '../Fleet';
import { RequestFailure, StateMessage, scanErrorTitle } from '../StateMessage';
import { ColumnPicker } from './ColumnPicker';
import { ExportMenu } from './ExportMenu';
import {
  FILTER_NAMES,
  GRADES,
  PAGE_SIZES,
  readServicesQuery,
  STATUSES,
} from './serviceQuery';
import { readColumns } from './serviceColumn';
import { refName, useServiceColumns } from './useServiceColumns';
import styles from './ServicesTable.module.css';

/** Keystrokes wait for a moment before they become a request. */
function useDelayedText(
  value: string,
  commit: (text: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const committed = useRef(value);
  useEffect(() => {
    // What was typed since its own commit stays.
    if (value !== committed.current) {
      committed.current = value;
      setText(value);
    }
  }, [value]);
  useDebounce(
    () => {
      if (text !== value) {
        committed.current = text;
        commit(text);
      }
    },
    250,
    [text, value],
  );
  return [text, setText];
}

/** All services, a page at a time: filtered, sorted and paged by the backend. */
export function ServicesTable() {
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const serviceHref = useServiceHref();
  const { search, change } = useSearchState();
  const query = useMemo(() => readServicesQuery(search), [search]);
  const page = useRequest(JSON.stringify(query), signal =>
    api.queryServices(query, { signal }),
  );
  const summary = useRequest('summary', signal =>
    api.getReportSummary({ signal }),
  );
  useReportChanges(() => {
    page.reload();
    summary.reload();
  });
  const campaign = useRequest(query.campaign, signal =>
    api.getCampaign(query.campaign ?? '', { signal }),
  );
  const allColumns = useServiceColumns();
  const chosen = readColumns(search);
  const columns = allColumns.filter(({ id }) => chosen.includes(id));
  const refine = (changes: SearchChange) =>
    change({ cursor: undefined, page: undefined, ...changes });
  const [text, setText] = useDelayedText(query.search ?? '', q =>
    refine({ q }),
  );
  const clear = () =>
    refine(Object.fromEntries(FILTER_NAMES.map(name => [name, undefined])));
  const filtered = FILTER_NAMES.some(name => search.has(name));
  const facets = summary.value?.facets;
  const number = Math.max(Number(search.get('page')) || 1, 1);

  const filters = [
    {
      name: 'owner',
      label: t('services.filter.owner'),
      options: (facets?.owners ?? query.owner ?? []).map(id => ({
        id,
        label: refName(id, 'group'),
      })),
    },
    {
      name: 'system',
      label: t('services.filter.system'),
      options: (facets?.systems ?? query.system ?? []).map(id => ({
        id,
        label: refName(id, 'system'),
      })),
    },
    {
      name: 'lifecycle',
      label: t('services.filter.lifecycle'),
      options: (facets?.lifecycles ?? query.lifecycle ?? []).map(id => ({
        id,
        label: id,
      })),
    },
    {
      name: 'grade',
      label: t('services.filter.grade'),
      options: GRADES.map(id => ({ id, label: id })),
    },
    {
      name: 'status',
      label: t('services.filter.status'),
      options: STATUSES.map(id => ({ id, label: t(`scan.status.${id}`) })),
    },
  ];
  const tags = [
    query.error && {
      id: 'error',
      label: query.error.map(code => scanErrorTitle(code, t)).join(' · '),
    },
    query.host && {
      id: 'host',
      label: t('services.tag.host', { host: query.host }),
    },
    query.gate && {
      id: 'gate',
      label: query.gate === 'pass' ? t('gate.pass') : t('gate.fail'),
    },
    query.rule && {
      id: 'rule',
      label: t('services.tag.rule', { rule: query.rule }),
    },
    query.category && {
      id: 'category',
      label: t('services.tag.category', {
        category: t(`category.${query.category}`),
      }),
    },
    query.campaign && {
      id: 'campaign',
      label: t('services.tag.campaign', {
        name: campaign.value?.name ?? query.campaign,
      }),
    },
    query.fleet && {
      id: 'fleet',
      label: fleetValueText(query.fleet, t),
    },
    query.severity && {
      id: 'severity',
      label: t('services.tag.severity', {
        severity: t(`severity.${query.severity}`),
      }),
    },
  ].filter(tag => tag !== undefined && tag !== '');

  const rows = page.value?.items.map(item => ({ ...item, id: item.entityRef }));
  return (
    <div className={styles.page}>
      <div
        className={styles.filters}
        role="search"
        aria-label={t('services.filters')}
      >
        <SearchField
          aria-label={t('services.search')}
          placeholder={t('services.search')}
          size="small"
          className={styles.search}
          value={text}
          onChange={setText}
        />
        {filters
          .filter(({ options }) => options.length > 0)
          .map(({ name, label, options }) => (
            <Select
              key={name}
              aria-label={label}
              placeholder={label}
              size="small"
              className={styles.select}
              selectionMode="multiple"
              searchable={options.length > 8}
              options={options}
              value={search.getAll(name)}
              onChange={keys => refine({ [name]: keys.map(String) })}
            />
          ))}
        {filtered && (
          <Button size="small" variant="tertiary" onPress={clear}>
            {t('action.clearFilters')}
          </Button>
        )}
        <div className={styles.tools}>
          <ColumnPicker
            columns={allColumns}
            chosen={chosen}
            onChange={names => change({ columns: names })}
          />
          <ExportMenu query={query} />
        </div>
      </div>
      {tags.length > 0 && (
        <TagGroup
          aria-label={t('services.tags')}
          onRemove={keys =>
            refine(Object.fromEntries([...keys].map(key => [key, undefined])))
          }
        >
          {tags.map(({ id, label }) => (
            <Tag key={id} id={id} size="small" textValue={label}>
              {label}
            </Tag>
          ))}
        </TagGroup>
      )}
      {page.error ? (
        <RequestFailure
          error={page.error}
          what={t('services.what')}
          onRetry={page.reload}
        />
      ) : (
        <Card className={styles.card}>
          <Table
            columnConfig={columns}
            data={rows}
            isPending={page.loading && !rows}
            isStale={page.loading && rows !== undefined}
            rowConfig={{ getHref: row => serviceHref(row.entityRef) }}
            sort={{
              descriptor: {
                column: query.sort ?? 'score',
                direction: query.order === 'desc' ? 'descending' : 'ascending',
              },
              onSortChange: ({ column, direction }) =>
                refine({
                  sort: String(column),
                  order: direction === 'descending' ? 'desc' : 'asc',
                }),
            }}
            pagination={{
              type: 'page',
              pageSize: query.limit ?? 20,
              pageSizeOptions: [...PAGE_SIZES],
              totalCount: page.value?.total,
              hasNextPage: page.value?.nextCursor !== undefined,
              hasPreviousPage: number > 1,
              onNextPage: () =>
                change({
                  cursor: page.value?.nextCursor,
                  page: String(number + 1),
                }),
              onPreviousPage: () =>
                change(
                  page.value?.previousCursor && number > 2
                    ? {
                        cursor: page.value.previousCursor,
                        page: String(number - 1),
                      }
                    : { cursor: undefined, page: undefined },
                ),
              onPageSizeChange: size => refine({ limit: String(size) }),
              getLabel: ({ totalCount = 0, pageSize }) =>
                t('services.page', {
                  page: String(number),
                  pages: String(Math.max(Math.ceil(totalCount / pageSize), 1)),
                  count: totalCount,
                }),
            }}
            emptyState={
              filtered ? (
                <StateMessage
                  icon={<RiFilterOffLine />}
                  title={t('services.empty.title')}
                  description={t('services.empty.description')}
                  action={
                    <Button size="small" variant="secondary" onPress={clear}>
                      {t('action.clearFilters')}
                    </Button>
                  }
                />
              ) : (
                <Text variant="body-medium" color="secondary">
                  {t('report.empty.title')}
                </Text>
              )
            }
          />
        </Card>
      )}
    </div>
  );
}
