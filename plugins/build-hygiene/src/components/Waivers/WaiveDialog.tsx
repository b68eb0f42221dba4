/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Radio,
  RadioGroup,
  Select,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { ReportedCheck } from '@build-hygiene/engine';
import { severitiesToApprove } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useFormat } from '../../format';
import { titleOfCheck, useRuleTitles, useTranslation } from '../../translation';
import { CodeText } from '../CodeText';
import { Surface } from '../Surface';
import { dayAhead, durations } from './durations';
import styles from './Waivers.module.css';

const SHORTEST_REASON = 10;
const LONGEST_REASON = 1_000;

/** Asks for a waiver of a check. */
export function WaiveDialog(props: {
  entityRef: string;
  check: ReportedCheck;
  /** The open checks of the same rule, this one among them. */
  related: readonly ReportedCheck[];
  maximumDays: number;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onWaived: () => void;
}) {
  const { entityRef, check, related, maximumDays, isOpen, onOpenChange } =
    props;
  const { t } = useTranslation();
  const titleOf = useRuleTitles();
  const format = useFormat();
  const api = useApi(buildHygieneApiRef);
  const toastApi = useApi(toastApiRef);
  const choices = durations(maximumDays);
  const [reason, setReason] = useState('');
  const [days, setDays] = useState(choices.includes(90) ? 90 : choices[0]);
  const [scope, setScope] = useState<'one' | 'all'>('one');
  const [error, setError] = useState<string>();
  const [sending, setSending] = useState(false);

  const hasChoice = check.unit !== null && related.length > 1;
  const forAll = check.unit === null || (hasChoice && scope === 'all');
  const judged = forAll ? related : [check];
  const toApprove = severitiesToApprove.find(severity =>
    judged.some(one => one.severity === severity),
  );
  const length = reason.trim().length;
  const isReason = length >= SHORTEST_REASON && length <= LONGEST_REASON;

  const submit = async () => {
    setSending(true);
    setError(undefined);
    try {
      const waiver = await api.requestWaiver(entityRef, {
        rule: check.rule,
        ...(!forAll && check.unit !== null && { unit: check.unit }),
        reason: reason.trim(),
        until: dayAhead(days),
      });
      toastApi.post({
        title:
          waiver.state === 'pending'
            ? t('waivers.dialog.asked')
            : t('waivers.dialog.granted'),
        status: 'success',
        timeout: 4_000,
      });
      onOpenChange(false);
      props.onWaived();
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure));
    } finally {
      setSending(false);
    }
  };

  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} width={560}>
      <DialogHeader>{t('waivers.dialog.title')}</DialogHeader>
      <DialogBody>
        <Surface>
          <div className={styles.form}>
            <Text as="p" variant="body-medium">
              <CodeText text={titleOfCheck(check, titleOf)} />
            </Text>
            {hasChoice && (
              <RadioGroup
                label={t('waivers.dialog.scope')}
                value={scope}
                onChange={value => setScope(value === 'all' ? 'all' : 'one')}
              >
                <Radio value="one">
                  {t('waivers.dialog.scopeOne', { unit: check.unit! })}
                </Radio>
                <Radio value="all">{t('waivers.dialog.scopeAll')}</Radio>
              </RadioGroup>
            )}
            <TextAreaField
              label={t('waivers.dialog.reason')}
              description={t('waivers.dialog.reasonHelp')}
              value={reason}
              onChange={setReason}
              maxLength={LONGEST_REASON}
              rows={4}
              isRequired
            />
            <Select
              label={t('waivers.dialog.until')}
              options={choices.map(choice => ({
                id: String(choice),
                label: t('waivers.dialog.days', {
                  days: format.number(choice),
                  day: format.date(dayAhead(choice)),
                }),
              }))}
              value={String(days)}
              onChange={key => setDays(Number(key))}
            />
            <Alert
              status={toApprove ? 'warning' : 'info'}
              icon
              description={
                toApprove
                  ? t('waivers.dialog.needsApproval', {
                      severity: t(`severity.${toApprove}`),
                    })
                  : t('waivers.dialog.atOnce')
              }
            />
            {error !== undefined && (
              <div role="alert">
                <Alert
                  status="danger"
                  icon
                  title={t('waivers.failed')}
                  description={error}
                />
              </div>
            )}
          </div>
        </Surface>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('action.cancel')}
        </Button>
        <Button
          isDisabled={!isReason || sending}
          isPending={sending}
          onPress={submit}
        >
          {toApprove
            ? t('waivers.dialog.submitForApproval')
            : t('waivers.dialog.submit')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
