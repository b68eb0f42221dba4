/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expandVariables } from '../dockerfile/expandVariables';
import { readGlobalScope } from '../dockerfile/globalScope';
import { readMounts } from '../dockerfile/readMounts';
import { Dockerfile, Instruction, Stage } from '../dockerfile/types';

/** Files of the build context that one instruction takes. */
export interface ContextSource {
  /** Sources with variables expanded, those that depend on unknown ones left out. */
  sources: string[];
  exclude: string[];
  parents: boolean;
}

/** A URL, a git address or a heredoc is no file of the context. */
const NOT_IN_CONTEXT = /^(?:https?:\/\/|git:\/\/|ssh:\/\/|git@|<<)/;

/**
 * What some stages take from the build context: by COPY and ADD, and by bind
 * mounts of RUN.
 */
export function contextSources(
  dockerfile: Dockerfile,
  options: {
    stages: readonly Stage[];
    buildArguments: Readonly<Record<string, string>>;
  },
): ContextSource[] {
  const { buildArguments } = options;
  const global = readGlobalScope(dockerfile, { buildArguments });
  return options.stages.flatMap(stage => {
    const variables = new Map<string, string>();
    const expand = (text: string): string[] => {
      const { value, unknown, error } = expandVariables(text, {
        variables,
        escape: dockerfile.escape,
      });
      return unknown.length > 0 || error !== undefined ? [] : [value];
    };
    return stage.instructions.flatMap(instruction => {
      if (instruction.keyword === 'ARG' || instruction.keyword === 'ENV') {
        for (const { name, value } of instruction.pairs ?? []) {
          const given =
            instruction.keyword === 'ARG' ? buildArguments[name] : undefined;
          const own = value === undefined ? [] : expand(value);
          const text = given ?? own[0] ?? global.variables.get(name);
          if (text !== undefined) {
            variables.set(name, text);
          }
        }
        return [];
      }
      return readSources(instruction, expand);
    });
  });
}

function readSources(
  instruction: Instruction,
  expand: (text: string) => string[],
): ContextSource[] {
  const { keyword, flags } = instruction;
  if (keyword === 'RUN') {
    return readMounts(instruction)
      .filter(({ type, from }) => type === 'bind' && from === undefined)
      .map(({ source }) => ({
        sources: expand(source ?? ''),
        exclude: [],
        parents: false,
      }));
  }
  const local = !flags.some(({ name }) => name === 'from');
  if ((keyword !== 'COPY' && keyword !== 'ADD') || !local) {
    return [];
  }
  const words = instruction.json ?? instruction.words.map(({ text }) => text);
  return [
    {
      sources: words
        .slice(0, -1)
        .flatMap(expand)
        .filter(source => !NOT_IN_CONTEXT.test(source)),
      exclude: flags
        .filter(({ name }) => name === 'exclude')
        .flatMap(({ value }) => expand(value ?? '')),
      parents: flags.some(
        ({ name, value }) => name === 'parents' && value !== 'false',
      ),
    },
  ];
}
