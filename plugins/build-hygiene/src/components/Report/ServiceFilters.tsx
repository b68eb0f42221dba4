/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { memo, useCallback, useMemo } from 'react';
import { Button, Select } from '@backstage/ui';
import {
  ScanStatus,
  ServiceFacets,
  ServicesQuery,
} from '@build-hygiene/plugin-build-hygiene-common';
import { SearchChange } from '../../routes';
import { useTranslation } from '../../translation';
import { GRADES, STATUSES } from './serviceQuery';
import { ServiceSearch } from './ServiceSearch';
import { refName } from './useServiceColumns';
import styles from './ServicesTable.module.css';

const NONE: readonly string[] = [];

/**
 * One filter. Drawn anew only for other options or another choice: with the
 * owners of thousands of services it costs more than a keystroke may.
 */
const FilterSelect = memo(
  (props: {
    name: string;
    label: string;
    /** Undefined as long as they are not known. */
    options: { id: string; label: string }[] | undefined;
    chosen: readonly string[] | undefined;
    onChange: (change: SearchChange) => void;
  }) => {
    const { name, label, options, chosen, onChange } = props;
    return options?.length === 0 ? null : (
      <Select
        aria-label={label}
        placeholder={label}
        size="small"
        className={styles.select}
        selectionMode="multiple"
        searchable={options && options.length > 8}
        isDisabled={!options}
        options={options ?? []}
        value={[...(chosen ?? NONE)]}
        onChange={keys => onChange({ [name]: keys.map(String) })}
      />
    );
  },
);

/** The same options as long as there are the same ids. */
function useOptions<T extends string>(
  ids: readonly T[] | undefined,
  labelOf: (id: T) => string,
) {
  return useMemo(
    () => ids?.map(id => ({ id, label: labelOf(id) })),
    [ids, labelOf],
  );
}

const ownerLabel = (owner: string) => refName(owner, 'group');
const systemLabel = (system: string) => refName(system, 'system');
const ownLabel = (id: string) => id;

/** What the services are searched and filtered by. */
export function ServiceFilters(props: {
  query: ServicesQuery;
  facets: ServiceFacets | undefined;
  /** Whether the facets are on their way: filters keep their place for them. */
  isLoading: boolean;
  /** The same function as long as the page is open. */
  onChange: (change: SearchChange) => void;
  /** Takes all filters away; undefined where there is none. */
  onClear: (() => void) | undefined;
}) {
  const { query, facets, isLoading, onChange, onClear } = props;
  const { t } = useTranslation();
  const statusLabel = useCallback(
    (id: ScanStatus) => t(`scan.status.${id}`),
    [t],
  );
  const none = isLoading ? undefined : NONE;
  return (
    <>
      <ServiceSearch value={query.search ?? ''} onChange={onChange} />
      <FilterSelect
        name="owner"
        label={t('services.filter.owner')}
        options={useOptions(facets?.owners ?? query.owner ?? none, ownerLabel)}
        chosen={query.owner}
        onChange={onChange}
      />
      <FilterSelect
        name="system"
        label={t('services.filter.system')}
        options={useOptions(
          facets?.systems ?? query.system ?? none,
          systemLabel,
        )}
        chosen={query.system}
        onChange={onChange}
      />
      <FilterSelect
        name="lifecycle"
        label={t('services.filter.lifecycle')}
        options={useOptions(
          facets?.lifecycles ?? query.lifecycle ?? none,
          ownLabel,
        )}
        chosen={query.lifecycle}
        onChange={onChange}
      />
      <FilterSelect
        name="grade"
        label={t('services.filter.grade')}
        options={useOptions(GRADES, ownLabel)}
        chosen={query.grade}
        onChange={onChange}
      />
      <FilterSelect
        name="status"
        label={t('services.filter.status')}
        options={useOptions(STATUSES, statusLabel)}
        chosen={query.status}
        onChange={onChange}
      />
      {onClear && (
        <Button size="small" variant="tertiary" onPress={onClear}>
          {t('action.clearFilters')}
        </Button>
      )}
    </>
  );
}
