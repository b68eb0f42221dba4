/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CanaryAnswers,
  parseProxyList,
  planFailover,
  sourceName,
} from '@build-hygiene/engine';
import {
  probeSource,
  ProbeSourceOptions,
  SourceAccess,
} from '@build-hygiene/module-proxy';
import { ModuleSourceBoard } from '@build-hygiene/plugin-build-hygiene-common';
import { ModuleSourceStore } from '../database';
import { ModuleSourcesConfig } from './readModuleSourcesConfig';

interface ModuleSource {
  kind: ProbeSourceOptions['kind'];
  access: SourceAccess;
}

/** Looks at the configured module sources, and tells how they do. */
export class ModuleSourceMonitor {
  readonly #config: ModuleSourcesConfig | undefined;
  readonly #store: ModuleSourceStore;
  readonly #logger: LoggerService;
  readonly #sources: readonly ModuleSource[];

  static create(options: {
    /** Undefined when none is configured. */
    config: ModuleSourcesConfig | undefined;
    moduleSources: ModuleSourceStore;
    logger: LoggerService;
  }): ModuleSourceMonitor {
    return new ModuleSourceMonitor(options);
  }

  private constructor(options: {
    config: ModuleSourcesConfig | undefined;
    moduleSources: ModuleSourceStore;
    logger: LoggerService;
  }) {
    this.#config = options.config;
    this.#store = options.moduleSources;
    this.#logger = options.logger;
    this.#sources = options.config ? sourcesOf(options.config) : [];
  }

  /** One look at each source, all at the same time. */
  async probe(signal: AbortSignal): Promise<void> {
    const config = this.#config;
    if (!config) {
      return;
    }
    const { canary, privateCanary, checksumDatabase, timeoutSeconds } = config;
    await Promise.all(
      this.#sources.map(async ({ kind, access }) => {
        const probe = await probeSource(access, {
          kind,
          canary,
          privateCanary,
          checksumDatabase: checksumDatabase?.name,
          timeoutMilliseconds: timeoutSeconds * 1000,
        });
        // What was cut short by the end of the process says nothing.
        if (signal.aborted) {
          return;
        }
        const { source } = probe;
        const before = await this.#store.statusOf({ source, kind });
        await this.#store.add(probe);
        const state = before.probe?.state ?? 'up';
        if (state !== probe.state) {
          this.#logger.warn(
            `The module source ${source} is ${probe.state}, was ${state}: ${
              probe.checks
                .filter(check => check.state === 'fail')
                .map(check => `${check.name}: ${check.message}`)
                .join('; ') || 'nothing fails'
            }`,
          );
        }
      }),
    );
    await this.#store.prune(this.#sources.map(keyOf));
  }

  /** How the sources do, and what the list of them does when one fails. */
  async board(): Promise<ModuleSourceBoard> {
    const config = this.#config;
    if (!config) {
      return { configured: false, sources: [] };
    }
    const sources = await Promise.all(
      this.#sources.map(source => this.#store.statusOf(keyOf(source))),
    );
    const answers = new Map<string, CanaryAnswers>(
      sources.flatMap(({ source, kind, probe }) =>
        kind === 'proxy' && probe ? [[source, probe.answers]] : [],
      ),
    );
    const { canary, list, noProxy, privateCanary } = config;
    return {
      configured: true,
      canary: `${canary.modulePath}@${canary.version}`,
      failover: planFailover(list, {
        answers,
        noProxy,
        privateModule: privateCanary?.modulePath,
      }),
      sources,
    };
  }
}

function keyOf({ kind, access }: ModuleSource) {
  return { kind, source: sourceName(access.url) };
}

function sourcesOf({
  list,
  access,
  checksumDatabase,
}: ModuleSourcesConfig): ModuleSource[] {
  const withAccess = (url: string): SourceAccess => ({
    url,
    authorization: access.find(
      entry => sourceName(entry.url) === sourceName(url),
    )?.authorization,
  });
  const urls = parseProxyList(list).entries.flatMap(({ url }) => url ?? []);
  const distinct = new Map(urls.map(url => [sourceName(url), url]));
  return [
    ...[...distinct.values()].map(
      (url): ModuleSource => ({ kind: 'proxy', access: withAccess(url) }),
    ),
    ...(checksumDatabase
      ? [
          {
            kind: 'checksum-database' as const,
            access: withAccess(checksumDatabase.url),
          },
        ]
      : []),
  ];
}
