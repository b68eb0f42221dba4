/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ShellLexer } from './ShellLexer';

/**
 * Variables by name.
 *
 * @public
 */
export type Variables =
  | ReadonlyMap<string, string>
  | Readonly<Record<string, string | undefined>>;

/**
 * How variables are replaced.
 *
 * @public
 */
export interface ExpandVariablesOptions {
  /** The values that are known. */
  variables: Variables;
  /** The Dockerfile's escape character. */
  escape?: '\\' | '`';
  /**
   * Characters that variables may come to; more is an error. Default: 128 Ki,
   * more than which a process cannot have.
   */
  maximum?: number;
}

/**
 * A text with its variables replaced.
 *
 * @public
 */
export interface ExpandedText {
  /** The text with variables replaced and quotes removed; unset ones are empty. */
  value: string;
  /** Names that had a value. */
  used: string[];
  /** Names that had none and for which the text has no `-` or `+` alternative. */
  unknown: string[];
  /** All names that had no value. */
  unset: string[];
  /** Why BuildKit would reject the text; `value` is the text as written then. */
  error?: string;
}

/**
 * Expands variables and removes quotes as BuildKit does for one word of an
 * instruction.
 *
 * @public
 */
export function expandVariables(
  text: string,
  options: ExpandVariablesOptions,
): ExpandedText {
  const { variables, escape = '\\', maximum } = options;
  // Most words hold nothing to expand.
  if (!/[$'"]/.test(text) && !text.includes(escape)) {
    return { value: text, used: [], unknown: [], unset: [] };
  }
  const { value, used, unknown, unset, error } = ShellLexer.run(text, {
    escape,
    lookUp: name => lookUp(variables, name),
    maximum,
  });
  if (error !== undefined) {
    return { value: text, used, unknown, unset, error };
  }
  return { value, used, unknown, unset };
}

function lookUp(variables: Variables, name: string): string | undefined {
  if (isMap(variables)) {
    return variables.get(name);
  }
  // Own properties only: `$constructor` is no variable.
  return Object.prototype.hasOwnProperty.call(variables, name)
    ? variables[name]
    : undefined;
}

function isMap(variables: Variables): variables is ReadonlyMap<string, string> {
  return variables instanceof Map;
}
