/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Text } from '@backstage/ui';
import { HitRate } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import styles from './HitRateLine.module.css';

/** The cache hit rate with the window and sample that it stands for. */
export function HitRateLine({ hitRate }: { hitRate: HitRate }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.line}>
      <Text variant="body-medium">{t('hitRate.name')}</Text>
      <span className={styles.value}>
        {hitRate.value === undefined ? (
          <Text variant="body-small" color="secondary">
            {hitRate.builds === 0
              ? t('hitRate.noBuilds')
              : t('hitRate.pending', {
                  count: Math.max(hitRate.minimumBuilds - hitRate.builds, 0),
                })}
          </Text>
        ) : (
          <>
            <Text variant="body-medium" weight="bold">
              {format.percent(hitRate.value)}
            </Text>
            <Text variant="body-small" color="secondary">
              {t('hitRate.window', {
                count: hitRate.builds,
                days: String(hitRate.days),
              })}
            </Text>
          </>
        )}
      </span>
    </div>
  );
}
