/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import { Skeleton } from '@backstage/ui';
import { RiInboxLine } from '@remixicon/react';
import { useApi } from '@backstage/core-plugin-api';
import { buildHygieneApiRef } from '../../api';
import { useRequest } from '../../requests';
import { useTranslation } from '../../translation';
import { RequestFailure, StateMessage } from '../StateMessage';
import { FailingServices } from './FailingServices';
import { Hosts } from './Hosts';
import { Problems } from './Problems';
import { ScanTiles } from './ScanTiles';
import { SlowestScans } from './SlowestScans';
import styles from './ScanHealth.module.css';

/** How scans go: what fails and why, the queue, the hosts, what is slow. */
export function ScanHealthReport() {
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const [turn, setTurn] = useState(0);
  const { value, error, reload } = useRequest(`scans ${turn}`, signal =>
    api.getScanHealth({ signal }),
  );
  if (!value && error) {
    return (
      <RequestFailure
        error={error}
        what={t('scanHealth.what')}
        onRetry={reload}
      />
    );
  }
  if (!value) {
    return (
      <div className={styles.page} role="status" aria-label={t('loading')}>
        <Skeleton width="100%" height={124} />
        <Skeleton width="100%" height={260} />
        <Skeleton width="100%" height={260} />
      </div>
    );
  }
  if (value.services === 0) {
    return (
      <StateMessage
        icon={<RiInboxLine />}
        headingLevel="h2"
        title={t('report.empty.title')}
        description={t('report.empty.description')}
      />
    );
  }
  return (
    <div className={styles.page}>
      <ScanTiles health={value} />
      <Problems health={value} onRetried={() => setTurn(turn + 1)} />
      {value.problems.length > 0 && <FailingServices turn={turn} />}
      <div className={styles.columns}>
        <Hosts health={value} />
        <SlowestScans health={value} />
      </div>
    </div>
  );
}
