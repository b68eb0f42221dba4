/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Select, Skeleton } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { OwnerMatrixQuery } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useFormat } from '../../format';
import { useRequest } from '../../requests';
import { useSearchState } from '../../routes';
import { useTranslation } from '../../translation';
import { Pager } from '../Pager';
import { Section } from '../Section';
import { RequestFailure } from '../StateMessage';
import { OwnerMatrixTable } from './OwnerMatrixTable';
import styles from './OwnerMatrix.module.css';

const PAGE_SIZE = 10;

const SORTS = ['score', 'services', 'name'] as const;

function readQuery(search: URLSearchParams): {
  page: number;
  sort: NonNullable<OwnerMatrixQuery['sort']>;
} {
  const page = Number(search.get('ownersPage'));
  return {
    page: Number.isInteger(page) && page > 1 && page < 10_000 ? page : 1,
    sort: SORTS.find(name => name === search.get('owners')) ?? 'score',
  };
}

/** Owners by category: who is good at what, a page at a time. */
export function OwnerMatrixSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi(buildHygieneApiRef);
  const { search, change } = useSearchState();
  const { page, sort } = readQuery(search);
  const { value, error, reload } = useRequest(`${sort} ${page}`, signal =>
    api.getOwnerMatrix(
      { sort, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE },
      { signal },
    ),
  );
  if (!value && error) {
    return (
      <RequestFailure error={error} what={t('owners.what')} onRetry={reload} />
    );
  }
  if (!value) {
    return <Skeleton width="100%" height={360} />;
  }
  const pages = Math.max(Math.ceil(value.total / PAGE_SIZE), 1);
  const turn = (to: number) =>
    change({ ownersPage: to > 1 ? String(to) : undefined });
  return (
    <Section
      title={t('owners.title')}
      explanation={t('owners.explanation')}
      actions={
        <Select
          aria-label={t('owners.sort.label')}
          size="small"
          className={styles.sort}
          options={SORTS.map(id => ({ id, label: t(`owners.sort.${id}`) }))}
          value={sort}
          onChange={key =>
            change({
              owners: key === 'score' ? undefined : String(key),
              ownersPage: undefined,
            })
          }
        />
      }
    >
      <OwnerMatrixTable matrix={value} />
      <Pager
        label={t('owners.title')}
        place={t('owners.page', {
          page: format.number(page),
          pages: format.number(pages),
          count: value.total,
        })}
        onPrevious={
          page > 1 ? () => turn(Math.min(page - 1, pages)) : undefined
        }
        onNext={page < pages ? () => turn(page + 1) : undefined}
      />
    </Section>
  );
}
