/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import {
  MeasureTrend,
  TrendPoint,
} from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { ChartFigure } from './ChartFigure';
import {
  chartMargin,
  ChartTooltip,
  cursor,
  gridProps,
  StripePattern,
  Swatch,
  timeAxisProps,
  valueAxisProps,
} from './chartParts';

const RAN = 'var(--bui-fg-secondary)';
const AVOIDED = 'var(--bui-fg-positive)';

/** What ran, and what the cache avoided. */
export function HoursChart({ trend }: { trend: MeasureTrend }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pattern = `avoided${useId().replace(/\W/g, '')}`;
  // In its unit the axis has round numbers.
  const most = Math.max(
    ...trend.points.map(
      ({ executedSeconds, avoidedSeconds }) => executedSeconds + avoidedSeconds,
    ),
  );
  const unit = most < 3_600 ? 60 : 3_600;
  const names = {
    ran: t('buildsReport.tile.executed'),
    avoided: t('buildsReport.tile.avoided'),
    wasted: t('buildsReport.tile.wasted'),
  };
  return (
    <ChartFigure
      label={t('buildsReport.hours.title')}
      legend={[
        { name: names.ran, swatch: <Swatch fill={RAN} /> },
        { name: names.avoided, swatch: <Swatch fill={`url(#${pattern})`} /> },
      ]}
      columns={[
        t(`buildsReport.unit.${trend.unit}`),
        t('buildsReport.column.builds'),
        names.ran,
        names.avoided,
        names.wasted,
      ]}
      rows={trend.points
        .filter(({ builds }) => builds > 0)
        .map(point => [
          format.day(point.start),
          format.number(point.builds),
          format.duration(point.executedSeconds),
          format.duration(point.avoidedSeconds),
          format.duration(point.wastedSeconds),
        ])}
      chart={
        <BarChart
          data={trend.points.map(point => ({
            ...point,
            executed: point.executedSeconds / unit,
            avoided: point.avoidedSeconds / unit,
          }))}
          margin={chartMargin}
          accessibilityLayer={false}
        >
          <defs>
            <StripePattern id={pattern} colour={AVOIDED} angle={45} gap={6} />
          </defs>
          <CartesianGrid {...gridProps} />
          <XAxis
            dataKey="start"
            tickFormatter={format.day}
            {...timeAxisProps}
          />
          <YAxis
            tickFormatter={value =>
              value === 0 ? '0' : format.duration(value * unit)
            }
            {...valueAxisProps}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={cursor}
            content={({ active, payload }) => {
              const point = payload?.[0]?.payload as TrendPoint | undefined;
              return active && point ? (
                <ChartTooltip
                  title={format.day(point.start)}
                  lines={[
                    `${names.avoided}: ${format.duration(
                      point.avoidedSeconds,
                    )}`,
                    `${names.ran}: ${format.duration(point.executedSeconds)}`,
                    `${names.wasted}: ${format.duration(point.wastedSeconds)}`,
                  ]}
                />
              ) : null;
            }}
          />
          <Bar
            dataKey="executed"
            stackId="hours"
            fill={RAN}
            maxBarSize={28}
            isAnimationActive={false}
          />
          <Bar
            dataKey="avoided"
            stackId="hours"
            fill={`url(#${pattern})`}
            maxBarSize={28}
            radius={[3, 3, 0, 0]}
            isAnimationActive={false}
          />
        </BarChart>
      }
    />
  );
}
