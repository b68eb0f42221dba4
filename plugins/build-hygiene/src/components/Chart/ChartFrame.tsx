/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactElement, ReactNode, useId } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import { ResponsiveContainer } from 'recharts';
import styles from './Chart.module.css';

/** One entry of a chart's key. */
export interface LegendEntry {
  name: string;
  swatch: ReactNode;
}

/**
 * A chart with its key. Both are pictures: `label` and what stands in
 * `children` or beside the figure say the same in text.
 */
export function ChartFrame(props: {
  label: string;
  chart: ReactElement;
  height: number;
  legend: LegendEntry[];
  isClickable?: boolean;
  children?: ReactNode;
}) {
  const { label, chart, height, legend, isClickable, children } = props;
  const captionId = useId();
  return (
    <figure className={styles.figure} aria-labelledby={captionId}>
      <VisuallyHidden id={captionId}>{label}</VisuallyHidden>
      <div
        className={styles.chart}
        data-clickable={isClickable || undefined}
        style={{ minHeight: height }}
        aria-hidden
      >
        <ResponsiveContainer width="100%" height={height}>
          {chart}
        </ResponsiveContainer>
      </div>
      <ul className={styles.legend} aria-hidden>
        {legend.map(({ name, swatch }) => (
          <li key={name}>
            {swatch}
            {name}
          </li>
        ))}
      </ul>
      {children}
    </figure>
  );
}
