/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseShell } from '../../dockerfile/parseShell';
import { Instruction } from '../../dockerfile/types';
import { dropCommand } from '../../edits/dropCommand';
import { dropInstruction } from '../../edits/dropInstruction';
import { FixProposal, TextEdit } from '../../edits/types';
import { compareGoVersions } from '../../gomod/compareGoVersions';
import { joinPath, relativePath } from '../../snapshot/repositoryPath';
import { contextCopies, copyWords, placeOf } from '../../units/contextCopies';
import { joinImagePath } from '../../units/imagePath';
import { remoteRequirements } from '../../units/requiresModules';
import { findingAt } from '../evidence/createFinding';
import { copyThatPlaces, mayComeFromElsewhere } from '../evidence/filesInImage';
import { moduleUses, ModuleUse } from '../evidence/moduleLayout';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { vendorUnusedExamples } from './vendorUnused.examples';

export const vendorUnused: UnitRule = {
  id: 'modules/vendor-unused',
  category: 'modules',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'The build takes the modules from the vendor folder',
    fail: 'The modules are vendored, and the build downloads them',
  },
  why: 'The repository carries the modules so that a build needs no network and uses the code that was reviewed. This step fetches them all the same: it takes time, and fails when a module source is away.',
  howToFix:
    'Delete `go mod download` and flags such as `-mod=mod`, and copy the vendor folder before the build: from Go 1.14 on `go build` uses it by itself. Where modules are not meant to be vendored, delete the folder.',
  fix: 'auto',
  sources: [
    'https://go.dev/ref/mod#vendoring',
    'https://go.dev/ref/mod#build-commands',
  ],
  prevents: ['network.timeout', 'network.dns'],
  evaluate,
  propose,
  examples: vendorUnusedExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const uses = vendoredUses(subject);
  if (uses.length === 0) {
    return notApplicable(
      'No go command of the Dockerfile is known to build a vendored module.',
    );
  }
  const findings = new Map<number, Finding>();
  for (const use of uses) {
    const message = describe(unit, use);
    if (message && !findings.has(use.line)) {
      findings.set(use.line, findingAt(unit.dockerfile, use, message));
    }
  }
  return passUnless([...findings.values()]);
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { unit } = subject;
  const { dockerfile } = unit;
  const edits = new Map<number, TextEdit>();
  for (const use of vendoredUses(subject)) {
    if (describe(unit, use)) {
      const found = editsOf(subject, use);
      if (!found) {
        return undefined;
      }
      for (const edit of found) {
        edits.set(edit.span.start, edit);
      }
    }
  }
  return {
    title: 'Build from the vendor folder without downloading',
    safety: 'safe',
    changes: [
      { kind: 'edit', path: dockerfile.path, edits: [...edits.values()] },
    ],
  };
}

const buildVerbs = new Set(['build', 'install', 'run', 'test', 'vet']);

/** Commands on modules that Go builds from their vendor folder on its own. */
function vendoredUses(subject: UnitSubject): ModuleUse[] {
  const { unit } = subject;
  const { directory, entries } = unit.context;
  return moduleUses(subject).filter(({ folder, module, verb, words }) => {
    const { vendor, workspace, goMod } = module;
    const path = vendor && relativePath(directory, vendor.path);
    return (
      folder !== undefined &&
      vendor !== undefined &&
      !vendor.workspace &&
      !workspace &&
      compareGoVersions(goMod.go?.version ?? '', '1.14') >= 0 &&
      remoteRequirements(goMod).length > 0 &&
      entries.some(entry => entry.path === path) &&
      (buildVerbs.has(verb) || isDownload({ verb, words }))
    );
  });
}

/** `go mod download` of everything; a single module may be wanted for itself. */
function isDownload({
  verb,
  words,
}: Pick<ModuleUse, 'verb' | 'words'>): boolean {
  return (
    verb === 'mod' &&
    words[0] === 'download' &&
    words.slice(1).every(word => word.startsWith('-'))
  );
}

function describe(
  unit: UnitSubject['unit'],
  use: ModuleUse,
): string | undefined {
  const { module, folder = '/', verb, words, flags } = use;
  const vendor = joinPath(module.directory, 'vendor');
  if (isDownload(use)) {
    return `\`go mod download\` fetches what ${vendor}/ holds already.`;
  }
  const flag = otherMode(words) ?? otherMode(flags.split(/\s+/));
  if (flag) {
    return `\`${flag}\` makes \`go ${verb}\` pass over ${vendor}/ and fetch the modules.`;
  }
  const path = joinPath(vendor, 'modules.txt');
  const place = joinImagePath(folder, 'vendor/modules.txt');
  return copyThatPlaces(unit, use, { path, place }) ||
    words.some(word => /^--?mod=vendor$/.test(word)) ||
    mayComeFromElsewhere(unit, use, {
      place: joinImagePath(folder, 'vendor'),
      name: 'vendor',
    })
    ? undefined
    : `${vendor}/ is not in the image when \`go ${verb}\` runs, so it fetches the modules.`;
}

function otherMode(words: readonly string[]): string | undefined {
  return words.find(word => /^--?mod=(?:mod|readonly)$/.test(word));
}

function editsOf(
  { unit }: UnitSubject,
  use: ModuleUse,
): TextEdit[] | undefined {
  const { instruction, line, words, verb, flags } = use;
  const { source } = unit.dockerfile;
  const { commands, opaque, errors } = parseShell(unit.dockerfile, instruction);
  const candidates = commands.filter(
    command =>
      command.line === line &&
      command.arguments.some(({ text }) => text === verb),
  );
  const [command] = candidates;
  if (opaque || errors.length > 0 || candidates.length !== 1) {
    return undefined;
  }
  if (verb === 'mod') {
    const isPlain =
      command.redirects.length === 0 && instruction.heredocs.length === 0;
    if (isPlain && commands.length === 1) {
      return allOf(
        [instruction, ...copiesForIt(unit, use)].map(dropped =>
          dropInstruction(source, dropped),
        ),
      );
    }
    return isPlain
      ? allOf([dropCommand(source, commands, command)])
      : undefined;
  }
  const flag = otherMode(words);
  const word = command.arguments.find(({ text }) => text === flag);
  if (!word || otherMode(flags.split(/\s+/))) {
    return undefined;
  }
  // With the blank before it; a line of its own keeps its continuation.
  const blank =
    /(?<![ \t])[ \t]*$/.exec(source.slice(0, word.span.start))?.[0] ?? '';
  return [
    {
      span: { start: word.span.start - blank.length, end: word.span.end },
      text: '',
    },
  ];
}

function allOf(edits: (TextEdit | undefined)[]): TextEdit[] | undefined {
  const found = edits.flatMap(edit => edit ?? []);
  return found.length === edits.length ? found : undefined;
}

/** The copies of module files right above a download that come again below. */
function copiesForIt(
  unit: UnitSubject['unit'],
  { stage, instruction, module, folder = '/' }: ModuleUse,
): Instruction[] {
  const path = relativePath(unit.context.directory, module.path);
  const place = joinImagePath(folder, 'go.mod');
  const comesAgain = contextCopies(unit, [stage]).some(
    copy =>
      copy.kind === 'copy' &&
      copy.instruction.span.start > instruction.span.start &&
      path !== undefined &&
      placeOf(copy, path) === place,
  );
  const { instructions } = stage;
  const copies: Instruction[] = [];
  for (let index = instructions.indexOf(instruction) - 1; index >= 0; index--) {
    const above = instructions[index];
    const sources = copyWords(above).slice(0, -1);
    if (
      !comesAgain ||
      above.keyword !== 'COPY' ||
      above.flags.length > 0 ||
      !sources.every(source => /(?:^|\/)go\.(?:mod|sum\*?|\*)$/.test(source))
    ) {
      break;
    }
    copies.push(above);
  }
  return copies;
}
