/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { readGoCommand } from '../../units/goCommand';

/**
 * Whether a step fetches modules. A compile step that is told not to, as by
 * `-mod=vendor`, `GOPROXY=off` or `--network=none`, does not.
 */
export function fetchesModules(step: Step): boolean {
  return step.effects.downloadsModules && !isKeptFromFetching(step);
}

/** Whether a step cannot fetch modules, or is told not to. */
export function isKeptFromFetching(step: Step): boolean {
  const { effects, environment, instruction } = step;
  return (
    environment.variables.GOPROXY === 'off' ||
    instruction.flags.some(
      ({ name, value }) => name === 'network' && value === 'none',
    ) ||
    (effects.compiles && usesVendorOnly(step))
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
        [
          ...words.map(({ text }) => text),
          ...(
            prefixes.find(({ name }) => name === 'GOFLAGS')?.value ?? flags
          ).split(/\s+/),
        ].some(word => /^--?mod=vendor$/.test(word)),
    )
  );
}
