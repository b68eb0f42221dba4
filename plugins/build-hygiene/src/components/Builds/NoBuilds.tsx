/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RiTerminalBoxLine } from '@remixicon/react';
import { useTranslation } from '../../translation';
import { StateMessage } from '../StateMessage';
import { CiSteps } from './CiSteps';

/** No build records: how to send them. */
export function NoBuilds(props: { entityRef: string; baseUrl?: string }) {
  const { t } = useTranslation();
  return (
    <>
      <StateMessage
        icon={<RiTerminalBoxLine />}
        tone="announcement"
        title={t('builds.none.title')}
        description={t('builds.none.description')}
      />
      <CiSteps {...props} />
    </>
  );
}
