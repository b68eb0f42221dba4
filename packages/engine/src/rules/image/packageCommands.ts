/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { ShellCommand, ShellWord } from '../../dockerfile/types';
import { Span } from '../../span';
import { baseName } from '../../snapshot/repositoryPath';

/** A call of apt, apk or dnf in a RUN. */
export interface PackageCommand {
  step: Step;
  command: ShellCommand;
  /** `apt-get`, `apk`, … */
  program: string;
  /** The program as written, where its text is the file's. */
  programSpan?: Span;
  /** `install`, `add`, `update`, … */
  verb: ShellWord;
  /** All words behind the program, known variables filled in. */
  words: readonly string[];
  /** Whether words that are not known may hold flags. */
  mayHaveFlags: boolean;
}

const programs = new Set(['apk', 'apt', 'apt-get', 'dnf', 'microdnf', 'yum']);

/** The calls of package managers in a step, in order. */
export function packageCommands(step: Step): PackageCommand[] {
  return (step.shell?.commands ?? []).flatMap(command => {
    const found = findProgram(command);
    if (!found) {
      return [];
    }
    const words: string[] = [];
    let mayHaveFlags = false;
    for (const word of found.words) {
      const known = knownWords(word, step.environment.variables);
      words.push(...(known ?? [word.text]));
      mayHaveFlags ||= known === undefined && mayBeFlag(word.text);
    }
    const verb = found.words.find(
      (word, index) =>
        word.static &&
        /^[a-z][a-z-]*$/.test(word.text) &&
        !takesValue(found.words[index - 1]?.text),
    );
    return verb
      ? [
          {
            step,
            command,
            program: found.program,
            programSpan: found.span,
            verb,
            words,
            mayHaveFlags,
          },
        ]
      : [];
  });
}

function findProgram({
  name,
  nameSpan,
  arguments: words,
}: ShellCommand):
  | { program: string; span?: Span; words: readonly ShellWord[] }
  | undefined {
  const program = baseName(name ?? '');
  if (programs.has(program)) {
    return { program, span: nameSpan, words };
  }
  if (program !== 'sudo') {
    return undefined;
  }
  const index = words.findIndex(
    ({ text }) => !text.startsWith('-') && !/^\w+=/.test(text),
  );
  const word = words[index];
  return word && programs.has(baseName(word.text))
    ? {
        program: baseName(word.text),
        span: word.span,
        words: words.slice(index + 1),
      }
    : undefined;
}

/** Flags in front of the verb whose value is the next word. */
function takesValue(flag: string | undefined): boolean {
  return (
    flag !== undefined &&
    /^(?:-o|--option|-c|--config-file|-t|--target-release|-X|--repository|-p|--root|--setopt|--arch|--virtual)$/.test(
      flag,
    )
  );
}

/** A word, or the words of a variable; undefined where it is not known. */
function knownWords(
  { text, static: isStatic }: ShellWord,
  variables: Readonly<Record<string, string>>,
): string[] | undefined {
  if (isStatic) {
    return [text];
  }
  const name = /^\$(?:(\w+)|\{(\w+)\})$/.exec(text);
  const value = name && variables[name[1] ?? name[2]];
  return typeof value === 'string'
    ? value.split(/\s+/).filter(word => word !== '')
    : undefined;
}

/** `$APT_FLAGS` may hold any flag; `$PACKAGES` and `git=$VERSION` do not. */
function mayBeFlag(text: string): boolean {
  return /^["'-]*[$`]/.test(text) && !/pack|pkg|dep|lib|tool/i.test(text);
}
