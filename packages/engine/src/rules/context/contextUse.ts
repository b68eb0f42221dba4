/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { IgnoreMatcher } from '../../context/IgnoreMatcher';
import { parseDockerIgnore } from '../../context/parseDockerIgnore';
import {
  ContextCopy,
  contextCopies,
  copyWords,
  placeOf,
} from '../../units/contextCopies';
import { findBuildUnits } from '../../units/findBuildUnits';
import { BuildUnit } from '../../units/types';
import { cleanPath, folderOf } from '../../snapshot/repositoryPath';
import { TreeEntry } from '../../snapshot/types';
import { buildFileKind } from '../../snapshot/buildFileKind';
import { joinImagePath, pathBelow } from '../../units/imagePath';
import { parseShell } from '../../dockerfile/parseShell';
import { Instruction, ShellCommand } from '../../dockerfile/types';
import { UnitSubject } from '../types';

/** All units whose builds get a context through the same ignore file. */
export function unitsOfContext({
  unit,
  snapshot,
  modules,
}: UnitSubject): BuildUnit[] {
  const { directory, ignoreFile } = unit.context;
  return [
    unit,
    ...findBuildUnits(snapshot, { modules }).filter(
      ({ id, context }) =>
        id !== unit.id &&
        context.directory === directory &&
        context.ignoreFile?.path === ignoreFile?.path,
    ),
  ];
}

/** Whole-context copies are no reason to keep a file; anything else is. */
export function takesWholeContext({ sources }: ContextCopy): boolean {
  return sources.some(
    ({ path, certain }) => certain && /^(?:\*\*?(?:\/\*\*?)*)?$/.test(path),
  );
}

/**
 * Whether an instruction of these units asks for a file that a line would drop:
 * by name, with its folder, or out of the stage that got it.
 */
export function isAskedFor(units: readonly BuildUnit[], line: string): boolean {
  const matcher = new IgnoreMatcher(parseDockerIgnore(line, { path: '' }));
  return units.some(unit => {
    const dropped = unit.context.entries.filter(({ path }) =>
      matcher.isIgnored(path),
    );
    // Any stage counts: another target may be built, too.
    const copies = contextCopies(unit, unit.dockerfile.stages);
    const wanted = copies.flatMap(copy =>
      copy.sources
        .filter(
          source =>
            !/^(?:\*\*?(?:\/\*\*?)*)?$/.test(source.path) || !source.certain,
        )
        .map(source => ({ source, copy })),
    );
    return (
      wanted.some(
        ({ source }) =>
          !source.certain ||
          (source.path !== '' && matcher.isIgnored(cleanPath(source.path))) ||
          dropped.some(({ path }) => source.pick(path) !== undefined),
      ) || leavesStage(unit, copies, dropped)
    );
  });
}

/** Whether an instruction takes one of some files out of the stage that got it. */
export function leavesStage(
  unit: BuildUnit,
  copies: readonly ContextCopy[],
  entries: readonly TreeEntry[],
): boolean {
  const taken = taking(unit);
  return entries.some(({ path }) =>
    copies.some(copy => {
      const place = placeOf(copy, path);
      return (
        place !== undefined &&
        taken.some(
          folder =>
            pathBelow(folder, place) !== undefined ||
            (/[*?[]/.test(folder) &&
              pathBelow(
                `/${folderOf(folder.slice(1, folder.search(/[*?[]/)))}`,
                place,
              ) !== undefined),
        )
      );
    }),
  );
}

/** What instructions take out of stages, as paths of those. */
function taking({ dockerfile }: BuildUnit): string[] {
  return dockerfile.stages
    .flatMap(({ instructions }) => instructions)
    .filter(
      ({ keyword, flags }) =>
        keyword === 'COPY' && flags.some(({ name }) => name === 'from'),
    )
    .flatMap(instruction => copyWords(instruction).slice(0, -1))
    .map(word => joinImagePath('/', word));
}

/** The commands of all stages, as text. */
export function commandTexts(units: readonly BuildUnit[]): string[] {
  return units.flatMap(({ dockerfile }) =>
    dockerfile.stages
      .flatMap(({ instructions }) => instructions)
      .filter(({ keyword }) => /^(?:RUN|CMD|ENTRYPOINT|ONBUILD)$/.test(keyword))
      .map(textOf),
  );
}

export function textOf({ text, heredocs }: Instruction): string {
  return [text, ...heredocs.map(({ body }) => body)].join('\n');
}

/** What the commands run that stands in files of the repository: `make`, `./x.sh`. */
function scriptsOf(units: readonly BuildUnit[]): ShellCommand[] {
  return units
    .flatMap(({ dockerfile }) =>
      dockerfile.stages
        .flatMap(({ instructions }) => instructions)
        .filter(({ keyword }) => keyword === 'RUN')
        .flatMap(instruction => parseShell(dockerfile, instruction).commands),
    )
    .filter(isScript);
}

function isScript({ name, nameSpan, arguments: words }: ShellCommand): boolean {
  const [first = { text: '' }] = words;
  if (name === undefined) {
    return nameSpan !== undefined;
  }
  return (
    /^(?:g?make|task|just|mage|goreleaser|bazel|bazelisk|gradle|mvn)$/.test(
      name,
    ) ||
    /^\.{1,2}\/|\.(?:sh|bash|py|pl|rb|js)$|^\/(?!usr\/|bin\/|sbin\/|go\/bin\/)/.test(
      name,
    ) ||
    (/^(?:(?:ba|da)?sh|python3?|node|perl|ruby|source|\.)$/.test(name) &&
      first.text !== '-c') ||
    (/^(?:npm|yarn|pnpm|bun)$/.test(name) &&
      /^(?:run|build|test|exec)$/.test(first.text))
  );
}

const gitUse =
  /\bgit\b[^\n;&|]{0,300}?\s(?:describe|rev-parse|rev-list|log|show|diff|status|branch|tag|symbolic-ref|submodule|ls-files|name-rev|shortlog)\b|-buildvcs=(?:true|1)\b|\.git\/|GitVersion|setuptools_scm|\bgoreleaser\b/;

/**
 * Whether builds need the repository's history: `yes` where a command asks for
 * it, `maybe` where scripts are run that are not known.
 */
export function needsHistory(
  units: readonly BuildUnit[],
  { snapshot }: Pick<UnitSubject, 'snapshot'>,
): 'yes' | 'maybe' | 'no' {
  const texts = commandTexts(units);
  if (texts.some(text => gitUse.test(text))) {
    return 'yes';
  }
  const scripts = scriptsOf(units);
  const makefiles = [...snapshot.files].filter(
    ([path]) => buildFileKind(path) === 'make',
  );
  if (scripts.length > 0 && makefiles.some(([, text]) => gitUse.test(text))) {
    return 'yes';
  }
  const isKnown =
    makefiles.length > 0 &&
    scripts.every(({ name }) => name !== undefined && /^g?make$/.test(name));
  return scripts.length === 0 || isKnown ? 'no' : 'maybe';
}

/** Whether a build runs tests or checks, in any stage. */
export function mayRunTests(units: readonly BuildUnit[]): boolean {
  return commandTexts(units).some(
    text =>
      /\b(?:go|xx-go)\b[^\n;&|]{0,300}\s(?:test|vet|generate)\b|\bgotestsum|\bginkgo|golangci|staticcheck/.test(
        text,
      ) ||
      /\b(?:make|task|just|mage)\s*(?:$|[;&|\n]|.{0,300}\b(?:test|check|ci|all|verify|cover|lint|generate))/.test(
        text,
      ),
  );
}

export function runsScripts(units: readonly BuildUnit[]): boolean {
  return scriptsOf(units).length > 0;
}
