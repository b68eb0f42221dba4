/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  escapeModulePath,
  escapeModuleVersion,
  latestVersion,
  listedVersions,
  matchesPrefixPatterns,
  ModuleFacts,
  parseGoMod,
  parseProxyList,
  ProxyEntry,
  readModuleFacts,
} from '@build-hygiene/engine';
import limitPromises from 'p-limit';
import { CachedSource, SourceReply } from './CachedSource';
import { RequestBounds } from './requestSource';
import { cleanAccess, SourceAccess } from './SourceAccess';
import { createMemoryCache, SourceCache } from './SourceCache';

/**
 * Which sources are asked, and how much.
 *
 * @public
 */
export interface ModuleProxyClientOptions {
  /** The sources, as `GOPROXY` has them. `direct` asks no repository here. */
  list: string;
  /** Modules that no source is asked for, as `GOPRIVATE` has them. */
  noProxy?: string;
  /** How sources of the list are reached, by their address. */
  access?: readonly SourceAccess[];
  /** Where answers are kept. Default: in the memory of this client. */
  cache?: SourceCache;
  /** Of one request. Default: 10 seconds. */
  timeoutMilliseconds?: number;
  /** Of one answer. Default: 1 MiB. */
  maximumBytes?: number;
  /** Of one look-up. Default: 500. */
  maximumModules?: number;
  /** Requests at the same time. Default: 8. */
  concurrency?: number;
}

/**
 * How to look up.
 *
 * @public
 */
export interface LookUpOptions {
  /** Ends the look-up; what is known by then is returned. */
  signal?: AbortSignal;
  /** For all modules together. Default: 30 seconds. */
  timeoutMilliseconds?: number;
}

/**
 * What the sources say of some modules.
 *
 * @public
 */
export interface ModuleLookUp {
  /** Of the modules that a source knows, in the order of the paths. */
  facts: ModuleFacts[];
  /** Modules of which nothing is known, and why. */
  unknown: { modulePath: string; reason: string }[];
}

/** A source failed: what it would have said is not known. */
class NoAnswer extends Error {}

/**
 * Asks module proxies for retracted, deprecated and newer versions. Contacts
 * the hosts of its list only.
 * https://go.dev/ref/mod#goproxy-protocol
 *
 * @public
 */
export class ModuleProxyClient {
  readonly #entries: readonly ProxyEntry[];
  readonly #options: ModuleProxyClientOptions;
  readonly #cache: SourceCache;

  /**
   * A client.
   *
   * @throws Error for a list that the go command would not take
   */
  static create(options: ModuleProxyClientOptions): ModuleProxyClient {
    const { entries, error } = parseProxyList(options.list);
    if (error !== undefined) {
      throw new Error(error.replace(/\/\/[^/@\s]*@/g, '//'));
    }
    return new ModuleProxyClient(entries, options);
  }

  private constructor(
    entries: readonly ProxyEntry[],
    options: ModuleProxyClientOptions,
  ) {
    this.#entries = entries;
    this.#options = options;
    this.#cache = options.cache ?? createMemoryCache(5_000);
  }

  /** What the sources say of modules. Never throws for what a source does. */
  async lookUp(
    modulePaths: readonly string[],
    { signal, timeoutMilliseconds = 30_000 }: LookUpOptions = {},
  ): Promise<ModuleLookUp> {
    const { concurrency = 8, maximumModules = 500 } = this.#options;
    const time = AbortSignal.timeout(timeoutMilliseconds);
    const walk = new ListWalk(this.#entries, {
      sources: this.#openSources(),
      signal: signal ? AbortSignal.any([signal, time]) : time,
    });
    const limit = limitPromises(concurrency);
    const paths = [...new Set(modulePaths)];
    const results = await Promise.all(
      paths.map((modulePath, index) =>
        limit(async () => {
          const reason =
            index < maximumModules
              ? this.#reasonNotToAsk(modulePath)
              : `More than ${maximumModules} modules are required.`;
          if (reason !== undefined) {
            return { modulePath, reason };
          }
          try {
            return await factsOf(modulePath, walk);
          } catch (error) {
            if (error instanceof NoAnswer) {
              return { modulePath, reason: error.message };
            }
            throw error;
          }
        }),
      ),
    );
    return {
      facts: results.flatMap(result => ('reason' in result ? [] : result)),
      unknown: results.flatMap(result => ('reason' in result ? result : [])),
    };
  }

  #reasonNotToAsk(modulePath: string): string | undefined {
    if (escapeModulePath(modulePath) === undefined) {
      return 'This is no path that a module proxy can serve.';
    }
    return matchesPrefixPatterns(this.#options.noProxy ?? '', modulePath)
      ? 'It is private, and no module proxy is asked for it.'
      : undefined;
  }

  /** Anew for each look-up: a source that was down then may be up now. */
  #openSources(): Map<string, CachedSource> {
    const {
      access = [],
      timeoutMilliseconds = 10_000,
      maximumBytes = 1024 * 1024,
    } = this.#options;
    const bounds: RequestBounds = { timeoutMilliseconds, maximumBytes };
    const own = access.flatMap(entry => cleanAccess(entry) ?? []);
    return new Map(
      this.#entries.flatMap(({ url }) => {
        const clean = url === undefined ? undefined : cleanAccess({ url });
        if (url === undefined || !clean) {
          return [];
        }
        const configured = own.find(entry => entry.url === clean.url);
        const source = CachedSource.create({
          access: { ...clean, ...configured },
          cache: this.#cache,
          bounds,
        });
        return [[url, source] as const];
      }),
    );
  }
}

/** Asks the sources of a list in turn, as the go command does. */
class ListWalk {
  readonly #entries: readonly ProxyEntry[];
  readonly #sources: ReadonlyMap<string, CachedSource>;
  readonly #signal: AbortSignal;

  constructor(
    entries: readonly ProxyEntry[],
    options: {
      sources: ReadonlyMap<string, CachedSource>;
      signal: AbortSignal;
    },
  ) {
    this.#entries = entries;
    this.#sources = options.sources;
    this.#signal = options.signal;
  }

  /**
   * The text at a path; undefined where no source has it.
   *
   * @throws NoAnswer where a source fails and the list says to stop there
   */
  async get(
    path: string,
    kind: 'version' | 'list',
  ): Promise<string | undefined> {
    let failure: string | undefined;
    for (const { url = '', fallback } of this.#entries) {
      const source = this.#sources.get(url);
      if (!source) {
        // `direct`, `off` or a folder: not for us to ask.
        continue;
      }
      if (this.#signal.aborted) {
        throw new NoAnswer('The time for asking was up.');
      }
      const reply: SourceReply = await source.get(path, {
        signal: this.#signal,
        kind,
      });
      if (reply.state === 'served') {
        return reply.body;
      }
      if (reply.state === 'failed') {
        failure = `${source.name}: ${reply.error.message}`;
        if (fallback !== 'any-error') {
          break;
        }
      }
    }
    if (failure !== undefined) {
      throw new NoAnswer(failure);
    }
    return undefined;
  }
}

async function factsOf(
  modulePath: string,
  walk: ListWalk,
): Promise<ModuleFacts> {
  const base = `/${escapeModulePath(modulePath)}`;
  const getMod = (version: string) =>
    walk.get(`${base}/@v/${escapeModuleVersion(version)}.mod`, 'version');
  const list = await walk.get(`${base}/@v/list`, 'list');
  const versions = listedVersions(list ?? '');
  const latest = await findLatest(versions, {
    modulePath,
    getMod,
    getLatest: () => walk.get(`${base}/@latest`, 'list'),
  });
  if (latest === undefined) {
    throw new NoAnswer('No source knows it.');
  }
  const goMod = await getMod(latest);
  if (goMod === undefined || !isGoModOf(goMod, modulePath)) {
    throw new NoAnswer(`What a source serves as its ${latest} is no go.mod.`);
  }
  return readModuleFacts(modulePath, {
    versions,
    latest,
    goMod,
    asOf: new Date().toISOString(),
  });
}

/**
 * The version that speaks for the module. Versions with `+incompatible` count
 * where the newest other one has no go.mod:
 * https://go.dev/ref/mod#non-module-compat
 */
async function findLatest(
  versions: readonly string[],
  {
    modulePath,
    getMod,
    getLatest,
  }: {
    modulePath: string;
    getMod: (version: string) => Promise<string | undefined>;
    getLatest: () => Promise<string | undefined>;
  },
): Promise<string | undefined> {
  const isIncompatible = (version: string) => version.endsWith('+incompatible');
  const compatible = versions.filter(version => !isIncompatible(version));
  const newest = compatible[compatible.length - 1];
  if (newest !== undefined && versions.some(isIncompatible)) {
    const goMod = await getMod(newest);
    // A proxy makes up such a file for a module that has none.
    const isMadeUp = goMod?.trim().replace(/"/g, '') === `module ${modulePath}`;
    return latestVersion(versions, { withIncompatible: isMadeUp });
  }
  if (versions.length > 0) {
    return latestVersion(versions);
  }
  const text = await getLatest();
  if (text === undefined) {
    return undefined;
  }
  const version = versionIn(text);
  if (version === undefined) {
    throw new NoAnswer('What a source serves as its newest version is none.');
  }
  return version;
}

function versionIn(text: string): string | undefined {
  try {
    const { Version: version } = JSON.parse(text);
    return typeof version === 'string' && escapeModuleVersion(version)
      ? version
      : undefined;
  } catch {
    return undefined;
  }
}

/** A module that moved may still name its old path, so any module line will do. */
function isGoModOf(text: string, modulePath: string): boolean {
  return parseGoMod(text, { path: modulePath }).module !== undefined;
}
