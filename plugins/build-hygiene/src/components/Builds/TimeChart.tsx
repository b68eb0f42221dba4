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
  BarChart,
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { BuildSummary } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import styles from './TimeChart.module.css';

function BuildTooltip(props: {
  active?: boolean;
  payload?: { payload: BuildSummary }[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const build = props.active ? props.payload?.[0]?.payload : undefined;
  if (!build) {
    return null;
  }
  return (
    <div className={styles.tooltip}>
      <strong>{format.short(build.startedAt)}</strong>
      <span>
        {t('purpose.executed')}: {format.seconds(build.executedSeconds)}
      </span>
      {build.avoidedSeconds !== undefined && (
        <span>
          {t('trends.avoided')}: {format.seconds(build.avoidedSeconds)}
        </span>
      )}
    </div>
  );
}

/**
 * Seconds of the steps that ran in each successful build, and above them what
 * the cache saved. The builds table has the first in text.
 */
export function TimeChart(props: {
  builds: BuildSummary[];
  median?: number;
  onSelect: (id: string) => void;
}) {
  const { builds, median, onSelect } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const captionId = useId();
  const patternId = useId();
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const points = [...builds]
    .reverse()
    .filter(({ outcome }) => outcome === 'success');
  const axis = { fill: 'var(--bui-fg-secondary)', fontSize: 12 };
  return (
    <figure className={styles.figure} aria-labelledby={captionId}>
      <VisuallyHidden id={captionId}>
        {t('trends.chartLabel', { count: points.length })}
      </VisuallyHidden>
      <div className={styles.chart} aria-hidden>
        <ResponsiveContainer width="100%" height={180}>
          <BarChart
            data={points}
            margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
            accessibilityLayer={false}
            onClick={state => {
              const build = state?.activePayload?.[0]?.payload as
                | BuildSummary
                | undefined;
              if (build) {
                onSelect(build.id);
              }
            }}
          >
            <defs>
              <pattern
                id={patternId}
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect
                  width="6"
                  height="6"
                  fill="var(--bui-fg-positive)"
                  fillOpacity="0.3"
                />
                <rect width="2" height="6" fill="var(--bui-fg-positive)" />
              </pattern>
            </defs>
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
              minTickGap={32}
            />
            <YAxis
              tickFormatter={format.seconds}
              tick={axis}
              tickCount={3}
              tickLine={false}
              axisLine={false}
              width={84}
            />
            <Tooltip
              content={<BuildTooltip />}
              cursor={{ fill: 'var(--bui-fg-primary)', fillOpacity: 0.05 }}
              isAnimationActive={false}
            />
            <Bar
              dataKey="executedSeconds"
              stackId="time"
              maxBarSize={28}
              fill="var(--bui-fg-announcement)"
              isAnimationActive={!still}
              animationDuration={300}
            />
            <Bar
              dataKey="avoidedSeconds"
              stackId="time"
              maxBarSize={28}
              radius={[4, 4, 0, 0]}
              fill={`url(#${patternId})`}
              stroke="var(--bui-fg-positive)"
              isAnimationActive={!still}
              animationDuration={300}
            />
            {median !== undefined && (
              <ReferenceLine
                y={median}
                stroke="var(--bui-fg-primary)"
                strokeDasharray="4 4"
                strokeOpacity={0.7}
              />
            )}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul className={styles.key} aria-hidden>
        <li>
          <span className={styles.executed} />
          {t('purpose.executed')}
        </li>
        <li>
          <span className={styles.avoided} />
          {t('trends.avoided')}
        </li>
        {median !== undefined && (
          <li>
            <span className={styles.median} />
            {t('trends.median')}
          </li>
        )}
      </ul>
    </figure>
  );
}
