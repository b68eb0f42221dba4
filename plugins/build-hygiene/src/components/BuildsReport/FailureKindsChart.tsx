/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import { ReportFailures } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { FailureKind } from '../Builds/failureKind';
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
import { countKinds } from './countKinds';

/** Colours that show on light and on dark, with stripes of their own. */
const LOOKS: Record<
  FailureKind,
  { colour: string; angle: number; gap?: number }
> = {
  network: { colour: '#3b82f6', angle: 0 },
  auth: { colour: '#a855f7', angle: 45, gap: 6 },
  filesystem: { colour: '#d97706', angle: 90, gap: 6 },
  command: { colour: '#64748b', angle: 0 },
  configuration: { colour: '#0d9488', angle: 135, gap: 6 },
  cache: { colour: '#65a30d', angle: 0, gap: 6 },
  resource: { colour: '#e11d48', angle: 45, gap: 10 },
  infrastructure: { colour: '#db2777', angle: 135, gap: 10 },
  unknown: { colour: '#8a8a8a', angle: 90, gap: 10 },
};

interface Point {
  start: string;
  counts: Partial<Record<FailureKind, number>>;
}

/** Failed builds over time, by kind. */
export function FailureKindsChart({ failures }: { failures: ReportFailures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const prefix = `kind${useId().replace(/\W/g, '')}`;
  const kinds = countKinds(failures);
  const fill = (kind: FailureKind) =>
    LOOKS[kind].gap === undefined
      ? LOOKS[kind].colour
      : `url(#${prefix}${kind})`;
  const data: Point[] = failures.trend.starts.map((start, index) => ({
    start,
    counts: Object.fromEntries(
      kinds.map(({ kind, points }) => [kind, points[index]]),
    ),
  }));
  return (
    <ChartFigure
      label={t('buildsReport.failures.chart')}
      legend={kinds.map(({ kind }) => ({
        name: t(`failureKind.${kind}`),
        swatch: <Swatch fill={fill(kind)} />,
      }))}
      columns={[
        t(`buildsReport.unit.${failures.trend.unit}`),
        ...kinds.map(({ kind }) => t(`failureKind.${kind}`)),
      ]}
      rows={data
        .filter(({ counts }) => Object.values(counts).some(count => count > 0))
        .map(({ start, counts }) => [
          format.day(start),
          ...kinds.map(({ kind }) => format.number(counts[kind] ?? 0)),
        ])}
      chart={
        <BarChart data={data} margin={chartMargin} accessibilityLayer={false}>
          <defs>
            {kinds.map(({ kind }) => {
              const { colour, angle, gap } = LOOKS[kind];
              return (
                gap !== undefined && (
                  <StripePattern
                    key={kind}
                    id={`${prefix}${kind}`}
                    colour={colour}
                    angle={angle}
                    gap={gap}
                  />
                )
              );
            })}
          </defs>
          <CartesianGrid {...gridProps} />
          <XAxis
            dataKey="start"
            tickFormatter={format.day}
            {...timeAxisProps}
          />
          <YAxis
            allowDecimals={false}
            tickFormatter={format.number}
            {...valueAxisProps}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={cursor}
            content={({ active, payload }) => {
              const point = payload?.[0]?.payload as Point | undefined;
              return active && point ? (
                <ChartTooltip
                  title={format.day(point.start)}
                  lines={kinds
                    .filter(({ kind }) => (point.counts[kind] ?? 0) > 0)
                    .map(
                      ({ kind }) =>
                        `${t(`failureKind.${kind}`)}: ${format.number(
                          point.counts[kind] ?? 0,
                        )}`,
                    )}
                />
              ) : null;
            }}
          />
          {kinds.map(({ kind }) => (
            <Bar
              key={kind}
              dataKey={`counts.${kind}`}
              stackId="kinds"
              fill={fill(kind)}
              maxBarSize={28}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      }
    />
  );
}
