/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Text } from '@backstage/ui';
import {
  HitRate,
  MeasuredRate,
} from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import styles from './RateFigures.module.css';

function Rate(props: { name: string; rate: HitRate | MeasuredRate }) {
  const { name, rate } = props;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.rate}>
      <Text variant="body-small" color="secondary">
        {name}
      </Text>
      <Text variant="title-x-small" weight="bold">
        {rate.value === undefined ? '–' : format.percent(rate.value)}
      </Text>
      <Text variant="body-small" color="secondary">
        {rate.value === undefined && rate.builds < rate.minimumBuilds
          ? t('hitRate.pending', { count: rate.minimumBuilds - rate.builds })
          : t('hitRate.window', {
              count: rate.builds,
              days: String(rate.days),
            })}
      </Text>
    </div>
  );
}

/** Steps are not seconds: both rates, always side by side. */
export function RateFigures(props: {
  hitRate: HitRate;
  timeWeighted?: MeasuredRate;
}) {
  const { hitRate, timeWeighted } = props;
  const { t } = useTranslation();
  return (
    <div className={styles.rates}>
      <Rate name={t('trends.ofSteps')} rate={hitRate} />
      {timeWeighted && <Rate name={t('trends.ofTime')} rate={timeWeighted} />}
    </div>
  );
}
