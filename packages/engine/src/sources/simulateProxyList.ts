/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ProxyList } from '../gomod/parseProxyList';
import { ListOutcome, SourceAnswer } from './types';

/**
 * Walks a `GOPROXY` list as the go command does for one request. A module that
 * `GONOPROXY` or `GOPRIVATE` names goes to its own repository at once, unless
 * the list switches that off.
 *
 * https://go.dev/ref/mod#goproxy-protocol and `TryProxies` in
 * https://github.com/golang/go/blob/master/src/cmd/go/internal/modfetch/proxy.go
 *
 * @public
 */
export function simulateProxyList(
  { entries }: Pick<ProxyList, 'entries'>,
  {
    answer,
    withoutProxy = false,
  }: {
    /** What the source with this address answers. */
    answer: (source: string) => SourceAnswer;
    /** Whether `GONOPROXY` names the module. */
    withoutProxy?: boolean;
  },
): ListOutcome {
  if (withoutProxy) {
    return { state: 'direct', asked: [] };
  }
  const asked: string[] = [];
  let failed: ListOutcome | undefined;
  let garbage: ListOutcome | undefined;
  for (const { kind, url = '', fallback } of entries) {
    if (kind === 'direct') {
      return garbage ?? { state: 'direct', asked };
    }
    if (kind === 'off') {
      // Where a source failed before, that is what the go command tells.
      const before = garbage ?? failed;
      return before && before.state !== 'not-found'
        ? before
        : { state: 'off', asked };
    }
    asked.push(url);
    const state = answer(url);
    const outcome: ListOutcome = { state, source: url, asked };
    if (state === 'not-found') {
      failed = failed?.state === 'failed' ? failed : outcome;
    } else if (state === 'failed') {
      failed = outcome;
      if (fallback !== 'any-error') {
        return garbage ?? failed;
      }
    } else if (state === 'garbage' && fallback === 'any-error') {
      // What is no JSON is an error, and so the next source is asked for the
      // version; the go.mod and the module are taken from here all the same.
      garbage ??= outcome;
    } else {
      return state === 'silent' ? outcome : garbage ?? outcome;
    }
  }
  return garbage ?? failed ?? { state: 'off', asked };
}
