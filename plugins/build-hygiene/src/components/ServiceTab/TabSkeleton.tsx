/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Skeleton } from '@backstage/ui';
import { useTranslation } from '../../translation';
import styles from './ServiceTab.module.css';

export function TabSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles.tab} role="status" aria-label={t('loading')}>
      <Skeleton width="100%" height={168} />
      <Skeleton width="100%" height={520} />
      <Skeleton width="100%" height={420} />
    </div>
  );
}
