/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Text } from '@backstage/ui';
import { ComparedSide } from '@build-hygiene/engine';
import { BuildComparisonResponse } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../../format';
import { useTranslation } from '../../../translation';
import { RelativeTime } from '../../RelativeTime';
import { OutcomeChip } from '../OutcomeChip';
import styles from './ComparedBuilds.module.css';

function ComparedCard(props: BuildComparisonResponse & { side: ComparedSide }) {
  const { side, before, after, comparison } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const build = side === 'before' ? before : after;
  const { seconds, stepSeconds, cached, cacheable } = comparison[side];
  const facts = [
    seconds === undefined
      ? t('comparison.stepTime', { seconds: format.seconds(stepSeconds) })
      : t('comparison.wall', { seconds: format.seconds(seconds) }),
    t('comparison.steps', {
      cached: String(cached),
      cacheable: String(cacheable),
    }),
    build.branch,
  ];
  return (
    <div className={styles.build} data-side={side}>
      <Text variant="body-small" weight="bold" color="secondary">
        {side === 'before' ? t('comparison.other') : t('comparison.this')}
        {before.entityRef !== after.entityRef &&
          ` ${t('comparison.ofService', { service: build.entityRef })}`}
      </Text>
      <div className={styles.line}>
        <OutcomeChip outcome={build.outcome} />
        <Text variant="body-medium" weight="bold">
          <RelativeTime iso={build.startedAt} />
        </Text>
        {build.commit && (
          <code className={styles.commit}>{build.commit.slice(0, 8)}</code>
        )}
      </div>
      <Text variant="body-small" color="secondary">
        {facts.filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}

/** The two builds in numbers, the one that is compared with first. */
export function ComparedBuilds(props: BuildComparisonResponse) {
  return (
    <div className={styles.builds}>
      <ComparedCard side="before" {...props} />
      <ComparedCard side="after" {...props} />
    </div>
  );
}
