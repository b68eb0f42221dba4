/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactNode } from 'react';
import styles from './Chart.module.css';

/** What the box beside the pointer says. */
export interface TooltipText {
  title: string;
  lines: ReactNode[];
}

function ChartTooltip({ title, lines }: TooltipText) {
  return (
    <div className={styles.tooltip}>
      <strong>{title}</strong>
      {lines.map((line, index) => (
        <span key={index}>{line}</span>
      ))}
    </div>
  );
}

/** Content for a chart's tooltip, from the point under the pointer. */
export function tooltipOf<Point>(describe: (point: Point) => TooltipText) {
  return function content(state: {
    active?: boolean;
    payload?: { payload?: Point }[];
  }): ReactNode {
    const point = state.active ? state.payload?.[0]?.payload : undefined;
    return point === undefined ? null : <ChartTooltip {...describe(point)} />;
  };
}
