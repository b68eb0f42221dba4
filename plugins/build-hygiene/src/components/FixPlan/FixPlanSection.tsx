/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useId, useState } from 'react';
import { Button, Text } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import { ReportedPlan } from '@build-hygiene/engine';
import { useTranslation } from '../../translation';
import { CodeText } from '../CodeText';
import { DiffView } from '../Diff';
import { FixSavings } from '../FixSavings';
import { Section } from '../Section';
import { Chip } from '../Tone';
import styles from './FixPlanSection.module.css';

/** All fixes that are known to hold, and the way of the score through them. */
export function FixPlanSection(props: {
  plan: ReportedPlan;
  score: number | null;
}) {
  const { plan, score } = props;
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const diffId = useId();
  if (plan.fixes.length === 0) {
    return null;
  }
  const after = plan.fixes[plan.fixes.length - 1].scoreAfter;
  return (
    <Section
      id="fixes"
      title={t('fix.plan.title')}
      explanation={t('fix.plan.explanation', { count: plan.fixes.length })}
      actions={
        plan.diff !== undefined && (
          <Button
            size="small"
            variant="secondary"
            aria-expanded={shown}
            aria-controls={shown ? diffId : undefined}
            onPress={() => setShown(!shown)}
          >
            {shown ? t('fix.plan.hideDiff') : t('fix.plan.showDiff')}
          </Button>
        )
      }
    >
      {score !== null && after !== null && (
        <p
          className={styles.way}
          aria-label={t('fix.plan.way', {
            from: String(score),
            to: String(after),
          })}
        >
          <span className={styles.from}>{score}</span>
          <RiArrowRightLine aria-hidden />
          <span className={styles.to}>{after}</span>
        </p>
      )}
      <ol className={styles.list}>
        {plan.fixes.map(fix => (
          <li className={styles.fix} key={`${fix.rule} ${fix.unit}`}>
            <span className={styles.words}>
              <Text as="span" variant="body-medium">
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
              </span>
            </span>
            {fix.safety === 'needs-review' && (
              <Chip tone="warning">{t('fix.needsReview')}</Chip>
            )}
            <FixSavings savings={fix.savings} />
            {fix.scoreAfter !== null && (
              <span className={styles.score} title={t('fix.plan.scoreTitle')}>
                {fix.scoreAfter}
              </span>
            )}
          </li>
        ))}
      </ol>
      {shown && plan.diff !== undefined && (
        <div id={diffId} className={styles.diff}>
          <DiffView diff={plan.diff} />
        </div>
      )}
    </Section>
  );
}
