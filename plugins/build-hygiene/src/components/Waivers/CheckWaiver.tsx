/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import { Button, Text } from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { ReportedCheck, severities } from '@build-hygiene/engine';
import {
  buildHygieneWaiverCreatePermission,
  Waiver,
} from '@build-hygiene/plugin-build-hygiene-common';
import { useFormat } from '../../format';
import { useTranslation } from '../../translation';
import { findWaiver } from './findWaiver';
import { userName } from './userName';
import { WaiversOfService } from './useServiceWaivers';
import { WaiveDialog } from './WaiveDialog';
import { WaiverActions } from './WaiverActions';
import styles from './Waivers.module.css';

function isOpen({ state }: ReportedCheck): boolean {
  return state === 'fail' || state === 'partial';
}

function WaiverWords(props: { waiver: Waiver; check: ReportedCheck }) {
  const { waiver, check } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const day = format.date(waiver.until);
  const user = userName(waiver.requestedBy);
  const { approvedBy } = waiver;
  const isWorse =
    severities.indexOf(check.severity) < severities.indexOf(waiver.severity);
  return (
    <>
      <Text as="p" variant="body-medium">
        {waiver.state === 'pending' && t('waivers.pending', { day, user })}
        {waiver.state === 'active' &&
          (approvedBy === undefined
            ? t('waivers.active', { day, user })
            : t('waivers.approved', {
                day,
                user,
                approver: userName(approvedBy),
              }))}
      </Text>
      <blockquote className={styles.reason}>{waiver.reason}</blockquote>
      {waiver.state === 'active' && isOpen(check) && (
        <Text as="p" variant="body-small" color="secondary">
          {isWorse
            ? t('waivers.worse', { severity: t(`severity.${waiver.severity}`) })
            : t('waivers.notYet')}
        </Text>
      )}
    </>
  );
}

/** What comments in the repository except. */
function CommentWords({ check }: { check: ReportedCheck }) {
  const { t } = useTranslation();
  const format = useFormat();
  const comments = new Map(
    check.findings.flatMap(({ suppressed }) =>
      suppressed?.kind === 'inline'
        ? [[`${suppressed.path}:${suppressed.line}`, suppressed] as const]
        : [],
    ),
  );
  return (
    <>
      {[...comments].map(([place, { reason, until }]) => (
        <div key={place}>
          <Text as="p" variant="body-medium">
            {until === undefined
              ? t('waivers.comment', { place })
              : t('waivers.commentUntil', { place, day: format.date(until) })}
          </Text>
          <blockquote className={styles.reason}>{reason}</blockquote>
        </div>
      ))}
    </>
  );
}

/** Why a check is waived, or the way to have it waived. */
export function CheckWaiver(props: {
  check: ReportedCheck;
  checks: readonly ReportedCheck[];
  waivers: WaiversOfService;
}) {
  const { check, checks, waivers } = props;
  const { t } = useTranslation();
  const { entityRef, value, onChanged } = waivers;
  const { allowed } = usePermission({
    permission: buildHygieneWaiverCreatePermission,
    resourceRef: entityRef,
  });
  const [asking, setAsking] = useState(false);
  const waiver = value && findWaiver(value.items, check);
  const hasComment = check.findings.some(
    ({ suppressed }) => suppressed?.kind === 'inline',
  );
  const mayAsk = isOpen(check) && !waiver && value !== undefined && allowed;
  const isShown = isOpen(check) || check.state === 'waived';
  if (!isShown || !(waiver || hasComment || mayAsk)) {
    return null;
  }
  return (
    <div className={styles.waiver}>
      {(waiver || hasComment) && (
        <Text as="h4" variant="body-small" weight="bold" color="secondary">
          {t('waivers.heading')}
        </Text>
      )}
      {hasComment && <CommentWords check={check} />}
      {waiver && (
        <>
          <WaiverWords waiver={waiver} check={check} />
          <WaiverActions waiver={waiver} onChanged={onChanged} />
        </>
      )}
      {mayAsk && (
        <div>
          <Button
            size="small"
            variant="secondary"
            onPress={() => setAsking(true)}
          >
            {t('waivers.waive')}
          </Button>
          {asking && (
            <WaiveDialog
              entityRef={entityRef}
              check={check}
              related={checks.filter(
                other => other.rule === check.rule && isOpen(other),
              )}
              maximumDays={value.maximumDays}
              isOpen={asking}
              onOpenChange={setAsking}
              onWaived={onChanged}
            />
          )}
        </div>
      )}
    </div>
  );
}
