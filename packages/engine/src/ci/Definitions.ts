/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildFileKind } from '../snapshot/buildFileKind';
import { joinPath } from '../snapshot/repositoryPath';
import { Snapshot } from '../snapshot/types';
import { addArgument, BuildDraft } from './BuildDraft';
import { DefinedBuild } from './DefinedBuild';
import { BakeFile, readBakeFile } from './readBakeFile';
import { DefinitionCommand } from './readBuildCommand';
import { readCache } from './readCache';
import { readComposeFile } from './readComposeFile';
import { resolvePath } from './placeBuild';

/** https://docs.docker.com/build/bake/reference/#file-format */
const bakeNames = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yml',
  'docker-compose.yaml',
  'docker-bake.json',
  'docker-bake.hcl',
  'docker-bake.override.json',
  'docker-bake.override.hcl',
];

/** The first of these counts, and its override. */
const composeNames = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yaml',
  'docker-compose.yml',
];

const MAXIMUM_FILES = 200;
const MAXIMUM_SELECTED = 500;

/** The builds that the compose files and bake files of a repository describe. */
export class Definitions {
  readonly #compose = new Map<string, DefinedBuild[]>();
  readonly #bake = new Map<string, BakeFile>();

  constructor({ files }: Snapshot) {
    for (const [path, source] of files) {
      if (this.#compose.size + this.#bake.size >= MAXIMUM_FILES) {
        break;
      }
      const kind = buildFileKind(path);
      if (kind === 'compose') {
        this.#compose.set(path, readComposeFile(path, source));
      } else if (kind === 'bake' && /\.(?:hcl|json)$/i.test(path)) {
        this.#bake.set(path, readBakeFile(path, source));
      }
    }
  }

  get composeBuilds(): DefinedBuild[] {
    return [...this.#compose.values()].flat();
  }

  /**
   * The targets of all bake files that are built by name: those that others
   * inherit from and that no group has start with `_`.
   */
  get bakeBuilds(): DefinedBuild[] {
    return [...this.#bake.values()].flatMap(({ targets }) =>
      [...targets.values()].filter(({ name }) => !name.startsWith('_')),
    );
  }

  /** The targets that `docker buildx bake` builds in a file's default group. */
  defaultTargets(path: string): ReadonlySet<string> {
    const file = this.#bake.get(path);
    return new Set(
      file ? selectTargets([file], ['default']).map(b => b.name) : [],
    );
  }

  /**
   * What a command builds that is given in a folder; undefined when that is
   * described in no file that can be read.
   */
  select(
    command: DefinitionCommand,
    folder: string | undefined,
  ): DefinedBuild[] | undefined {
    const names = command.names.map(({ value }) => value);
    const files =
      command.files.length > 0
        ? command.files.map(({ value }) => resolvePath(value, folder))
        : this.#defaultFiles(command.kind, folder);
    const known = names.filter(name => name !== undefined);
    if (
      files.length === 0 ||
      files.includes(undefined) ||
      known.length < names.length
    ) {
      return undefined;
    }
    const selected = this.#selectFrom(command.kind, files, known);
    return selected.map(build => ({
      ...build,
      draft: override(build, command),
    }));
  }

  #defaultFiles(
    kind: DefinitionCommand['kind'],
    folder: string | undefined,
  ): string[] {
    if (folder === undefined) {
      return [];
    }
    const paths = (kind === 'bake' ? bakeNames : composeNames)
      .map(name => joinPath(folder, name))
      .filter(path => this.#compose.has(path) || this.#bake.has(path));
    return kind === 'bake' ? paths : paths.slice(0, 1);
  }

  #selectFrom(
    kind: DefinitionCommand['kind'],
    files: readonly (string | undefined)[],
    names: readonly string[],
  ): DefinedBuild[] {
    const services = files.flatMap(path => this.#compose.get(path ?? '') ?? []);
    if (kind === 'compose') {
      return services.filter(
        ({ name }) => names.length === 0 || names.includes(name),
      );
    }
    const bakeFiles = files.flatMap(path => this.#bake.get(path ?? '') ?? []);
    const wanted = names.length > 0 ? names : ['default'];
    const hasDefault = bakeFiles.some(
      ({ targets, groups }) => targets.has('default') || groups.has('default'),
    );
    return [
      ...selectTargets(bakeFiles, wanted),
      // Without a default group the services of compose files are built.
      ...services.filter(
        ({ name }) =>
          names.includes(name) || (names.length === 0 && !hasDefault),
      ),
    ];
  }
}

/** Targets by name or by group; a later file adds to an earlier one. */
function selectTargets(
  files: readonly BakeFile[],
  names: readonly string[],
): DefinedBuild[] {
  const selected = new Map<string, DefinedBuild>();
  const seen = new Set(names);
  // A set goes on to what is added to it on the way.
  for (const name of seen) {
    for (const { targets, groups } of files) {
      const target = targets.get(name);
      if (target) {
        selected.set(name, target);
      }
      for (const member of groups.get(name) ?? []) {
        if (seen.size < MAXIMUM_SELECTED) {
          seen.add(member);
        }
      }
    }
  }
  return [...selected.values()];
}

/** `--set target.key=value`, with `*` for any part of a target's name. */
function override(
  { name, path, draft: own }: DefinedBuild,
  { overrides, noCache, pull, push }: DefinitionCommand,
): BuildDraft {
  const draft: BuildDraft = {
    ...own,
    buildArguments: { ...own.buildArguments },
    branchArguments: [...own.branchArguments],
    namedContexts: [...own.namedContexts],
    cacheFrom: own.cacheFrom.map(cache => ({ ...cache, path })),
    cacheTo: own.cacheTo.map(cache => ({ ...cache, path })),
    // The place of a line of the definition, which is not the build's file.
    noCacheLine: undefined,
    noCache: own.noCache || noCache,
    pull: own.pull || pull,
    push: own.push || push,
  };
  const replaced = new Set<string>();
  for (const text of overrides) {
    const equals = text.indexOf('=');
    const dot = text.indexOf('.');
    if (dot < 0 || equals < dot || !matchesName(text.slice(0, dot), name)) {
      continue;
    }
    // Names of contexts may have dots of their own.
    const [key, ...parts] = text.slice(dot + 1, equals).split('.');
    const argument = parts.join('.');
    const value = text.slice(equals + 1);
    const known = value.includes('$') ? undefined : value;
    switch (key.replace(/\+$/, '')) {
      case 'cache-from':
      case 'cache-to': {
        const field = key.startsWith('cache-from') ? 'cacheFrom' : 'cacheTo';
        const before =
          replaced.has(key) || key.endsWith('+') ? draft[field] : [];
        replaced.add(key);
        draft[field] = [...before, ...listOf(readCache(value))];
        break;
      }
      case 'no-cache':
        draft.noCache = value === 'true';
        draft.noCacheLine = undefined;
        break;
      case 'pull':
        draft.pull = value === 'true';
        break;
      case 'target':
        draft.target = { text: known };
        break;
      case 'context':
        draft.context = { text: known };
        break;
      case 'dockerfile':
        draft.file = { text: known };
        break;
      case 'args':
        addArgument(draft, argument, known);
        break;
      case 'contexts':
        draft.namedContexts.push({ name: argument, value: known });
        break;
      default:
    }
  }
  return draft;
}

function listOf<Item>(item: Item | undefined): Item[] {
  return item === undefined ? [] : [item];
}

/** A pattern with `*`, in linear time. */
function matchesName(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) {
    return pattern === name;
  }
  const parts = pattern.split('*');
  const last = parts.pop() ?? '';
  const first = parts.shift() ?? '';
  if (
    name.length < first.length + last.length ||
    !name.startsWith(first) ||
    !name.endsWith(last)
  ) {
    return false;
  }
  let position = first.length;
  for (const part of parts) {
    const found = name.indexOf(part, position);
    if (found < 0) {
      return false;
    }
    position = found + part.length;
  }
  return position <= name.length - last.length;
}
