/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import { Text, ToggleButton } from '@backstage/ui';
import {
  BuildDetail,
  StepMeasure,
} from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { StepLanes } from './StepLanes';
import { StepTable } from './StepTable';
import { stepMeasuresOf } from './stepMeasures';
import { ToggleGroup } from '../ToggleGroup';
import styles from './StepTimeline.module.css';

/** The steps of a build, in time or as a table with what is usual. */
export function StepTimeline(props: {
  build: BuildDetail;
  /** Steps of the service's builds, where they are known. */
  usual?: readonly StepMeasure[];
}) {
  const { build, usual = [] } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [view, setView] = useState<'time' | 'table'>('time');
  if (build.steps.length === 0) {
    return (
      <Text as="p" variant="body-medium" color="secondary">
        {t('builds.noSteps')}
      </Text>
    );
  }
  const miss = build.measures?.firstMisses[0];
  return (
    <section className={styles.timeline} aria-label={t('steps.title')}>
      <div className={styles.head}>
        <Text as="h3" variant="body-medium" weight="bold">
          {t('steps.title')}
        </Text>
        <ToggleGroup
          aria-label={t('steps.view')}
          selectedKeys={[view]}
          onSelectionChange={keys =>
            setView(keys.has('table') ? 'table' : 'time')
          }
        >
          <ToggleButton id="time">{t('steps.time')}</ToggleButton>
          <ToggleButton id="table">{t('steps.table')}</ToggleButton>
        </ToggleGroup>
      </div>
      <Text as="p" variant="body-small" color="secondary">
        {t('steps.summary', {
          cached: String(build.cache.cached),
          cacheable: String(build.cache.cacheable),
          seconds: format.seconds(build.executedSeconds),
        })}{' '}
        {miss && t('steps.firstMiss', { step: miss.text })}{' '}
        {miss && t(`comparison.miss.${miss.reason}`)}
      </Text>
      {view === 'time' ? (
        <StepLanes build={build} />
      ) : (
        <StepTable build={build} usual={stepMeasuresOf(build.steps, usual)} />
      )}
    </section>
  );
}
