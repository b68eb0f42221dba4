/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  MeasureTrend,
  TrendPoint,
} from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { ChartFigure, useStackedChart } from '../Chart';

/** What ran, and what the cache avoided. */
export function HoursChart({ trend }: { trend: MeasureTrend }) {
  const { t } = useTranslation();
  const format = useFormat();
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
  const picture = useStackedChart<TrendPoint>({
    points: trend.points,
    time: 'start',
    series: [
      {
        name: names.ran,
        value: ({ executedSeconds }) => executedSeconds / unit,
        colour: 'var(--bui-fg-secondary)',
      },
      {
        name: names.avoided,
        value: ({ avoidedSeconds }) => avoidedSeconds / unit,
        colour: 'var(--bui-fg-positive)',
        stripes: { angle: 45, gap: 6 },
        isTop: true,
      },
    ],
    valueAxis: {
      allowDecimals: false,
      tickFormatter: value =>
        value === 0 ? '0' : format.duration(value * unit),
    },
    describe: point => ({
      title: format.day(point.start),
      lines: [
        `${names.avoided}: ${format.duration(point.avoidedSeconds)}`,
        `${names.ran}: ${format.duration(point.executedSeconds)}`,
        `${names.wasted}: ${format.duration(point.wastedSeconds)}`,
      ],
    }),
  });
  return (
    <ChartFigure
      label={t('buildsReport.hours.title')}
      {...picture}
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
    />
  );
}
