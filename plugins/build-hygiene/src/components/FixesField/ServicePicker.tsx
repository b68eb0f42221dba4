/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { Combobox, IdentifiedOption } from '@backstage/ui';
import { ServiceSummary } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useRequest } from '../../requests';
import { Translate, useTranslation } from '../../translation';

/** More are found by typing. */
const SHOWN = 20;

function nameOf(entityRef: string): string {
  try {
    return parseEntityRef(entityRef).name;
  } catch {
    return entityRef;
  }
}

function optionOf(service: ServiceSummary, t: Translate): IdentifiedOption {
  const { entityRef, title, score } = service;
  const name = nameOf(entityRef);
  return {
    id: entityRef,
    label: title ?? name,
    description:
      score === undefined
        ? t('fix.form.noScore')
        : t('fix.form.scoreOf', { score: String(score) }),
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
  const [text, setText] = useState<string>();
  const search = text ?? '';
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
  const items = (value?.items ?? []).map(item => optionOf(item, t));
  const selected =
    service === undefined
      ? null
      : items.find(({ id }) => id === service) ?? {
          id: service,
          label: nameOf(service),
        };
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
      onChange={item => onChange(item?.id)}
      options={{
        items,
        filterText: search,
        setFilterText: setText,
        loadingState: stateOf(loading, error),
        loadMore: () => {},
      }}
      search={{ mode: 'server' }}
    />
  );
}

function stateOf(loading: boolean, error: Error | undefined) {
  if (loading) {
    return 'loading';
  }
  return error ? 'error' : 'idle';
}
