/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { useId, useState } from 'react';
import { Button, ButtonLink, Text } from '@backstage/ui';
import { RiGitPullRequestLine } from '@remixicon/react';
import { ReportedPlan } from '@build-hygiene/engine';
import { ServiceDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { useTranslation } from '../../translation';
import { DiffView } from '../Diff';
import { Section } from '../Section';
import { CopyButton } from './CopyButton';
import { fixCommand } from './fixCommand';
import { FixRow } from './FixRow';
import { ScoreWay } from './ScoreWay';
import { FixChoice } from './useFixChoice';
import { usePullRequestHref } from './usePullRequestHref';
import styles from './FixPlanSection.module.css';

/** What is known of the chosen fixes, and whether it is of an earlier choice. */
function chosenPlan(
  { report, planDigest }: ServiceDetail,
  { chosen, complete, preview, pending, error }: FixChoice,
): { plan: Partial<ReportedPlan>; digest?: string; outdated: boolean } {
  if (complete) {
    return { plan: report?.plan ?? {}, digest: planDigest, outdated: false };
  }
  if (chosen.length === 0 || error) {
    return { plan: {}, outdated: false };
  }
  return {
    plan: preview ?? report?.plan ?? {},
    digest: preview?.diffDigest,
    outdated: pending,
  };
}

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
  const [shown, setShown] = useState(false);
  const diffId = useId();
  const pullRequestHref = usePullRequestHref(detail.scan.source);
  const all = detail.report?.plan?.fixes ?? [];
  const score = detail.report?.score.value ?? null;
  if (all.length === 0) {
    return null;
  }
  const { plan, digest, outdated } = chosenPlan(detail, choice);
  const { chosen, complete, preview, error } = choice;
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
      <ol className={styles.list}>
        {all.map(fix => {
          const { rule, unit } = fix;
          const isSame = (other: { rule: string; unit: string | null }) =>
            other.rule === rule && other.unit === unit;
          const isChosen = chosen.includes(rule);
          return (
            <FixRow
              key={`${rule} ${unit}`}
              fix={fix}
              chosen={isChosen}
              onChange={next =>
                choice.choose(
                  next
                    ? [...chosen, rule]
                    : chosen.filter(other => other !== rule),
                )
              }
              scoreAfter={
                isChosen ? plan.fixes?.find(isSame)?.scoreAfter : undefined
              }
              rejection={
                isChosen && !complete && !outdated
                  ? preview?.rejected.find(isSame)?.reason
                  : undefined
              }
              outdated={outdated}
            />
          );
        })}
      </ol>
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
            {t('fix.plan.failed', { reason: reasonOf(error) })}
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

/** What the backend said, without what the client adds. */
export function reasonOf(error: Error): string {
  const { body } = error as { body?: { error?: { message?: string } } };
  return body?.error?.message ?? error.message;
}
