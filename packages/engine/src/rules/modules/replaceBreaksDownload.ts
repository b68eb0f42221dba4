/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { bringFile } from '../../edits/bringFile';
import { FixProposal, TextEdit } from '../../edits/types';
import { ReplaceStatement } from '../../gomod/types';
import {
  baseName,
  joinPath,
  relativePath,
} from '../../snapshot/repositoryPath';
import { joinImagePath } from '../../units/imagePath';
import { changesModuleFile } from '../evidence/changesModuleFile';
import { findingAt } from '../evidence/createFinding';
import { copyThatPlaces, mayComeFromElsewhere } from '../evidence/filesInImage';
import { moduleUses, ModuleUse } from '../evidence/moduleLayout';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { replacementOf } from '../evidence/replacementOf';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { replaceBreaksDownloadExamples } from './replaceBreaksDownload.examples';

export const replaceBreaksDownload: UnitRule = {
  id: 'modules/replace-breaks-download',
  category: 'modules',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'Replaced modules are there when the go command needs them',
    fail: 'A go command runs before the folder of a replaced module is there',
  },
  why: 'Every command in the module reads the go.mod of each module that is replaced by a folder. A layer that gets go.mod and go.sum alone stops with "reading lib/go.mod: no such file or directory", though the folder is copied later.',
  howToFix:
    'Copy the go.mod of the replaced module before the download, too: `COPY lib/go.mod lib/go.mod`. Its sources can wait.',
  fix: 'auto',
  sources: [
    'https://go.dev/ref/mod#go-mod-file-replace',
    'https://go.dev/ref/mod#go-mod-download',
    'https://docs.docker.com/guides/golang/build-images/',
  ],
  prevents: ['gomod.replace_missing'],
  evaluate,
  propose,
  examples: replaceBreaksDownloadExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  if (
    unit.modules.every(({ goMod }) =>
      goMod.replace.every(({ local }) => !local),
    )
  ) {
    return notApplicable('No module is replaced by a folder.');
  }
  if (changesModuleFile(unit)) {
    return notApplicable('The Dockerfile changes go.mod before it uses it.');
  }
  const uses = readingUses(subject);
  if (uses.length === 0) {
    return notApplicable(
      'No go command of the Dockerfile is known to work on a module with such a replacement.',
    );
  }
  return passUnless(
    brokenUses(subject, uses).map(({ use, absent }) =>
      findingAt(unit.dockerfile, use, describe(use, absent)),
    ),
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { unit } = subject;
  const edits: TextEdit[] = [];
  const seen = new Set<string>();
  for (const { use } of brokenUses(subject, readingUses(subject))) {
    const { module, folder = '/' } = use;
    const copy = copyThatPlaces(unit, use, {
      path: module.path,
      place: joinImagePath(folder, 'go.mod'),
    });
    const beside = copy?.sources[0]?.text ?? '';
    for (const { path, place } of absentModules(unit, use, {
      needed: false,
    })) {
      const source = relativePath(unit.context.directory, path) ?? path;
      const edit =
        copy &&
        bringFile(unit.dockerfile, copy, { path: source, place, beside });
      if (!edit) {
        return undefined;
      }
      const key = JSON.stringify(edit);
      if (!seen.has(key)) {
        seen.add(key);
        edits.push(edit);
      }
    }
  }
  return {
    title: 'Copy the go.mod of replaced modules before the download',
    safety: 'safe',
    changes: [{ kind: 'edit', path: unit.dockerfile.path, edits }],
  };
}

const readingVerbs = new Set([
  'build',
  'install',
  'list',
  'run',
  'test',
  'vet',
]);

/** Commands that load the requirements of a module, where it is known to be. */
function readingUses(subject: UnitSubject): ModuleUse[] {
  return moduleUses(subject).filter(
    ({ folder, module, verb, words, flags }) => {
      const isLoading =
        verb === 'mod'
          ? /^(?:download|verify|vendor|tidy|graph|why)$/.test(
              words[0] ?? '',
            ) && !words.some(word => /.@/.test(word))
          : readingVerbs.has(verb) &&
            (!module.vendor ||
              [...words, ...flags.split(/\s+/)].some(word =>
                /^--?mod=mod$/.test(word),
              ));
      return (
        folder !== undefined &&
        isLoading &&
        !module.workspace &&
        module.goMod.problems.length === 0 &&
        module.goMod.replace.some(({ local }) => local)
      );
    },
  );
}

interface AbsentModule {
  statement: ReplaceStatement;
  /** Repository path of its go.mod. */
  path: string;
  /** Where the go command looks for it. */
  place: string;
}

/** The first such command of each stage and module. */
function brokenUses(
  { unit }: UnitSubject,
  uses: readonly ModuleUse[],
): { use: ModuleUse; absent: AbsentModule[] }[] {
  const seen = new Set<string>();
  return uses.flatMap(use => {
    const key = `${use.stage.index} ${use.module.path}`;
    const absent = seen.has(key)
      ? []
      : absentModules(unit, use, { needed: true });
    if (absent.length === 0) {
      return [];
    }
    seen.add(key);
    return { use, absent };
  });
}

/** Replaced modules that the context has and the image has not, by then. */
function absentModules(
  unit: UnitSubject['unit'],
  use: ModuleUse,
  { needed }: { needed: boolean },
): AbsentModule[] {
  const { module, folder = '/' } = use;
  const { goMod, directory } = module;
  const required = new Set(
    goMod.require.map(statement => replacementOf(goMod, statement)),
  );
  const { context } = unit;
  return goMod.replace.flatMap(statement => {
    const { local, newPath } = statement;
    if (!local || !/^\.{1,2}(?:\/|$)/.test(newPath)) {
      return [];
    }
    const home = joinPath(directory, newPath);
    const path = joinPath(home, 'go.mod');
    const inContext = relativePath(context.directory, path);
    const image = joinImagePath(folder, newPath);
    const place = joinImagePath(image, 'go.mod');
    return (!needed || required.has(statement)) &&
      home !== directory &&
      context.entries.some(entry => entry.path === inContext) &&
      !copyThatPlaces(unit, use, { path, place }) &&
      !mayComeFromElsewhere(unit, use, { place: image, name: baseName(home) })
      ? { statement, path, place }
      : [];
  });
}

function describe(
  { verb, words }: ModuleUse,
  [{ statement, path }, ...others]: AbsentModule[],
): string {
  const command = verb === 'mod' ? `mod ${words[0]}` : verb;
  const more =
    others.length > 0 ? ` So it is with ${others.length} more of them.` : '';
  return `${statement.oldPath} is replaced by ${statement.newPath}, and ${path} is not in the image when \`go ${command}\` runs: it stops.${more}`;
}
