/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Card } from '@backstage/ui';
import {
  MeasuredRate,
  MeasuredSeconds,
  MeasureSample,
  ReportMeasures,
} from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { hitRateTone, Tone } from '../Tone';
import styles from './BuildsReport.module.css';

function Tile(props: {
  name: string;
  value?: string;
  tone?: Tone;
  meaning: string;
  sample: MeasureSample;
}) {
  const { name, value, tone = 'neutral', meaning, sample } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { builds, minimumBuilds, days } = sample;
  const isPending = value === undefined && builds < minimumBuilds;
  return (
    <li className={styles.tileItem}>
      <Card className={styles.tileCard}>
        <div className={styles.tile}>
          <span className={styles.tileName}>{name}</span>
          <span className={styles.tileValue} data-tone={tone}>
            {value ?? '–'}
          </span>
          <span className={styles.note}>{meaning}</span>
          <span className={styles.note}>
            {isPending
              ? t('buildsReport.pending', {
                  count: minimumBuilds,
                  builds: String(builds),
                })
              : t('buildsReport.sample', {
                  count: builds,
                  builds: format.number(builds),
                  days: String(days),
                })}
          </span>
        </div>
      </Card>
    </li>
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
    <ul className={styles.tiles} aria-label={t('buildsReport.tiles')}>
      <Tile
        name={t('buildsReport.tile.hitRate')}
        value={rate(hitRate)}
        tone={tone(hitRate)}
        meaning={t('buildsReport.tile.hitRateNote')}
        sample={hitRate}
      />
      <Tile
        name={t('buildsReport.tile.timeRate')}
        value={rate(timeWeightedRate)}
        tone={tone(timeWeightedRate)}
        meaning={t('buildsReport.tile.timeRateNote')}
        sample={timeWeightedRate}
      />
      <Tile
        name={t('buildsReport.tile.executed')}
        value={hours(executed)}
        meaning={t('buildsReport.tile.executedNote')}
        sample={executed}
      />
      <Tile
        name={t('buildsReport.tile.avoided')}
        value={hours(avoided)}
        meaning={t('buildsReport.tile.avoidedNote')}
        sample={avoided}
      />
      <Tile
        name={t('buildsReport.tile.wasted')}
        value={hours(wasted)}
        meaning={t('buildsReport.tile.wastedNote')}
        sample={wasted}
      />
      <Tile
        name={t('buildsReport.tile.failed')}
        value={rate(failedShare)}
        meaning={t('buildsReport.tile.failedNote')}
        sample={failedShare}
      />
    </ul>
  );
}
