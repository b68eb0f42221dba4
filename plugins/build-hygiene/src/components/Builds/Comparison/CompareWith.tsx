/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import { Button, Select } from '@backstage/ui';
import { RiArrowLeftRightLine } from '@remixicon/react';
import {
  BuildDetail,
  BuildSummary,
} from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../../format';
import { useTranslation } from '../../../translation';
import styles from './CompareWith.module.css';

/** Chooses the build that an open one is compared with. */
export function CompareWith(props: {
  build: BuildDetail;
  /** Those that the page lists. */
  builds: readonly BuildSummary[];
  onCompare: (otherId: string) => void;
}) {
  const { build, builds, onCompare } = props;
  const { previousSuccess } = build;
  const { t } = useTranslation();
  const format = useFormat();
  const others = builds.filter(({ id }) => id !== build.id);
  const name = (other: BuildSummary) =>
    [
      format.short(other.startedAt),
      t(`builds.outcome.${other.outcome}`),
      other.branch,
      other.commit?.slice(0, 8),
    ]
      .filter(Boolean)
      .join(' · ');
  const options = others.map(other => ({
    id: other.id,
    label:
      other.id === previousSuccess
        ? t('comparison.last', { build: name(other) })
        : name(other),
  }));
  if (
    previousSuccess !== undefined &&
    !others.some(({ id }) => id === previousSuccess)
  ) {
    options.unshift({
      id: previousSuccess,
      label: t('comparison.last', { build: '…' }),
    });
  }
  const [chosen, setChosen] = useState<string>();
  const other = chosen ?? previousSuccess ?? options[0]?.id;
  if (other === undefined) {
    return null;
  }
  return (
    <div className={styles.compare}>
      <Select
        label={t('comparison.with')}
        size="small"
        className={styles.select}
        options={options}
        value={other}
        onChange={key => setChosen(String(key))}
      />
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiArrowLeftRightLine />}
        onPress={() => onCompare(other)}
      >
        {t('comparison.start')}
      </Button>
    </div>
  );
}
