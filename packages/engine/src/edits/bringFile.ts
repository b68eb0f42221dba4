/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Dockerfile, Flag, Instruction } from '../dockerfile/types';
import { baseName } from '../snapshot/repositoryPath';
import { ContextCopy, copyWords } from '../units/contextCopies';
import { joinImagePath, pathBelow } from '../units/imagePath';
import { TextEdit } from './types';

/**
 * Brings another file of the build context into the image where one comes by a
 * COPY, an ADD or a bind mount: as a further source where the file goes into the
 * same folder, else by an instruction or mount of its own.
 */
export function bringFile(
  { source }: Pick<Dockerfile, 'source'>,
  copy: ContextCopy,
  { path, place, beside }: { path: string; place: string; beside: string },
): TextEdit | undefined {
  const { instruction } = copy;
  if (copy.directory !== undefined || copy.parents) {
    return undefined;
  }
  if (copy.kind === 'mount') {
    return addMount(source, copy, { path, place });
  }
  const word = instruction.words.find(({ text }) => text === beside);
  const isSameFolder =
    copy.intoFolder && joinImagePath(copy.target, baseName(path)) === place;
  return isSameFolder && word && !instruction.json
    ? insert(word.span.end, ` ${path}`)
    : addCopy(source, copy, { path, place });
}

/** With the flags of the one that is there, right below it. */
function addCopy(
  source: string,
  { instruction, target }: ContextCopy,
  { path, place }: { path: string; place: string },
): TextEdit | undefined {
  if (instruction.heredocs.length > 0 || /\s/.test(path + place)) {
    return undefined;
  }
  const words = copyWords(instruction);
  const isRelative = /^\.?\/?$/.test(words[words.length - 1] ?? '/');
  const below = isRelative ? pathBelow(target, place) : undefined;
  const flags = instruction.flags.map(
    ({ span }) => `${source.slice(span.start, span.end)} `,
  );
  return insert(
    instruction.span.end,
    `${lineBreakAt(source, instruction)}COPY ${flags.join('')}${path} ${
      below ?? place
    }`,
  );
}

function addMount(
  source: string,
  { instruction, sources }: ContextCopy,
  { path, place }: { path: string; place: string },
): TextEdit | undefined {
  const flags = [...instruction.flags].sort(
    (a, b) => a.span.start - b.span.start,
  );
  const index = flags.findIndex(flag => mountsSource(flag, sources[0]?.text));
  if (index < 0) {
    return undefined;
  }
  const { end } = flags[index].span;
  // As the mounts are set apart from each other, or from the command.
  const between = /^(?:\s|\\\r?\n)+/.exec(source.slice(end))?.[0] ?? ' ';
  return insert(
    end,
    `${between}--mount=type=bind,source=${path},target=${place}`,
  );
}

function mountsSource(
  { name, value }: Flag,
  source: string | undefined,
): boolean {
  return (
    name === 'mount' &&
    source !== undefined &&
    (value?.split(',') ?? []).some(
      field => field === `source=${source}` || field === `src=${source}`,
    )
  );
}

function lineBreakAt(source: string, { span }: Instruction): string {
  return source.slice(span.end).startsWith('\r\n') ? '\r\n' : '\n';
}

function insert(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}
