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
import { Columns, Stack } from '../Layout';
import { RequestFailure, StateMessage } from '../StateMessage';
import { FailingServices } from './FailingServices';
import { Hosts } from './Hosts';
import { Problems } from './Problems';
import { ScanTiles } from './ScanTiles';
import { SlowestScans } from './SlowestScans';

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
      <Stack isLoading>
        <Skeleton width="100%" height={124} />
        <Skeleton width="100%" height={260} />
        <Skeleton width="100%" height={260} />
      </Stack>
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
    <Stack>
      <ScanTiles health={value} />
      <Problems health={value} onRetried={() => setTurn(turn + 1)} />
      {value.problems.length > 0 && <FailingServices turn={turn} />}
      <Columns>
        <Hosts health={value} />
        <SlowestScans health={value} />
      </Columns>
    </Stack>
  );
}
