/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { Link, Skeleton, Text } from '@backstage/ui';
import { RiCheckboxCircleLine, RiTeamLine } from '@remixicon/react';
import { ServiceSummary } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useRequest } from '../../requests';
import { useReportHref, useServiceHref } from '../../routes';
import { useTranslation } from '../../translation';
import { RequestFailure, StateMessage } from '../StateMessage';
import { Surface } from '../Surface';
import { Chip, GradeMark } from '../Tone';
import styles from './NeedsAttention.module.css';

const SHOWN = 5;
/** As many as the API takes. */
const MOST_OWNERS = 100;

function hasOpen({ openFindings }: ServiceSummary): boolean {
  return Object.values(openFindings).some(count => count > 0);
}

function ServiceRow({ service }: { service: ServiceSummary }) {
  const { t } = useTranslation();
  const href = useServiceHref();
  const { entityRef, title, grade, score, openFindings } = service;
  return (
    <li className={styles.row}>
      <GradeMark grade={grade} />
      <span className={styles.words}>
        <Link href={href(entityRef)} variant="body-medium">
          {title ?? parseEntityRef(entityRef).name}
        </Link>
        {openFindings.critical > 0 && (
          <Chip tone="negative">
            {t('attention.critical', { count: openFindings.critical })}
          </Chip>
        )}
      </span>
      <Text variant="body-medium" weight="bold" className={styles.score}>
        {score ?? '–'}
      </Text>
    </li>
  );
}

function OwnServices() {
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const identityApi = useApi(identityApiRef);
  const reportHref = useReportHref();
  const { value, error, reload } = useRequest('own', async signal => {
    const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
    const owner = ownershipEntityRefs.slice(0, MOST_OWNERS);
    // Without a filter it would be the services of all.
    const page =
      owner.length > 0
        ? await api.queryServices(
            { owner, sort: 'score', order: 'asc', limit: SHOWN },
            { signal },
          )
        : { items: [], total: 0 };
    return { ...page, owner };
  });
  if (!value) {
    return error ? (
      <RequestFailure
        compact
        error={error}
        what={t('attention.what')}
        onRetry={reload}
      />
    ) : (
      <div className={styles.list}>
        {Array.from({ length: SHOWN }, (_, index) => (
          <Skeleton key={index} height={24} />
        ))}
      </div>
    );
  }
  const open = value.items.filter(hasOpen);
  if (value.items.length === 0) {
    return (
      <StateMessage
        compact
        icon={<RiTeamLine />}
        title={t('attention.noServices')}
        description={t('attention.noServicesExplained')}
      />
    );
  }
  return (
    <>
      {open.length > 0 ? (
        <ul className={styles.list} aria-label={t('attention.label')}>
          {open.map(service => (
            <ServiceRow key={service.entityRef} service={service} />
          ))}
        </ul>
      ) : (
        <StateMessage
          compact
          tone="positive"
          icon={<RiCheckboxCircleLine />}
          title={t('attention.nothingOpen')}
          description={t('attention.nothingOpenExplained')}
        />
      )}
      <Link
        href={reportHref({ owner: value.owner, sort: 'score' })}
        variant="body-small"
        className={styles.all}
      >
        {t('attention.all', { count: value.total ?? value.items.length })}
      </Link>
    </>
  );
}

/** The services of the user with the lowest scores, for home pages. */
export function NeedsAttention() {
  return (
    <Surface>
      <OwnServices />
    </Surface>
  );
}
