/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useId } from 'react';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { VisuallyHidden } from '@backstage/ui';
import {
  Bar,
  CartesianGrid,
  Cell,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { BuildSummary } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { hitRateTone, Tone } from '../Tone';
import styles from './HitRateChart.module.css';

const COLOURS: Record<Tone, string> = {
  positive: 'var(--bui-fg-positive)',
  warning: 'var(--bui-fg-warning)',
  negative: 'var(--bui-fg-negative)',
  announcement: 'var(--bui-fg-announcement)',
  neutral: 'var(--bui-fg-secondary)',
};

const WINDOW = 5;

interface Point {
  id: string;
  startedAt: string;
  /** Percent; a failed build has none and shows as a gap with a mark. */
  rate?: number;
  average?: number;
  /** Where a failed build's mark stands. */
  failed?: number;
  build: BuildSummary;
}

function toPoints(builds: readonly BuildSummary[]): Point[] {
  const oldestFirst = [...builds].reverse();
  return oldestFirst.map((build, index) => {
    const window = oldestFirst
      .slice(Math.max(0, index - WINDOW + 1), index + 1)
      .filter(({ cache }) => cache.hitRate !== undefined);
    const cached = window.reduce((sum, { cache }) => sum + cache.cached, 0);
    const cacheable = window.reduce(
      (sum, { cache }) => sum + cache.cacheable,
      0,
    );
    return {
      id: build.id,
      startedAt: build.startedAt,
      rate:
        build.cache.hitRate === undefined
          ? undefined
          : Math.round(build.cache.hitRate * 100),
      average:
        cacheable === 0 ? undefined : Math.round((cached / cacheable) * 100),
      failed: build.outcome === 'failure' ? 4 : undefined,
      build,
    };
  });
}

/** The first build of each day: an axis that repeats a day says less. */
function firstOfDays(points: readonly Point[], day: (iso: string) => string) {
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
  payload?: Partial<Point>;
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

function PointTooltip(props: {
  active?: boolean;
  payload?: { payload: Point }[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const point = props.active ? props.payload?.[0]?.payload : undefined;
  if (!point) {
    return null;
  }
  const { build } = point;
  return (
    <div className={styles.tooltip}>
      <strong>{format.short(build.startedAt)}</strong>
      <span>
        {build.cache.hitRate === undefined
          ? t(`builds.outcome.${build.outcome}`)
          : t('builds.stepsCached', {
              rate: format.percent(build.cache.hitRate),
              cached: String(build.cache.cached),
              cacheable: String(build.cache.cacheable),
            })}
      </span>
      {build.seconds !== undefined && (
        <span>{format.seconds(build.seconds)}</span>
      )}
    </div>
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
  const captionId = useId();
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const points = toPoints(builds);
  const axis = { fill: 'var(--bui-fg-secondary)', fontSize: 12 };
  return (
    <figure className={styles.figure} aria-labelledby={captionId}>
      <VisuallyHidden id={captionId}>
        {t('builds.chartLabel', { count: builds.length })}
      </VisuallyHidden>
      <div className={styles.chart} aria-hidden>
        <ResponsiveContainer width="100%" height={180}>
          <ComposedChart
            data={points}
            margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
            accessibilityLayer={false}
            onClick={state => {
              const point = state?.activePayload?.[0]?.payload as
                | Point
                | undefined;
              if (point) {
                onSelect(point.id);
              }
            }}
          >
            <CartesianGrid
              vertical={false}
              stroke="var(--bui-border-1)"
              strokeDasharray="2 4"
            />
            <XAxis
              dataKey="startedAt"
              tickFormatter={format.day}
              tick={axis}
              tickLine={false}
              axisLine={{ stroke: 'var(--bui-border-1)' }}
              ticks={firstOfDays(points, format.day)}
              minTickGap={32}
            />
            <YAxis
              domain={[0, 100]}
              ticks={[0, 50, 100]}
              tickFormatter={(value: number) => format.percent(value / 100)}
              tick={axis}
              tickLine={false}
              axisLine={false}
              width={44}
            />
            <Tooltip
              content={<PointTooltip />}
              cursor={{
                fill: 'var(--bui-fg-primary)',
                fillOpacity: 0.05,
              }}
              isAnimationActive={false}
            />
            <Bar
              dataKey="rate"
              maxBarSize={28}
              radius={[4, 4, 0, 0]}
              minPointSize={value =>
                value === null || value === undefined ? 0 : 3
              }
              isAnimationActive={!still}
              animationDuration={300}
            >
              {points.map(point => (
                <Cell
                  key={point.id}
                  fill={COLOURS[hitRateTone((point.rate ?? 0) / 100)]}
                />
              ))}
            </Bar>
            <Line
              dataKey="average"
              type="monotone"
              stroke="var(--bui-fg-primary)"
              strokeWidth={1.5}
              strokeOpacity={0.7}
              dot={false}
              activeDot={false}
              connectNulls
              isAnimationActive={!still}
              animationDuration={300}
            />
            <Scatter
              dataKey="failed"
              shape={<FailureMark />}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <ul className={styles.key} aria-hidden>
        <li>
          <span className={styles.bars} />
          {t('builds.keyBars')}
        </li>
        <li>
          <svg width="12" height="12" viewBox="-6 -6 12 12">
            <FailureMark />
          </svg>
          {t('builds.keyFailed')}
        </li>
        <li>
          <span className={styles.mean} />
          {t('builds.keyLine', { number: String(WINDOW) })}
        </li>
      </ul>
    </figure>
  );
}
