/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RiTerminalBoxLine } from '@remixicon/react';
import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { useRequest } from '../../requests';
import { useTranslation } from '../../translation';
import { CiSteps } from '../Builds/CiSteps';
import { StateMessage } from '../StateMessage';

/** No service sent a build: how to begin with one. */
export function NoReportBuilds({ days }: { days: number }) {
  const { t } = useTranslation();
  const discovery = useApi(discoveryApiRef);
  const baseUrl = useRequest('base-url', () =>
    discovery.getBaseUrl('build-hygiene'),
  );
  return (
    <>
      <StateMessage
        icon={<RiTerminalBoxLine />}
        tone="announcement"
        headingLevel="h2"
        title={t('buildsReport.none.title', { count: days })}
        description={t('buildsReport.none.description', {
          ref: 'component:default/my-service',
        })}
      />
      <CiSteps
        entityRef="component:default/my-service"
        baseUrl={baseUrl.value}
      />
    </>
  );
}
