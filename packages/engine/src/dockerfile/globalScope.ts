/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ExpandedText, expandVariables } from './expandVariables';
import { Dockerfile } from './types';

/**
 * The circumstances of a build that decide on its base images.
 *
 * @public
 */
export interface BuildParameters {
  /** Values of `--build-arg`. */
  buildArguments?: Readonly<Record<string, string>>;
  /** `--platform`, default `linux/amd64`. */
  platform?: string;
  /** The builder's own platform, default `linux/amd64`. */
  buildPlatform?: string;
  /** `--target`. */
  target?: string;
  /** `--build-context`: contexts that FROM and `--from` may name. */
  namedContexts?: readonly NamedBase[];
}

/**
 * A named build context, as far as it matters to what a stage stands on.
 *
 * @public
 */
export interface NamedBase {
  /** As the builder looks it up: without `docker.io/library/` and `:latest`. */
  name: string;
  /** The image that it is, if it is one. */
  image?: string;
}

/** What FROM can refer to: predefined arguments and ARGs before the first FROM. */
export interface GlobalScope {
  variables: ReadonlyMap<string, string>;
  /** For each variable the names without value that its default is made of. */
  unknown: ReadonlyMap<string, readonly string[]>;
  /** ARG defaults that cannot be expanded, by name. */
  errors: ReadonlyMap<string, string>;
  /** Named build contexts by name. */
  contexts: ReadonlyMap<string, NamedBase>;
}

/** Each ARG can double the one before; what is longer than this stays empty. */
const MAXIMUM_TOTAL = 1024 * 1024;

const TOO_LONG: ExpandedText = {
  value: '',
  used: [],
  unknown: [],
  unset: [],
  error: 'arguments expand to too long a text',
};

const DEFAULT_PLATFORM = 'linux/amd64';

/**
 * Builds the scope of FROM.
 * https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope
 */
export function readGlobalScope(
  dockerfile: Dockerfile,
  parameters: BuildParameters,
): GlobalScope {
  const given = new Map(Object.entries(parameters.buildArguments ?? {}));
  const variables = new Map<string, string>();
  const unknown = new Map<string, readonly string[]>();
  const errors = new Map<string, string>();
  let total = 0;
  for (const [name, value] of predefined(dockerfile, parameters)) {
    variables.set(name, given.get(name) ?? value);
  }
  for (const instruction of dockerfile.globalArguments) {
    for (const { name, value } of instruction.pairs ?? []) {
      const override = given.get(name);
      if (override !== undefined) {
        variables.set(name, override);
        unknown.delete(name);
      } else if (value !== undefined) {
        const expanded =
          total > MAXIMUM_TOTAL
            ? TOO_LONG
            : expandVariables(value, { variables, escape: dockerfile.escape });
        total += expanded.value.length;
        if (expanded.error !== undefined) {
          errors.set(name, expanded.error);
        }
        unknown.set(name, collectUnknown(expanded, unknown));
        variables.set(name, expanded.value);
      }
    }
  }
  const contexts = new Map(
    (parameters.namedContexts ?? []).map(context => [context.name, context]),
  );
  return { variables, unknown, errors, contexts };
}

/** Names without value that an expansion depends on, directly or not. */
export function collectUnknown(
  expanded: { used: readonly string[]; unknown: readonly string[] },
  unknown: ReadonlyMap<string, readonly string[]>,
): string[] {
  const names = new Set(expanded.unknown);
  for (const used of expanded.used) {
    for (const name of unknown.get(used) ?? []) {
      names.add(name);
    }
  }
  return [...names];
}

function predefined(
  dockerfile: Dockerfile,
  parameters: BuildParameters,
): [string, string][] {
  const { stages } = dockerfile;
  const target = parameters.target || stages[stages.length - 1]?.name;
  return [
    ...platformArguments('BUILD', parameters.buildPlatform),
    ...platformArguments('TARGET', parameters.platform),
    ['TARGETSTAGE', target ?? 'default'],
  ];
}

function platformArguments(
  prefix: 'BUILD' | 'TARGET',
  platform = DEFAULT_PLATFORM,
): [string, string][] {
  const [os = '', architecture = '', variant = ''] = platform.split('/');
  return [
    [`${prefix}PLATFORM`, platform],
    [`${prefix}OS`, os],
    [`${prefix}OSVERSION`, ''],
    [`${prefix}ARCH`, architecture],
    [`${prefix}VARIANT`, variant],
  ];
}
