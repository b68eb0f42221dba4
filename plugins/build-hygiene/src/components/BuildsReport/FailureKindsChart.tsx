/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReportFailures } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { FailureKind } from '../Builds/failureKind';
import { ChartFigure, useStackedChart } from '../Chart';
import { countKinds } from './countKinds';

/** Colours that show on light and on dark, with stripes of their own. */
const LOOKS: Record<
  FailureKind,
  { colour: string; stripes?: { angle: number; gap: number } }
> = {
  network: { colour: '#3b82f6' },
  auth: { colour: '#a855f7', stripes: { angle: 45, gap: 6 } },
  filesystem: { colour: '#d97706', stripes: { angle: 90, gap: 6 } },
  command: { colour: '#64748b' },
  configuration: { colour: '#0d9488', stripes: { angle: 135, gap: 6 } },
  cache: { colour: '#65a30d', stripes: { angle: 0, gap: 6 } },
  resource: { colour: '#e11d48', stripes: { angle: 45, gap: 10 } },
  infrastructure: { colour: '#db2777', stripes: { angle: 135, gap: 10 } },
  unknown: { colour: '#8a8a8a', stripes: { angle: 90, gap: 10 } },
};

interface Point {
  start: string;
  counts: Partial<Record<FailureKind, number>>;
}

/** Failed builds over time, by kind. */
export function FailureKindsChart({ failures }: { failures: ReportFailures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kinds = countKinds(failures).map(({ kind, points }) => ({
    kind,
    points,
    name: t(`failureKind.${kind}`),
  }));
  const points: Point[] = failures.trend.starts.map((start, index) => ({
    start,
    counts: Object.fromEntries(
      kinds.map(({ kind, points: counts }) => [kind, counts[index]]),
    ),
  }));
  const picture = useStackedChart<Point>({
    points,
    time: 'start',
    series: kinds.map(({ kind, name }) => ({
      ...LOOKS[kind],
      name,
      value: ({ counts }) => counts[kind],
    })),
    valueAxis: { allowDecimals: false, tickFormatter: format.number },
    describe: ({ start, counts }) => ({
      title: format.day(start),
      lines: kinds.flatMap(({ kind, name }) => {
        const count = counts[kind] ?? 0;
        return count > 0 ? [`${name}: ${format.number(count)}`] : [];
      }),
    }),
  });
  return (
    <ChartFigure
      label={t('buildsReport.failures.chart')}
      {...picture}
      columns={[
        t(`buildsReport.unit.${failures.trend.unit}`),
        ...kinds.map(({ name }) => name),
      ]}
      rows={points
        .filter(({ counts }) => Object.values(counts).some(count => count > 0))
        .map(({ start, counts }) => [
          format.day(start),
          ...kinds.map(({ kind }) => format.number(counts[kind] ?? 0)),
        ])}
    />
  );
}
