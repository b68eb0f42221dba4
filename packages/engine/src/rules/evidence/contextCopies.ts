/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readMounts } from '../../dockerfile/readMounts';
import { Instruction, Stage } from '../../dockerfile/types';
import { baseName, cleanPath } from '../../snapshot/repositoryPath';
import { joinImagePath } from '../../units/imagePath';
import { BuildUnit } from '../../units/types';
import { expandIn, StageScope, walkStages } from './walkStages';

/** Files of the build context that an instruction puts into a stage. */
export interface ContextCopy {
  stage: Stage;
  instruction: Instruction;
  kind: 'copy' | 'mount';
  sources: ContextSource[];
  /** Absolute path in the image. */
  target: string;
  /** Whether files are put into `target` rather than at it. */
  intoFolder: boolean;
  /** `COPY --parents`: the source's folders are kept. */
  parents: boolean;
}

/** One source of a {@link ContextCopy}. */
export interface ContextSource {
  /** As written. */
  text: string;
  /** Relative to the context, cleaned; `''` for the whole context. */
  path: string;
  wildcard: boolean;
  /** Whether it depends on a variable without value. */
  unknown: boolean;
}

/** What the stages of a unit take from the build context. */
export function contextCopies(
  unit: BuildUnit,
  stages: readonly Stage[] = unit.reachable,
): ContextCopy[] {
  const copies: ContextCopy[] = [];
  for (const { stage, instruction, scope } of walkStages(unit, stages)) {
    const { escape } = unit.dockerfile;
    if (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') {
      const copy = readCopy(stage, instruction, { scope, escape });
      if (copy) {
        copies.push(copy);
      }
    } else if (instruction.keyword === 'RUN') {
      copies.push(...readBindMounts(stage, instruction, { scope, escape }));
    }
  }
  return copies;
}

interface Place {
  scope: StageScope;
  escape: '\\' | '`';
}

function readCopy(
  stage: Stage,
  instruction: Instruction,
  { scope, escape }: Place,
): ContextCopy | undefined {
  if (instruction.flags.some(flag => flag.name === 'from')) {
    return undefined;
  }
  const words = instruction.json ?? instruction.words.map(({ text }) => text);
  const target = words[words.length - 1];
  const sources = words
    .slice(0, -1)
    .filter(word => !word.startsWith('<<'))
    .map(word => readSource(word, { scope, escape }))
    .filter(source => !isRemote(source.text));
  if (target === undefined || sources.length === 0) {
    return undefined;
  }
  const expanded = expandIn(scope, target, escape).value;
  return {
    stage,
    instruction,
    kind: 'copy',
    sources,
    target: joinImagePath(scope.workdir, expanded),
    intoFolder: /(?:^|\/)\.?$/.test(expanded) || words.length > 2,
    parents: instruction.flags.some(
      ({ name, value }) => name === 'parents' && value !== 'false',
    ),
  };
}

function readBindMounts(
  stage: Stage,
  instruction: Instruction,
  { scope, escape }: Place,
): ContextCopy[] {
  return readMounts(instruction)
    .filter(mount => mount.type === 'bind' && mount.from === undefined)
    .map(mount => ({
      stage,
      instruction,
      kind: 'mount',
      sources: [readSource(mount.source ?? '', { scope, escape })],
      target: joinImagePath(
        scope.workdir,
        expandIn(scope, mount.target ?? '', escape).value,
      ),
      intoFolder: false,
      parents: false,
    }));
}

function readSource(text: string, { scope, escape }: Place): ContextSource {
  const { value, unknown } = expandIn(scope, text, escape);
  return {
    text,
    path: cleanPath(value),
    wildcard: /[*?[]/.test(value),
    unknown,
  };
}

function isRemote(source: string): boolean {
  return /^(?:https?|git|ssh|ftp):\/\/|^git@/.test(source);
}

/**
 * Where a copy puts a file of the context, given relative to the context;
 * `undefined` when it does not take it.
 */
export function placeOf(copy: ContextCopy, path: string): string | undefined {
  let place: string | undefined;
  for (const source of copy.sources) {
    const below = source.unknown ? undefined : takenAs(source, path);
    if (below === undefined) {
      continue;
    }
    if (copy.parents) {
      place = joinImagePath(copy.target, keptPath(source, path));
    } else if (below !== '') {
      place = joinImagePath(copy.target, below);
    } else {
      place = copy.intoFolder
        ? joinImagePath(copy.target, baseName(path))
        : copy.target;
    }
  }
  return place;
}

/** With `a/./b` only what follows the dot is kept. */
function keptPath(source: ContextSource, path: string): string {
  const pivot = source.text.indexOf('/./');
  if (pivot < 0) {
    return path;
  }
  const cut = cleanPath(source.text.slice(0, pivot));
  return path.startsWith(`${cut}/`) ? path.slice(cut.length + 1) : path;
}

/** The path below the source: `''` for the file itself. */
function takenAs(source: ContextSource, path: string): string | undefined {
  if (source.path === '') {
    return path;
  }
  const wanted = source.path.split('/');
  const parts = path.split('/');
  const doubleStar = wanted.indexOf('**');
  if (doubleStar >= 0) {
    // `**` spans folders; only the parts around it are compared.
    const matches =
      parts.length >= wanted.length - 1 &&
      partsMatch(wanted.slice(0, doubleStar), parts) &&
      partsMatch(
        wanted.slice(doubleStar + 1),
        parts.slice(parts.length - (wanted.length - doubleStar - 1)),
      );
    return matches ? '' : undefined;
  }
  return parts.length >= wanted.length && partsMatch(wanted, parts)
    ? parts.slice(wanted.length).join('/')
    : undefined;
}

function partsMatch(patterns: string[], parts: string[]): boolean {
  return patterns.every((pattern, index) =>
    matchesPart(pattern, parts[index] ?? ''),
  );
}

/** `*` and `?` within one part of a path; linear per star. */
function matchesPart(pattern: string, text: string): boolean {
  let position = 0;
  let index = 0;
  let star = -1;
  let resume = 0;
  while (index < text.length) {
    if (pattern[position] === '*') {
      star = position++;
      resume = index;
    } else if (pattern[position] === '?' || pattern[position] === text[index]) {
      position++;
      index++;
    } else if (star >= 0) {
      position = star + 1;
      index = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[position] === '*') {
    position++;
  }
  return position === pattern.length;
}
