/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { RiArrowRightLine } from '@remixicon/react';
import { useTranslation } from '../../translation';
import styles from './ScoreWay.module.css';

/** One stretch of the way: what a fix gains. */
export interface ScoreStretch {
  title: string;
  scoreAfter: number;
}

/** From the score now to the one after the fixes, and what each of them gains. */
export function ScoreWay(props: {
  from: number;
  stretches: ScoreStretch[];
  /** Whether these are the figures of an earlier choice. */
  outdated: boolean;
}) {
  const { from, stretches, outdated } = props;
  const { t } = useTranslation();
  const to = stretches[stretches.length - 1]?.scoreAfter ?? from;
  return (
    <div
      className={styles.way}
      data-outdated={outdated || undefined}
      role="group"
      aria-busy={outdated}
      aria-label={t('fix.plan.way', { from: String(from), to: String(to) })}
    >
      <p className={styles.scores} aria-hidden>
        <span>{from}</span>
        <RiArrowRightLine />
        <span className={styles.to}>{to}</span>
      </p>
      <div className={styles.track} aria-hidden>
        <span className={styles.now} style={{ width: `${from}%` }} />
        {stretches.map(({ title, scoreAfter }, index) => {
          const before = stretches[index - 1]?.scoreAfter ?? from;
          const gain = Math.max(0, scoreAfter - before);
          return (
            gain > 0 && (
              <span
                key={index}
                className={styles.gain}
                style={{ width: `${gain}%` }}
                title={`${title}: ${before} → ${scoreAfter}`}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
