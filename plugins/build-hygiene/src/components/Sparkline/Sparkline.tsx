/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ScorePoint } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { gradeTone } from '../Tone';
import styles from './Sparkline.module.css';

const WIDTH = 160;
const HEIGHT = 40;
const INSET = 4;

/**
 * The score over time on a fixed scale of 0 to 100, so that two services
 * compare at a glance; a tick where the ruleset changed. One point is no line.
 */
export function Sparkline(props: {
  history: ScorePoint[];
  size?: 'small' | 'medium';
}) {
  const { history, size = 'medium' } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const first = history[0];
  const last = history[history.length - 1];
  if (!first || !last || history.length < 2) {
    return null;
  }
  const begin = Date.parse(first.day);
  const span = Math.max(Date.parse(last.day) - begin, 1);
  const x = (point: ScorePoint) =>
    INSET + ((Date.parse(point.day) - begin) / span) * (WIDTH - 2 * INSET);
  const y = (point: ScorePoint) =>
    HEIGHT - INSET - (point.score / 100) * (HEIGHT - 2 * INSET);
  const line = history
    .map(point => `${x(point).toFixed(1)},${y(point).toFixed(1)}`)
    .join(' ');
  const markers = history.filter(
    (point, index) =>
      index > 0 && point.rulesetVersion !== history[index - 1].rulesetVersion,
  );
  return (
    <svg
      className={styles.sparkline}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      data-size={size}
      data-tone={gradeTone(last.grade)}
      role="img"
      aria-label={t('score.historyLabel', {
        from: String(first.score),
        fromDay: format.day(first.day),
        to: String(last.score),
        toDay: format.day(last.day),
      })}
    >
      {markers.map(point => (
        <line
          key={point.day}
          className={styles.marker}
          x1={x(point)}
          x2={x(point)}
          y1={0}
          y2={HEIGHT}
        >
          <title>
            {t('score.rulesetChanged', {
              version: point.rulesetVersion,
              day: format.day(point.day),
            })}
          </title>
        </line>
      ))}
      <polygon
        className={styles.area}
        points={`${x(first)},${HEIGHT} ${line} ${x(last)},${HEIGHT}`}
      />
      <polyline className={styles.line} points={line} />
      <circle className={styles.end} cx={x(last)} cy={y(last)} r="3" />
    </svg>
  );
}
