/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useId } from 'react';
import { Text } from '@backstage/ui';
import { RiArrowDownSLine } from '@remixicon/react';
import { ReportedCheck } from '@build-hygiene/engine';
import { ScanState } from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import {
  titleOfCheck,
  useReportSentences,
  useRuleTitles,
  useTranslation,
} from '../../translation';
import { CodeText } from '../CodeText';
import { Chip, SeverityChip } from '../Tone';
import { WaiverChip, WaiversOfService } from '../Waivers';
import { CheckDetail } from './CheckDetail';
import { CheckStateIcon } from './CheckStateIcon';
import styles from './CheckRow.module.css';

function placeOf(check: ReportedCheck): string | undefined {
  const [first] = check.findings;
  if (!first) {
    return check.unit ?? undefined;
  }
  return `${first.path}:${first.line}`;
}

export function CheckRow(props: {
  check: ReportedCheck;
  checks: readonly ReportedCheck[];
  waivers: WaiversOfService;
  scan: ScanState;
  open: boolean;
  onToggle: () => void;
}) {
  const { check, checks, waivers, scan, open, onToggle } = props;
  const { t } = useTranslation();
  const titleOf = useRuleTitles();
  const say = useReportSentences();
  const format = useFormat();
  const detailId = useId();
  const more = check.findings.length - 1;
  const failing = check.state === 'fail' || check.state === 'partial';
  return (
    <li className={styles.row} data-open={open || undefined}>
      <h3 className={styles.heading}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={open}
          aria-controls={open ? detailId : undefined}
          onClick={onToggle}
        >
          <CheckStateIcon state={check.state} />
          <span className={styles.words}>
            <Text as="span" variant="body-medium" weight="bold">
              <CodeText text={titleOfCheck(check, titleOf)} />
            </Text>
            <span className={styles.under}>
              <code>{check.rule}</code>
              {placeOf(check) && <span>{placeOf(check)}</span>}
              {more > 0 && <span>{t('checks.more', { count: more })}</span>}
              {check.reason && <span>{say(check.reason)}</span>}
            </span>
          </span>
          <span className={styles.marks}>
            {failing && <WaiverChip check={check} waivers={waivers} />}
            {failing && check.delta > 0 && (
              <Chip tone="positive" title={t('checks.deltaTitle')}>
                {t('checks.delta', { points: format.points(check.delta) })}
              </Chip>
            )}
            {check.state !== 'pass' && check.state !== 'fail' && (
              <Chip
                tone={
                  check.state === 'error' || check.state === 'partial'
                    ? 'warning'
                    : 'neutral'
                }
              >
                {t(`checks.stateOne.${check.state}`)}
              </Chip>
            )}
            {(failing || check.state === 'waived') && (
              <SeverityChip severity={check.severity} />
            )}
          </span>
          <RiArrowDownSLine className={styles.chevron} aria-hidden />
        </button>
      </h3>
      {open && (
        <div id={detailId} className={styles.detail}>
          <CheckDetail
            check={check}
            checks={checks}
            waivers={waivers}
            scan={scan}
          />
        </div>
      )}
    </li>
  );
}
