/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ShellCommand } from '../dockerfile/types';

/** The words of a go command, sorted out. */
export interface GoCommand<Word extends { text: string }> {
  /** What `-C` names: the folder that the command works in. */
  folder?: Word;
  /** `build`; undefined for a bare `go`. */
  verb?: string;
  /** The words behind the verb. */
  words: readonly Word[];
}

/**
 * Whether a program is the go command: by path, of a version of its own, or as
 * the cross-compiling one of https://github.com/tonistiigi/xx.
 */
export function isGo(name: string | undefined): boolean {
  return name !== undefined && /^(?:.*\/)?(?:xx-)?go(?:\d[\w.]*)?$/.test(name);
}

/** The words of a command of a RUN, if it is the go command. */
export function readGoCommand(
  command: ShellCommand,
): GoCommand<ShellCommand['arguments'][number]> | undefined {
  return isGo(command.name) ? sortGoWords(command.arguments) : undefined;
}

/** Sorts out the words behind `go`. */
export function sortGoWords<Word extends { text: string }>(
  words: readonly Word[],
): GoCommand<Word> {
  const { folder, rest } = takeFolder(words);
  return { folder, verb: rest[0]?.text, words: rest.slice(1) };
}

/** The word behind `-o`, if any: where a build puts what it makes. */
export function outputWord<Word extends { text: string }>(
  words: readonly Word[],
): Word | undefined {
  for (const [index, word] of words.entries()) {
    if (/^--?o$/.test(word.text)) {
      return words[index + 1];
    }
    const [, text] = /^--?o=(.+)$/.exec(word.text) ?? [];
    if (text) {
      return { ...word, text };
    }
  }
  return undefined;
}

/**
 * `-C` is the first flag, before or behind the verb.
 * https://pkg.go.dev/cmd/go#hdr-Compile_packages_and_dependencies
 */
function takeFolder<Word extends { text: string }>(
  words: readonly Word[],
): { folder?: GoCommand<Word>['folder']; rest: readonly Word[] } {
  const index = words.findIndex(({ text }) => text.startsWith('-'));
  const isNested = /^(?:mod|work)$/.test(words[0]?.text ?? '');
  if (index < 0 || index > (isNested ? 2 : 1)) {
    return { rest: words };
  }
  const flag = /^--?C(?:=([^]*))?$/.exec(words[index].text);
  if (!flag) {
    return { rest: words };
  }
  const [, joined] = flag;
  return joined === undefined
    ? { folder: words[index + 1], rest: without(words, index, 2) }
    : {
        folder: { ...words[index], text: joined },
        rest: without(words, index, 1),
      };
}

function without<Word>(
  words: readonly Word[],
  index: number,
  count: number,
): Word[] {
  return words.filter((_, at) => at < index || at >= index + count);
}
