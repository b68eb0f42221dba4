/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expandVariables } from '../dockerfile/expandVariables';
import { GlobalScope } from '../dockerfile/globalScope';
import { ResolvedBase } from '../dockerfile/resolveBase';
import { Instruction } from '../dockerfile/types';
import { joinImagePath } from './imagePath';
import { namesGolang } from './namesGolang';

/** What a text becomes where it stands. */
export interface ScopedText {
  value: string;
  /** Whether the value is known: it depends on nothing without value. */
  certain: boolean;
  /** Variables without a value that it depends on, also by way of others. */
  unknown: string[];
  /** Build arguments that it depends on, also by way of others. */
  arguments: string[];
}

/** A variable of a stage, set by ENV or ARG; the later of the two wins. */
interface Variable {
  /** Undefined for an ARG that has no value here. */
  value?: string;
  /** The value, with `*` for what is not known of it. */
  pattern: string;
  certain: boolean;
  /** Variables without a value that it is made of. */
  unknown: readonly string[];
  /** Build arguments that it is made of. */
  arguments: readonly string[];
}

/**
 * Each variable can double the one before. Longer values, and texts with more
 * variables than this, count as not known.
 */
const MAXIMUM_VALUE = 8192;
const MAXIMUM_REFERENCES = 512;

/** What a build gives to all of its stages. */
export interface BuildScope {
  escape: '\\' | '`';
  buildArguments: Readonly<Record<string, string>>;
  global: GlobalScope;
}

/**
 * What is in force in a stage, updated instruction by instruction. A stage that
 * stands on another one starts with the other's ENV, ARG, USER and WORKDIR.
 * https://docs.docker.com/build/building/variables/#scoping
 */
export class StageScope {
  readonly #build: BuildScope;
  #variables: Map<string, Variable>;
  /** Those of the variables that have a value. */
  #values: Map<string, string>;
  /** Names that ARG declared. */
  #arguments: Set<string>;
  /** Names that ENV set. */
  #environment: Set<string>;
  /** Whether the collections are those of another scope too. */
  #isShared: boolean;
  #user: string;
  #workdir: string;

  constructor(build: BuildScope, base: StageScope | ResolvedBase) {
    this.#build = build;
    if (base instanceof StageScope) {
      base.#isShared = true;
      this.#isShared = true;
      this.#variables = base.#variables;
      this.#values = base.#values;
      this.#arguments = base.#arguments;
      this.#environment = base.#environment;
      this.#user = base.#user;
      this.#workdir = base.#workdir;
      return;
    }
    this.#isShared = false;
    this.#variables = new Map();
    this.#values = new Map();
    this.#arguments = new Set();
    this.#environment = new Set();
    this.#user = 'root';
    this.#workdir = '/';
    // The Go image sets GOPATH and starts in it.
    if (base.type === 'image' && namesGolang(base.image)) {
      this.#workdir = '/go';
      this.#set('GOPATH', {
        value: '/go',
        pattern: '/go',
        certain: true,
        unknown: [],
        arguments: [],
      });
    }
  }

  /** What is in force now, whatever comes after. */
  snapshot(): StageScope {
    return new StageScope(this.#build, this);
  }

  /** Takes in an ARG, ENV, USER or WORKDIR; others change nothing here. */
  apply(instruction: Instruction): void {
    switch (instruction.keyword) {
      case 'ENV': {
        // All pairs of one ENV see the values from before it.
        const variables = (instruction.pairs ?? []).map(
          ({ name, value = '' }) => [name, this.#read(value)] as const,
        );
        for (const [name, variable] of variables) {
          this.#set(name, variable);
          this.#environment.add(name);
        }
        break;
      }
      case 'ARG':
        for (const { name, value } of instruction.pairs ?? []) {
          this.#set(name, this.#readArgument(name, value));
          this.#arguments.add(name);
        }
        break;
      case 'USER':
        this.#user = this.expand(instruction.text).value.split(':')[0];
        break;
      case 'WORKDIR':
        this.#workdir = this.resolve(this.expand(instruction.text).value);
        break;
      default:
    }
  }

  #set(name: string, variable: Variable): void {
    if (this.#isShared) {
      this.#variables = new Map(this.#variables);
      this.#values = new Map(this.#values);
      this.#arguments = new Set(this.#arguments);
      this.#environment = new Set(this.#environment);
      this.#isShared = false;
    }
    this.#variables.set(name, variable);
    if (variable.value !== undefined) {
      this.#values.set(name, variable.value);
    } else {
      this.#values.delete(name);
    }
  }

  #read(text: string): Variable {
    const expanded = this.expand(text);
    return expanded.value.length > MAXIMUM_VALUE
      ? { ...expanded, value: '', pattern: '*', certain: false }
      : { ...expanded, pattern: this.expandToPattern(text) };
  }

  /**
   * An ARG that gets no value leaves a variable of its name as it is, but it may
   * get one in another build.
   * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go (dispatchArg)
   */
  #readArgument(name: string, fallback: string | undefined): Variable {
    const { buildArguments, global } = this.#build;
    const own = fallback === undefined ? undefined : this.#read(fallback);
    const before = own ? undefined : this.#variables.get(name);
    const names = [name, ...(own?.arguments ?? [])];
    if (Object.hasOwn(buildArguments, name)) {
      const value = buildArguments[name];
      const known = { value, pattern: value, certain: true, unknown: [] };
      return { ...known, arguments: names };
    }
    if (own) {
      return { ...own, arguments: names };
    }
    const value = global.variables.get(name);
    if (value !== undefined) {
      const unknown = global.unknown.get(name) ?? [];
      const certain = unknown.length === 0;
      const pattern = certain ? value : '*';
      return { value, pattern, certain, unknown, arguments: names };
    }
    return before?.value === undefined
      ? { pattern: '*', certain: false, unknown: [name], arguments: names }
      : { ...before, arguments: unique([...names, ...before.arguments]) };
  }

  /** Fills in variables as BuildKit does in this place. */
  expand(text: string): ScopedText {
    if (text.split('$', MAXIMUM_REFERENCES + 2).length > MAXIMUM_REFERENCES) {
      return { value: text, certain: false, unknown: [], arguments: [] };
    }
    const { value, unknown, used, unset, error } = expandVariables(text, {
      variables: this.#values,
      escape: this.#build.escape,
    });
    const parts = used.flatMap(name => this.#variables.get(name) ?? []);
    return {
      value,
      certain:
        error === undefined &&
        unknown.length === 0 &&
        parts.every(({ certain }) => certain),
      unknown: unique([...unknown, ...parts.flatMap(part => part.unknown)]),
      arguments: unique(
        [...used, ...unset].flatMap(
          name => this.#variables.get(name)?.arguments ?? [],
        ),
      ),
    };
  }

  /**
   * As a pattern of paths: a variable without a value may have any, so that a
   * source that depends on one takes what it could take.
   */
  expandToPattern(text: string): string {
    const { value, unknown } = this.expand(text);
    if (unknown.length === 0) {
      return value;
    }
    return expandVariables(text, {
      variables: new Map([
        ...unknown.map(name => [name, '*'] as const),
        ...[...this.#variables].map(
          ([name, { pattern }]) => [name, pattern] as const,
        ),
      ]),
      escape: this.#build.escape,
    }).value;
  }

  /** An absolute path of the image. */
  resolve(path: string): string {
    return joinImagePath(this.#workdir, path);
  }

  /** The values of ENV and ARG, as far as they have one. */
  get variables(): ReadonlyMap<string, string> {
    return this.#values;
  }

  /** Names of ARGs that have no value here. */
  get unset(): string[] {
    return [...this.#variables].flatMap(([name, { value }]) =>
      value === undefined ? [name] : [],
    );
  }

  /** Names that ARG declared, in this stage or below it. */
  get arguments(): ReadonlySet<string> {
    return this.#arguments;
  }

  /** Names that ENV set, in this stage or below it. */
  get environment(): ReadonlySet<string> {
    return this.#environment;
  }

  get user(): string {
    return this.#user;
  }

  get workdir(): string {
    return this.#workdir;
  }

  /**
   * Build arguments that are part of a RUN's key: declared ones are in its
   * environment, whether it uses them or not. Proxy arguments need no ARG and
   * are kept out of the key.
   * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go (dispatchArg, dispatchRun)
   */
  get runArguments(): string[] {
    return unique(
      [...this.#variables.values()].flatMap(variable => variable.arguments),
    );
  }
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
