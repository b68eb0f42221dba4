/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildDetail,
  StepMeasure,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Text } from '@backstage/ui';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { StepMarks } from './StepMarks';
import { StepState } from './StepState';
import { createTimeline, laneName, stepTitle } from './timelineModel';
import styles from './StepTable.module.css';

/** The steps of a build beside what is usual of them. */
export function StepTable(props: {
  build: BuildDetail;
  usual: ReadonlyMap<string, StepMeasure>;
}) {
  const { build, usual } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { dockerfile, measures } = build;
  const steps = createTimeline(build.steps).lanes.flatMap(lane =>
    lane.steps.map(({ step }) => step),
  );
  const [sample] = usual.values();
  return (
    <>
      <div className={styles.scroller}>
        <table className={styles.table} aria-label={t('steps.title')}>
          <thead>
            <tr>
              <th scope="col">{t('steps.column.step')}</th>
              <th scope="col">{t('steps.column.line')}</th>
              <th scope="col">{t('steps.column.state')}</th>
              <th scope="col">{t('steps.column.seconds')}</th>
              <th scope="col">{t('steps.column.median')}</th>
              <th scope="col">{t('steps.column.hitRate')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step, index) => {
              const line = dockerfile?.lines[step.id];
              const measure = usual.get(step.id);
              return (
                <tr key={index} data-state={step.state}>
                  <th scope="row">
                    <code title={stepTitle(step)}>{stepTitle(step)}</code>
                    <span className={styles.quiet}>{laneName(step)}</span>
                  </th>
                  <td>{line ?? '–'}</td>
                  <td>
                    <span className={styles.marks}>
                      <StepState state={step.state} />
                      <StepMarks step={step} measures={measures} />
                    </span>
                  </td>
                  <td>
                    {step.seconds === undefined
                      ? '–'
                      : format.seconds(step.seconds)}
                  </td>
                  <td>
                    {measure?.median.value === undefined
                      ? '–'
                      : format.seconds(measure.median.value)}
                  </td>
                  <td>
                    {measure?.hitRate.value === undefined
                      ? '–'
                      : format.percent(measure.hitRate.value)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Text as="p" variant="body-small" color="secondary">
        {dockerfile &&
          (dockerfile.isBuilt
            ? t('steps.linesBuilt', { path: dockerfile.path })
            : t('steps.linesScanned', { path: dockerfile.path }))}{' '}
        {sample
          ? t('steps.usual', {
              builds: String(sample.hitRate.builds),
              days: String(sample.hitRate.days),
            })
          : t('steps.usualPending')}
      </Text>
    </>
  );
}
