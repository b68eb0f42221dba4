/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { changesOf } from '../../edits/changesOf';
import { FixProposal } from '../../edits/types';
import { findingAt } from '../evidence/createFinding';
import { editValue } from '../evidence/editSetting';
import { GoSetting } from '../evidence/goSettings';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import {
  addressOf,
  isAddress,
  joinProxyList,
  noProxyReason,
  proxySettings,
  splitProxyList,
  WrittenProxy,
} from '../evidence/proxyEntries';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { isPublicProxy, isThirdPartyProxy } from '../facts/moduleSources';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { noFallbackExamples } from './noFallback.examples';

export const noFallback: UnitRule = {
  id: 'proxy/no-fallback',
  category: 'proxy',
  scope: 'unit',
  severity: 'low',
  title: {
    pass: 'A module proxy that fails does not stop the build',
    fail: 'The build depends on one public module proxy',
  },
  why: 'A comma in GOPROXY goes on to the next source after 404 and 410 only: when the proxy is down, refuses or answers with 5xx, the build stops although another source is in the list. Public proxies of third parties have had such outages.',
  howToFix:
    'Separate sources that stand in for each other with a bar: `GOPROXY="https://goproxy.cn|https://proxy.golang.org|direct"`. Keep the comma behind a proxy of your own that decides what may be used: there a 403 has to stop the build.',
  fix: 'auto',
  sources: [
    'https://go.dev/ref/mod#goproxy-protocol',
    'https://go.dev/ref/mod#environment-variables',
    'https://github.com/goproxy/goproxy.cn/issues/204',
  ],
  prevents: ['goproxy.5xx'],
  evaluate,
  propose,
  examples: noFallbackExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const settings = proxySettings(subject);
  if (settings.length === 0) {
    return notApplicable(noProxyReason);
  }
  return passUnless(
    settings.flatMap(setting => {
      const message = describe(readList(setting));
      return message === undefined
        ? []
        : [findingAt(setting, setting, message)];
    }),
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const changes = changesOf(
    proxySettings(subject)
      .filter(setting => describe(readList(setting)) !== undefined)
      .map(setting => editValue(setting, correct(readList(setting)))),
  );
  return (
    changes && {
      title: 'Go on to the next module source after any error',
      safety: 'needs-review',
      review:
        'When the first source fails, module paths are sent to the next one: check that GOPRIVATE covers all private modules.',
      changes,
    }
  );
}

/** What Go comes to: nothing behind `direct` or `off`. */
function readList({ value }: GoSetting): WrittenProxy[] {
  const entries = splitProxyList(value);
  const end = entries.findIndex(entry => !isAddress(entry));
  return end < 0 ? entries : entries.slice(0, end + 1);
}

/**
 * The place whose separator does not help in an outage. A proxy that is not
 * public may be there to say no, and the Go project's own with `direct` behind
 * it is the default.
 */
function weakEntry(entries: readonly WrittenProxy[]): number {
  return entries.findIndex((entry, index) => {
    const next = entries[index + 1];
    if (!next || next.text === 'off' || !isAddress(entry)) {
      return false;
    }
    return (
      entry.separator === ',' &&
      (isThirdPartyProxy(addressOf(entry)) ||
        (isPublicProxy(addressOf(entry)) && isPublicProxy(addressOf(next))))
    );
  });
}

function isAlone(entries: readonly WrittenProxy[]): boolean {
  return entries.length === 1 && isPublicProxy(addressOf(entries[0]));
}

function describe(entries: readonly WrittenProxy[]): string | undefined {
  if (isAlone(entries)) {
    return `${entries[0].text} is the only source of modules: when it is down or lacks a module, nothing else is asked.`;
  }
  const index = weakEntry(entries);
  return index < 0
    ? undefined
    : `The comma behind ${entries[index].text} goes on to ${
        entries[index + 1].text
      } after 404 and 410 only: when the proxy is down or answers with 5xx, the build stops.`;
}

function correct(entries: readonly WrittenProxy[]): string {
  if (isAlone(entries)) {
    return isThirdPartyProxy(addressOf(entries[0]))
      ? `${entries[0].text}|https://proxy.golang.org|direct`
      : `${entries[0].text},direct`;
  }
  const corrected = entries.map(entry => ({ ...entry }));
  for (
    let index = weakEntry(corrected);
    index >= 0;
    index = weakEntry(corrected)
  ) {
    corrected[index].separator = '|';
  }
  return joinProxyList(corrected);
}
