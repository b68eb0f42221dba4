/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { useId } from 'react';
import { Checkbox, Text, VisuallyHidden } from '@backstage/ui';
import { ReportedPlan } from '@build-hygiene/engine';
import {
  useFixReviews,
  useReportSentences,
  useRuleTitles,
  useTranslation,
} from '../../translation';
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
  /** What it adds to the score; undefined where that is not shown. */
  gain?: number;
  /** Whether a safe fix says that it is. */
  showSafe?: boolean;
  /** Why it does not hold without the others. */
  rejection?: string;
  /** Whether the score is that of an earlier choice. */
  outdated: boolean;
  isDisabled?: boolean;
}) {
  const { fix, chosen, onChange, scoreAfter, gain, rejection, outdated } =
    props;
  const { t } = useTranslation();
  const titleOf = useRuleTitles();
  const sayReview = useFixReviews();
  const say = useReportSentences();
  const titleId = useId();
  return (
    <li className={styles.fix} data-left-out={!chosen || undefined}>
      <Checkbox
        className={styles.box}
        isSelected={chosen}
        isDisabled={props.isDisabled}
        onChange={onChange}
        aria-labelledby={titleId}
      />
      <span className={styles.words}>
        <Text as="span" variant="body-medium" id={titleId}>
          {titleOf(fix.rule, 'fix', fix.title)}
        </Text>
        <span className={styles.under}>
          <code>{fix.rule}</code>
          {fix.unit !== null && <span>{fix.unit}</span>}
          {fix.review !== undefined && (
            <span>
              <CodeText text={sayReview(fix.review)} />
            </span>
          )}
          {rejection !== undefined && (
            <span className={styles.rejection}>
              {t('fix.plan.rejected', { reason: say(rejection) })}
            </span>
          )}
        </span>
      </span>
      {fix.safety === 'needs-review' && (
        <Chip tone="warning">{t('fix.needsReview')}</Chip>
      )}
      {fix.safety === 'safe' && props.showSafe && (
        <Chip tone="positive" title={t('fix.safeTitle')}>
          {t('fix.safe')}
        </Chip>
      )}
      <FixSavings savings={fix.savings} />
      <span className={styles.figures}>
        {gain !== undefined && (
          <span
            className={styles.gain}
            data-none={gain === 0 || undefined}
            data-outdated={outdated || undefined}
            title={t('fix.gainTitle')}
          >
            {gain < 0 ? gain : `+${gain}`}
          </span>
        )}
        <span
          className={styles.score}
          data-outdated={outdated || undefined}
          title={t('fix.plan.scoreTitle')}
        >
          <VisuallyHidden>{t('fix.plan.scoreTitle')}: </VisuallyHidden>
          {scoreAfter ?? '–'}
        </span>
      </span>
    </li>
  );
}
