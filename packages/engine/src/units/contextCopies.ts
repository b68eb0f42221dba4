/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  FileSelection,
  readSource,
  SelectedSource,
} from '../context/selectFiles';
import { readMounts } from '../dockerfile/readMounts';
import { Instruction, Stage } from '../dockerfile/types';
import { baseName } from '../snapshot/repositoryPath';
import { StageScope } from './StageScope';
import { joinImagePath } from './imagePath';
import { BuildUnit } from './types';
import { walkStages } from './walkStages';

/** Files of the build context that an instruction puts into a stage. */
export interface ContextCopy {
  stage: Stage;
  instruction: Instruction;
  /** By COPY or ADD, or by a bind mount of RUN. */
  kind: 'copy' | 'mount';
  sources: ContextSource[];
  /** Values of `--exclude`. */
  exclude: string[];
  /** Absolute path in the image. */
  target: string;
  /** Whether files are put into `target` rather than at it. */
  intoFolder: boolean;
  /** `COPY --parents`: the source's folders are kept. */
  parents: boolean;
  /**
   * Repository path of the named context's folder that it takes from; undefined
   * for the build context.
   */
  directory?: string;
}

/** One source of a {@link ContextCopy}. */
export interface ContextSource extends SelectedSource {
  /** As written. */
  text: string;
  /** Variables expanded. */
  value: string;
  /** The same with `*` for what is not known of it. */
  pattern: string;
  /** Whether it depends on no variable without value. */
  certain: boolean;
}

type CopyingUnit = Pick<
  BuildUnit,
  'dockerfile' | 'buildArguments' | 'reachable'
>;

const known = new WeakMap<CopyingUnit, readonly ContextCopy[]>();

/** What the stages of a unit take from the build context. */
export function contextCopies(
  unit: CopyingUnit,
  stages?: readonly Stage[],
): readonly ContextCopy[] {
  if (stages) {
    return readCopies(unit, stages);
  }
  // Many rules ask for those of all stages.
  const copies = known.get(unit) ?? readCopies(unit, unit.reachable);
  known.set(unit, copies);
  return copies;
}

function readCopies(
  unit: CopyingUnit,
  stages: readonly Stage[],
): readonly ContextCopy[] {
  const copies: ContextCopy[] = [];
  for (const { stage, instruction, scope } of walkStages(unit, stages)) {
    copies.push(...copiesOf(stage, instruction, scope));
  }
  return copies;
}

/**
 * What one instruction takes from the build context, and from named contexts
 * whose folders the last argument tells by what `--from` says.
 */
export function copiesOf(
  stage: Stage,
  instruction: Instruction,
  scope: StageScope,
  folderNamed: (from: string) => string | undefined = () => undefined,
): ContextCopy[] {
  const place = { stage, scope, folderNamed };
  switch (instruction.keyword) {
    case 'COPY':
    case 'ADD':
      return readCopy(instruction, place);
    case 'RUN':
      return readMountedFiles(instruction, place);
    default:
      return [];
  }
}

/** The words of COPY and ADD: the sources, and the target last. */
export function copyWords({ json, words }: Instruction): string[] {
  return json ?? words.map(({ text }) => text);
}

/** Whether a source of ADD is fetched from elsewhere. */
export function isRemoteSource(source: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/|git@)/i.test(source);
}

/** The files that a copy takes; sources that are not certain take none. */
export function selectionOf({
  sources,
  exclude,
  parents,
}: ContextCopy): FileSelection {
  return {
    sources: sources.flatMap(({ value, certain }) => (certain ? [value] : [])),
    exclude,
    parents,
  };
}

/**
 * Where a copy puts a file of the context, given relative to the context;
 * `undefined` when it does not take it.
 */
export function placeOf(copy: ContextCopy, path: string): string | undefined {
  let place: string | undefined;
  for (const source of copy.sources) {
    const below = source.certain ? source.pick(path) : undefined;
    if (below === '') {
      place = copy.intoFolder
        ? joinImagePath(copy.target, baseName(path))
        : copy.target;
    } else if (below !== undefined) {
      place = joinImagePath(copy.target, below);
    }
  }
  return place;
}

/**
 * The paths of an image that a file which a copy takes may come to: a source
 * with a variable without value, or an archive, may put it anywhere below the
 * target.
 */
export function placesOf(copy: ContextCopy, path: string): string[] {
  const unpacks =
    copy.instruction.keyword === 'ADD' &&
    /\.(?:tar|tgz|tbz2?|txz|gz|bz2|xz|zst)$/.test(path);
  const place = placeOf(copy, path);
  return [
    ...(place === undefined ? [] : [place]),
    ...(unpacks || copy.sources.some(({ certain }) => !certain)
      ? [copy.target]
      : []),
  ];
}

interface CopyPlace {
  stage: Stage;
  scope: StageScope;
  folderNamed: (from: string) => string | undefined;
}

function readCopy(
  instruction: Instruction,
  { stage, scope, folderNamed }: CopyPlace,
): ContextCopy[] {
  const { flags } = instruction;
  const from = flags.find(({ name }) => name === 'from');
  const directory = from && folderNamed(from.value ?? '');
  if (from && directory === undefined) {
    return [];
  }
  const words = copyWords(instruction);
  const parents = flags.some(
    ({ name, value }) => name === 'parents' && value !== 'false',
  );
  const sources = words
    .slice(0, -1)
    .filter(word => !word.startsWith('<<') && !isRemoteSource(word))
    .map(word => readContextSource(word, { scope, parents }))
    .filter(({ value }) => !isRemoteSource(value));
  const target = scope.expand(words[words.length - 1] ?? '').value;
  return sources.length === 0
    ? []
    : [
        {
          stage,
          instruction,
          kind: 'copy',
          sources,
          exclude: flags
            .filter(({ name }) => name === 'exclude')
            .map(({ value }) => scope.expand(value ?? '').value),
          target: scope.resolve(target),
          intoFolder: /(?:^|\/)\.?$/.test(target) || words.length > 2,
          parents,
          ...(directory !== undefined && { directory }),
        },
      ];
}

/** Bind mounts of the context, and mounts that start from a named context. */
function readMountedFiles(
  instruction: Instruction,
  { stage, scope, folderNamed }: CopyPlace,
): ContextCopy[] {
  return readMounts(instruction).flatMap(mount => {
    const { type, from, source = '', target = '' } = mount;
    const directory = from === undefined ? undefined : folderNamed(from);
    const isTaken =
      from === undefined ? type === 'bind' : directory !== undefined;
    return isTaken
      ? [
          {
            stage,
            instruction,
            kind: 'mount' as const,
            sources: [readContextSource(source, { scope, parents: false })],
            exclude: [],
            target: scope.resolve(scope.expand(target).value),
            intoFolder: false,
            parents: false,
            ...(directory !== undefined && { directory }),
          },
        ]
      : [];
  });
}

function readContextSource(
  text: string,
  { scope, parents }: { scope: StageScope; parents: boolean },
): ContextSource {
  const { value, certain } = scope.expand(text);
  return {
    ...readSource(value, parents),
    text,
    value,
    pattern: scope.expandToPattern(text),
    certain,
  };
}
