/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useEffect, useId, useState } from 'react';
import { Alert, Button } from '@backstage/ui';
import { ServiceDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { useErrorSentences, useTranslation } from '../../translation';
import { DiffView } from '../Diff';
import {
  chosenPlan,
  FixList,
  reasonOf,
  rulesOfPlan,
  ScoreWay,
  useFixPreview,
} from '../FixPlan';
import { FixesValue } from './fixesFieldSchema';
import { reviewOf } from './reviewOf';
import styles from './FixesField.module.css';

/** The fixes of a service with their boxes, and what the chosen ones come to. */
export function ServiceFixes(props: {
  detail: ServiceDetail;
  value: FixesValue;
  onChange: (value: FixesValue) => void;
  isDisabled?: boolean;
}) {
  const { detail, value, onChange, isDisabled } = props;
  const { t } = useTranslation();
  const say = useErrorSentences();
  const [shown, setShown] = useState(false);
  const diffId = useId();
  const rules = rulesOfPlan(detail);
  const [wanted, setWanted] = useState(() =>
    value.rules && value.rules.length > 0 ? value.rules : rules,
  );
  // The digest of what was looked at before, such as on the service's page.
  const [agreed, setAgreed] = useState(value.diffDigest);
  const chosen = rules.filter(rule => wanted.includes(rule));
  const gone = wanted.filter(rule => !rules.includes(rule));
  const complete = chosen.length === rules.length;
  const preview = useFixPreview(detail, { chosen, wanted: !complete });
  const choice = {
    ...preview,
    rules,
    chosen,
    complete,
    choose: (next: readonly string[]) => {
      setWanted([...next]);
      setAgreed(undefined);
    },
  };
  const { plan, digest, outdated } = chosenPlan(detail, choice);
  const known = chosen.length > 0 && !outdated && !preview.error;
  const changed =
    known && agreed !== undefined && digest !== undefined && digest !== agreed;
  const from = detail.report?.score.value ?? null;

  const next: FixesValue = {
    service: detail.entityRef,
    rules: chosen,
    ...(known && { diffDigest: changed ? agreed : digest }),
    ...(known && reviewOf(plan, from)),
  };
  const nextKey = JSON.stringify(next);
  useEffect(() => {
    onChange(JSON.parse(nextKey));
    // The form makes a new function each time that it renders.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [nextKey]);

  const safe = rules.filter(rule =>
    (detail.report?.plan?.fixes ?? []).every(
      fix => fix.rule !== rule || fix.safety === 'safe',
    ),
  );
  const onlySafe = chosen.join() === safe.join();
  return (
    <div className={styles.fixes} role="group" aria-label={t('fix.form.fixes')}>
      <div className={styles.head}>
        <span className={styles.count}>
          {t('fix.form.chosen', {
            chosen: String(chosen.length),
            all: String(rules.length),
          })}
        </span>
        {!complete && (
          <Button
            size="small"
            variant="tertiary"
            isDisabled={isDisabled}
            onPress={() => choice.choose(rules)}
          >
            {t('fix.plan.chooseAll')}
          </Button>
        )}
        {safe.length > 0 && safe.length < rules.length && !onlySafe && (
          <Button
            size="small"
            variant="tertiary"
            isDisabled={isDisabled}
            onPress={() => choice.choose(safe)}
          >
            {t('fix.form.chooseSafe')}
          </Button>
        )}
      </div>
      {gone.length > 0 && (
        <Alert
          status="info"
          icon
          title={t('fix.form.gone', { rules: gone.join(', ') })}
        />
      )}
      <FixList
        detail={detail}
        choice={choice}
        plan={plan}
        outdated={outdated}
        explicit
        isDisabled={isDisabled}
      />
      <div className={styles.foot}>
        {from !== null && (
          <ScoreWay
            from={from}
            stretches={(chosen.length > 0 ? plan.fixes ?? [] : []).flatMap(
              ({ title, scoreAfter }) =>
                scoreAfter === null ? [] : [{ title, scoreAfter }],
            )}
            outdated={outdated}
          />
        )}
        <Button
          size="small"
          variant="secondary"
          aria-expanded={shown}
          aria-controls={shown ? diffId : undefined}
          isDisabled={plan.diff === undefined || chosen.length === 0}
          onPress={() => setShown(!shown)}
        >
          {shown
            ? t('fix.plan.hideDiff')
            : t(complete ? 'fix.plan.showDiff' : 'fix.plan.showPart')}
        </Button>
      </div>
      {changed && (
        <div role="status">
          <Alert
            status="warning"
            icon
            title={t('fix.form.changed')}
            description={
              <div className={styles.alert}>
                {t('fix.form.changedExplained')}
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => setAgreed(undefined)}
                >
                  {t('fix.form.agree')}
                </Button>
              </div>
            }
          />
        </div>
      )}
      {preview.error && (
        <div className={styles.error} role="alert">
          {t('fix.plan.failed', { reason: say(reasonOf(preview.error)) })}
          <Button size="small" variant="tertiary" onPress={preview.retry}>
            {t('action.retry')}
          </Button>
        </div>
      )}
      {shown && chosen.length > 0 && plan.diff !== undefined && (
        <div id={diffId} data-outdated={outdated || undefined}>
          <DiffView diff={plan.diff} />
        </div>
      )}
    </div>
  );
}
