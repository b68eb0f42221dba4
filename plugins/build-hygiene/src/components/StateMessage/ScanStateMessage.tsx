/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Button } from '@backstage/ui';
import {
  RiFolderUnknowLine,
  RiHourglassLine,
  RiInboxLine,
  RiLinkUnlinkM,
  RiRefreshLine,
  RiTimerLine,
} from '@remixicon/react';
import {
  ScanErrorCode,
  ScanState,
} from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import {
  Translate,
  useErrorSentences,
  useTranslation,
} from '../../translation';
import { StateMessage } from './StateMessage';

const ICONS: Record<ScanErrorCode, React.ReactElement> = {
  'no-source-location': <RiFolderUnknowLine />,
  'unsupported-source': <RiFolderUnknowLine />,
  'not-found': <RiLinkUnlinkM />,
  forbidden: <RiLinkUnlinkM />,
  'rate-limited': <RiTimerLine />,
  unreachable: <RiLinkUnlinkM />,
  'too-large': <RiInboxLine />,
  timeout: <RiTimerLine />,
  internal: <RiLinkUnlinkM />,
};

/** Whether the next try depends on a person, not on time. */
function needsPerson(code: ScanErrorCode): boolean {
  switch (code) {
    case 'no-source-location':
    case 'unsupported-source':
    case 'too-large':
      return true;
    case 'not-found':
    case 'forbidden':
    case 'rate-limited':
    case 'unreachable':
    case 'timeout':
    case 'internal':
      return false;
    default:
      return code satisfies never;
  }
}

export function scanErrorTitle(code: ScanErrorCode, t: Translate): string {
  return t(`scanError.${code}.title`);
}

/**
 * The page of a service that has no report: not scanned yet, cannot be
 * scanned, or has nothing to check.
 */
export function ScanStateMessage(props: {
  scan: ScanState;
  /** Undefined for who may not. */
  onRescan?: () => void;
  rescanning: boolean;
  compact?: boolean;
}) {
  const { scan, onRescan, rescanning, compact } = props;
  const { t } = useTranslation();
  const say = useErrorSentences();
  const format = useFormat();
  const rescan = onRescan && (
    <Button
      size="small"
      variant="secondary"
      iconStart={<RiRefreshLine />}
      loading={rescanning}
      onPress={onRescan}
    >
      {t('scan.rescan')}
    </Button>
  );

  if (scan.status === 'pending') {
    return (
      <StateMessage
        compact={compact}
        tone="announcement"
        icon={<RiHourglassLine />}
        title={t('scan.pending.title')}
        description={t('scan.pending.description')}
      />
    );
  }
  if (scan.status === 'not-applicable') {
    return (
      <StateMessage
        compact={compact}
        icon={<RiInboxLine />}
        title={t('scan.notApplicable.title')}
        description={t('scan.notApplicable.description')}
        action={rescan}
      />
    );
  }
  const { error } = scan;
  if (!error) {
    return (
      <StateMessage
        compact={compact}
        tone="warning"
        icon={<RiLinkUnlinkM />}
        title={t('scan.unknown.title')}
        description={t('scan.unknown.description')}
        action={rescan}
      />
    );
  }
  return (
    <StateMessage
      compact={compact}
      tone="warning"
      icon={ICONS[error.code]}
      title={scanErrorTitle(error.code, t)}
      description={
        <>
          <p style={{ margin: 0 }}>
            {t(`scanError.${error.code}.description`)}
          </p>
          <p style={{ margin: 'var(--bui-space-2) 0 0' }}>
            <q>{say(error.message)}</q>
          </p>
          <p style={{ margin: 'var(--bui-space-2) 0 0' }}>
            {t('scanError.tried', {
              count: error.attempts,
              when: format.relative(error.at),
            })}{' '}
            {error.nextTryAt &&
              !needsPerson(error.code) &&
              t('scanError.nextTry', {
                when: format.relative(error.nextTryAt),
              })}
          </p>
        </>
      }
      action={rescan}
    />
  );
}
