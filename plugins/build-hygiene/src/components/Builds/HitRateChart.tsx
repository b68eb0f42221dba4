/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  Bar,
  CartesianGrid,
  Cell,
  ComposedChart,
  Line,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { BuildSummary } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import {
  barProps,
  barTooltipProps,
  ChartFrame,
  chartProps,
  gridProps,
  LineSwatch,
  pointOf,
  timeAxisProps,
  tooltipOf,
  valueAxisProps,
} from '../Chart';
import { hitRateTone, Tone } from '../Tone';
import { HIT_RATE_WINDOW, HitRatePoint, hitRatePoints } from './hitRatePoints';
import styles from './HitRateChart.module.css';

const COLOURS: Record<Tone, string> = {
  positive: 'var(--bui-fg-positive)',
  warning: 'var(--bui-fg-warning)',
  negative: 'var(--bui-fg-negative)',
  announcement: 'var(--bui-fg-announcement)',
  neutral: 'var(--bui-fg-secondary)',
};

const MEAN = 'var(--bui-fg-primary)';

/** The first build of each day: an axis that repeats a day says less. */
function firstOfDays(
  points: readonly HitRatePoint[],
  day: (iso: string) => string,
) {
  return points
    .filter(
      ({ startedAt }, index) =>
        index === 0 || day(startedAt) !== day(points[index - 1].startedAt),
    )
    .map(({ startedAt }) => startedAt);
}

function FailureMark(props: {
  cx?: number;
  cy?: number;
  payload?: Partial<HitRatePoint>;
}) {
  const { cx = 0, cy = 0, payload } = props;
  // The chart asks for points without a value, too.
  if (payload && payload.failed === undefined) {
    return null;
  }
  return (
    <path
      d={`M${cx - 4} ${cy - 4}l8 8m0-8l-8 8`}
      stroke={COLOURS.negative}
      strokeWidth={2}
      strokeLinecap="round"
    />
  );
}

/**
 * Hit rate by build, oldest on the left, with the mean of five builds as a
 * line. The builds table says the same in text.
 */
export function HitRateChart(props: {
  builds: BuildSummary[];
  onSelect: (id: string) => void;
}) {
  const { builds, onSelect } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const points = hitRatePoints(builds);
  const tooltip = tooltipOf(({ build }: HitRatePoint) => ({
    title: format.short(build.startedAt),
    lines: [
      build.cache.hitRate === undefined
        ? t(`builds.outcome.${build.outcome}`)
        : t('builds.stepsCached', {
            rate: format.percent(build.cache.hitRate),
            cached: String(build.cache.cached),
            cacheable: String(build.cache.cacheable),
          }),
      ...(build.seconds === undefined ? [] : [format.seconds(build.seconds)]),
    ],
  }));
  return (
    <ChartFrame
      label={t('builds.chartLabel', { count: builds.length })}
      height={180}
      isClickable
      legend={[
        {
          name: t('builds.keyBars'),
          swatch: <span className={styles.bars} />,
        },
        {
          name: t('builds.keyFailed'),
          swatch: (
            <svg width="12" height="12" viewBox="-6 -6 12 12">
              <FailureMark />
            </svg>
          ),
        },
        {
          name: t('builds.keyLine', { number: String(HIT_RATE_WINDOW) }),
          swatch: <LineSwatch stroke={MEAN} />,
        },
      ]}
      chart={
        <ComposedChart
          {...chartProps}
          data={points}
          onClick={state => {
            const point = pointOf<HitRatePoint>(state);
            if (point) {
              onSelect(point.build.id);
            }
          }}
        >
          <CartesianGrid {...gridProps} />
          <XAxis
            dataKey="startedAt"
            tickFormatter={format.day}
            ticks={firstOfDays(points, format.day)}
            {...timeAxisProps}
          />
          <YAxis
            domain={[0, 100]}
            ticks={[0, 50, 100]}
            tickFormatter={(value: number) => format.percent(value / 100)}
            {...valueAxisProps}
          />
          <Tooltip {...barTooltipProps} content={tooltip} />
          <Bar
            {...barProps}
            dataKey="rate"
            radius={[4, 4, 0, 0]}
            minPointSize={value =>
              value === null || value === undefined ? 0 : 3
            }
          >
            {points.map(({ build, rate = 0 }) => (
              <Cell key={build.id} fill={COLOURS[hitRateTone(rate / 100)]} />
            ))}
          </Bar>
          <Line
            dataKey="average"
            type="monotone"
            stroke={MEAN}
            strokeWidth={1.5}
            strokeOpacity={0.7}
            dot={false}
            activeDot={false}
            connectNulls
            isAnimationActive={false}
          />
          <Scatter
            dataKey="failed"
            shape={<FailureMark />}
            isAnimationActive={false}
          />
        </ComposedChart>
      }
    />
  );
}
