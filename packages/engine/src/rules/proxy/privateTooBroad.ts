/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingAt } from '../evidence/createFinding';
import { allGoSettings } from '../evidence/allGoSettings';
import { GoSetting } from '../evidence/goSettings';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { publicForges } from '../facts/moduleSources';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { privateTooBroadExamples } from './privateTooBroad.examples';

export const privateTooBroad: UnitRule = {
  id: 'proxy/private-too-broad',
  category: 'proxy',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'Only private modules are treated as private',
    fail: 'Public modules are treated as private',
  },
  why: 'What GOPRIVATE covers is fetched from its own host, past the module proxy and the checksum database. A whole forge in it means that public modules are no longer verified against what everybody else gets, and that each build clones them.',
  howToFix:
    'Name your organisation, not the forge it is on: `GOPRIVATE=github.com/my-org,git.corp.example`.',
  fix: 'guided',
  sources: [
    'https://go.dev/ref/mod#private-modules',
    'https://go.dev/ref/mod#environment-variables',
  ],
  prevents: ['gomod.checksum_mismatch'],
  evaluate,
  examples: privateTooBroadExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const settings = allGoSettings(subject, ['GOPRIVATE', 'GONOSUMDB']).filter(
    ({ unknown, value }) => !unknown && value !== '',
  );
  if (settings.length === 0) {
    return notApplicable('No patterns for private modules are set.');
  }
  return passUnless(
    settings.flatMap(setting => {
      const broad = broadEntries(setting);
      return broad.length === 0
        ? []
        : [findingAt(setting, setting, describe(setting, broad))];
    }),
  );
}

function broadEntries({ name, value, others }: GoSetting): string[] {
  if (others.GOPROXY?.trim() === 'off' || others.GOSUMDB?.trim() === 'off') {
    // Nothing is fetched, or proxy/sumdb-off says it already.
    return [];
  }
  return value
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => {
      const root = entry.replace(/(?<![/*])(\**)\/[/*]*$/, '$1').toLowerCase();
      const isAll = /^\**$/.test(root) && entry !== '';
      // GONOSUMDB=* is the matter of proxy/sumdb-off.
      return isAll ? name === 'GOPRIVATE' : isForge(root);
    });
}

/** A forge by name, or all hosts of a public domain. */
function isForge(root: string): boolean {
  return publicForges.has(root) || /^\*\.(?:com|org|net|io|dev|in)$/.test(root);
}

function describe({ name }: GoSetting, broad: readonly string[]): string {
  const shown = broad.map(entry => `"${entry}"`).join(', ');
  return name === 'GOPRIVATE'
    ? `${shown} in GOPRIVATE takes public modules past the module proxy and the checksum database.`
    : `${shown} in GONOSUMDB takes public modules past the checksum database.`;
}
