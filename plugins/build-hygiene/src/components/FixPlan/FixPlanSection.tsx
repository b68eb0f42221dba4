/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { useId, useState } from 'react';
import { Button, ButtonLink, Text } from '@backstage/ui';
import { RiGitPullRequestLine } from '@remixicon/react';
import { ServiceDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { useErrorSentences, useTranslation } from '../../translation';
import { DiffView } from '../Diff';
import { Section } from '../Section';
import { chosenPlan } from './chosenPlan';
import { CopyButton } from './CopyButton';
import { fixCommand } from './fixCommand';
import { FixList } from './FixList';
import { reasonOf } from './reasonOf';
import { ScoreWay } from './ScoreWay';
import { FixChoice } from './useFixChoice';
import { usePullRequestHref } from './usePullRequestHref';
import styles from './FixPlanSection.module.css';

/**
 * All fixes that are known to hold. Some of them can be chosen: then the score,
 * the changes and what is copied are those of the chosen ones.
 */
export function FixPlanSection(props: {
  detail: ServiceDetail;
  choice: FixChoice;
}) {
  const { detail, choice } = props;
  const { t } = useTranslation();
  const say = useErrorSentences();
  const [shown, setShown] = useState(false);
  const diffId = useId();
  const pullRequestHref = usePullRequestHref(detail.scan.source);
  const all = detail.report?.plan?.fixes ?? [];
  const score = detail.report?.score.value ?? null;
  if (all.length === 0) {
    return null;
  }
  const { plan, digest, outdated } = chosenPlan(detail, choice);
  const { chosen, complete, error } = choice;
  const none = chosen.length === 0;
  // What is copied or sent is never that of an earlier choice.
  const diff = outdated ? undefined : plan.diff || undefined;
  const hasSecret = complete && plan.diff === undefined;
  const stretches = (plan.fixes ?? []).flatMap(({ title, scoreAfter }) =>
    scoreAfter === null ? [] : [{ title, scoreAfter }],
  );
  return (
    <Section
      id="fixes"
      title={t('fix.plan.title')}
      explanation={t('fix.plan.explanation', { count: all.length })}
      actions={
        chosen.length < choice.rules.length && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => choice.choose(choice.rules)}
          >
            {t('fix.plan.chooseAll')}
          </Button>
        )
      }
    >
      <FixList
        detail={detail}
        choice={choice}
        plan={plan}
        outdated={outdated}
      />
      <div className={styles.foot}>
        {score !== null && (
          <ScoreWay
            from={score}
            stretches={none ? [] : stretches}
            outdated={outdated}
          />
        )}
        <div className={styles.actions}>
          <Button
            size="small"
            variant="secondary"
            aria-expanded={shown}
            aria-controls={shown ? diffId : undefined}
            isDisabled={plan.diff === undefined || none}
            onPress={() => setShown(!shown)}
          >
            {shown
              ? t('fix.plan.hideDiff')
              : t(complete ? 'fix.plan.showDiff' : 'fix.plan.showPart')}
          </Button>
          <CopyButton
            text={diff}
            label={t('fix.plan.copyPatch')}
            copiedText={t('fix.copied')}
          />
          <CopyButton
            text={none ? undefined : fixCommand(chosen)}
            label={t('fix.plan.copyCommand')}
            copiedText={t('fix.copied')}
          />
          {pullRequestHref && (
            <ButtonLink
              size="small"
              variant="primary"
              iconStart={<RiGitPullRequestLine />}
              isDisabled={none || outdated || error !== undefined}
              href={pullRequestHref({
                service: detail.entityRef,
                rules: chosen,
                ...(digest !== undefined && { diffDigest: digest }),
              })}
            >
              {t('fix.plan.pullRequest')}
            </ButtonLink>
          )}
        </div>
      </div>
      {error && (
        <div className={styles.error} role="alert">
          <Text as="span" variant="body-small">
            {t('fix.plan.failed', { reason: say(reasonOf(error)) })}
          </Text>
          <Button size="small" variant="tertiary" onPress={choice.retry}>
            {t('action.retry')}
          </Button>
        </div>
      )}
      {hasSecret && (
        <Text as="p" variant="body-small" color="secondary">
          {t('fix.hidden')}
        </Text>
      )}
      {shown && !none && plan.diff !== undefined && (
        <div
          id={diffId}
          className={styles.diff}
          data-outdated={outdated || undefined}
        >
          <DiffView diff={plan.diff} />
        </div>
      )}
    </Section>
  );
}
