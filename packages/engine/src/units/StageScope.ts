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

/** What a text, or a variable's value, is made of. */
interface Expansion {
  /** Undefined for an ARG that has no value here. */
  value?: string;
  certain: boolean;
  /** Names without a value that stand in it. */
  unknown: readonly string[];
  /** Build arguments that stand in it. */
  arguments: readonly string[];
  /** Variables with a value that stand in it. */
  parts: readonly Variable[];
}

/** A text with its variables filled in. */
interface Expanded extends Expansion {
  value: string;
  /** Names of the variables that were. */
  used: readonly string[];
}

/** A variable of a stage, set by ENV or ARG; the later of the two wins. */
interface Variable extends Expansion {
  /** The value, with `*` for what is not known of it. */
  pattern: string;
}

/**
 * Each variable can double the one before. Longer values, and texts with more
 * variables than this, count as not known; so do all after so much text.
 */
const MAXIMUM_VALUE = 8192;
const MAXIMUM_REFERENCES = 512;
const MAXIMUM_TOTAL = 256 * 1024;

/** Linux has no longer path, so no build gets to a WORKDIR that is longer. */
const MAXIMUM_PATH = 4096;

const notKnown = {
  certain: false,
  unknown: [],
  arguments: [],
  parts: [],
};

/** What a build gives to all of its stages. */
export interface BuildScope {
  escape: '\\' | '`';
  buildArguments: Readonly<Record<string, string>>;
  global: GlobalScope;
  /** Characters that variables have come to so far. */
  total: number;
}

/**
 * What is in force at a place of a stage. A stage that stands on another one
 * starts with the other's ENV, ARG, USER and WORKDIR.
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
  /** As USER says; `''` for the base image's. */
  #declaredUser: string;
  #workdir: string;

  constructor(build: BuildScope, base: StageScope | ResolvedBase) {
    this.#build = build;
    if (base instanceof StageScope) {
      this.#isShared = true;
      this.#variables = base.#variables;
      this.#values = base.#values;
      this.#arguments = base.#arguments;
      this.#environment = base.#environment;
      this.#declaredUser = base.#declaredUser;
      this.#workdir = base.#workdir;
      return;
    }
    this.#isShared = false;
    this.#variables = new Map();
    this.#values = new Map();
    this.#arguments = new Set();
    this.#environment = new Set();
    this.#declaredUser = '';
    this.#workdir = '/';
    // The Go image sets GOPATH and starts in it.
    if (
      (base.type === 'image' || base.type === 'context') &&
      base.image !== undefined &&
      namesGolang(base.image)
    ) {
      this.#workdir = '/go';
      this.#set('GOPATH', {
        value: '/go',
        pattern: '/go',
        certain: true,
        unknown: [],
        arguments: [],
        parts: [],
      });
    }
  }

  /** What is in force behind an instruction. */
  after(instruction: Instruction): StageScope {
    switch (instruction.keyword) {
      case 'ENV':
      case 'ARG':
      case 'USER':
      case 'WORKDIR': {
        const scope = new StageScope(this.#build, this);
        scope.#apply(instruction);
        return scope;
      }
      default:
        return this;
    }
  }

  #apply(instruction: Instruction): void {
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
        this.#declaredUser = this.expand(instruction.text).value;
        break;
      case 'WORKDIR': {
        const folder = this.resolve(this.expand(instruction.text).value);
        if (folder.length < MAXIMUM_PATH) {
          this.#workdir = folder;
        }
        break;
      }
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
    // The order is that in which they were last set, as in a process's
    // environment.
    this.#variables.delete(name);
    this.#values.delete(name);
    this.#variables.set(name, variable);
    if (variable.value !== undefined) {
      this.#values.set(name, variable.value);
    }
  }

  #read(text: string): Variable {
    const build = this.#build;
    if (build.total > MAXIMUM_TOTAL) {
      return { ...notKnown, value: '', pattern: '*' };
    }
    const expansion = this.#expand(text);
    const pattern = this.#toPattern(text, expansion);
    // What is not known leaves nothing in the value, and much in the pattern.
    const length = Math.max(expansion.value.length, pattern.length);
    build.total += length;
    return length > MAXIMUM_VALUE
      ? { ...expansion, value: '', pattern: '*', certain: false }
      : { ...expansion, pattern };
  }

  /**
   * An ARG that gets no value leaves a variable of its name as it is, but it may
   * get one in another build.
   * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go (dispatchArg)
   */
  #readArgument(name: string, fallback: string | undefined): Variable {
    const { buildArguments, global } = this.#build;
    const own = fallback === undefined ? undefined : this.#read(fallback);
    const names = [name, ...(own?.arguments ?? [])];
    const parts = own?.parts ?? [];
    const of = { arguments: names, parts };
    if (Object.hasOwn(buildArguments, name)) {
      const value = buildArguments[name];
      return { ...of, value, pattern: value, certain: true, unknown: [] };
    }
    if (own) {
      return { ...own, ...of };
    }
    const value = global.variables.get(name);
    if (value !== undefined) {
      const unknown = global.unknown.get(name) ?? [];
      const certain = unknown.length === 0;
      return { ...of, value, pattern: certain ? value : '*', certain, unknown };
    }
    const before = this.#variables.get(name);
    return before?.value === undefined
      ? { ...of, pattern: '*', certain: false, unknown: [name] }
      : { ...before, arguments: names, parts: [before] };
  }

  #expand(text: string): Expanded {
    if (
      text.includes('$') &&
      text.split('$', MAXIMUM_REFERENCES + 2).length > MAXIMUM_REFERENCES
    ) {
      return { ...notKnown, value: text, used: [] };
    }
    const { value, unknown, used, unset, error } = expandVariables(text, {
      variables: this.#values,
      escape: this.#build.escape,
      maximum: MAXIMUM_VALUE,
    });
    if (used.length === 0 && unset.length === 0) {
      return { ...notKnown, value, certain: error === undefined, used };
    }
    const parts = used.flatMap(name => this.#variables.get(name) ?? []);
    return {
      value,
      certain:
        error === undefined &&
        unknown.length === 0 &&
        parts.every(({ certain }) => certain),
      unknown,
      arguments: unset.filter(name => this.#variables.has(name)),
      parts,
      used,
    };
  }

  /** Fills in variables as BuildKit does in this place. */
  expand(text: string): ScopedText {
    const expansion = this.#expand(text);
    const { value, certain, parts } = expansion;
    const { unknown, arguments: names } =
      parts.length > 0 ? originsOf([expansion]) : expansion;
    return { value, certain, unknown: [...unknown], arguments: [...names] };
  }

  /**
   * As a pattern of paths: a variable without a value may have any, so that a
   * source that depends on one takes what it could take.
   */
  expandToPattern(text: string): string {
    return this.#toPattern(text, this.#expand(text));
  }

  #toPattern(
    text: string,
    { value, certain, unknown, used }: Expanded,
  ): string {
    if (certain || (unknown.length === 0 && used.length === 0)) {
      return value;
    }
    const { value: pattern, error } = expandVariables(text, {
      variables: new Map([
        ...unknown.map(name => [name, '*'] as const),
        ...used.map(
          name => [name, this.#variables.get(name)?.pattern ?? '*'] as const,
        ),
      ]),
      escape: this.#build.escape,
      maximum: MAXIMUM_VALUE,
    });
    return error === undefined ? pattern : '*';
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
    if (this.#variables.size === this.#values.size) {
      return [];
    }
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

  /** Without group; root where no USER says otherwise. */
  get user(): string {
    return this.#declaredUser.split(':')[0] || 'root';
  }

  /** As USER says, with group; `''` for the base image's. */
  get declaredUser(): string {
    return this.#declaredUser;
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
    if (this.#arguments.size === 0) {
      return [];
    }
    return originsOf([...this.#variables.values()]).arguments;
  }
}

/** What values are made of in the end. */
function originsOf(
  expansions: readonly Expansion[],
): Pick<ScopedText, 'unknown' | 'arguments'> {
  const seen = new Set(expansions);
  const unknown = new Set<string>();
  const names = new Set<string>();
  // A set goes on to what is added to it on the way.
  for (const expansion of seen) {
    expansion.unknown.forEach(name => unknown.add(name));
    expansion.arguments.forEach(name => names.add(name));
    expansion.parts.forEach(part => seen.add(part));
  }
  return { unknown: [...unknown], arguments: [...names] };
}
