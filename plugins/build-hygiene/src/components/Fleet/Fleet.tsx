/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Skeleton, Text } from '@backstage/ui';
import { RiInboxLine } from '@remixicon/react';
import { useApi } from '@backstage/core-plugin-api';
import { buildHygieneApiRef } from '../../api';
import { useFormat } from '../../format';
import { useReportChanges, useRequest } from '../../requests';
import { useTranslation } from '../../translation';
import { Stack } from '../Layout';
import { RequestFailure, StateMessage } from '../StateMessage';
import { FleetSection } from './FleetSection';
import styles from './Fleet.module.css';

/** What the organisation really runs, and how far that is from what is newest. */
export function Fleet() {
  const { t } = useTranslation();
  const format = useFormat();
  const api = useApi(buildHygieneApiRef);
  const { value, error, reload } = useRequest('fleet', signal =>
    api.getFleet({ signal }),
  );
  useReportChanges(reload);
  if (!value && error) {
    return (
      <RequestFailure error={error} what={t('fleet.what')} onRetry={reload} />
    );
  }
  if (!value) {
    return (
      <Stack isLoading>
        <Skeleton width="100%" height={24} />
        <div className={styles.columns}>
          {[0, 1, 2, 3].map(index => (
            <Skeleton key={index} width="100%" height={260} />
          ))}
        </div>
      </Stack>
    );
  }
  if (value.services === 0) {
    return (
      <StateMessage
        icon={<RiInboxLine />}
        headingLevel="h2"
        title={t('fleet.empty.title')}
        description={t('fleet.empty.description')}
      />
    );
  }
  return (
    <Stack>
      <Text as="p" variant="body-medium" color="secondary">
        {t('fleet.known', { count: value.services })}{' '}
        {t('fleet.asOf', { day: format.date(value.asOf) })}
      </Text>
      <div className={styles.columns}>
        {value.aspects.map(report => (
          <FleetSection
            key={report.aspect}
            report={report}
            total={value.services}
          />
        ))}
      </div>
    </Stack>
  );
}
