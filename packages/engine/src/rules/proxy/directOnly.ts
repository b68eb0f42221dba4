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
import { fetchedModules, privateModules } from '../evidence/privateModules';
import {
  noProxyReason,
  proxySettings,
  splitProxyList,
} from '../evidence/proxyEntries';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { defaultProxyList } from '../facts/moduleSources';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { directOnlyExamples } from './directOnly.examples';

export const directOnly: UnitRule = {
  id: 'proxy/direct-only',
  category: 'proxy',
  scope: 'unit',
  severity: 'low',
  title: {
    pass: 'Public modules come through a module proxy',
    fail: 'Public modules are fetched from their own hosts',
  },
  why: 'With `GOPROXY=direct` every build asks the host of each module, clones its repository and needs git in the image. One host that is slow, that limits requests or that has lost a tag stops the build, where a proxy would have kept the module.',
  howToFix:
    'Ask a proxy first, and name what must not go through it: `GOPROXY=https://proxy.golang.org,direct` with `GOPRIVATE=git.corp.example`.',
  fix: 'auto',
  sources: ['https://go.dev/ref/mod#module-proxy', 'https://proxy.golang.org/'],
  prevents: [],
  evaluate,
  propose,
  examples: directOnlyExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const settings = proxySettings(subject);
  if (settings.length === 0) {
    return notApplicable(noProxyReason);
  }
  const example = publicModule(subject);
  const wrong = settings.filter(isDirect);
  if (wrong.length > 0 && example === undefined) {
    return notApplicable('No public module is required.');
  }
  return passUnless(
    wrong.map(setting =>
      findingAt(
        setting,
        setting,
        `GOPROXY=direct: ${example} and all other public modules are cloned from where they are developed.`,
      ),
    ),
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  if (publicModule(subject) === undefined) {
    return undefined;
  }
  const changes = changesOf(
    proxySettings(subject)
      .filter(isDirect)
      .map(setting => editValue(setting, defaultProxyList)),
  );
  return (
    changes && {
      title: 'Ask a module proxy first',
      safety: 'needs-review',
      review:
        'Paths of modules that GOPRIVATE does not cover are then sent to proxy.golang.org: check that all private ones are covered, and that builds may reach it.',
      changes,
    }
  );
}

function isDirect({ value }: GoSetting): boolean {
  return splitProxyList(value)[0]?.text === 'direct';
}

function publicModule(subject: UnitSubject): string | undefined {
  const hidden = new Set(
    privateModules(subject).map(({ modulePath }) => modulePath),
  );
  return fetchedModules(subject).find(
    ({ modulePath }) => !hidden.has(modulePath),
  )?.modulePath;
}
