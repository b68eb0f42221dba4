/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isGoInput } from '../../cache/goInputs';
import { selectFiles } from '../../context/selectFiles';
import { BuildContext } from '../../context/types';
import { isLiteral } from '../../edits/bringBack';
import { FixProposal } from '../../edits/types';
import { TreeEntry } from '../../snapshot/types';
import { folderOf, isBelow, joinPath } from '../../snapshot/repositoryPath';
import { findBuildUnits } from '../../units/findBuildUnits';
import { contextCopies, ContextCopy } from '../../units/contextCopies';
import { takenFromNamedContexts } from '../../units/namedContexts';
import { createFinding, findingAt } from '../evidence/createFinding';
import { finalChain } from '../evidence/finalImage';
import { notApplicable } from '../evidence/notApplicable';
import { usesGo } from '../evidence/usesGo';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { isAskedFor, unitsOfContext } from './contextUse';
import { ignoreFileChange } from './ignoreLines';
import { dockerignoreMissing } from './dockerignoreMissing';
import { oversizedExamples } from './oversized.examples';

const largeBytes = 5 * 1024 * 1024;

/** Places that a message names. */
const namedPlaces = 3;

/**
 * Bytes count as useless when no COPY, ADD or bind mount of the target takes
 * them, or when one takes them with their folder into a stage that only makes a
 * Go program, and they are tests, test data, documents or settings of CI. Other
 * data may be embedded. Where nothing limits the context at all,
 * `context/dockerignore-missing` says so, and this rule has nothing to add.
 */
export const oversized: UnitRule = {
  id: 'context/oversized',
  category: 'context',
  scope: 'unit',
  severity: 'low',
  title: {
    pass: 'Most of the build context can be used',
    fail: 'More than half of the build context is of no use to the build',
  },
  why: 'What the build cannot use is read, hashed and, where the builder is another machine, sent over the network before the first step. The classic builder and clients that pack the context up send all of it; BuildKit spares what no instruction names, until a `COPY . .` names everything.',
  howToFix:
    'Add the folders that the finding names to the ignore file. For one Dockerfile of several, put the lines into `<Dockerfile>.dockerignore`, which that Dockerfile uses instead of `.dockerignore`.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    'https://docs.docker.com/build/cache/optimize/#keep-the-context-small',
    'https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go',
  ],
  prevents: ['fs.disk_full'],
  evaluate,
  propose,
  examples: oversizedExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit, snapshot } = subject;
  const { context, dockerfile } = unit;
  const copies = contextCopies(unit);
  const [firstCopy] = copies;
  if (!firstCopy) {
    return notApplicable('The build takes no files from the context.');
  }
  if (dockerignoreMissing.evaluate(subject).state === 'fail') {
    return notApplicable(
      'There is no ignore file: context/dockerignore-missing tells.',
    );
  }
  const own = findUseless(subject, copies);
  if (!isTooMuch(own, context)) {
    return { state: 'pass' };
  }
  const useless = withoutOthers(subject, own);
  if (!isTooMuch(useless, context)) {
    return { state: 'pass' };
  }
  const bytes = sizeOf(useless);
  const message = `The build context is ${inMegabytes(
    context.bytes,
  )}, of which the build can use ${inMegabytes(
    context.bytes - bytes,
  )}: ${inMegabytes(context.bytes)} → ${inMegabytes(
    context.bytes - bytes,
  )} without ${placesOf(context.entries, useless)}.`;
  const { ignoreFile } = context;
  const finding: Finding = ignoreFile
    ? createFinding({
        path: ignoreFile.path,
        line: 1,
        source: snapshot.files.get(ignoreFile.path),
        message,
      })
    : findingAt(dockerfile, firstCopy.instruction, message);
  return { state: 'fail', findings: [finding] };
}

const mostLines = 40;

/** What is smaller needs no line. */
const smallBytes = 64 * 1024;

function propose(subject: UnitSubject): FixProposal | undefined {
  const { unit } = subject;
  const { context } = unit;
  const useless = withoutOthers(
    subject,
    findUseless(subject, contextCopies(unit)),
  );
  const units = unitsOfContext(subject);
  const lines = [...placesIn(context.entries, useless)]
    .filter(([, bytes]) => bytes >= smallBytes)
    .map(([place]) => innermost(place, useless))
    .filter(line => isLiteral(line) && !isAskedFor(units, line));
  const change =
    lines.length <= mostLines ? ignoreFileChange(subject, lines) : undefined;
  const isTaken = units.some(other =>
    contextCopies(other).some(copy => takenBy(copy, useless).length > 0),
  );
  return change
    ? {
        title: 'Leave out of the build context what the build cannot use',
        ...(isTaken
          ? {
              safety: 'needs-review',
              review:
                'Check that nothing embeds or reads the files that are left out.',
            }
          : { safety: 'safe' }),
        changes: [change],
      }
    : undefined;
}

/** The folder in a place that holds all of it: what comes beside it may be of use. */
function innermost(place: string, useless: readonly TreeEntry[]): string {
  const paths = useless
    .map(({ path }) => path)
    .filter(path => isBelow(place, path));
  const [first = place] = paths;
  let common = folderOf(first);
  for (const path of paths) {
    while (!isBelow(common, path)) {
      common = folderOf(common);
    }
  }
  return paths.length === 0 ? place : common;
}

function isTooMuch(
  useless: readonly TreeEntry[],
  { bytes }: BuildContext,
): boolean {
  const uselessBytes = sizeOf(useless);
  return uselessBytes > largeBytes && uselessBytes * 2 > bytes;
}

function sizeOf(entries: readonly TreeEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.size, 0);
}

/** An ignore file that several Dockerfiles share has to let in what each uses. */
function withoutOthers(
  { unit, snapshot, modules }: UnitSubject,
  useless: readonly TreeEntry[],
): TreeEntry[] {
  const { directory, ignoreFile } = unit.context;
  const others = findBuildUnits(snapshot, { modules }).filter(
    ({ id, context }) =>
      id !== unit.id &&
      context.directory === directory &&
      context.ignoreFile?.path === ignoreFile?.path,
  );
  const used = new Set(
    others.flatMap(other =>
      contextCopies(other).flatMap(copy =>
        takenBy(copy, useless).map(({ path }) => path),
      ),
    ),
  );
  return useless.filter(({ path }) => !used.has(path));
}

/** What a variable without value may name counts as taken. */
function takenBy(
  { sources, exclude, parents }: ContextCopy,
  entries: readonly TreeEntry[],
): TreeEntry[] {
  return selectFiles(
    { entries },
    { sources: sources.map(({ pattern }) => pattern), exclude, parents },
  ).entries;
}

function findUseless(
  subject: UnitSubject,
  copies: readonly ContextCopy[],
): TreeEntry[] {
  const { unit, model } = subject;
  const { context } = unit;
  const finalStages = new Set(finalChain(unit)?.stages);
  const isGo = usesGo(subject);
  const testsRun = model.steps.some(({ effects }) => effects.runsTests);
  const used = new Set<TreeEntry>();
  for (const copy of copies) {
    const taken = takenBy(copy, context.entries);
    const makesProgram =
      isGo &&
      !finalStages.has(copy.stage) &&
      model.steps.some(
        step => step.stage === copy.stage && step.effects.compiles,
      );
    for (const entry of taken) {
      const isNamed = copy.sources.some(({ pick }) => pick(entry.path) === '');
      if (isNamed || !makesProgram || mayBeBuilt(entry, testsRun)) {
        used.add(entry);
      }
    }
  }
  // A named context of the same folder has the same ignore file.
  const named = takenFromNamedContexts(unit);
  return context.entries.filter(
    entry =>
      !used.has(entry) && !named.has(joinPath(context.directory, entry.path)),
  );
}

function mayBeBuilt({ path }: TreeEntry, runsTests: boolean): boolean {
  return isGoInput(path, { readsVcs: true, runsTests });
}

/** The folders, or files at the top, that hold nothing of use, with bytes. */
function placesIn(
  entries: readonly TreeEntry[],
  useless: readonly TreeEntry[],
): Map<string, number> {
  const set = new Set(useless);
  const mixed = new Set<string>();
  for (const entry of entries) {
    if (!set.has(entry)) {
      for (const folder of foldersOf(entry.path)) {
        mixed.add(folder);
      }
    }
  }
  const places = new Map<string, number>();
  for (const { path, size: bytes } of useless) {
    const place = foldersOf(path).find(folder => !mixed.has(folder)) ?? path;
    places.set(place, (places.get(place) ?? 0) + bytes);
  }
  return places;
}

function placesOf(
  entries: readonly TreeEntry[],
  useless: readonly TreeEntry[],
): string {
  const places = placesIn(entries, useless);
  const sorted = [...places].sort((left, right) => right[1] - left[1]);
  const named = sorted
    .slice(0, namedPlaces)
    .map(([place, bytes]) => `${place} (${inMegabytes(bytes)})`);
  const more = sorted.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])]
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
}

/** `a`, `a/b` for `a/b/c`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function inMegabytes(bytes: number): string {
  const megabytes = bytes / 1e6;
  return megabytes >= 100
    ? `${Math.round(megabytes)} MB`
    : `${megabytes.toFixed(1)} MB`;
}
