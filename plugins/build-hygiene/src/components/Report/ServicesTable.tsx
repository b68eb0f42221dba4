/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useCallback, useMemo } from 'react';
import { Button, Card, Text } from '@backstage/ui';
import { RiFilterOffLine } from '@remixicon/react';
import { useApi } from '@backstage/core-plugin-api';
import { buildHygieneApiRef } from '../../api';
import { useReportChanges, useRequest } from '../../requests';
import { SearchChange, useSearchState, useServiceHref } from '../../routes';
import { useTranslation } from '../../translation';
import { Stack } from '../Layout';
import { NamedTable } from '../NamedTable';
import { RequestFailure, StateMessage } from '../StateMessage';
import { ColumnPicker } from './ColumnPicker';
import { ExportMenu } from './ExportMenu';
import { readColumns } from './serviceColumn';
import { ServiceFilters } from './ServiceFilters';
import { FILTER_NAMES, PAGE_SIZES, readServicesQuery } from './serviceQuery';
import { ServiceTags } from './ServiceTags';
import { useServiceColumns } from './useServiceColumns';
import styles from './ServicesTable.module.css';

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
  const facets = useRequest('facets', signal => api.listFacets({ signal }));
  useReportChanges(() => {
    page.reload();
    facets.reload();
  });
  const allColumns = useServiceColumns();
  const chosen = readColumns(search);
  const shown = chosen.join();
  // A row is drawn anew where its data or the columns are new objects.
  const columns = useMemo(
    () => allColumns.filter(({ id }) => shown.split(',').includes(id)),
    [allColumns, shown],
  );
  const items = page.value?.items;
  const rows = useMemo(
    () => items?.map(item => ({ ...item, id: item.entityRef })),
    [items],
  );
  const refine = useCallback(
    (changes: SearchChange) =>
      change({ cursor: undefined, page: undefined, ...changes }),
    [change],
  );
  const clear = () =>
    refine(Object.fromEntries(FILTER_NAMES.map(name => [name, undefined])));
  const filtered = FILTER_NAMES.some(name => search.has(name));
  const number = Math.max(Number(search.get('page')) || 1, 1);

  return (
    <Stack>
      <div
        className={styles.filters}
        role="search"
        aria-label={t('services.filters')}
      >
        <ServiceFilters
          query={query}
          facets={facets.value}
          isLoading={facets.loading}
          onChange={refine}
          onClear={filtered ? clear : undefined}
        />
        <div className={styles.tools}>
          <ColumnPicker
            columns={allColumns}
            chosen={chosen}
            onChange={names => change({ columns: names })}
          />
          <ExportMenu query={query} />
        </div>
      </div>
      <ServiceTags query={query} onChange={refine} />
      {page.error ? (
        <RequestFailure
          error={page.error}
          what={t('services.what')}
          onRetry={page.reload}
        />
      ) : (
        <Card className={styles.card}>
          <NamedTable
            label={t('report.tab.services')}
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
    </Stack>
  );
}
