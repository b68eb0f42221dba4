/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import styles from './Chart.module.css';

/** A square of a colour or of a pattern of the chart. */
export function Swatch(props: { fill: string; stroke?: string }) {
  const { fill, stroke } = props;
  return (
    <svg width="12" height="12" className={styles.swatch}>
      <rect
        x="0.5"
        y="0.5"
        width="11"
        height="11"
        rx="2"
        fill={fill}
        stroke={stroke ?? fill}
      />
    </svg>
  );
}

export function LineSwatch(props: { stroke: string; dash?: string }) {
  return (
    <svg width="20" height="12" className={styles.swatch}>
      <path
        d="M0 6h20"
        stroke={props.stroke}
        strokeWidth="2"
        strokeDasharray={props.dash}
      />
    </svg>
  );
}
