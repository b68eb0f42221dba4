/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  MeasuredRate,
  MeasuredSeconds,
  MeasureSample,
  ReportMeasures,
} from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { Tile, TileList } from '../Tile';
import { hitRateTone, Tone } from '../Tone';

function MeasureTile(props: {
  name: string;
  value?: string;
  tone?: Tone;
  note: string;
  sample: MeasureSample;
}) {
  const { value, sample, ...tile } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { builds, minimumBuilds, days } = sample;
  const isPending = value === undefined && builds < minimumBuilds;
  return (
    <Tile
      {...tile}
      value={value ?? '–'}
      sample={
        isPending
          ? t('buildsReport.pending', {
              count: minimumBuilds,
              builds: String(builds),
            })
          : t('buildsReport.sample', {
              count: builds,
              builds: format.number(builds),
              days: String(days),
            })
      }
    />
  );
}

/** What all builds come to, each with what it is made of. */
export function BuildTiles({ measures }: { measures: ReportMeasures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rate = ({ value }: MeasuredRate) =>
    value === undefined ? undefined : format.percent(value);
  const hours = ({ total }: MeasuredSeconds) =>
    total === undefined ? undefined : format.duration(total);
  const tone = ({ value }: MeasuredRate): Tone =>
    value === undefined ? 'neutral' : hitRateTone(value);
  const { hitRate, timeWeightedRate, executed, avoided, wasted, failedShare } =
    measures;
  return (
    <TileList label={t('buildsReport.tiles')}>
      <MeasureTile
        name={t('buildsReport.tile.hitRate')}
        value={rate(hitRate)}
        tone={tone(hitRate)}
        note={t('buildsReport.tile.hitRateNote')}
        sample={hitRate}
      />
      <MeasureTile
        name={t('buildsReport.tile.timeRate')}
        value={rate(timeWeightedRate)}
        tone={tone(timeWeightedRate)}
        note={t('buildsReport.tile.timeRateNote')}
        sample={timeWeightedRate}
      />
      <MeasureTile
        name={t('buildsReport.tile.executed')}
        value={hours(executed)}
        note={t('buildsReport.tile.executedNote')}
        sample={executed}
      />
      <MeasureTile
        name={t('buildsReport.tile.avoided')}
        value={hours(avoided)}
        note={t('buildsReport.tile.avoidedNote')}
        sample={avoided}
      />
      <MeasureTile
        name={t('buildsReport.tile.wasted')}
        value={hours(wasted)}
        note={t('buildsReport.tile.wastedNote')}
        sample={wasted}
      />
      <MeasureTile
        name={t('buildsReport.tile.failed')}
        value={rate(failedShare)}
        note={t('buildsReport.tile.failedNote')}
        sample={failedShare}
      />
    </TileList>
  );
}
