/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { Button, Text, ToggleButton } from '@backstage/ui';
import { useId } from 'react';
import { useErrorSentences, useTranslation } from '../../translation';
import { FixChoice, reasonOf } from '../FixPlan';
import { ToggleGroup } from '../ToggleGroup';
import styles from './BuilderSwitch.module.css';

/** Now, or with the fixes that are chosen in the fix plan. */
export function FixSwitch({ choice }: { choice: FixChoice }) {
  const { t } = useTranslation();
  const say = useErrorSentences();
  const labelId = useId();
  const { chosen, complete, applied, pending, error } = choice;
  const none = chosen.length === 0;
  return (
    <div className={styles.switch}>
      <div className={styles.choice}>
        <Text id={labelId} variant="body-small" weight="bold">
          {t('matrix.fixes.label')}
        </Text>
        <ToggleGroup
          aria-labelledby={labelId}
          selectedKeys={[applied ? 'after' : 'now']}
          onSelectionChange={([key]) => choice.setApplied(key === 'after')}
        >
          <ToggleButton id="now">{t('matrix.fixes.now')}</ToggleButton>
          <ToggleButton id="after" isDisabled={none}>
            {t('matrix.fixes.after', { count: chosen.length })}
          </ToggleButton>
        </ToggleGroup>
        {applied && error && (
          <Button size="small" variant="tertiary" onPress={choice.retry}>
            {t('action.retry')}
          </Button>
        )}
      </div>
      <p className={styles.reason} aria-live="polite">
        {explanation()}
      </p>
    </div>
  );

  function explanation(): string {
    if (none) {
      return t('matrix.fixes.none');
    }
    if (!applied) {
      return t('matrix.fixes.nowHint');
    }
    if (error) {
      return t('fix.plan.failed', { reason: say(reasonOf(error)) });
    }
    if (pending) {
      return t('matrix.fixes.pending');
    }
    return complete ? t('matrix.fixes.allHint') : t('matrix.fixes.partHint');
  }
}
