/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactElement, ReactNode, useId } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import { ResponsiveContainer } from 'recharts';
import { useTranslation } from '../../translation';
import { Scroller } from './Scroller';
import styles from './BuildsReport.module.css';

/** A chart, its key, and the same figures as a table. */
export function ChartFigure(props: {
  label: string;
  chart: ReactElement;
  legend: { name: string; swatch: ReactNode }[];
  /** The first column names the row. */
  columns: string[];
  rows: ReactNode[][];
}) {
  const { label, chart, legend, columns, rows } = props;
  const { t } = useTranslation();
  const captionId = useId();
  return (
    <figure className={styles.figure} aria-labelledby={captionId}>
      <VisuallyHidden id={captionId}>{label}</VisuallyHidden>
      <div className={styles.chart} aria-hidden>
        <ResponsiveContainer width="100%" height={220}>
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
      <details className={styles.details}>
        <summary>{t('buildsReport.asTable')}</summary>
        <Scroller label={label}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map(column => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name, ...cells], row) => (
                <tr key={row}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, index) => (
                    <td key={index}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      </details>
    </figure>
  );
}
