/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingAt } from '../evidence/createFinding';
import { GoSetting, goSettings } from '../evidence/goSettings';
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
  examples: sumdbOffExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const { dockerfile } = unit;
  const findings = goSettings(unit, ['GOSUMDB', 'GONOSUMDB', 'GOFLAGS'])
    .filter(isOff)
    .map(setting => findingAt(dockerfile, setting, describe(setting)));
  return passUnless(findings);
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
      return value.split(/\s+/).some(flag => /^--?insecure$/.test(flag));
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
