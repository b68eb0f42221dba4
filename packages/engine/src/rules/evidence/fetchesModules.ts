/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { Stage } from '../../dockerfile/types';
import { copyWords } from '../../units/contextCopies';
import { readGoCommand } from '../../units/goCommand';
import { once } from './once';

/** Whether a step cannot fetch modules, or is told not to. */
export const isKeptFromFetching = once(keepsFromFetching);

/** What the instructions of a stage copy from the context. */
const copiesOf = once(readCopies);

/**
 * Whether a step fetches modules. A compile step that is told not to, as by
 * `-mod=vendor`, `GOPROXY=off` or `--network=none`, does not.
 */
export function fetchesModules(step: Step): boolean {
  return step.effects.downloadsModules && !isKeptFromFetching(step);
}

function keepsFromFetching(step: Step): boolean {
  const { effects, environment, instruction } = step;
  return (
    environment.variables.GOPROXY === 'off' ||
    instruction.flags.some(
      ({ name, value }) => name === 'network' && value === 'none',
    ) ||
    (effects.compiles &&
      (usesVendorOnly(step) || takesVendor(step) || takesNoModule(step))) ||
    isBeforeModules(step)
  );
}

/** `COPY vendor/ vendor/`: what is required comes from the context. */
function takesVendor(step: Step): boolean {
  return (
    copiedBefore(step).some(source => /^(?:.*\/)?vendor\/?$/.test(source)) &&
    !/-mod[= ]mod\b/.test(
      `${step.instruction.text} ${step.environment.variables.GOFLAGS ?? ''}`,
    )
  );
}

/** Nothing but single Go files, without the go.mod that would require any. */
function takesNoModule(step: Step): boolean {
  const { stage, instruction } = step;
  const sources = copiedBefore(step);
  return (
    isGoImage(stage.base) &&
    sources.length > 0 &&
    sources.every(source => /^[^*?[\]$]+\.go$/.test(source)) &&
    step.mounts.length === 0 &&
    !stage.instructions.some(
      ({ keyword, span, text, heredocs }) =>
        keyword === 'RUN' &&
        span.start <= instruction.span.start &&
        (heredocs.length > 0 || /\bgo\s+(?:mod|get|work)\b|\.mod\b/.test(text)),
    )
  );
}

/** What the instructions of the same stage copy from the context. */
function copiedBefore({ stage, instruction }: Step): string[] {
  return copiesOf(stage)
    .filter(({ start }) => start < instruction.span.start)
    .map(({ source }) => source);
}

interface CopiedSource {
  /** Where the instruction that copies it starts. */
  start: number;
  source: string;
}

function readCopies({ instructions }: Stage): CopiedSource[] {
  return instructions.flatMap(instruction =>
    (instruction.keyword === 'COPY' || instruction.keyword === 'ADD') &&
    !instruction.flags.some(({ name }) => name === 'from')
      ? copyWords(instruction)
          .slice(0, -1)
          .map(source => ({ start: instruction.span.start, source }))
      : [],
  );
}

function isGoImage(base: string): boolean {
  return /^(?:.*\/)?golang(?:[:@]|$)/.test(base);
}

/**
 * Whether the Go of the step knows no modules, as before 1.11. Only a
 * `go get` of the packages at hand fetches what they import then.
 * https://go.dev/doc/go1.11#modules
 */
function isBeforeModules({ stage, environment, shell }: Step): boolean {
  const [, minor] =
    /^(?:.*\/)?golang:1\.(\d+)(?:[.-]|$)/.exec(stage.base) ?? [];
  const isOff =
    environment.variables.GO111MODULE === 'off' ||
    (minor !== undefined && Number(minor) < 11);
  return (
    isOff &&
    !(shell?.commands ?? []).some(command => {
      const go = readGoCommand(command);
      const packages = (go?.words ?? []).filter(
        ({ text }) => !text.startsWith('-'),
      );
      return (
        go?.verb === 'get' &&
        packages.every(({ text }) => /^\.\.?(?:\/|$)/.test(text))
      );
    })
  );
}

/** https://go.dev/ref/mod#build-commands */
function usesVendorOnly({ shell, environment }: Step): boolean {
  const commands = (shell?.commands ?? []).flatMap(command => {
    const goCommand = readGoCommand(command);
    return goCommand &&
      !/^(?:env|version|clean|fmt)$/.test(goCommand.verb ?? '')
      ? [{ ...goCommand, prefixes: command.environment }]
      : [];
  });
  const flags = environment.variables.GOFLAGS ?? '';
  return (
    commands.length > 0 &&
    commands.every(
      ({ verb, words, prefixes }) =>
        !/^(?:mod|get|work)$/.test(verb ?? '') &&
        // The flag package of Go takes `-mod vendor` as well.
        (words.some(
          ({ text }, index) =>
            /^--?mod$/.test(text) && words[index + 1]?.text === 'vendor',
        ) ||
          [
            ...words.map(({ text }) => text),
            ...(
              prefixes.find(({ name }) => name === 'GOFLAGS')?.value ?? flags
            ).split(/\s+/),
          ].some(word => /^--?mod=vendor$/.test(word))),
    )
  );
}
