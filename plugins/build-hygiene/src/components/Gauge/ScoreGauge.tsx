/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Grade } from '@build-hygiene/engine';
import { useTranslation } from '../../translation';
import { gradeTone } from '../Tone';
import styles from './ScoreGauge.module.css';

const RADIUS = 42;
const SWEEP = 270;
const CIRCUMFERENCE = 2 * Math.PI * RADIUS;
const TRACK = (CIRCUMFERENCE * SWEEP) / 360;

/** The score as an arc with its number and grade; one picture for readers. */
export function ScoreGauge(props: {
  score?: number;
  grade?: Grade;
  size?: 'medium' | 'large';
}) {
  const { score, grade, size = 'medium' } = props;
  const { t } = useTranslation();
  const label =
    score === undefined || !grade
      ? t('score.notRated')
      : t('score.label', { score: String(score), grade });
  return (
    <svg
      className={styles.gauge}
      data-size={size}
      data-tone={gradeTone(grade)}
      viewBox="0 0 100 100"
      role="img"
      aria-label={label}
    >
      <circle
        className={styles.track}
        cx="50"
        cy="50"
        r={RADIUS}
        strokeDasharray={`${TRACK} ${CIRCUMFERENCE}`}
        transform="rotate(135 50 50)"
      />
      {score !== undefined && score > 0 && (
        <circle
          className={styles.value}
          cx="50"
          cy="50"
          r={RADIUS}
          strokeDasharray={`${
            (TRACK * Math.min(score, 100)) / 100
          } ${CIRCUMFERENCE}`}
          transform="rotate(135 50 50)"
        />
      )}
      <text className={styles.score} x="50" y="58" aria-hidden>
        {score ?? '–'}
      </text>
      <text className={styles.grade} x="50" y="90" aria-hidden>
        {grade ?? ''}
      </text>
    </svg>
  );
}
