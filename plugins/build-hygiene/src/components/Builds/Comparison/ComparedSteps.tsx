/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useState } from 'react';
import { Button, Text } from '@backstage/ui';
import { ComparedRun, ComparedStep } from '@build-hygiene/engine';
import { useFormat } from '../../../format';
import { useTranslation } from '../../../translation';
import { Chip } from '../../Tone';
import { StepState } from '../StepState';
import styles from './ComparisonTable.module.css';

function Run({ run }: { run?: ComparedRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!run) {
    return <span className={styles.quiet}>{t('comparison.absent')}</span>;
  }
  return (
    <span className={styles.run}>
      <StepState state={run.state} />
      {run.seconds !== undefined && <span>{format.seconds(run.seconds)}</span>}
      {run.mount && (
        <Chip tone={run.mount === 'cold' ? 'warning' : 'neutral'}>
          {t(`mount.${run.mount}`)}
        </Chip>
      )}
    </span>
  );
}

function Difference({ step }: { step: ComparedStep }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { secondsMore, differences } = step;
  const seconds = Math.abs(secondsMore ?? 0);
  // Less than is worth a word.
  const isTold = seconds >= 0.1;
  return (
    <span className={styles.difference}>
      {isTold && (
        <strong>
          {(secondsMore ?? 0) > 0
            ? t('comparison.more', { seconds: format.seconds(seconds) })
            : t('comparison.less', { seconds: format.seconds(seconds) })}
        </strong>
      )}
      {differences.map(({ kind, side }) => (
        <span key={`${kind} ${side}`} className={styles.quiet}>
          {t(`comparison.difference.${kind}`)}
        </span>
      ))}
      {!isTold && differences.length === 0 && (
        <span className={styles.quiet}>–</span>
      )}
    </span>
  );
}

/** The steps of two builds side by side, at first those that differ. */
export function ComparedSteps({ steps }: { steps: readonly ComparedStep[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const changed = steps.filter(({ differences }) => differences.length > 0);
  const shown = all ? steps : changed;
  const hasPlatforms = steps.some(({ platform }) => platform !== undefined);
  return (
    <div>
      <div className={styles.head}>
        <Text as="h3" variant="body-medium" weight="bold">
          {t('comparison.stepsTitle')}
        </Text>
        <Text variant="body-small" color="secondary">
          {steps.length === 0
            ? t('comparison.noSteps')
            : t('comparison.changed', {
                count: changed.length,
                total: String(steps.length),
              })}
        </Text>
        {changed.length < steps.length && (
          <Button size="small" variant="tertiary" onPress={() => setAll(!all)}>
            {all ? t('comparison.showChanged') : t('comparison.showAll')}
          </Button>
        )}
      </div>
      {shown.length > 0 && (
        <table className={styles.table} aria-label={t('comparison.stepsTitle')}>
          <thead>
            <tr>
              <th scope="col">{t('comparison.column.step')}</th>
              <th scope="col">{t('comparison.column.before')}</th>
              <th scope="col">{t('comparison.column.after')}</th>
              <th scope="col">{t('comparison.column.difference')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((step, index) => (
              <tr key={index} data-changed={step.differences.length > 0}>
                <th scope="row">
                  <code title={step.text}>{step.text}</code>
                  <span className={styles.quiet}>
                    {[step.stage, hasPlatforms && step.platform]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </th>
                <td data-label={t('comparison.column.before')}>
                  <Run run={step.before} />
                </td>
                <td data-label={t('comparison.column.after')}>
                  <Run run={step.after} />
                </td>
                <td data-label={t('comparison.column.difference')}>
                  <Difference step={step} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
