/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingAt } from '../evidence/createFinding';
import { allGoSettings } from '../evidence/allGoSettings';
import { GoSetting } from '../evidence/goSettings';
import { editAway, editValue } from '../evidence/editSetting';
import { prefixesOf, privateModules } from '../evidence/privateModules';
import { changesOf, PlacedEdit } from '../../edits/changesOf';
import { FixProposal } from '../../edits/types';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { sumdbOffExamples } from './sumdbOff.examples';

export const sumdbOff: UnitRule = {
  id: 'proxy/sumdb-off',
  category: 'proxy',
  scope: 'unit',
  severity: 'critical',
  title: {
    pass: 'Module downloads are verified',
    fail: 'Verification of module downloads is switched off',
  },
  why: 'Without the checksum database any module version that is new to go.sum is taken as it comes, from whoever answers: a poisoned proxy or a moved tag goes into the image unnoticed. Go also refuses to download toolchains then.',
  howToFix:
    'Remove the setting, and name only your private modules: `GOPRIVATE=git.corp.example`. Where sum.golang.org cannot be reached, use a module proxy that serves `/sumdb/` itself.',
  fix: 'auto',
  sources: [
    'https://go.dev/ref/mod#checksum-database',
    'https://go.dev/ref/mod#environment-variables',
    'https://go.dev/doc/toolchain#download',
  ],
  prevents: ['gomod.checksum_mismatch', 'gomod.toolchain_version'],
  evaluate,
  propose,
  examples: sumdbOffExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  return passUnless(
    wrongSettings(subject).map(setting =>
      findingAt(setting, setting, describe(setting)),
    ),
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const prefixes = prefixesOf(privateModules(subject)).join(',');
  const changes = changesOf(
    wrongSettings(subject).flatMap(setting => correct(setting, prefixes)),
  );
  return (
    changes && {
      title: 'Verify module downloads again',
      safety: 'needs-review',
      review:
        'Modules whose sums are not in go.sum are looked up in sum.golang.org from then on: check that builds reach it, and that no other private module is among them.',
      changes,
    }
  );
}

/** The setting without what switches verification off. */
function correct(
  setting: GoSetting,
  prefixes: string,
): (PlacedEdit | undefined)[] {
  const { name, value, text } = setting;
  switch (name) {
    case 'GOSUMDB':
      return prefixes === '' || setting.others.GOPRIVATE !== undefined
        ? [drop(setting, 'sum.golang.org')]
        : [
            text && {
              path: setting.path,
              edit: { span: text.name, text: 'GOPRIVATE' },
            },
            editValue(setting, prefixes),
          ];
    case 'GONOSUMDB': {
      const kept = value.split(',').filter(entry => !/^\s*\*+\s*$/.test(entry));
      const list = kept.join(',') || prefixes;
      return [list === '' ? drop(setting, '') : editValue(setting, list)];
    }
    default: {
      const flags = value.split(/\s+/).filter(flag => !isInsecure(flag));
      return [
        flags.length === 0
          ? drop(setting, '')
          : editValue(setting, flags.join(' ')),
      ];
    }
  }
}

/** An ARG stays, as others may give it a value. */
function drop(setting: GoSetting, byDefault: string): PlacedEdit | undefined {
  return (
    (setting.instruction?.keyword === 'ARG' ? undefined : editAway(setting)) ??
    editValue(setting, byDefault)
  );
}

function wrongSettings(subject: UnitSubject): GoSetting[] {
  return allGoSettings(subject, ['GOSUMDB', 'GONOSUMDB', 'GOFLAGS']).filter(
    isOff,
  );
}

function isInsecure(flag: string): boolean {
  return /^--?insecure$/.test(flag);
}

function isOff({ name, value, unknown, others }: GoSetting): boolean {
  if (unknown) {
    return false;
  }
  switch (name) {
    case 'GOSUMDB':
      return value.trim() === 'off' && others.GOPROXY?.trim() !== 'off';
    case 'GONOSUMDB':
      return (
        value.split(',').some(entry => /^\*+$/.test(entry.trim())) &&
        others.GOPROXY?.trim() !== 'off'
      );
    default:
      return value.split(/\s+/).some(isInsecure);
  }
}

function describe({ name, value }: GoSetting): string {
  if (name === 'GOFLAGS') {
    return 'GOFLAGS=-insecure lets Go fetch without TLS and without checksums; since Go 1.17 the flag is unknown and stops every go command.';
  }
  return name === 'GOSUMDB'
    ? 'GOSUMDB=off: modules that are new to go.sum are accepted without any check.'
    : `GONOSUMDB=${value} exempts every module from the checksum database, which is the same as switching it off.`;
}
