/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactElement, ReactNode } from 'react';
import { useTranslation } from '../../translation';
import { Disclosure } from '../Disclosure';
import { FigureTable } from '../FigureTable';
import { ChartFrame, LegendEntry } from './ChartFrame';

/** A chart, its key, and the same figures as a table. */
export function ChartFigure(props: {
  label: string;
  chart: ReactElement;
  legend: LegendEntry[];
  /** The first column names the row. */
  columns: string[];
  rows: ReactNode[][];
}) {
  const { label, chart, legend, columns, rows } = props;
  const { t } = useTranslation();
  return (
    <ChartFrame label={label} chart={chart} height={220} legend={legend}>
      <Disclosure summary={t('buildsReport.asTable')}>
        <FigureTable
          label={label}
          columns={columns}
          figures={columns.length - 1}
          nameColumn={0}
          rows={rows.map((cells, row) => ({ key: String(row), cells }))}
        />
      </Disclosure>
    </ChartFrame>
  );
}
