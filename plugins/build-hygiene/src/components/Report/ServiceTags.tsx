/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Tag, TagGroup } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { ServicesQuery } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useRequest } from '../../requests';
import { SearchChange } from '../../routes';
import { useTranslation } from '../../translation';
import { fleetValueText } from '../Fleet';
import { scanErrorTitle } from '../StateMessage';

/** What other pages filter the services by, to be taken away. */
export function ServiceTags(props: {
  query: ServicesQuery;
  onChange: (change: SearchChange) => void;
}) {
  const { query, onChange } = props;
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const campaign = useRequest(query.campaign, signal =>
    api.getCampaign(query.campaign ?? '', { signal }),
  );
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
  return tags.length === 0 ? null : (
    <TagGroup
      aria-label={t('services.tags')}
      onRemove={keys =>
        onChange(Object.fromEntries([...keys].map(key => [key, undefined])))
      }
    >
      {tags.map(({ id, label }) => (
        <Tag key={id} id={id} size="small" textValue={label}>
          {label}
        </Tag>
      ))}
    </TagGroup>
  );
}
