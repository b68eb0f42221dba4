/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ScenarioId } from '@build-hygiene/engine';
import { useTranslation } from '../../translation';
import { BeforeAfter } from './BeforeAfter';
import { hasMeasuredSteps, MatrixView } from './matrixView';
import { useExpectedTime } from './useExpectedTime';
import styles from './MatrixGrid.module.css';

/** What each kind of commit comes to, under its column. */
export function MatrixSums(props: { view: MatrixView; before?: MatrixView }) {
  const { view, before } = props;
  const { t } = useTranslation();
  const expectedTime = useExpectedTime(view);
  const { scenarios, estimated } = view;
  const measured = hasMeasuredSteps(view);
  const earlier = new Map(
    before?.scenarios.map(scenario => [scenario.id, scenario]),
  );
  const earlierTime = useExpectedTime(before ?? view);
  const share = (reruns: number, of: MatrixView) =>
    t('matrix.sumValue', {
      number: String(reruns),
      total: String(of.steps.length),
    });
  const shareBefore = (id: ScenarioId) => {
    const was = earlier.get(id);
    return before && was?.applicable ? share(was.reruns, before) : undefined;
  };
  const timeBefore = (id: ScenarioId) => {
    const seconds = earlier.get(id)?.seconds;
    return seconds === undefined ? undefined : earlierTime(seconds);
  };
  const timed = scenarios.some(({ seconds }) => seconds !== undefined);
  return (
    <tfoot>
      <tr role="row">
        <th role="rowheader" scope="row" className={styles.sumLabel}>
          {t('matrix.sum')}
        </th>
        {scenarios.map(({ id, applicable, reruns }) => (
          <td key={id} className={styles.sum} role="gridcell">
            {applicable ? (
              <BeforeAfter
                before={shareBefore(id)}
                after={share(reruns, view)}
              />
            ) : (
              '–'
            )}
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
              {seconds === undefined ? (
                '–'
              ) : (
                <BeforeAfter
                  before={timeBefore(id)}
                  after={expectedTime(seconds)}
                />
              )}
            </td>
          ))}
          {measured && <td role="gridcell" />}
        </tr>
      )}
    </tfoot>
  );
}
