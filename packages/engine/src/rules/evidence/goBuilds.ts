/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CacheModel, Step } from '../../cache/types';
import { ShellCommand, ShellWord } from '../../dockerfile/types';
import { isGo, readGoCommand } from '../../units/goCommand';
import { UnitSubject } from '../types';
import { once } from './once';
import { unquote } from './unquote';

/** A `go build` or `go install` of packages of the repository. */
export interface GoBuild {
  step: Step;
  command: ShellCommand;
  verb: ShellWord;
  /** The folder of `-C`. */
  folder?: ShellWord;
  /** The words behind the verb, known variables filled in. */
  words: readonly string[];
  /** Whether words that are not known may hold flags. */
  mayHaveFlags: boolean;
  /** Variables in force, with those that the script sets before. */
  variables: Readonly<Record<string, string>>;
  /** Names of variables that are set to something not known. */
  unknown: ReadonlySet<string>;
}

const buildsIn = once(readBuilds);

/** The builds that the Dockerfile spells out, in order. */
export function goBuilds({ model }: UnitSubject): readonly GoBuild[] {
  return buildsIn(model);
}

function readBuilds({ steps }: CacheModel): GoBuild[] {
  return steps.filter(mayBuild).flatMap(buildsOf);
}

function mayBuild({ shell }: Step): boolean {
  return (
    shell?.commands.some(
      ({ name, arguments: words }) =>
        isGo(name) && words.some(({ text }) => isBuildVerb(text)),
    ) === true
  );
}

function isBuildVerb(word: string | undefined): boolean {
  return word === 'build' || word === 'install';
}

function buildsOf(step: Step): GoBuild[] {
  const variables: Record<string, string> = { ...step.environment.variables };
  const unknown = new Set(step.environment.unknownArguments);
  const set = (name: string, value: string, isKnown: boolean) => {
    variables[name] = value;
    if (isKnown) {
      unknown.delete(name);
    } else {
      unknown.add(name);
    }
  };
  const builds: GoBuild[] = [];
  for (const command of step.shell?.commands ?? []) {
    const goCommand = readGoCommand(command);
    const { verb: name, words = [], folder } = goCommand ?? {};
    const isSetting = name === 'env' && words[0]?.text === '-w';
    if (command.name === 'export' || isSetting) {
      for (const { text, static: isStatic } of command.arguments) {
        const match = /^(\w+)=([^]*)$/.exec(text);
        if (match) {
          set(match[1], unquote(match[2]), isStatic);
        }
      }
    } else if (command.name === undefined) {
      for (const {
        name: own,
        value,
        static: isStatic,
      } of command.environment) {
        set(own, value, isStatic);
      }
    }
    const verb = isBuildVerb(name)
      ? command.arguments.find(word => word.text === name && word !== folder)
      : undefined;
    if (!verb) {
      continue;
    }
    const own = { ...variables };
    const ownUnknown = new Set(unknown);
    for (const { name: key, value, static: isStatic } of command.environment) {
      own[key] = value;
      if (isStatic) {
        ownUnknown.delete(key);
      } else {
        ownUnknown.add(key);
      }
    }
    const filled = fillIn(words, own, ownUnknown);
    // Tools of other modules are not what the repository builds.
    if (
      filled.words.some(word =>
        /^[^-@\s=][^-@\s=.]*\.[^-@\s=][^-@\s=/]*\/[^\s@]*@/.test(word),
      )
    ) {
      continue;
    }
    builds.push({
      step,
      command,
      verb,
      folder,
      ...filled,
      variables: own,
      unknown: ownUnknown,
    });
  }
  return builds;
}

function fillIn(
  words: readonly ShellWord[],
  variables: Readonly<Record<string, string>>,
  unknown: ReadonlySet<string>,
): { words: string[]; mayHaveFlags: boolean } {
  const filled: string[] = [];
  let mayHaveFlags = false;
  for (const [index, { text, static: isStatic }] of words.entries()) {
    const name = /^["']?\$(?:(\w+)|\{(\w+)\})["']?$/.exec(text);
    const key = name && (name[1] ?? name[2]);
    const isValue = /^--?(?:o|ldflags|tags|gcflags|asmflags|p|mod)$/.test(
      words[index - 1]?.text ?? '',
    );
    if (isStatic || isValue || !/^["']?[$`]/.test(text)) {
      filled.push(text);
    } else if (key && Object.hasOwn(variables, key) && !unknown.has(key)) {
      filled.push(...variables[key].split(/\s+/).filter(part => part !== ''));
    } else {
      filled.push(text);
      mayHaveFlags = true;
    }
  }
  return { words: filled, mayHaveFlags };
}

/** The flags of a build, those of GOFLAGS included; undefined if not known. */
export function flagsOf(build: GoBuild): string[] | undefined {
  const { words, mayHaveFlags, variables, unknown } = build;
  const goFlags = variables.GOFLAGS ?? '';
  return mayHaveFlags || unknown.has('GOFLAGS') || /[$`]/.test(goFlags)
    ? undefined
    : [...words, ...goFlags.split(/\s+/)];
}
