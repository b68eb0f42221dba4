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
import { ChartFigure } from '../BuildsReport/ChartFigure';
import {
  chartMargin,
  ChartTooltip,
  gridProps,
  timeAxisProps,
  valueAxisProps,
} from '../BuildsReport/chartParts';

const COLOUR = 'var(--bui-fg-primary)';

/** The median score of all services, day by day, on the scale of scores. */
export function MedianChart({ points }: Pick<ReportHistory, 'points'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = t('report.tile.median');
  return (
    <ChartFigure
      label={t('report.history.title')}
      legend={[
        {
          name,
          swatch: (
            <svg width="20" height="12">
              <path d="M0 6h20" stroke={COLOUR} strokeWidth="2" />
            </svg>
          ),
        },
      ]}
      columns={[t('report.history.day'), name, t('report.history.rated')]}
      rows={points.map(({ day, medianScore, services }) => [
        format.day(day),
        medianScore === undefined ? '–' : format.number(medianScore),
        format.number(services),
      ])}
      chart={
        <LineChart
          data={points}
          margin={chartMargin}
          accessibilityLayer={false}
        >
          <CartesianGrid {...gridProps} />
          <XAxis dataKey="day" tickFormatter={format.day} {...timeAxisProps} />
          <YAxis domain={[0, 100]} ticks={[0, 50, 100]} {...valueAxisProps} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--bui-border-1)' }}
            content={({ active, payload }) => {
              const point = payload?.[0]?.payload as
                | ReportHistoryPoint
                | undefined;
              return active && point ? (
                <ChartTooltip
                  title={format.day(point.day)}
                  lines={[
                    `${name}: ${format.number(point.medianScore ?? 0)}`,
                    t('report.services', { count: point.services }),
                  ]}
                />
              ) : null;
            }}
          />
          <Line
            dataKey="medianScore"
            type="stepAfter"
            stroke={COLOUR}
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        </LineChart>
      }
    />
  );
}
