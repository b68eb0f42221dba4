/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expandVariables } from '../dockerfile/expandVariables';
import { GlobalScope } from '../dockerfile/globalScope';
import { parseImageReference } from '../dockerfile/parseImageReference';
import { readMounts } from '../dockerfile/readMounts';
import { ResolvedBase } from '../dockerfile/resolveBase';
import { Instruction, Mount } from '../dockerfile/types';
import { joinImagePath } from '../units/imagePath';
import { StepEnvironment } from './types';

/** What an instruction's text becomes where it stands. */
export interface ExpandedIn {
  value: string;
  /** Variables without a value that it depends on. */
  unknown: string[];
  /** Build arguments that it depends on, also by way of ENV. */
  arguments: string[];
}

/** A variable of a stage, set by ENV or ARG; the later of the two wins. */
interface Variable {
  /** Undefined for an ARG that has no value here. */
  value?: string;
  /** Build arguments that the value is made of. */
  arguments: readonly string[];
}

/**
 * What is in force in a stage, updated instruction by instruction. A stage that
 * stands on another one starts with the other's ENV, ARG, USER and WORKDIR.
 * https://docs.docker.com/build/building/variables/#scoping
 */
export class StageEnvironment {
  readonly #escape: '\\' | '`';
  readonly #buildArguments: ReadonlyMap<string, string>;
  readonly #global: GlobalScope;
  readonly #variables: Map<string, Variable>;
  #user: string;
  #workdir: string;

  constructor(options: {
    escape: '\\' | '`';
    buildArguments: Readonly<Record<string, string>>;
    global: GlobalScope;
    base: StageEnvironment | ResolvedBase;
  }) {
    const { base } = options;
    this.#escape = options.escape;
    this.#buildArguments = new Map(Object.entries(options.buildArguments));
    this.#global = options.global;
    if (base instanceof StageEnvironment) {
      this.#variables = new Map(base.#variables);
      this.#user = base.#user;
      this.#workdir = base.#workdir;
    } else {
      const official = isGolangImage(base);
      this.#variables = new Map(
        official ? [['GOPATH', { value: '/go', arguments: [] }]] : [],
      );
      this.#user = 'root';
      this.#workdir = official ? '/go' : '/';
    }
  }

  /** What is in force now, whatever comes after. */
  snapshot(): StageEnvironment {
    return new StageEnvironment({
      escape: this.#escape,
      buildArguments: Object.fromEntries(this.#buildArguments),
      global: this.#global,
      base: this,
    });
  }

  /** Takes in an ARG, ENV, USER or WORKDIR; others change nothing here. */
  apply(instruction: Instruction): void {
    switch (instruction.keyword) {
      case 'ENV': {
        // All pairs of one ENV see the values from before it.
        const pairs = (instruction.pairs ?? []).map(
          ({ name, value }) => [name, this.expand(value ?? '')] as const,
        );
        for (const [name, expanded] of pairs) {
          this.#variables.set(name, {
            value: expanded.value,
            arguments: expanded.arguments,
          });
        }
        break;
      }
      case 'ARG':
        for (const { name, value } of instruction.pairs ?? []) {
          this.#applyArgument(name, value);
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

  /**
   * An ARG that gets no value leaves a variable of its name as it is, but it may
   * get one in another build.
   */
  #applyArgument(name: string, fallback: string | undefined): void {
    const own = fallback === undefined ? undefined : this.expand(fallback);
    const value =
      this.#buildArguments.get(name) ??
      own?.value ??
      this.#global.variables.get(name);
    const before = this.#variables.get(name);
    this.#variables.set(name, {
      value: value ?? before?.value,
      arguments: [
        name,
        ...(own?.arguments ?? []),
        ...(value === undefined ? before?.arguments ?? [] : []),
      ],
    });
  }

  /** Fills in variables as BuildKit does in this place. */
  expand(text: string): ExpandedIn {
    const { value, unknown, used } = expandVariables(text, {
      variables: new Map(Object.entries(this.variables)),
      escape: this.#escape,
    });
    return {
      value,
      unknown,
      arguments: [...used, ...unknown].flatMap(
        name => this.#variables.get(name)?.arguments ?? [],
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
        ...Object.entries(this.variables),
        ...unknown.map(name => [name, '*'] as const),
      ]),
      escape: this.#escape,
    }).value;
  }

  /** An absolute path of the image. */
  resolve(path: string): string {
    return joinImagePath(this.#workdir, path);
  }

  get variables(): Record<string, string> {
    return Object.fromEntries(
      [...this.#variables].flatMap(([name, { value }]) =>
        value === undefined ? [] : [[name, value] as const],
      ),
    );
  }

  /**
   * Build arguments that are part of a RUN's key: declared ones are in its
   * environment, whether it uses them or not. Proxy arguments need no ARG and
   * are kept out of the key.
   * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go (dispatchArg, dispatchRun)
   */
  get runArguments(): string[] {
    return [
      ...new Set(
        [...this.#variables.values()].flatMap(variable => variable.arguments),
      ),
    ];
  }

  /** What a step sees here; `assignments` are those of its own commands. */
  describe(
    instruction: Instruction,
    assignments: Readonly<Record<string, string>>,
  ): StepEnvironment {
    const variables = this.variables;
    const settings = { ...variables, ...assignments };
    const home = settings.HOME ?? homeOf(this.#user);
    const goPath = settings.GOPATH?.split(':')[0] || `${home}/go`;
    const goModCache = settings.GOMODCACHE || `${goPath}/pkg/mod`;
    const goCache =
      settings.GOCACHE ||
      `${settings.XDG_CACHE_HOME || `${home}/.cache`}/go-build`;
    const mounts = readMounts(instruction).filter(
      ({ type }) => type === 'cache',
    );
    const findMount = (folder: string): Mount | undefined =>
      mounts.find(({ target }) =>
        holds(this.resolve(this.expand(target ?? '').value), folder),
      );
    return {
      variables,
      unknownArguments: [...this.#variables].flatMap(([name, { value }]) =>
        value === undefined ? [name] : [],
      ),
      user: this.#user,
      workdir: this.#workdir,
      goModCache,
      goCache,
      moduleCacheMount: findMount(goModCache),
      buildCacheMount: findMount(goCache),
    };
  }
}

/**
 * Whether a mounted folder holds what Go keeps in another: the folder itself,
 * one above it, or the download cache inside the module cache.
 */
function holds(mounted: string, folder: string): boolean {
  return (
    mounted === '/' ||
    folder === mounted ||
    folder.startsWith(`${mounted}/`) ||
    mounted === `${folder}/cache` ||
    mounted === `${folder}/cache/download`
  );
}

function homeOf(user: string): string {
  return user === 'root' || user === '0' || user === ''
    ? '/root'
    : `/home/${user}`;
}

/** The official Go image, and mirrors of it, set GOPATH and start in it. */
function isGolangImage(base: ResolvedBase): boolean {
  return (
    base.type === 'image' &&
    /(?:^|\/)golang$/.test(parseImageReference(base.image)?.repository ?? '')
  );
}
