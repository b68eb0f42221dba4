/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactNode } from 'react';
import styles from './BuildsReport.module.css';

/** What all charts of the page have in common. */
export const chartMargin = { top: 8, right: 8, bottom: 0, left: 0 };

export const tick = { fill: 'var(--bui-fg-secondary)', fontSize: 12 };

export const gridProps = {
  vertical: false,
  stroke: 'var(--bui-border-1)',
  strokeDasharray: '2 4',
};

export const timeAxisProps = {
  tick,
  tickLine: false,
  axisLine: { stroke: 'var(--bui-border-1)' },
  minTickGap: 24,
};

export const valueAxisProps = {
  tick,
  tickLine: false,
  axisLine: false,
  width: 56,
};

export const cursor = { fill: 'var(--bui-fg-primary)', fillOpacity: 0.05 };

/** The box beside the pointer. */
export function ChartTooltip(props: { title: string; lines: ReactNode[] }) {
  return (
    <div className={styles.tooltip}>
      <strong>{props.title}</strong>
      {props.lines.map((line, index) => (
        <span key={index}>{line}</span>
      ))}
    </div>
  );
}

/** A pattern of stripes on a colour, told apart without seeing the colour. */
export function StripePattern(props: {
  id: string;
  colour: string;
  angle: number;
  gap: number;
}) {
  const { id, colour, angle, gap } = props;
  return (
    <pattern
      id={id}
      width={gap}
      height={gap}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${angle})`}
    >
      <rect width={gap} height={gap} fill={colour} fillOpacity={0.35} />
      <rect width={gap / 2} height={gap} fill={colour} />
    </pattern>
  );
}

export function Swatch({ fill }: { fill: string }) {
  return (
    <svg width="12" height="12" className={styles.swatch}>
      <rect width="12" height="12" rx="2" fill={fill} />
    </svg>
  );
}
