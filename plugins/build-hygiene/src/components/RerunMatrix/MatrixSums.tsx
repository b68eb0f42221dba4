/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useTranslation } from '../../translation';
import { hasMeasuredSteps, MatrixView } from './matrixView';
import { useExpectedTime } from './useExpectedTime';
import styles from './MatrixGrid.module.css';

/** What each kind of commit comes to, under its column. */
export function MatrixSums({ view }: { view: MatrixView }) {
  const { t } = useTranslation();
  const expectedTime = useExpectedTime(view);
  const { scenarios, steps, estimated } = view;
  const measured = hasMeasuredSteps(view);
  const timed = scenarios.some(({ seconds }) => seconds !== undefined);
  return (
    <tfoot>
      <tr role="row">
        <th role="rowheader" scope="row" className={styles.sumLabel}>
          {t('matrix.sum')}
        </th>
        {scenarios.map(({ id, applicable, reruns }) => (
          <td key={id} className={styles.sum} role="gridcell">
            {applicable
              ? t('matrix.sumValue', {
                  number: String(reruns),
                  total: String(steps.length),
                })
              : '–'}
          </td>
        ))}
        {measured && <td role="gridcell" />}
      </tr>
      {timed && (
        <tr role="row">
          <th role="rowheader" scope="row" className={styles.sumLabel}>
            {t('matrix.time')}{' '}
            {estimated && (
              <span className={styles.estimate}>
                {t('matrix.timeEstimate')}
              </span>
            )}
          </th>
          {scenarios.map(({ id, seconds }) => (
            <td key={id} className={styles.sum} role="gridcell">
              {seconds === undefined ? '–' : expectedTime(seconds)}
            </td>
          ))}
          {measured && <td role="gridcell" />}
        </tr>
      )}
    </tfoot>
  );
}
