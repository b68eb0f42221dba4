/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Tone } from '../Tone';
import styles from './Meter.module.css';

/** A thin bar for a share of 1. The number stands beside it, as text. */
export function Meter(props: {
  share: number;
  tone: Tone;
  /** Without one it only shows the number beside it. */
  label?: string;
}) {
  const { share, tone, label } = props;
  const percent = Math.round(Math.min(Math.max(share, 0), 1) * 100);
  return (
    <span
      className={styles.meter}
      {...(label === undefined
        ? { 'aria-hidden': true }
        : {
            role: 'meter',
            'aria-label': label,
            'aria-valuemin': 0,
            'aria-valuemax': 100,
            'aria-valuenow': percent,
          })}
    >
      <span
        className={styles.value}
        data-tone={tone}
        style={{ width: `${percent}%` }}
      />
    </span>
  );
}
