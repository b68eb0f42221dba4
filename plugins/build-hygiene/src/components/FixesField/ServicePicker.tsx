/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useEffect, useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { Combobox, ComboboxItem } from '@backstage/ui';
import { ServiceSummary } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useRequest } from '../../requests';
import { useTranslation } from '../../translation';
import { GradeMark } from '../Tone';
import styles from './ServicePicker.module.css';

/** More are found by typing. */
const SHOWN = 20;

function nameOf(entityRef: string): string {
  try {
    return parseEntityRef(entityRef).name;
  } catch {
    return entityRef;
  }
}

/** The chosen service; by its name alone until the list has had it. */
function selectedItem(
  service: string | undefined,
  known: ServiceItem | undefined,
): ServiceItem | null {
  if (service === undefined) {
    return null;
  }
  return known?.id === service
    ? known
    : { id: service, textValue: nameOf(service) };
}

interface ServiceItem extends Pick<ServiceSummary, 'grade' | 'score'> {
  id: string;
  textValue: string;
}

function itemOf({ entityRef, title, grade, score }: ServiceSummary) {
  return {
    id: entityRef,
    textValue: title ?? nameOf(entityRef),
    grade,
    score,
  };
}

/** One of the services that the user sees, those with the lowest score first. */
export function ServicePicker(props: {
  label: string;
  service: string | undefined;
  onChange: (service: string | undefined) => void;
  isRequired?: boolean;
  isDisabled?: boolean;
  isInvalid?: boolean;
}) {
  const { label, service, onChange, isRequired, isDisabled, isInvalid } = props;
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const [text, setText] = useState('');
  const [known, setKnown] = useState<ServiceItem>();
  const selected = selectedItem(service, known);
  // The name of the chosen one looks for no others.
  const search = text === selected?.textValue ? '' : text;
  const { value, error, loading } = useRequest(`search ${search}`, signal =>
    api.queryServices(
      {
        ...(search !== '' && { search }),
        sort: 'score',
        order: 'asc',
        limit: SHOWN,
      },
      { signal },
    ),
  );
  const items = (value?.items ?? []).map(itemOf);
  const isElsewhere =
    service !== undefined &&
    value !== undefined &&
    known?.id !== service &&
    items.every(({ id }) => id !== service);
  // A link may have chosen one that is not among the first.
  const others = useRequest(isElsewhere ? service : undefined, signal =>
    api.queryServices(
      { search: nameOf(service ?? ''), limit: SHOWN },
      { signal },
    ),
  );
  const found = [...items, ...(others.value?.items ?? []).map(itemOf)].find(
    ({ id }) => id === service,
  );
  const isNew = found !== undefined && known?.id !== found.id;
  useEffect(() => {
    if (isNew) {
      setKnown(found);
    }
  }, [isNew, found]);
  return (
    <Combobox
      label={label}
      description={t('fix.form.serviceHint')}
      placeholder={t('fix.form.servicePlaceholder')}
      size="medium"
      isRequired={isRequired}
      secondaryLabel={isRequired ? t('fix.form.required') : undefined}
      isDisabled={isDisabled}
      isInvalid={isInvalid}
      value={selected}
      onChange={item => {
        // Another text than that of the option would open the list again.
        setKnown(item ?? undefined);
        onChange(item?.id);
      }}
      items={{
        items,
        filterText: text,
        setFilterText: setText,
        loadingState: stateOf(loading, error),
        loadMore: () => {},
      }}
      search={{ mode: 'server' }}
    >
      {(item: ServiceItem) => (
        <ComboboxItem id={item.id} textValue={item.textValue}>
          <span className={styles.option}>
            <GradeMark grade={item.grade} />
            <span className={styles.optionName}>{item.textValue}</span>
            <span className={styles.optionScore}>{item.score ?? '–'}</span>
          </span>
        </ComboboxItem>
      )}
    </Combobox>
  );
}

function stateOf(loading: boolean, error: Error | undefined) {
  if (loading) {
    return 'loading';
  }
  return error ? 'error' : 'idle';
}
