/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useContext } from 'react';
import { Button, Text } from '@backstage/ui';
import { RiShieldCheckLine, RiToolsLine } from '@remixicon/react';
import { ReportedFix } from '@build-hygiene/engine';
import {
  useFixReviews,
  useRuleTitles,
  useTranslation,
} from '../../translation';
import { CodeText } from '../CodeText';
import { DiffView } from '../Diff';
import { FixChoiceContext } from '../FixPlan';
import { FixSavings } from '../FixSavings';
import { Chip } from '../Tone';
import styles from './CheckDetail.module.css';

/** The change that closes a check, as far as it was shown to hold. */
export function CheckFix(props: { fix: ReportedFix; rule: string }) {
  const { verified, title, safety, review, scoreAfter, diff } = props.fix;
  const { t } = useTranslation();
  const titleOf = useRuleTitles();
  const say = useFixReviews();
  const choice = useContext(FixChoiceContext);
  if (!verified || title === undefined) {
    return null;
  }
  return (
    <div className={styles.block}>
      <Text as="h4" variant="body-small" weight="bold" color="secondary">
        {t('fix.title')}
      </Text>
      <div className={styles.fixHead}>
        <Text as="span" variant="body-medium">
          {titleOf(props.rule, 'fix', title)}
        </Text>
        <Chip
          tone="positive"
          icon={<RiShieldCheckLine aria-hidden />}
          title={t('fix.verifiedTitle')}
        >
          {t('fix.verified')}
        </Chip>
        {safety === 'needs-review' && (
          <Chip tone="warning">{t('fix.needsReview')}</Chip>
        )}
        {scoreAfter !== null && (
          <Text as="span" variant="body-small" color="secondary">
            {t('fix.scoreAfter', { score: String(scoreAfter) })}
          </Text>
        )}
        <FixSavings savings={props.fix.savings} />
        {choice?.rules.includes(props.rule) && (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiToolsLine />}
            aria-label={t('fix.plan.chooseTitle')}
            onPress={() => {
              choice.choose([props.rule]);
              document
                .getElementById('fixes')
                ?.scrollIntoView({ block: 'start' });
            }}
          >
            {t('fix.plan.choose')}
          </Button>
        )}
      </div>
      {review !== undefined && (
        <p className={styles.paragraph}>
          <CodeText text={t('fix.review', { review: say(review) })} />
        </p>
      )}
      {diff === undefined ? (
        <Text as="p" variant="body-small" color="secondary">
          {t('fix.hidden')}
        </Text>
      ) : (
        <DiffView diff={diff} />
      )}
    </div>
  );
}
