/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Alert, Button } from '@backstage/ui';
import { ScanState } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useErrorSentences, useTranslation } from '../../translation';
import { scanErrorTitle } from '../StateMessage';

/** The last scan failed; what is shown is older. */
export function StaleBanner(props: {
  scan: ScanState;
  /** Undefined for who may not. */
  onRescan?: () => void;
  rescanning: boolean;
}) {
  const { scan, onRescan, rescanning } = props;
  const { t } = useTranslation();
  const say = useErrorSentences();
  const format = useFormat();
  const { error, scannedAt } = scan;
  const sentences = [
    scannedAt && t('scan.stale.shown', { when: format.relative(scannedAt) }),
    error &&
      `${t('scanError.tried', {
        count: error.attempts,
        when: format.relative(error.at),
      })} ${say(error.message)}`,
    error?.nextTryAt &&
      t('scanError.nextTry', { when: format.relative(error.nextTryAt) }),
  ].filter(Boolean);
  return (
    <div role="status">
      <Alert
        status="warning"
        icon
        title={error ? scanErrorTitle(error.code, t) : t('scan.stale.title')}
        description={sentences.join(' ')}
        customActions={
          onRescan && (
            <Button
              size="small"
              variant="tertiary"
              loading={rescanning}
              onPress={onRescan}
            >
              {t('scan.tryNow')}
            </Button>
          )
        }
      />
    </div>
  );
}
