/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ShellCommand } from '../dockerfile/types';
import { folderOf, joinPath } from '../snapshot/repositoryPath';
import { BuildDraft } from './BuildDraft';
import { Definitions } from './Definitions';
import { parseScript } from './parseScript';
import { REPOSITORY_ROOT, resolvePath } from './placeBuild';
import { readBuildCommand } from './readBuildCommand';
import { YamlText } from './readYaml';
import { fillIn } from './unknownText';

/** A build, and the folder that its paths are relative to. */
export interface LocatedDraft {
  draft: BuildDraft;
  /** The line of the pipeline's file. */
  line: number;
  /** Undefined when not known. */
  folder?: string;
}

/** What runs a script. */
export interface ScriptSurroundings {
  /** The folder that it starts in; undefined when not known. */
  folder?: string;
  /** Values of variables that are known. */
  variables: ReadonlyMap<string, string>;
  definitions: Definitions;
}

/** What the scripts of a job do for images. */
export interface ScriptBuilds {
  builds: LocatedDraft[];
  /** Whether they build on a machine that outlives the job. */
  remoteBuilder: boolean;
}

class ScriptReader implements ScriptBuilds {
  readonly builds: LocatedDraft[] = [];
  remoteBuilder = false;
  readonly #definitions: Definitions;
  readonly #variables: Map<string, string>;
  #folder: string | undefined;
  /** Folders that `pushd` left. */
  readonly #left: (string | undefined)[] = [];

  constructor({ folder, variables, definitions }: ScriptSurroundings) {
    this.#folder = folder;
    this.#variables = new Map(variables);
    this.#definitions = definitions;
  }

  read(text: YamlText): void {
    const { commands, source } = parseScript(text.text);
    for (const command of commands) {
      if (command.substituted) {
        continue;
      }
      const line =
        text.firstLine === undefined
          ? text.line
          : text.firstLine + command.line - 1;
      this.#readCommand(command, { line, source });
    }
  }

  #readCommand(
    command: ShellCommand,
    place: { line: number; source: string },
  ): void {
    const { name, nameSpan } = command;
    if (name === 'cd' || name === 'pushd' || name === 'popd') {
      this.#changeFolder(command, place.source);
      return;
    }
    if (nameSpan === undefined && name === undefined) {
      this.#assign(command.environment);
      return;
    }
    if (name === 'export') {
      this.#assign(
        command.arguments.flatMap(({ text, static: isFixed }) => {
          const [, variable, value] = /^(\w+)=([^]*)$/.exec(text) ?? [];
          return variable === undefined
            ? []
            : [{ name: variable, value, static: isFixed }];
        }),
      );
      return;
    }
    const variables = new Map(this.#variables);
    if (this.#folder !== undefined) {
      variables.set('PWD', joinRoot(this.#folder));
    }
    const read = readBuildCommand(command, variables);
    switch (read?.kind) {
      case 'remote-builder':
        this.remoteBuilder = true;
        break;
      case 'build': {
        const { draft } = read;
        if (draft.noCache) {
          draft.noCacheLine = place.line + linesTo(command, place.source);
        }
        this.builds.push({ draft, line: place.line, folder: this.#folder });
        break;
      }
      case 'definition':
        for (const { draft, path } of this.#definitions.select(
          read.definition,
          this.#folder,
        ) ?? []) {
          const line = place.line;
          this.builds.push({
            draft: {
              ...draft,
              noCacheLine: read.definition.noCache ? line : undefined,
            },
            line,
            folder: folderOf(path),
          });
        }
        break;
      case undefined:
        break;
      default:
        read satisfies never;
    }
  }

  #assign(variables: ShellCommand['environment']): void {
    for (const { name, value, static: isFixed } of variables) {
      const known = isFixed ? value : fillIn(value, this.#variables);
      if (known === undefined || known.includes('$')) {
        this.#variables.delete(name);
      } else {
        this.#variables.set(name, known);
      }
    }
  }

  #changeFolder(
    { name, arguments: words, span }: ShellCommand,
    source: string,
  ): void {
    if (name === 'popd') {
      this.#folder = this.#left.pop();
      return;
    }
    if (name === 'pushd') {
      this.#left.push(this.#folder);
    }
    const word = words.find(({ text }) => !text.startsWith('-'));
    // What a subshell does with its folder ends with it, which is not followed.
    const isInSubshell = source.slice(0, span.start).trimEnd().endsWith('(');
    this.#folder =
      isInSubshell || !word
        ? undefined
        : resolvePath(fillIn(word.text, this.#variables), this.#folder);
  }
}

/** Reads the lines of a script, which run one after the other. */
export function readScriptBuilds(
  texts: readonly YamlText[],
  surroundings: ScriptSurroundings,
): ScriptBuilds {
  const reader = new ScriptReader(surroundings);
  for (const text of texts) {
    reader.read(text);
  }
  return reader;
}

/** The repository's folder as an absolute path of the machine. */
function joinRoot(folder: string): string {
  return folder === ''
    ? REPOSITORY_ROOT
    : `${REPOSITORY_ROOT}/${joinPath('', folder)}`;
}

/** Line breaks from a command's start to its `--no-cache`. */
function linesTo(command: ShellCommand, source: string): number {
  const word = command.arguments.find(({ text }) =>
    text.startsWith('--no-cache'),
  );
  return word
    ? source.slice(command.span.start, word.span.start).split('\n').length - 1
    : 0;
}
