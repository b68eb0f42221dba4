/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Campaign } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { Meter } from '../Meter';
import { doneShare, dueTone } from './campaignText';
import styles from './Campaigns.module.css';

/** How far it is: a bar, and the same in words. */
export function Progress(props: {
  campaign: Pick<Campaign, 'services' | 'remaining' | 'dueOn' | 'state'>;
  label: string;
}) {
  const { campaign, label } = props;
  const { services, remaining } = campaign;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className={styles.progress}>
      <Meter
        share={doneShare(campaign)}
        tone={dueTone(campaign)}
        label={label}
      />
      <span className={styles.note}>
        {services === 0
          ? t('campaigns.nothing')
          : t('campaigns.progress', {
              done: format.number(services - remaining),
              services: format.number(services),
              share: format.percent(doneShare(campaign)),
            })}
      </span>
    </span>
  );
}
