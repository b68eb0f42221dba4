/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Link } from '@backstage/ui';
import { RiAlarmWarningFill } from '@remixicon/react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { BuildIncident } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { rootRouteRef } from '../../routes';
import { useTranslation } from '../../translation';
import styles from './Incident.module.css';

/** A failed build is not alone: the same failure hit others. */
export function Incident({ incident }: { incident: BuildIncident }) {
  const { t } = useTranslation();
  const format = useFormat();
  const root = useRouteRef(rootRouteRef);
  const { target, otherServices, state, firstSeen, lastSeen } = incident;
  if (otherServices === 0) {
    return null;
  }
  return (
    <p className={styles.incident}>
      <RiAlarmWarningFill aria-hidden />
      <span>
        {t(`buildIncident.${state.state}`, {
          target,
          count: otherServices,
          services: format.number(otherServices),
          time: format.short(firstSeen),
          end: format.short(lastSeen),
        })}{' '}
        <Link href={`${root()}/builds`}>{t('buildIncident.all')}</Link>
      </span>
    </p>
  );
}
