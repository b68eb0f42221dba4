/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GoModule, ReplaceStatement } from '../../gomod/types';
import {
  baseName,
  isBelow,
  joinPath,
  relativePath,
} from '../../snapshot/repositoryPath';
import { contextCopies, copyWords, placeOf } from '../../units/contextCopies';
import { joinImagePath, overlap, pathBelow } from '../../units/imagePath';
import { BuildUnit } from '../../units/types';
import { walkStages } from '../../units/walkStages';
import { changesModuleFile } from '../evidence/changesModuleFile';
import { findingAt } from '../evidence/createFinding';
import { stageChains } from '../evidence/finalImage';
import { moduleUses, ModuleUse } from '../evidence/moduleLayout';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { replaceOutsideContextExamples } from './replaceOutsideContext.examples';

export const replaceOutsideContext: UnitRule = {
  id: 'modules/replace-outside-context',
  category: 'modules',
  scope: 'unit',
  severity: 'critical',
  title: {
    pass: 'Replaced modules are in the build context',
    fail: 'A module is replaced by a folder outside of the build context',
  },
  why: 'The builder only has what the context holds, so the go command cannot read the replacement and stops. It works on the machine of whoever wrote the line, and nowhere else.',
  howToFix:
    'Build from a folder that holds both (`docker build -f service/Dockerfile .`), pass the other folder as a named context (`--build-context lib=../lib` and `COPY --from=lib`), require a published version, or use a go.work file that stays out of the image.',
  fix: 'guided',
  sources: [
    'https://go.dev/ref/mod#go-mod-file-replace',
    'https://docs.docker.com/build/concepts/context/#local-context',
    'https://docs.docker.com/reference/cli/docker/buildx/build/#build-context',
  ],
  prevents: ['gomod.replace_missing'],
  evaluate,
  examples: replaceOutsideContextExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const local = unit.modules.filter(({ goMod }) =>
    goMod.replace.some(replace => replace.local),
  );
  if (local.length === 0) {
    return notApplicable('No module is replaced by a folder.');
  }
  const uses = moduleUses(subject).filter(({ module }) =>
    local.includes(module),
  );
  if (uses.length === 0) {
    return notApplicable(
      'No go command of the Dockerfile is known to work on a module with such a replacement.',
    );
  }
  if (changesModuleFile(unit)) {
    return notApplicable('The Dockerfile changes go.mod before it uses it.');
  }
  const findings = new Map<ReplaceStatement, Finding>();
  for (const use of uses) {
    if (isVendored(unit, use) || isMisplaced(unit, use)) {
      continue;
    }
    const { goMod } = use.module;
    for (const replace of goMod.replace) {
      if (
        !findings.has(replace) &&
        isNeeded(use.module, replace) &&
        isOutside(unit, use, replace)
      ) {
        findings.set(
          replace,
          findingAt(goMod, replace, describe(unit, use, replace)),
        );
      }
    }
  }
  return passUnless([...findings.values()]);
}

/** A replacement of a module that nothing requires is not read. */
function isNeeded(
  { goMod }: GoModule,
  { local, oldPath, oldVersion }: ReplaceStatement,
): boolean {
  return (
    local &&
    goMod.require.some(
      ({ modulePath, version }) =>
        modulePath === oldPath &&
        (oldVersion === undefined || oldVersion === version),
    )
  );
}

/** `go build` reads a tracked vendor folder instead, since Go 1.14. */
function isVendored(
  { context }: BuildUnit,
  { module, verb, words, flags }: ModuleUse,
): boolean {
  if (
    !module.vendor ||
    verb === 'mod' ||
    [...words, ...flags.split(/\s+/)].some(word => /^--?mod=mod$/.test(word))
  ) {
    return false;
  }
  const { path } = module.vendor;
  return context.entries.some(
    entry => joinPath(context.directory, entry.path) === path,
  );
}

/**
 * Whether the command runs in a folder that the context does not have: then
 * the context was guessed wrong.
 */
function isMisplaced(
  { context }: BuildUnit,
  { module, folder, workdir }: ModuleUse,
): boolean {
  const below = folder === undefined ? '' : pathBelow(folder, workdir);
  if (below === undefined || below === '') {
    return false;
  }
  const home = joinPath(module.directory, below);
  return !context.entries.some(({ path }) =>
    isBelow(home, joinPath(context.directory, path)),
  );
}

function isOutside(
  unit: BuildUnit,
  use: ModuleUse,
  { newPath }: ReplaceStatement,
): boolean {
  if (/^(?:[A-Za-z]:|\\|\/home\/|\/Users\/)/.test(newPath)) {
    return true;
  }
  if (newPath.startsWith('/')) {
    // A folder of the image, for all that is known.
    return false;
  }
  const target = joinPath(use.module.directory, newPath.replace(/\\/g, '/'));
  const isInContext =
    target !== '..' &&
    !target.startsWith('../') &&
    (target === unit.context.directory ||
      relativePath(unit.context.directory, target) !== undefined);
  return !isInContext && !isBroughtOtherwise(unit, use, newPath);
}

/** Whether something may put the folder into the image by another way. */
function isBroughtOtherwise(
  unit: BuildUnit,
  { folder, stage }: ModuleUse,
  newPath: string,
): boolean {
  if (folder === undefined) {
    return true;
  }
  const place = joinImagePath(folder, newPath);
  const stages = stageChains(unit).get(stage)?.stages ?? [stage];
  const isCopied = contextCopies(unit, stages).some(copy =>
    unit.context.entries.some(({ path }) => {
      const file = placeOf(copy, path);
      return file !== undefined && file === joinImagePath(place, 'go.mod');
    }),
  );
  return isCopied || bringsFromElsewhere(unit, { stages, place });
}

function bringsFromElsewhere(
  unit: BuildUnit,
  {
    stages,
    place,
  }: { stages: Readonly<BuildUnit['reachable']>; place: string },
): boolean {
  const name = baseName(place);
  for (const { instruction, base, scope } of walkStages(unit, stages)) {
    // A named context may be a folder that holds it.
    if (base.type === 'context') {
      return true;
    }
    const { keyword, flags, text, heredocs } = instruction;
    if (keyword === 'COPY' || keyword === 'ADD') {
      const words = copyWords(instruction);
      const isRemote =
        flags.some(flag => flag.name === 'from') ||
        (keyword === 'ADD' &&
          !words.every(word => !/[@:]|\.t|\.zip/.test(word)));
      const last = words[words.length - 1] ?? '';
      const target = scope.resolve(scope.expand(last).value);
      if (isRemote && overlap(target, place)) {
        return true;
      }
    } else if (
      keyword === 'RUN' &&
      (/\bgit\s+(?:clone|submodule)\b/.test(text) ||
        [text, ...heredocs.map(({ body }) => body)].some(body =>
          body.includes(name),
        ) ||
        flags.some(({ value }) => value?.includes('from=')))
    ) {
      return true;
    }
  }
  return false;
}

function describe(
  { context, dockerfile }: BuildUnit,
  { verb, line }: ModuleUse,
  { oldPath, newPath }: ReplaceStatement,
): string {
  const root =
    context.directory === '' ? 'the repository' : `${context.directory}/`;
  return `${oldPath} is replaced by ${newPath}, which is not in the build context (${root}): \`go ${verb}\` in ${dockerfile.path}:${line} cannot find it.`;
}
