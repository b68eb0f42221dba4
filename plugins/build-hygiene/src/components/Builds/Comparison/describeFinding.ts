/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildSeconds, ComparisonFinding } from '@build-hygiene/engine';
import { Format } from '../../../format';
import { Translate } from '../../../translation';

const LONGEST = 120;

/** Commands may hold backticks themselves. */
export function quote(value: string | number | undefined): string {
  const text = `${value ?? ''}`.replace(/`/g, "'");
  return `\`${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}\``;
}

const FATES = [
  'executed',
  'cached',
  'failed',
  'canceled',
  'skipped',
  'absent',
] as const;

function fateOf(elsewhere: string) {
  return elsewhere === 'not-reached'
    ? 'skipped'
    : FATES.find(fate => fate === elsewhere);
}

const MISSES = [
  'empty-cache',
  'files',
  'other-stage',
  'stage-start',
  'line',
] as const;

const PURPOSES: readonly (keyof BuildSeconds)[] = [
  'executed',
  'transfer',
  'base',
  'cacheImport',
  'cacheExport',
  'imageExport',
  'context',
  'other',
];

/** A finding in one or two sentences, code in backticks. */
export function describeFinding(
  finding: ComparisonFinding,
  { t, format }: { t: Translate; format: Pick<Format, 'seconds'> },
): string {
  const { id, side = 'after', values } = finding;
  const here = t(`comparison.side.${side}`);
  const there = t(`comparison.side.${side === 'after' ? 'before' : 'after'}`);
  const before = quote(values.before);
  const after = quote(values.after);
  const seconds = {
    before: format.seconds(Number(values.before)),
    after: format.seconds(Number(values.after)),
  };
  switch (id) {
    case 'failed': {
      const named = { here, class: quote(values.class) };
      if (values.step === undefined) {
        return t('comparison.finding.failed', named);
      }
      const sentence = t('comparison.finding.failedStep', {
        ...named,
        step: quote(values.step),
      });
      const fate = fateOf(`${values.elsewhere}`);
      return fate
        ? `${sentence} ${capital(t(`comparison.fate.${fate}`, { there }))}`
        : sentence;
    }
    case 'total':
      return values.measure === 'wall'
        ? t('comparison.finding.totalWall', seconds)
        : t('comparison.finding.totalSteps', seconds);
    case 'base':
      return t('comparison.finding.base', { before, after });
    case 'base-digest':
      return t('comparison.finding.baseDigest');
    case 'instruction':
      if (values.before === undefined) {
        return t('comparison.finding.instructionNew', { after });
      }
      return values.after === undefined
        ? t('comparison.finding.instructionGone', { before })
        : t('comparison.finding.instructionChanged', { before, after });
    case 'ran': {
      const sentence = t('comparison.finding.ran', { after, here, there });
      const miss = MISSES.find(known => known === values.miss);
      return miss ? `${sentence} ${t(`comparison.miss.${miss}`)}` : sentence;
    }
    case 'only':
      return t('comparison.finding.only', { here });
    case 'failed-first':
      return t('comparison.finding.failedFirst', { after, here });
    case 'step-slower': {
      const sentence = t('comparison.finding.stepSlower', {
        step: quote(values.step),
        ...seconds,
      });
      return values.mount === 'cold'
        ? `${sentence} ${t('comparison.finding.coldMount', { here })}`
        : sentence;
    }
    case 'work-slower': {
      const purpose = PURPOSES.find(known => known === values.purpose);
      return t('comparison.finding.workSlower', {
        work: t(`purpose.${purpose ?? 'other'}`),
        ...seconds,
      });
    }
    default:
      return id satisfies never;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
