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
  MeasureTrend,
  TrendPoint,
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

const HITS = 'var(--bui-fg-primary)';
const TIME = 'var(--bui-fg-announcement)';

/** The share of hits, by steps and by time. */
export function RateChart({ trend }: { trend: MeasureTrend }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rate = (value: number | undefined) =>
    value === undefined ? '–' : format.percent(value);
  const names = {
    hits: t('buildsReport.tile.hitRate'),
    time: t('buildsReport.tile.timeRate'),
  };
  const tooltip = tooltipOf((point: TrendPoint) => ({
    title: format.day(point.start),
    lines: [
      `${names.hits}: ${rate(point.hitRate)}`,
      `${names.time}: ${rate(point.timeWeightedRate)}`,
      t('buildsReport.builds', {
        count: point.builds,
        number: format.number(point.builds),
      }),
    ],
  }));
  const dot = { r: 2.5, strokeWidth: 0 };
  return (
    <ChartFigure
      label={t('buildsReport.rates.title')}
      legend={[
        { name: names.hits, swatch: <LineSwatch stroke={HITS} /> },
        { name: names.time, swatch: <LineSwatch stroke={TIME} dash="5 3" /> },
      ]}
      columns={[
        t(`buildsReport.unit.${trend.unit}`),
        t('buildsReport.column.builds'),
        names.hits,
        names.time,
      ]}
      rows={trend.points
        .filter(({ builds }) => builds > 0)
        .map(point => [
          format.day(point.start),
          format.number(point.builds),
          rate(point.hitRate),
          rate(point.timeWeightedRate),
        ])}
      chart={
        <LineChart {...chartProps} data={trend.points}>
          <CartesianGrid {...gridProps} />
          <XAxis
            dataKey="start"
            tickFormatter={format.day}
            {...timeAxisProps}
          />
          <YAxis
            domain={[0, 1]}
            ticks={[0, 0.5, 1]}
            tickFormatter={format.percent}
            {...valueAxisProps}
          />
          <Tooltip {...lineTooltipProps} content={tooltip} />
          <Line
            dataKey="hitRate"
            stroke={HITS}
            strokeWidth={2}
            dot={{ ...dot, fill: HITS }}
            connectNulls
            isAnimationActive={false}
          />
          <Line
            dataKey="timeWeightedRate"
            stroke={TIME}
            strokeWidth={2}
            strokeDasharray="5 3"
            dot={{ ...dot, fill: TIME }}
            connectNulls
            isAnimationActive={false}
          />
        </LineChart>
      }
    />
  );
}
