/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { changesOf, PlacedEdit } from '../../edits/changesOf';
import { FixProposal } from '../../edits/types';
import { allGoSettings, outsideSettings } from '../evidence/allGoSettings';
import { findingAt } from '../evidence/createFinding';
import { editAway, editName } from '../evidence/editSetting';
import { GoSetting } from '../evidence/goSettings';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { meantVariable } from '../facts/goCommandVariables';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { unknownVariableExamples } from './unknownVariable.examples';

export const unknownVariable: UnitRule = {
  id: 'proxy/unknown-variable',
  category: 'proxy',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'The go command knows the variables that are set for it',
    fail: 'A variable is set that the go command does not know',
  },
  why: 'Go ignores environment variables that it does not know, without a word: `GONOSUMCHECK` has never existed, and a letter too many in `GOPRIVATE` sends the paths of private modules to public services. `go env -w` stops with an error.',
  howToFix:
    'Write the name as `go help environment` has it: GOPROXY, GOPRIVATE, GONOPROXY, GONOSUMDB, GOSUMDB, GOINSECURE, GOFLAGS, GOTOOLCHAIN.',
  fix: 'auto',
  sources: [
    'https://pkg.go.dev/cmd/go#hdr-Environment_variables',
    'https://go.dev/ref/mod#environment-variables',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: unknownVariableExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  return passUnless(
    unknownSettings(subject).map(setting =>
      findingAt(
        setting,
        setting,
        `Go knows no variable ${
          setting.name
        }, so this has no effect; ${meantVariable(setting.name)} may be meant.`,
      ),
    ),
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const changes = changesOf(unknownSettings(subject).map(correct));
  return (
    changes && {
      title: 'Name variables as the go command knows them',
      safety: 'needs-review',
      review:
        'What had no effect so far takes effect, or is gone: check that it is what was meant.',
      changes,
    }
  );
}

function correct(setting: GoSetting): PlacedEdit | undefined {
  const { name, value, unknown } = setting;
  const meant = meantVariable(name);
  if (meant === undefined) {
    return undefined;
  }
  // GONOSUMCHECK=1 is no list of modules.
  const isList = /^[\w*?/,~-]*\.[\w.*?/,~-]*$/.test(value);
  const takesList = /^GO(?:PRIVATE|NOPROXY|NOSUMDB|INSECURE)$/.test(meant);
  return takesList && !unknown && !isList
    ? editAway(setting)
    : editName(setting, meant);
}

function unknownSettings(subject: UnitSubject): GoSetting[] {
  const names = new Set(
    outsideSettings(subject.snapshot).map(({ name }) => name),
  );
  for (const { pairs = [] } of subject.unit.dockerfile.instructions) {
    pairs.forEach(({ name }) => names.add(name));
  }
  for (const { shell } of subject.model.steps) {
    for (const { environment, arguments: words } of shell?.commands ?? []) {
      environment.forEach(({ name }) => names.add(name));
      words.forEach(({ text }) => names.add(text.split('=', 1)[0]));
    }
  }
  const unknown = [...names].filter(
    name => meantVariable(name) !== undefined && !isUsed(subject, name),
  );
  return allGoSettings(subject, unknown);
}

/** Whether a text of the repository asks for the variable: then it is one of its own. */
function isUsed({ unit, snapshot }: UnitSubject, name: string): boolean {
  const asks = new RegExp(
    `[$({]${name}\\b|\\$\\{${name}[:}]|(?:env|vars|inputs|secrets|matrix)\\.${name}\\b`,
  );
  const paths = new Set(
    outsideSettings(snapshot)
      .filter(setting => setting.name === name)
      .map(({ path }) => path),
  );
  return (
    asks.test(unit.dockerfile.source) ||
    [...paths].some(path => asks.test(snapshot.files.get(path) ?? ''))
  );
}
