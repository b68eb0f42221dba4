/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FixProposal, TextEdit } from '../../edits/types';
import { bringFile } from '../../edits/bringFile';
import { joinPath, relativePath } from '../../snapshot/repositoryPath';
import { joinImagePath } from '../../units/imagePath';
import { remoteRequirements } from '../../units/requiresModules';
import { changesModuleFile } from '../evidence/changesModuleFile';
import { findingAt } from '../evidence/createFinding';
import { copyThatPlaces, mayComeFromElsewhere } from '../evidence/filesInImage';
import { moduleUses, ModuleUse } from '../evidence/moduleLayout';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { sumNotCopiedExamples } from './sumNotCopied.examples';

export const sumNotCopied: UnitRule = {
  id: 'modules/sum-not-copied',
  category: 'modules',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'go.sum is there when modules are fetched',
    fail: 'Modules are fetched without the go.sum of the repository',
  },
  why: 'Without go.sum the download takes what it is handed, unchecked against what the repository has recorded. A step that compiles stops with "missing go.sum entry", and the layer with the modules stays as it is when only go.sum changes.',
  howToFix: 'Copy both files before the download: `COPY go.mod go.sum ./`.',
  fix: 'auto',
  sources: [
    'https://go.dev/ref/mod#go-sum-files',
    'https://go.dev/ref/mod#go-mod-download',
    'https://docs.docker.com/guides/golang/build-images/',
  ],
  prevents: ['gomod.missing_gosum', 'gomod.checksum_mismatch'],
  evaluate,
  propose,
  examples: sumNotCopiedExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  if (changesModuleFile(unit)) {
    return notApplicable('The Dockerfile changes go.mod before it uses it.');
  }
  const uses = checkedUses(subject);
  if (uses.length === 0) {
    return notApplicable(
      'No go command of the Dockerfile is known to fetch the requirements of a module with a go.sum.',
    );
  }
  return passUnless(
    firstOfEachStage(uses.filter(use => lacksSum(subject, use))).map(use =>
      findingAt(unit.dockerfile, use, describe(use)),
    ),
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { unit } = subject;
  const edits = new Map<number, TextEdit>();
  for (const use of firstOfEachStage(
    checkedUses(subject).filter(candidate => lacksSum(subject, candidate)),
  )) {
    const { module, folder = '/' } = use;
    const copy = copyThatPlaces(unit, use, {
      path: module.path,
      place: joinImagePath(folder, 'go.mod'),
    });
    const written = copy?.sources.find(({ text }) => /go\.mod$/.test(text));
    const edit =
      copy &&
      written &&
      bringFile(unit.dockerfile, copy, {
        path: written.text.replace(/go\.mod$/, 'go.sum'),
        place: joinImagePath(folder, 'go.sum'),
        beside: written.text,
      });
    if (!edit) {
      return undefined;
    }
    edits.set(edit.span.start, edit);
  }
  return {
    title: 'Bring go.sum with go.mod',
    safety: 'safe',
    changes: [
      {
        kind: 'edit',
        path: unit.dockerfile.path,
        edits: [...edits.values()],
      },
    ],
  };
}

const fetchingVerbs = new Set(['build', 'install', 'run', 'test', 'vet']);

/** Uses that need go.sum, of modules whose go.sum the context has. */
function checkedUses(subject: UnitSubject): ModuleUse[] {
  const { unit } = subject;
  const { directory, entries } = unit.context;
  return moduleUses(subject).filter(
    ({ folder, module, verb, words, flags }) => {
      const isDownload =
        verb === 'mod' && /^(?:download|verify)$/.test(words[0] ?? '');
      const path = relativePath(
        directory,
        joinPath(module.directory, 'go.sum'),
      );
      return (
        folder !== undefined &&
        (isDownload || (fetchingVerbs.has(verb) && !module.vendor)) &&
        ![...words, ...flags.split(/\s+/)].some(word =>
          /^--?mod(?:=mod|file)/.test(word),
        ) &&
        !module.workspace &&
        remoteRequirements(module.goMod).length > 0 &&
        entries.some(entry => entry.path === path && entry.size > 0)
      );
    },
  );
}

function lacksSum({ unit, model }: UnitSubject, use: ModuleUse): boolean {
  const { module, folder = '/' } = use;
  const place = joinImagePath(folder, 'go.sum');
  const path = joinPath(module.directory, 'go.sum');
  return (
    copyThatPlaces(unit, use, {
      path: module.path,
      place: joinImagePath(folder, 'go.mod'),
    }) !== undefined &&
    !copyThatPlaces(unit, use, { path, place }) &&
    !mayComeFromElsewhere(unit, use, { place, name: 'go.sum' }) &&
    // What is tidied in the build has a go.sum of its own.
    !model.steps.some(({ instruction }) =>
      /\bgo\s+(?:mod\s+tidy|get)\b/.test(instruction.text),
    )
  );
}

function firstOfEachStage(uses: readonly ModuleUse[]): ModuleUse[] {
  const seen = new Set<string>();
  return uses.filter(({ stage, module }) => {
    const key = `${stage.index} ${module.path}`;
    return !seen.has(key) && seen.add(key);
  });
}

function describe({ verb, words, module }: ModuleUse): string {
  const sum = joinPath(module.directory, 'go.sum');
  return verb === 'mod'
    ? `\`go mod ${words[0]}\` sees ${module.path} without ${sum}: nothing checks what it downloads against what the repository has recorded.`
    : `\`go ${verb}\` sees ${module.path} without ${sum}, and stops with "missing go.sum entry".`;
}
