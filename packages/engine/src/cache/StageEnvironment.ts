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
import { StepEnvironment } from './types';

/** What an instruction's text becomes where it stands. */
export interface ExpandedIn {
  value: string;
  /** Variables without a value that it depends on. */
  unknown: string[];
  /** Build arguments that it depends on, also by way of ENV. */
  arguments: string[];
}

/**
 * What is in force in a stage, updated instruction by instruction. A stage that
 * stands on another one starts with the other's ENV, USER and WORKDIR; ARGs
 * are not handed on.
 * https://docs.docker.com/reference/dockerfile/#scope
 */
export class StageEnvironment {
  readonly #escape: '\\' | '`';
  readonly #buildArguments: Readonly<Record<string, string>>;
  readonly #global: GlobalScope;
  readonly #environment: Map<string, string>;
  readonly #arguments = new Map<string, string | undefined>();
  /** Build arguments that the value of an ENV or ARG is made of. */
  readonly #origins: Map<string, readonly string[]>;
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
    this.#buildArguments = options.buildArguments;
    this.#global = options.global;
    if (base instanceof StageEnvironment) {
      this.#environment = new Map(base.#environment);
      this.#origins = new Map(
        [...base.#origins].filter(([name]) => base.#environment.has(name)),
      );
      this.#user = base.#user;
      this.#workdir = base.#workdir;
    } else {
      const official = isGolangImage(base);
      this.#environment = new Map(official ? [['GOPATH', '/go']] : []);
      this.#origins = new Map();
      this.#user = 'root';
      this.#workdir = official ? '/go' : '/';
    }
  }

  /** Takes in an ARG, ENV, USER or WORKDIR; others change nothing here. */
  apply(instruction: Instruction): void {
    switch (instruction.keyword) {
      case 'ENV': {
        // All pairs of one ENV see the values from before it.
        const pairs = (instruction.pairs ?? []).map(
          ({ name, value }) => [name, this.expand(value ?? '')] as const,
        );
        for (const [name, { value, arguments: origins }] of pairs) {
          this.#environment.set(name, value);
          this.#origins.set(name, origins);
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

  #applyArgument(name: string, fallback: string | undefined): void {
    const given = Object.entries(this.#buildArguments).find(
      ([known]) => known === name,
    )?.[1];
    const own = fallback === undefined ? undefined : this.expand(fallback);
    this.#arguments.set(
      name,
      given ?? own?.value ?? this.#global.variables.get(name),
    );
    if (!this.#environment.has(name)) {
      this.#origins.set(name, [name, ...(own?.arguments ?? [])]);
    }
  }

  /** Fills in variables as BuildKit does in this place. ENV wins over ARG. */
  expand(text: string): ExpandedIn {
    const variables = this.variables;
    const { value, unknown, used } = expandVariables(text, {
      variables: new Map(Object.entries(variables)),
      escape: this.#escape,
    });
    return {
      value,
      unknown,
      arguments: [...used, ...unknown].flatMap(
        name => this.#origins.get(name) ?? [],
      ),
    };
  }

  /** An absolute path of the image. */
  resolve(path: string): string {
    const parts: string[] = [];
    const absolute = path.startsWith('/') ? path : `${this.#workdir}/${path}`;
    for (const part of absolute.split('/')) {
      if (part === '..') {
        parts.pop();
      } else if (part !== '' && part !== '.') {
        parts.push(part);
      }
    }
    return `/${parts.join('/')}`;
  }

  get variables(): Record<string, string> {
    const known = [...this.#arguments].flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    return Object.fromEntries([...known, ...this.#environment]);
  }

  /**
   * Build arguments that are part of a RUN's key: declared ones are in its
   * environment, whether it uses them or not. Proxy arguments need no ARG and
   * are kept out of the key.
   * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go (dispatchRun)
   */
  get runArguments(): string[] {
    const byEnvironment = [...this.#environment.keys()].flatMap(
      name => this.#origins.get(name) ?? [],
    );
    return [...new Set([...this.#arguments.keys(), ...byEnvironment])];
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
      unknownArguments: [...this.#arguments].flatMap(([name, value]) =>
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
