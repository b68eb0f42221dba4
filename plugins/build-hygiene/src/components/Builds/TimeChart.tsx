/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildSummary } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { ChartFrame, useStackedChart } from '../Chart';

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
  const points = [...builds]
    .reverse()
    .filter(({ outcome }) => outcome === 'success');
  const names = { ran: t('purpose.executed'), avoided: t('trends.avoided') };
  const picture = useStackedChart<BuildSummary>({
    points,
    time: 'startedAt',
    series: [
      {
        name: names.ran,
        value: ({ executedSeconds }) => executedSeconds,
        colour: 'var(--bui-fg-announcement)',
      },
      {
        name: names.avoided,
        value: ({ avoidedSeconds }) => avoidedSeconds,
        colour: 'var(--bui-fg-positive)',
        stripes: { angle: 45, gap: 6 },
        isTop: true,
      },
    ],
    valueAxis: { tickFormatter: format.seconds, tickCount: 3, width: 84 },
    line:
      median === undefined
        ? undefined
        : { name: t('trends.median'), value: median },
    describe: build => ({
      title: format.short(build.startedAt),
      lines: [
        `${names.ran}: ${format.seconds(build.executedSeconds)}`,
        ...(build.avoidedSeconds === undefined
          ? []
          : [`${names.avoided}: ${format.seconds(build.avoidedSeconds)}`]),
      ],
    }),
    onSelect: ({ id }) => onSelect(id),
  });
  return (
    <ChartFrame
      label={t('trends.chartLabel', { count: points.length })}
      {...picture}
      height={180}
      isClickable
    />
  );
}
