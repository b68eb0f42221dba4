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
  /** The cell that names its row; none where that is undefined. */
  nameColumn?: number;
}) {
  const { label, columns, figures, rows, nameColumn } = props;
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
                index === nameColumn ? (
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
