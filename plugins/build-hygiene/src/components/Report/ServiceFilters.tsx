/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useEffect, useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';
import { Button, SearchField, Select } from '@backstage/ui';
import {
  ServiceFacets,
  ServicesQuery,
} from '@build-hygiene/plugin-build-hygiene-common';
import { SearchChange } from '../../routes';
import { useTranslation } from '../../translation';
import { GRADES, STATUSES } from './serviceQuery';
import { refName } from './useServiceColumns';
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
    150,
    [text, value],
  );
  return [text, setText];
}

/**
 * What the services are searched and filtered by. Apart from the table, which
 * costs more to draw than a keystroke may.
 */
export function ServiceFilters(props: {
  query: ServicesQuery;
  facets: ServiceFacets | undefined;
  onChange: (change: SearchChange) => void;
  /** Takes all filters away; undefined where there is none. */
  onClear: (() => void) | undefined;
}) {
  const { query, facets, onChange, onClear } = props;
  const { t } = useTranslation();
  const [text, setText] = useDelayedText(query.search ?? '', q =>
    onChange({ q }),
  );
  const filters = [
    {
      name: 'owner',
      chosen: query.owner ?? [],
      label: t('services.filter.owner'),
      options: (facets?.owners ?? query.owner ?? []).map(id => ({
        id,
        label: refName(id, 'group'),
      })),
    },
    {
      name: 'system',
      chosen: query.system ?? [],
      label: t('services.filter.system'),
      options: (facets?.systems ?? query.system ?? []).map(id => ({
        id,
        label: refName(id, 'system'),
      })),
    },
    {
      name: 'lifecycle',
      chosen: query.lifecycle ?? [],
      label: t('services.filter.lifecycle'),
      options: (facets?.lifecycles ?? query.lifecycle ?? []).map(id => ({
        id,
        label: id,
      })),
    },
    {
      name: 'grade',
      chosen: query.grade ?? [],
      label: t('services.filter.grade'),
      options: GRADES.map(id => ({ id, label: id })),
    },
    {
      name: 'status',
      chosen: query.status ?? [],
      label: t('services.filter.status'),
      options: STATUSES.map(id => ({ id, label: t(`scan.status.${id}`) })),
    },
  ];
  return (
    <>
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
        .map(({ name, label, options, chosen }) => (
          <Select
            key={name}
            aria-label={label}
            placeholder={label}
            size="small"
            className={styles.select}
            selectionMode="multiple"
            searchable={options.length > 8}
            options={options}
            value={[...chosen]}
            onChange={keys => onChange({ [name]: keys.map(String) })}
          />
        ))}
      {onClear && (
        <Button size="small" variant="tertiary" onPress={onClear}>
          {t('action.clearFilters')}
        </Button>
      )}
    </>
  );
}
