/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Text } from '@backstage/ui';
import { BuildDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { StepMarks } from './StepMarks';
import { StepState } from './StepState';
import { createTimeline, stepTitle, TimelineStep } from './timelineModel';
import styles from './StepLanes.module.css';

const TICKS = [0, 0.25, 0.5, 0.75, 1];

function StepRow(
  props: TimelineStep & { measures: BuildDetail['measures']; line?: number },
) {
  const { step, start, width, transfer, measures, line } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const title = stepTitle(step);
  return (
    <li className={styles.step} data-state={step.state}>
      <span className={styles.name}>
        {step.index !== undefined && (
          <span className={styles.index}>
            {step.index}/{step.total ?? '?'}
          </span>
        )}
        <code title={title}>{title}</code>
      </span>
      <span className={styles.marks}>
        <StepState state={step.state} />
        <StepMarks step={step} measures={measures} />
        {line !== undefined && (
          <span className={styles.place}>
            {t('steps.line', { line: String(line) })}
          </span>
        )}
      </span>
      <span className={styles.track} aria-hidden>
        <span
          className={styles.bar}
          style={{
            insetInlineStart: `${start * 100}%`,
            width: `${width * 100}%`,
          }}
        >
          {transfer > 0 && (
            <span
              className={styles.transfer}
              style={{ width: `${transfer * 100}%` }}
            />
          )}
        </span>
      </span>
      <span className={styles.seconds}>
        {step.seconds === undefined ? '–' : format.seconds(step.seconds)}
      </span>
    </li>
  );
}

/** Lanes by stage and platform; to the right is time. */
export function StepLanes({ build }: { build: BuildDetail }) {
  const { steps, measures, dockerfile } = build;
  const { t } = useTranslation();
  const format = useFormat();
  const timeline = createTimeline(steps);
  return (
    <div className={styles.lanes}>
      <div className={styles.axis} aria-hidden>
        {TICKS.map(tick => (
          <span key={tick}>{format.seconds(tick * timeline.seconds)}</span>
        ))}
      </div>
      {timeline.lanes.map((lane, index) => (
        <section key={index}>
          <h4 className={styles.stage}>
            <span>
              {lane.stage
                ? t('builds.stage', { name: lane.stage })
                : t('builds.noStage')}
            </span>
            <span className={styles.sum}>{format.seconds(lane.seconds)}</span>
          </h4>
          <ol className={styles.steps}>
            {lane.steps.map((entry, at) => (
              <StepRow
                key={at}
                {...entry}
                measures={measures}
                line={dockerfile?.lines[entry.step.id]}
              />
            ))}
          </ol>
        </section>
      ))}
      <ul className={styles.key} aria-hidden>
        {(['cached', 'executed', 'failed', 'transfer'] as const).map(name => (
          <li key={name} data-state={name}>
            <span className={styles.swatch}>
              <span className={styles.bar} />
            </span>
            {name === 'transfer'
              ? t('purpose.transfer')
              : t(`builds.step.${name}`)}
          </li>
        ))}
      </ul>
      <Text as="p" variant="body-small" color="secondary">
        {timeline.timed
          ? t('builds.timed', { seconds: format.seconds(timeline.seconds) })
          : t('builds.untimed')}
      </Text>
      {timeline.internal.length > 0 && (
        <details className={styles.internal}>
          <summary>
            {t('builds.internal', {
              count: timeline.internal.length,
              seconds: format.seconds(timeline.internalSeconds),
            })}
          </summary>
          <ol className={styles.steps}>
            {timeline.internal.map((entry, at) => (
              <StepRow key={at} {...entry} measures={measures} />
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
