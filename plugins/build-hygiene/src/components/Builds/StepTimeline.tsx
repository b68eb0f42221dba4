/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Text } from '@backstage/ui';
import {
  RiCheckLine,
  RiCloseLine,
  RiForbid2Line,
  RiPlayLine,
  RiSkipForwardLine,
} from '@remixicon/react';
import { BuildStep, BuildStepState } from '@build-hygiene/engine';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { createTimeline, stepTitle, TimelineStep } from './timelineModel';
import styles from './StepTimeline.module.css';

const ICONS: Record<BuildStepState, React.ReactElement> = {
  cached: <RiCheckLine aria-hidden />,
  executed: <RiPlayLine aria-hidden />,
  failed: <RiCloseLine aria-hidden />,
  canceled: <RiForbid2Line aria-hidden />,
  skipped: <RiSkipForwardLine aria-hidden />,
};

function StepRow({ step, start, width }: TimelineStep) {
  const { t } = useTranslation();
  const format = useFormat();
  const seconds =
    step.seconds === undefined ? '–' : format.seconds(step.seconds);
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
      <span className={styles.state}>
        {ICONS[step.state]}
        {t(`builds.step.${step.state}`)}
      </span>
      <span className={styles.track} aria-hidden>
        <span
          className={styles.bar}
          style={{
            insetInlineStart: `${start * 100}%`,
            width: `${width * 100}%`,
          }}
        />
      </span>
      <span className={styles.seconds}>{seconds}</span>
    </li>
  );
}

/** The steps of a build in lanes by stage, with what each one cost. */
export function StepTimeline({ steps }: { steps: BuildStep[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const timeline = createTimeline(steps);
  if (steps.length === 0) {
    return (
      <Text as="p" variant="body-medium" color="secondary">
        {t('builds.noSteps')}
      </Text>
    );
  }
  return (
    <div className={styles.timeline}>
      {timeline.lanes.map((lane, index) => (
        <section key={index} className={styles.lane}>
          <h3 className={styles.stage}>
            <span>
              {lane.stage
                ? t('builds.stage', { name: lane.stage })
                : t('builds.noStage')}
            </span>
            <span className={styles.sum}>{format.seconds(lane.seconds)}</span>
          </h3>
          <ol className={styles.steps}>
            {lane.steps.map((entry, at) => (
              <StepRow key={at} {...entry} />
            ))}
          </ol>
        </section>
      ))}
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
            {timeline.internal.map((step, at) => (
              <StepRow
                key={at}
                step={step}
                start={0}
                width={
                  timeline.seconds === 0
                    ? 0
                    : Math.min((step.seconds ?? 0) / timeline.seconds, 1)
                }
              />
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
