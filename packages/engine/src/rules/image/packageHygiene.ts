/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { dropCommand } from '../../edits/dropCommand';
import { FixProposal, TextEdit } from '../../edits/types';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { PackageCommand } from './packageCommands';
import { cleanAfter } from './packageEdits';
import { findPackageFlaws, PackageFlaw, PackageFlawKind } from './packageFlaws';
import { packageHygieneExamples } from './packageHygiene.examples';

export const packageHygiene: UnitRule = {
  id: 'image/package-hygiene',
  category: 'image',
  scope: 'unit',
  severity: 'low',
  title: {
    pass: 'Packages are installed without leftovers',
    fail: 'A package installation leaves more than it has to',
  },
  why: 'Package lists and recommended packages make the image larger and give scanners more to report, and none of it is used. A command that waits for an answer fails in a build, where nobody gives one.',
  howToFix:
    'In one RUN: `apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*`, or cache mounts on /var/cache/apt and /var/lib/apt; on Alpine `apk add --no-cache ca-certificates`. Take newer packages by a newer base image rather than by `upgrade`.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/building/best-practices/#apt-get',
    'https://manpages.debian.org/trixie/apt/apt-get.8.en.html',
    'https://manpages.debian.org/trixie/apt/apt.8.en.html#SCRIPT_USAGE_AND_DIFFERENCES_FROM_OTHER_APT_TOOLS',
    'https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper',
  ],
  prevents: ['fs.disk_full'],
  evaluate,
  propose,
  examples: packageHygieneExamples,
};

const sentences: Readonly<Record<PackageFlawKind, string>> = {
  'apt-for-people':
    '`apt` is for people at a terminal and changes its options; scripts use `apt-get`.',
  asks: 'It asks whether to go on, and nobody answers: add `-y`.',
  recommends:
    'It also installs recommended packages that nothing asked for: add `--no-install-recommends`.',
  'lists-left':
    'The package lists stay in this layer of the image: remove /var/lib/apt/lists in the same RUN.',
  'index-left':
    'The package index stays in this layer of the image: add `--no-cache`.',
  upgrade:
    'It replaces packages of the base image, which stay in its layers, by whatever is newest on the day of the build.',
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { flaws, calls } = findPackageFlaws(subject);
  if (flaws.length > 0) {
    return { state: 'fail', findings: toFindings(flaws, subject) };
  }
  return calls === 0
    ? notApplicable('No step installs packages of a distribution.')
    : { state: 'pass' };
}

/** One finding for each command. */
function toFindings(
  flaws: readonly PackageFlaw[],
  { unit }: UnitSubject,
): Finding[] {
  const byCommand = new Map<PackageCommand, PackageFlaw[]>();
  for (const flaw of flaws) {
    const own = byCommand.get(flaw.call) ?? [];
    own.push(flaw);
    byCommand.set(flaw.call, own);
  }
  return [...byCommand].map(([{ command, program, verb }, own]) =>
    findingAt(
      unit.dockerfile,
      command,
      `\`${program} ${verb.text}\`: ${own
        .map(({ kind }) => sentences[kind])
        .join(' ')}`,
    ),
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { flaws } = findPackageFlaws(subject);
  const edits: TextEdit[] = [];
  for (const flaw of flaws) {
    const edit = editFor(flaw, subject);
    if (!edit) {
      return undefined;
    }
    edits.push(edit);
  }
  const title = 'Install packages without leftovers';
  const changes = [
    {
      kind: 'edit' as const,
      path: subject.unit.dockerfile.path,
      edits: joinEdits(edits),
    },
  ];
  return flaws.some(({ kind }) => kind === 'recommends')
    ? {
        title,
        safety: 'needs-review',
        review:
          'Packages that were only recommended are no longer installed: name those that are used.',
        changes,
      }
    : { title, safety: 'safe', changes };
}

function editFor(
  { kind, call }: PackageFlaw,
  { unit, model }: UnitSubject,
): TextEdit | undefined {
  const { program, programSpan, verb } = call;
  const written = unit.dockerfile.source.slice(verb.span.start, verb.span.end);
  const isPlain = written === verb.text;
  const behindVerb = (text: string): TextEdit | undefined =>
    isPlain
      ? { span: { start: verb.span.end, end: verb.span.end }, text }
      : undefined;
  switch (kind) {
    case 'apt-for-people':
      return programSpan &&
        program === 'apt' &&
        unit.dockerfile.source.slice(programSpan.start, programSpan.end) ===
          'apt'
        ? { span: programSpan, text: 'apt-get' }
        : undefined;
    case 'asks':
      return behindVerb(' -y');
    case 'recommends':
      return behindVerb(' --no-install-recommends');
    case 'index-left':
      return verb.text === 'update'
        ? dropCommand(
            unit.dockerfile.source,
            call.step.shell?.commands ?? [],
            call.command,
          )
        : behindVerb(' --no-cache');
    case 'lists-left':
      return cleanAfter(unit.dockerfile, call, model.steps);
    case 'upgrade':
      return undefined;
    default: {
      const never: never = kind;
      return never;
    }
  }
}

/** Insertions at one place become one. */
function joinEdits(edits: readonly TextEdit[]): TextEdit[] {
  const joined = new Map<string, TextEdit>();
  for (const edit of edits) {
    const key = `${edit.span.start}-${edit.span.end}`;
    const before = joined.get(key);
    joined.set(
      key,
      before ? { ...before, text: before.text + edit.text } : edit,
    );
  }
  return [...joined.values()];
}
