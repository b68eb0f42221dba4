/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { useId } from 'react';
import { Checkbox, Text } from '@backstage/ui';
import { ReportedPlan } from '@build-hygiene/engine';
import { useTranslation } from '../../translation';
import { CodeText } from '../CodeText';
import { FixSavings } from '../FixSavings';
import { Chip } from '../Tone';
import styles from './FixPlanSection.module.css';

/** One fix of the plan, with a box to choose it. */
export function FixRow(props: {
  fix: ReportedPlan['fixes'][number];
  chosen: boolean;
  onChange: (chosen: boolean) => void;
  /** After it and those chosen before it; undefined where it is not applied. */
  scoreAfter: number | null | undefined;
  /** Why it does not hold without the others. */
  rejection?: string;
  /** Whether the score is that of an earlier choice. */
  outdated: boolean;
}) {
  const { fix, chosen, onChange, scoreAfter, rejection, outdated } = props;
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <li className={styles.fix} data-left-out={!chosen || undefined}>
      <Checkbox
        className={styles.box}
        isSelected={chosen}
        onChange={onChange}
        aria-labelledby={titleId}
      />
      <span className={styles.words}>
        <Text as="span" variant="body-medium" id={titleId}>
          {fix.title}
        </Text>
        <span className={styles.under}>
          <code>{fix.rule}</code>
          {fix.unit !== null && <span>{fix.unit}</span>}
          {fix.review !== undefined && (
            <span>
              <CodeText text={fix.review} />
            </span>
          )}
          {rejection !== undefined && (
            <span className={styles.rejection}>
              {t('fix.plan.rejected', { reason: rejection })}
            </span>
          )}
        </span>
      </span>
      {fix.safety === 'needs-review' && (
        <Chip tone="warning">{t('fix.needsReview')}</Chip>
      )}
      <FixSavings savings={fix.savings} />
      <span
        className={styles.score}
        data-outdated={outdated || undefined}
        title={t('fix.plan.scoreTitle')}
      >
        {scoreAfter ?? '–'}
      </span>
    </li>
  );
}
