/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Text } from '@backstage/ui';
import { BuildMeasures } from '@build-hygiene/engine';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import styles from './SecondsBar.module.css';

/** What the seconds of a build went to, as a bar with its parts in words. */
export function SecondsBar({ measures }: { measures: BuildMeasures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { seconds, moduleDownloads, wasted } = measures;
  const parts = [
    { name: 'executed', value: seconds.executed },
    {
      name: 'overhead',
      value: seconds.transfer + seconds.cacheImport + seconds.cacheExport,
    },
    { name: 'base', value: seconds.base },
    { name: 'context', value: seconds.context },
    { name: 'imageExport', value: seconds.imageExport },
    { name: 'other', value: seconds.other },
  ] as const;
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  if (total === 0) {
    return null;
  }
  const within = [
    {
      name: 'moduleDownloads',
      value: moduleDownloads.explicit + moduleDownloads.implicit,
    },
    { name: 'wasted', value: wasted ? wasted.modules + wasted.sameCommit : 0 },
  ] as const;
  return (
    <figure className={styles.figure}>
      <figcaption>
        <Text as="h3" variant="body-medium" weight="bold">
          {t('seconds.title')}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {t('seconds.explanation', { seconds: format.seconds(total) })}
        </Text>
      </figcaption>
      <div className={styles.bar} aria-hidden>
        {parts
          .filter(({ value }) => value >= 0.05)
          .map(({ name, value }) => (
            <span
              key={name}
              data-part={name}
              style={{ flexGrow: (100 * value) / total }}
            />
          ))}
      </div>
      <ul className={styles.parts}>
        {parts
          .filter(({ value }) => value >= 0.05)
          .map(({ name, value }) => (
            <li key={name}>
              <span className={styles.swatch} data-part={name} aria-hidden />
              {t(`purpose.${name}`)}
              <strong>{format.seconds(value)}</strong>
            </li>
          ))}
        {within
          .filter(({ value }) => value >= 0.05)
          .map(({ name, value }) => (
            <li key={name} className={styles.within}>
              {t('seconds.within', { part: t(`purpose.${name}`) })}
              <strong>{format.seconds(value)}</strong>
            </li>
          ))}
      </ul>
    </figure>
  );
}
