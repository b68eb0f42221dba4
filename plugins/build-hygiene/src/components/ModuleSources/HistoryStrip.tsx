/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ModuleSourceHistory } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { stateTone } from './outcomeText';
import styles from './ModuleSources.module.css';

/** One bar a look, as high as it was slow; a full one where it did not serve. */
export function HistoryStrip({ history }: { history: ModuleSourceHistory }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { points, hours, probes, availability = 0 } = history;
  const slowest = Math.max(
    ...points.map(({ milliseconds = 0 }) => milliseconds),
    1,
  );
  return (
    <div
      className={styles.strip}
      role="img"
      aria-label={t('sources.source.history', {
        count: probes,
        hours: String(hours),
        share: format.percent(availability),
      })}
    >
      {points.map(({ at, state, milliseconds }) => (
        <span
          key={at}
          data-tone={stateTone(state)}
          style={{
            height:
              state === 'down'
                ? '100%'
                : `${15 + ((milliseconds ?? 0) / slowest) * 65}%`,
          }}
          title={`${format.short(at)} · ${t(`sources.state.${state}`)}${
            milliseconds === undefined
              ? ''
              : ` · ${format.milliseconds(milliseconds)}`
          }`}
        />
      ))}
    </div>
  );
}
