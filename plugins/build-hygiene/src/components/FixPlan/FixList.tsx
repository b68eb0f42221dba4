/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReportedPlan } from '@build-hygiene/engine';
import { ServiceDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { ChosenFixes } from './chosenPlan';
import { FixRow } from './FixRow';
import styles from './FixPlanSection.module.css';

/** All fixes of a plan, one below the other, each with its box. */
export function FixList(props: {
  detail: ServiceDetail;
  choice: ChosenFixes;
  /** What is known of the chosen ones. */
  plan: Partial<ReportedPlan>;
  /** Whether that is of an earlier choice. */
  outdated: boolean;
  /** Whether each says what it gains, and that it is safe where it is. */
  explicit?: boolean;
  isDisabled?: boolean;
}) {
  const { detail, choice, plan, outdated, explicit, isDisabled } = props;
  const { chosen, complete, preview } = choice;
  let before = detail.report?.score.value ?? null;
  return (
    <ol className={styles.list}>
      {(detail.report?.plan?.fixes ?? []).map(fix => {
        const { rule, unit } = fix;
        const isSame = (other: { rule: string; unit: string | null }) =>
          other.rule === rule && other.unit === unit;
        const isChosen = chosen.includes(rule);
        const scoreAfter = isChosen
          ? plan.fixes?.find(isSame)?.scoreAfter
          : undefined;
        const gain =
          explicit && typeof scoreAfter === 'number' && before !== null
            ? scoreAfter - before
            : undefined;
        before = scoreAfter ?? before;
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
            scoreAfter={scoreAfter}
            gain={gain}
            showSafe={explicit}
            rejection={
              isChosen && !complete && !outdated
                ? preview?.rejected.find(isSame)?.reason
                : undefined
            }
            outdated={outdated}
            isDisabled={isDisabled}
          />
        );
      })}
    </ol>
  );
}
