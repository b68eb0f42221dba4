/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  escapeModulePath,
  matchesPrefixPatterns,
  ModuleFacts,
  parseProxyList,
  ProxyEntry,
} from '@build-hygiene/engine';
import limitPromises from 'p-limit';
import { askForFacts } from './askForFacts';
import { CachedSource } from './CachedSource';
import { ListWalk, NoAnswer } from './ListWalk';
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
            return await askForFacts(modulePath, walk);
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
