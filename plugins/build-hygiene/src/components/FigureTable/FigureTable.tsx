/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactNode } from 'react';
import { Scroller } from './Scroller';
import styles from './FigureTable.module.css';

/** A table of which the last columns are figures. */
export function FigureTable(props: {
  label: string;
  columns: string[];
  figures: number;
  rows: { key: string; cells: ReactNode[] }[];
  /** Whether the first cell names its row. */
  hasRowNames?: boolean;
}) {
  const { label, columns, figures, rows, hasRowNames = false } = props;
  const isFigure = (index: number) =>
    index >= columns.length - figures || undefined;
  return (
    <Scroller label={label}>
      <table
        className={styles.table}
        data-wide={columns.length > 4 || undefined}
        aria-label={label}
      >
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" data-figure={isFigure(index)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) =>
                hasRowNames && index === 0 ? (
                  <th key={index} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={index} data-figure={isFigure(index)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
