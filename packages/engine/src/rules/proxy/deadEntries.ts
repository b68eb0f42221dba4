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
  isAddress,
  joinProxyList,
  noProxyReason,
  proxySettings,
  splitProxyList,
  WrittenProxy,
} from '../evidence/proxyEntries';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { deadEntriesExamples } from './deadEntries.examples';

export const deadEntries: UnitRule = {
  id: 'proxy/dead-entries',
  category: 'proxy',
  scope: 'unit',
  severity: 'low',
  title: {
    pass: 'Every entry of GOPROXY can be reached',
    fail: 'GOPROXY has entries that are never asked',
  },
  why: 'Go reads GOPROXY up to the first `direct` or `off` and ignores the rest. Whoever counts on the proxies behind it has a build that stops where it seems to have a fallback.',
  howToFix:
    'Put `direct` or `off` last: `GOPROXY=https://goproxy.corp.example,direct`. Entries behind it can go without any change of behaviour.',
  fix: 'auto',
  sources: [
    'https://go.dev/ref/mod#environment-variables',
    'https://github.com/golang/go/blob/go1.27.4/src/cmd/go/internal/modfetch/proxy.go',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: deadEntriesExamples,
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
      const { reached, dead } = split(setting);
      const last = reached[reached.length - 1];
      return dead.length === 0
        ? []
        : [
            findingAt(
              setting,
              setting,
              `Behind \`${last.text}\` Go asks nobody: ${dead
                .map(({ text }) => text)
                .join(', ')} has no effect.`,
            ),
          ];
    }),
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const changes = changesOf(
    proxySettings(subject)
      .filter(setting => split(setting).dead.length > 0)
      .map(setting =>
        editValue(setting, joinProxyList(split(setting).reached)),
      ),
  );
  return (
    changes && {
      title: 'Remove the entries that are never asked',
      safety: 'safe',
      changes,
    }
  );
}

function split({ value }: GoSetting): {
  reached: WrittenProxy[];
  dead: WrittenProxy[];
} {
  const entries = splitProxyList(value);
  const end = entries.findIndex(entry => !isAddress(entry));
  return end < 0
    ? { reached: entries, dead: [] }
    : { reached: entries.slice(0, end + 1), dead: entries.slice(end + 1) };
}
