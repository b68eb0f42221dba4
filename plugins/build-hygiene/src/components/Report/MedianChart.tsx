/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  CartesianGrid,
  Line,
  LineChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import {
  ReportHistory,
  ReportHistoryPoint,
} from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import {
  ChartFigure,
  chartProps,
  gridProps,
  LineSwatch,
  lineTooltipProps,
  timeAxisProps,
  tooltipOf,
  valueAxisProps,
} from '../Chart';

const COLOUR = 'var(--bui-fg-primary)';

/** The median score of all services, day by day, on the scale of scores. */
export function MedianChart({ points }: Pick<ReportHistory, 'points'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = t('report.tile.median');
  const isFirstDay =
    points.filter(({ medianScore }) => medianScore !== undefined).length === 1;
  const tooltip = tooltipOf((point: ReportHistoryPoint) => ({
    title: format.day(point.day),
    lines: [
      `${name}: ${format.number(point.medianScore ?? 0)}`,
      t('report.services', { count: point.services }),
    ],
  }));
  return (
    <ChartFigure
      label={t('report.history.title')}
      legend={[{ name, swatch: <LineSwatch stroke={COLOUR} /> }]}
      columns={[t('report.history.day'), name, t('report.history.rated')]}
      rows={points.map(({ day, medianScore, services }) => [
        format.day(day),
        medianScore === undefined ? '–' : format.number(medianScore),
        format.number(services),
      ])}
      chart={
        <LineChart {...chartProps} data={points}>
          <CartesianGrid {...gridProps} />
          <XAxis dataKey="day" tickFormatter={format.day} {...timeAxisProps} />
          <YAxis domain={[0, 100]} ticks={[0, 50, 100]} {...valueAxisProps} />
          <Tooltip {...lineTooltipProps} content={tooltip} />
          <Line
            dataKey="medianScore"
            type="stepAfter"
            stroke={COLOUR}
            strokeWidth={2}
            // A line needs two days; the first one is a dot.
            dot={isFirstDay && { r: 3, fill: COLOUR, strokeWidth: 0 }}
            isAnimationActive={false}
          />
        </LineChart>
      }
    />
  );
}
