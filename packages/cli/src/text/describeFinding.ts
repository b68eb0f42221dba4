/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildSeconds,
  ComparedSide,
  ComparisonFinding,
  FirstMissReason,
} from '@build-hygiene/engine';

/** How the builds are called: the one that is looked at is `after`. */
export const sideNames: Readonly<Record<ComparedSide, string>> = {
  before: 'the other build',
  after: 'this build',
};

const work: Readonly<Record<keyof BuildSeconds, string>> = {
  executed: 'Steps',
  transfer: 'Moving cached layers',
  base: 'Pulling base images',
  cacheImport: 'Importing the cache',
  cacheExport: 'Exporting the cache',
  imageExport: 'Exporting and pushing the image',
  context: 'Sending the context',
  other: 'The rest of the builder’s work',
};

const missHints: Readonly<Record<FirstMissReason, string>> = {
  'empty-cache': 'nothing at all was cached: a new builder, or no import',
  files: 'files that it takes have changed',
  'other-stage': 'what it takes from another stage or image has changed',
  'stage-start': 'the base image or the line has changed',
  line: 'a build argument or a mounted file has changed, or the cache lost it',
};

const elsewhere: Readonly<Record<string, string>> = {
  executed: 'ran well',
  cached: 'came from the cache',
  failed: 'failed, too',
  canceled: 'was canceled',
  skipped: 'was not reached',
  'not-reached': 'was not reached',
  absent: 'does not exist',
};

const longest = 100;

/** A finding as a sentence. */
export function describeFinding(finding: ComparisonFinding): string {
  const { id, side = 'after', values } = finding;
  const here = sideNames[side];
  const there = sideNames[side === 'after' ? 'before' : 'after'];
  const stage = describeStage(values.stage);
  const before = code(values.before);
  const after = code(values.after);
  switch (id) {
    case 'failed': {
      const step =
        values.step === undefined ? '' : ` in ${shorten(`${values.step}`)}`;
      const fate = elsewhere[`${values.elsewhere}`];
      const compared = fate === undefined ? '' : `; in ${there} it ${fate}`;
      return `${capital(here)} failed${step} (${values.class})${compared}.`;
    }
    case 'total':
      return values.measure === 'wall'
        ? `This build took ${durations(values)}.`
        : `The steps of this build took ${durations(values)}.`;
    case 'base':
      return `The base image${stage} was ${before}, and is ${after}.`;
    case 'base-digest':
      return `The tag of the base image${stage} gives another image.`;
    case 'instruction':
      if (values.before === undefined) {
        return `${after}${stage} is new.`;
      }
      return values.after === undefined
        ? `${before}${stage} is gone.`
        : `${before}${stage} became ${after}.`;
    case 'ran': {
      const hint = missHints[values.miss as FirstMissReason];
      return `${after}${stage} ran in ${here} and was cached in ${there}${
        hint === undefined ? '' : ` (${hint})`
      }.`;
    }
    case 'only': {
      const name = values.stage === undefined ? '' : ` ${values.stage}`;
      return `Stage${name} is part of ${here} alone.`;
    }
    case 'failed-first':
      return `${after}${stage} is the first step that failed in ${here} alone.`;
    case 'step-slower': {
      const hint =
        values.mount === 'cold' ? `; its cache mount was empty in ${here}` : '';
      return `${code(values.step)}${stage} took ${durations(values)}${hint}.`;
    }
    case 'work-slower': {
      const name = work[values.purpose as keyof BuildSeconds];
      return `${name} took ${durations(values)}.`;
    }
    default: {
      const unknown: never = id;
      throw new Error(`unknown finding ${unknown}`);
    }
  }
}

/** A duration as tables show it. */
export function describeSeconds(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}

/** The beginning of a text that may be long. */
export function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** BuildKit calls a stage without a name `stage-1`. */
function describeStage(stage: string | number | undefined): string {
  if (stage === undefined) {
    return '';
  }
  return /^stage-\d+$/.test(`${stage}`) ? ` in ${stage}` : ` in stage ${stage}`;
}

function durations({ before, after }: ComparisonFinding['values']): string {
  const [there, here] = [before, after].map(value =>
    describeSeconds(Number(value)),
  );
  return `${here}, against ${there} in ${sideNames.before}`;
}

function code(value: string | number | undefined): string {
  return `“${shorten(`${value ?? ''}`)}”`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
