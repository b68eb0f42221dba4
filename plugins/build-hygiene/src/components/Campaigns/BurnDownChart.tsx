/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import {
  CampaignDetail,
  CampaignPoint,
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

const REMAINING = 'var(--bui-fg-primary)';
const ALL = 'var(--bui-fg-secondary)';

/** What was to do at the end of each day. */
export function BurnDownChart({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { points, dueOn } = campaign;
  const remaining = t('campaigns.chart.remaining');
  const all = t('campaigns.chart.all');
  const tooltip = tooltipOf((point: CampaignPoint) => ({
    title: format.day(point.day),
    lines: [
      `${remaining}: ${format.number(point.remaining)}`,
      `${all}: ${format.number(point.services)}`,
    ],
  }));
  const isDueInSight = points.some(({ day }) => day === dueOn);
  return (
    <ChartFigure
      label={t('campaigns.chart.title')}
      legend={[
        { name: remaining, swatch: <LineSwatch stroke={REMAINING} /> },
        { name: all, swatch: <LineSwatch stroke={ALL} /> },
      ]}
      columns={[t('report.history.day'), remaining, all]}
      rows={points.map(point => [
        format.day(point.day),
        format.number(point.remaining),
        format.number(point.services),
      ])}
      chart={
        <LineChart {...chartProps} data={points}>
          <CartesianGrid {...gridProps} />
          <XAxis dataKey="day" tickFormatter={format.day} {...timeAxisProps} />
          <YAxis
            allowDecimals={false}
            domain={[0, 'auto']}
            {...valueAxisProps}
          />
          <Tooltip {...lineTooltipProps} content={tooltip} />
          {isDueInSight && (
            <ReferenceLine
              x={dueOn}
              stroke="var(--bui-fg-negative)"
              strokeDasharray="4 4"
            />
          )}
          <Line
            dataKey="services"
            type="stepAfter"
            stroke={ALL}
            strokeWidth={1.5}
            dot={points.length === 1}
            isAnimationActive={false}
          />
          <Line
            dataKey="remaining"
            type="stepAfter"
            stroke={REMAINING}
            strokeWidth={2}
            dot={points.length === 1}
            isAnimationActive={false}
          />
        </LineChart>
      }
    />
  );
}
