/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { Button } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import {
  Waiver,
  WaiverAction,
} from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useTranslation } from '../../translation';
import styles from './Waivers.module.css';

/** What the user may do with a waiver. */
export function WaiverActions(props: {
  waiver: Waiver;
  onChanged: () => void;
}) {
  const { waiver, onChanged } = props;
  const { t } = useTranslation();
  const api = useApi(buildHygieneApiRef);
  const toastApi = useApi(toastApiRef);
  const [running, setRunning] = useState<WaiverAction>();
  if (waiver.actions.length === 0) {
    return null;
  }
  // Who can reject it needs no second way to end it.
  const shown = waiver.actions.filter(
    action => action !== 'withdraw' || !waiver.actions.includes('reject'),
  );
  const run = async (action: WaiverAction) => {
    setRunning(action);
    try {
      await api.changeWaiver({ id: waiver.id, action });
      toastApi.post({
        title: t(`waivers.done.${action}`),
        status: 'success',
        timeout: 4_000,
      });
    } catch (error) {
      toastApi.post({
        title: t('waivers.failed'),
        description: error instanceof Error ? error.message : String(error),
        status: 'danger',
      });
    }
    setRunning(undefined);
    // Also after a failure: somebody else may have been first.
    onChanged();
  };
  const subject = `${waiver.rule}, ${parseEntityRef(waiver.entityRef).name}`;
  return (
    <div className={styles.actions}>
      {shown.map(action => (
        <Button
          key={action}
          size="small"
          variant="secondary"
          isPending={running === action}
          isDisabled={running !== undefined}
          // A list has many of them.
          aria-label={`${t(`waivers.${action}`)}: ${subject}`}
          onPress={() => run(action)}
        >
          {t(`waivers.${action}`)}
        </Button>
      ))}
    </div>
  );
}
