/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { matchesPrefixPatterns } from '../gomod/matchesPrefixPatterns';
import { parseProxyList } from '../gomod/parseProxyList';
import { simulateProxyList } from './simulateProxyList';
import { sourceName } from './sourceName';
import {
  CanaryAnswers,
  CanaryKind,
  FailoverReport,
  ListOutcome,
  SourceAnswer,
} from './types';

const kinds: readonly CanaryKind[] = ['public', 'private', 'missing'];

/**
 * What a list is tried with.
 *
 * @public
 */
export interface PlanFailoverOptions {
  /** What each source answered, by the name that `sourceName` gives it. */
  answers: ReadonlyMap<string, CanaryAnswers>;
  /** Patterns of `GONOPROXY`, or of `GOPRIVATE` without it. */
  noProxy?: string;
  /** The private module that the answers are about. */
  privateModule?: string;
}

/**
 * What a `GOPROXY` list does now, and what it would do if any single source of
 * it failed. Sources whose answer is not known count as serving, so that what
 * is said of a failure is the failure's doing.
 *
 * @public
 */
export function planFailover(
  value: string,
  { answers, noProxy = '', privateModule }: PlanFailoverOptions,
): FailoverReport {
  const parsed = parseProxyList(value);
  const entries = parsed.entries.map(entry =>
    entry.url === undefined ? entry : { ...entry, url: sourceName(entry.url) },
  );
  const list = entries
    .map(({ kind, url, fallback }, index) => {
      const separator = fallback === 'any-error' ? '|' : ',';
      return `${url ?? kind}${index < entries.length - 1 ? separator : ''}`;
    })
    .join('');
  if (parsed.error !== undefined) {
    return {
      list,
      entries,
      error: hideUserinfo(parsed.error),
      now: {},
      failures: [],
    };
  }
  const known = (kind: CanaryKind) => (source: string) =>
    answers.get(source)?.[kind] ??
    (kind === 'missing' ? 'not-found' : 'served');
  const withoutProxy =
    privateModule !== undefined &&
    matchesPrefixPatterns(noProxy, privateModule);
  const isTried = (kind: CanaryKind) =>
    (kind === 'private' && withoutProxy) ||
    entries.some(({ url = '' }) => answers.get(url)?.[kind] !== undefined);
  const now = Object.fromEntries(
    kinds.filter(isTried).map(kind => [
      kind,
      simulateProxyList(
        { entries },
        {
          answer: known(kind),
          withoutProxy: kind === 'private' && withoutProxy,
        },
      ),
    ]),
  );
  const failing = (source: string, answer: SourceAnswer): ListOutcome =>
    simulateProxyList(
      { entries },
      {
        answer: other => (other === source ? answer : known('public')(other)),
      },
    );
  const sources = entries.flatMap(({ url }) => url ?? []);
  return {
    list,
    entries,
    now,
    failures: [...new Set(sources)].map(source => ({
      source,
      down: failing(source, 'failed'),
      silent: failing(source, 'silent'),
    })),
  };
}

function hideUserinfo(text: string): string {
  return text.replace(/\/\/[^/@\s]*@/g, '//');
}
